// connection-string: a connection string carries a password.
import { defineRule } from "@caio/repo-model/check";
import type { SecretScanOptions } from "../defaults.js";
import { draftsOf, type ScanFacts } from "../facts.js";

export const connectionString = defineRule<ScanFacts, SecretScanOptions>({
  id: "connection-string",
  summary: "A connection string carries a password.",
  severity: "error",
  find: (facts, options) => draftsOf("connection-string", facts, options),
});
