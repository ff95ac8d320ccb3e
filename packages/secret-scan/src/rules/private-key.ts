// private-key: a private key stands in a file.
import { defineRule } from "@caio/repo-model/check";
import type { SecretScanOptions } from "../defaults.js";
import { draftsOf, type ScanFacts } from "../facts.js";

export const privateKey = defineRule<ScanFacts, SecretScanOptions>({
  id: "private-key",
  summary: "A private key stands in a file.",
  severity: "error",
  find: (facts, options) => draftsOf("private-key", facts, options),
});
