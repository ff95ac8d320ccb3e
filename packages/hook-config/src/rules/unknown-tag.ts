// unknown-tag: a tag in `types`, `types_or` or `exclude_types` that identify does not know.
import { faultRule } from "./fault-rule.js";

export const unknownTag = faultRule({ id: "unknown-tag", summary: "A type of files is none that identify knows.", severity: "error" });
