// Reporters by name, each loaded when it is asked for.
import { nearest } from "../config/nearest.js";
import { RepoError } from "../text/index.js";
import type { Reporter, ReporterLoaders } from "./report.js";

const reporters: Readonly<Record<string, () => Promise<Reporter>>> = {
  text: async () => (await import("./text.js")).text,
  json: async () => (await import("./json.js")).json,
  sarif: async () => (await import("./sarif.js")).sarif,
  github: async () => (await import("./github.js")).github,
  gitlab: async () => (await import("./gitlab.js")).gitlab,
  junit: async () => (await import("./junit.js")).junit,
  markdown: async () => (await import("./markdown.js")).markdown,
  blob: async () => (await import("./blob.js")).blob,
};

/** Throws USAGE for an unknown name, with the nearest one. */
export function reporterNamed(name: string): Promise<Reporter>;
export function reporterNamed(name: string, more: ReporterLoaders): ReturnType<ReporterLoaders[string]>;
export async function reporterNamed(name: string, more: ReporterLoaders = {}): ReturnType<ReporterLoaders[string]> {
  const all = { ...reporters, ...more };
  const load = Object.hasOwn(all, name) ? all[name] : undefined;
  if (load !== undefined) return load();
  const near = nearest(name, Object.keys(all));
  throw new RepoError("USAGE", `There is no reporter \`${name}\`.`, {
    hint: near === undefined ? `There are: ${Object.keys(all).join(", ")}.` : `Did you mean \`${near}\`?`,
  });
}
