// Vitest's global setup of the projects whose tests run a built program: the bundles are made anew where a source has changed.
import { bundle, packages } from "./bundle.mjs";

export async function setup() {
  for (const name of packages) await bundle(name);
}
