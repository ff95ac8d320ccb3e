// lint-staged-removed-option: an option that lint-staged does not have any more.
import { otherRule } from "./fault-rule.js";

export const lintStagedRemovedOption = otherRule({
  id: "lint-staged-removed-option",
  summary: "An option of lint-staged is read as a pattern of files since version 10.",
  severity: "warning",
});
