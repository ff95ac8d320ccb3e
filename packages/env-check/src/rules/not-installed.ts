// not-installed: the doctor looks for each need in the environment that the hooks get.
import { defineRule } from "@caio/repo-model/check";
import type { EnvFacts } from "../facts.js";
import { faultsOf } from "../installed/line.js";

export const notInstalled = defineRule<EnvFacts, unknown>({
  id: "not-installed",
  summary: "What a hook or a test needs is not installed in the environment that it gets.",
  severity: "error",
  find: ({ machine }) => faultsOf(machine, "not-installed"),
});
