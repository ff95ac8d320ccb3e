// adr-superseded: a guarded change names a decision record that is superseded.
import { failRule } from "./fail-rule.js";

export const adrSuperseded = failRule("adr-superseded", "A guarded change names a decision record that is superseded.");
