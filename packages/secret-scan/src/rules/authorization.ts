// authorization: an Authorization header or a command line carries a password or a token.
import { defineRule } from "@caio/repo-model/check";
import type { SecretScanOptions } from "../defaults.js";
import { draftsOf, type ScanFacts } from "../facts.js";

export const authorization = defineRule<ScanFacts, SecretScanOptions>({
  id: "authorization",
  summary: "An Authorization header or a command line carries a password or a token.",
  severity: "error",
  find: (facts, options) => draftsOf("authorization", facts, options),
});
