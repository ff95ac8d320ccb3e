// rev-not-string: a revision that YAML reads as another kind of value.
import { faultRule } from "./fault-rule.js";

export const revNotString = faultRule({ id: "rev-not-string", summary: "A revision is read as a number or a date.", severity: "error" });
