// unknown-key: a key that pre-commit does not read.
import { faultRule } from "./fault-rule.js";

export const unknownKey = faultRule({ id: "unknown-key", summary: "A key is none that pre-commit reads.", severity: "warning" });
