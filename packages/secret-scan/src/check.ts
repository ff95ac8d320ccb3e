// The check: files are read, candidates are judged, rules say what is a secret.
import { defineCheck } from "@caio/repo-model/check";
import { commands } from "./commands/index.js";
import { defaults, type SecretScanOptions } from "./defaults.js";
import type { ScanFacts } from "./facts.js";
import { maskText } from "./mask.js";
import { read } from "./read.js";
import * as rules from "./rules/index.js";
import { version } from "./version.js";

/** The real secrets, not the placeholders. */
export const secretScan = defineCheck<ScanFacts, SecretScanOptions>({
  name: "secret-scan",
  summary: "no secret stands in a file",
  version,
  scope: "file",
  documents: new URL("../docs/rules/", import.meta.url),
  options: { defaults, schema: async () => (await import("./options.js")).schema },
  rules: Object.values(rules),
  read,
  mask: maskText,
  commands,
});
