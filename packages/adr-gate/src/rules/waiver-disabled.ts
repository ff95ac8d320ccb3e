// waiver-disabled: a guarded change waives the decision, and waivers do not count here.
import { failRule } from "./fail-rule.js";

export const waiverDisabled = failRule("waiver-disabled", "A guarded change waives the decision, and waivers do not count here.");
