// provider-token: a token of a known provider stands in a file.
import { defineRule } from "@caio/repo-model/check";
import type { SecretScanOptions } from "../defaults.js";
import { draftsOf, type ScanFacts } from "../facts.js";

export const providerToken = defineRule<ScanFacts, SecretScanOptions>({
  id: "provider-token",
  summary: "A token of a known provider stands in a file.",
  severity: "error",
  find: (facts, options) => draftsOf("provider-token", facts, options),
});
