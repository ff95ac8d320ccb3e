// lefthook-unknown-hook: a hook of lefthook whose name has a typo.
import { otherRule } from "./fault-rule.js";

export const lefthookUnknownHook = otherRule({
  id: "lefthook-unknown-hook",
  summary: "A hook of lefthook has nearly the name of one of git's.",
  severity: "warning",
});
