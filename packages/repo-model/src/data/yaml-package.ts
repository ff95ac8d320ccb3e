// The `yaml` package, loaded when the first YAML is read: where reading is synchronous, start-up must not pay for it.
import { createRequire } from "node:module";
import type { DataDocument } from "./node.js";
import { readPyyaml } from "./pyyaml/index.js";
import { readYaml, type YamlDialect } from "./yaml.js";

type YamlPackage = typeof import("yaml");
let loaded: YamlPackage | undefined;

/** Reads one YAML document at once. Never throws: faults are `problems`. */
export function parseYamlNow(text: string, dialect: YamlDialect = "1.2"): DataDocument {
  if (dialect === "pyyaml") return readPyyaml(text);
  const load: YamlPackage = loaded ?? createRequire(import.meta.url)("yaml");
  loaded = load;
  return readYaml(load, text);
}
