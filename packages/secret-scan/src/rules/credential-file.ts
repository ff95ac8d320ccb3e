// credential-file: a file that programs keep credentials in holds one.
import { defineRule } from "@caio/repo-model/check";
import type { SecretScanOptions } from "../defaults.js";
import { draftsOf, type ScanFacts } from "../facts.js";

export const credentialFile = defineRule<ScanFacts, SecretScanOptions>({
  id: "credential-file",
  summary: "A file that programs keep credentials in holds one.",
  severity: "error",
  find: (facts, options) => draftsOf("credential-file", facts, options),
});
