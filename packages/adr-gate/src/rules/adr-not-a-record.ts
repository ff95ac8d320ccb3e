// adr-not-a-record: a guarded change names a file that is no decision record.
import { failRule } from "./fail-rule.js";

export const adrNotARecord = failRule("adr-not-a-record", "A guarded change names a file that is no decision record.");
