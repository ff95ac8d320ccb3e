// adr-ambiguous: a guarded change names a number that more than one record has.
import { failRule } from "./fail-rule.js";

export const adrAmbiguous = failRule("adr-ambiguous", "A guarded change names a number that more than one record has.");
