// adr-missing: a guarded change names a decision record that is not there.
import { failRule } from "./fail-rule.js";

export const adrMissing = failRule("adr-missing", "A guarded change names a decision record that is not there.");
