// adr-no-status: a guarded change names a decision record that states no status.
import { failRule } from "./fail-rule.js";

export const adrNoStatus = failRule("adr-no-status", "A guarded change names a decision record that states no status.");
