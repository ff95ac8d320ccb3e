// generic-secret: a random value is assigned to a name that means a secret.
import { defineRule } from "@caio/repo-model/check";
import type { SecretScanOptions } from "../defaults.js";
import { draftsOf, type ScanFacts } from "../facts.js";

export const genericSecret = defineRule<ScanFacts, SecretScanOptions>({
  id: "generic-secret",
  summary: "A random value is assigned to a name that means a secret.",
  severity: "error",
  find: (facts, options) => draftsOf("generic-secret", facts, options),
});
