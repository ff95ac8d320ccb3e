// adr-rejected: a guarded change names a decision record that was rejected.
import { failRule } from "./fail-rule.js";

export const adrRejected = failRule("adr-rejected", "A guarded change names a decision record that was rejected.");
