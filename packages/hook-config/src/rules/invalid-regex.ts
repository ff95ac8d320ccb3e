// invalid-regex: a pattern that Python's `re` refuses.
import { faultRule } from "./fault-rule.js";

export const invalidRegex = faultRule({ id: "invalid-regex", summary: "A pattern is no regular expression of Python.", severity: "error" });
