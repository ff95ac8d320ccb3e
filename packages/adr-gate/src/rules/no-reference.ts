// no-reference: a guarded change names no decision record.
import { failRule } from "./fail-rule.js";

export const noReference = failRule("no-reference", "A guarded change names no decision record.");
