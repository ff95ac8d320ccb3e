// mutable-rev: a revision that moves.
import { faultRule } from "./fault-rule.js";

export const mutableRev = faultRule({
  id: "mutable-rev",
  summary: "A revision is a branch, which pre-commit fetches once and never again.",
  severity: "warning",
});
