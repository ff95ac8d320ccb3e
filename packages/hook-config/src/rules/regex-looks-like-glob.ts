// regex-looks-like-glob: `/*` in a regular expression.
import { faultRule } from "./fault-rule.js";

export const regexLooksLikeGlob = faultRule({
  id: "regex-looks-like-glob",
  summary: "A regular expression of paths holds `/*`, as a glob would.",
  severity: "warning",
});
