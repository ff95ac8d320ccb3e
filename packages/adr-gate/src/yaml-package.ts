// The yaml package, loaded when the first YAML is read: judging is synchronous, and start-up must not pay for it.
import { createRequire } from "node:module";

type YamlPackage = typeof import("yaml");
let loaded: YamlPackage | undefined;

export function yamlPackage(): YamlPackage {
  if (loaded !== undefined) return loaded;
  const load: YamlPackage = createRequire(import.meta.url)("yaml");
  loaded = load;
  return load;
}
