// missing-command: the doctor looks for the programs that hooks run.
import { defineRule } from "@caio/repo-model/check";
import type { EnvFacts } from "../facts.js";
import { faultsOf } from "../installed/line.js";

export const missingCommand = defineRule<EnvFacts, unknown>({
  id: "missing-command",
  summary: "A hook runs a program that is not on the PATH.",
  severity: "error",
  find: ({ machine }) => faultsOf(machine, "missing-command"),
});
