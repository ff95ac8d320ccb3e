// waiver-no-reason: a guarded change waives the decision without a reason.
import { failRule } from "./fail-rule.js";

export const waiverNoReason = failRule("waiver-no-reason", "A guarded change waives the decision without a reason.");
