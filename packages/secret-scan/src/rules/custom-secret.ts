// custom-secret: a rule of the repository's gitleaks configuration matches.
import { defineRule } from "@caio/repo-model/check";
import type { SecretScanOptions } from "../defaults.js";
import { draftsOf, type ScanFacts } from "../facts.js";

export const customSecret = defineRule<ScanFacts, SecretScanOptions>({
  id: "custom-secret",
  summary: "A rule of the repository's gitleaks configuration matches.",
  severity: "error",
  find: (facts, options) => draftsOf("custom-secret", facts, options),
});
