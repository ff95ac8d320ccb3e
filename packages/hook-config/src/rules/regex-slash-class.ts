// regex-slash-class: `[\\/]` where `/` does.
import { faultRule } from "./fault-rule.js";

export const regexSlashClass = faultRule({
  id: "regex-slash-class",
  summary: "A regular expression of paths holds a class of both slashes.",
  severity: "note",
});
