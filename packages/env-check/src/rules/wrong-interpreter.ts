// wrong-interpreter: the doctor compares the interpreter with the range that is declared.
import { defineRule } from "@caio/repo-model/check";
import type { EnvFacts } from "../facts.js";
import { faultsOf } from "../installed/line.js";

export const wrongInterpreter = defineRule<EnvFacts, unknown>({
  id: "wrong-interpreter",
  summary: "The interpreter is missing, or a version that the project does not take.",
  severity: "error",
  find: ({ machine }) => faultsOf(machine, "wrong-interpreter"),
});
