// wrong-environment: the doctor tells the environment of the hooks from the one that lies idle.
import { defineRule } from "@caio/repo-model/check";
import type { EnvFacts } from "../facts.js";
import { faultsOf } from "../installed/line.js";

export const wrongEnvironment = defineRule<EnvFacts, unknown>({
  id: "wrong-environment",
  summary: "Hooks get another environment than the one that has what they need.",
  severity: "error",
  find: ({ machine }) => faultsOf(machine, "wrong-environment"),
});
