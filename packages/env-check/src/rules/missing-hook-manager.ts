// missing-hook-manager: the doctor looks for the hook manager and for git's hooks.
import { defineRule } from "@caio/repo-model/check";
import type { EnvFacts } from "../facts.js";
import { faultsOf } from "../installed/line.js";

export const missingHookManager = defineRule<EnvFacts, unknown>({
  id: "missing-hook-manager",
  summary: "The hook manager is missing, too old, or not installed into git.",
  severity: "error",
  find: ({ machine }) => faultsOf(machine, "missing-hook-manager"),
});
