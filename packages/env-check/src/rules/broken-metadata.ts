// broken-metadata: the doctor reads the metadata that an upgrade may have left in pieces.
import { defineRule } from "@caio/repo-model/check";
import type { EnvFacts } from "../facts.js";
import { faultsOf } from "../installed/line.js";

export const brokenMetadata = defineRule<EnvFacts, unknown>({
  id: "broken-metadata",
  summary: "A distribution is installed, and its metadata or its files are broken.",
  severity: "error",
  find: ({ machine }) => faultsOf(machine, "broken-metadata"),
});
