// adr-out-of-scope: a guarded change is not covered by the decision record that it names.
import { failRule } from "./fail-rule.js";

export const adrOutOfScope = failRule("adr-out-of-scope", "A guarded change is not covered by the decision record that it names.");
