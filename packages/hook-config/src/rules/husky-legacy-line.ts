// husky-legacy-line: a line of a husky script that is of an older version.
import { otherRule } from "./fault-rule.js";

export const huskyLegacyLine = otherRule({
  id: "husky-legacy-line",
  summary: "A script of husky has a line that version 10 fails at, or a variable of version 4.",
  severity: "warning",
});
