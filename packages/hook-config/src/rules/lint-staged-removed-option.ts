// lint-staged-removed-option: an option that lint-staged does not have any more.
import { otherRule } from "./fault-rule.js";

export const lintStagedRemovedOption = otherRule({
  id: "lint-staged-removed-option",
  summary: "An option of lint-staged is none since version 9: it is refused, or read as a pattern of files.",
  severity: "warning",
});
