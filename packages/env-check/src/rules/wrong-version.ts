// wrong-version: the doctor compares installed versions with what is declared.
import { defineRule } from "@caio/repo-model/check";
import type { EnvFacts } from "../facts.js";
import { faultsOf } from "../installed/line.js";

export const wrongVersion = defineRule<EnvFacts, unknown>({
  id: "wrong-version",
  summary: "A distribution is installed in a version that its declaration does not take.",
  severity: "error",
  find: ({ machine }) => faultsOf(machine, "wrong-version"),
});
