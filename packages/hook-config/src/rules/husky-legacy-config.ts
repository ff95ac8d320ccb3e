// husky-legacy-config: a configuration of husky 4.
import { otherRule } from "./fault-rule.js";

export const huskyLegacyConfig = otherRule({
  id: "husky-legacy-config",
  summary: "A configuration of husky 4, which later versions do not read.",
  severity: "warning",
});
