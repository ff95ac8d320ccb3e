// adr-not-on-base: a guarded change names a decision record that is not accepted at the base yet.
import { failRule } from "./fail-rule.js";

export const adrNotOnBase = failRule("adr-not-on-base", "A guarded change names a decision record that is not accepted at the base yet.");
