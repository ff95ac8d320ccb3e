// lefthook-removed-option: a setting that lefthook 2 does not take.
import { otherRule } from "./fault-rule.js";

export const lefthookRemovedOption = otherRule({
  id: "lefthook-removed-option",
  summary: "A setting of lefthook is gone since version 2.",
  severity: "warning",
});
