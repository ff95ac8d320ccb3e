// adr-too-old: a guarded change names a decision record that is too old.
import { failRule } from "./fail-rule.js";

export const adrTooOld = failRule("adr-too-old", "A guarded change names a decision record that is too old.");
