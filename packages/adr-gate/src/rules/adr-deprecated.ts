// adr-deprecated: a guarded change names a decision record that is deprecated.
import { failRule } from "./fail-rule.js";

export const adrDeprecated = failRule("adr-deprecated", "A guarded change names a decision record that is deprecated.");
