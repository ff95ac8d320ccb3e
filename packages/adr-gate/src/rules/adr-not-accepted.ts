// adr-not-accepted: a guarded change names a decision record that is not accepted.
import { failRule } from "./fail-rule.js";

export const adrNotAccepted = failRule("adr-not-accepted", "A guarded change names a decision record that is not accepted.");
