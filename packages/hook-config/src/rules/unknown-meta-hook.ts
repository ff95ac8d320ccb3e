// unknown-meta-hook: a meta hook that does not exist.
import { faultRule } from "./fault-rule.js";

export const unknownMetaHook = faultRule({ id: "unknown-meta-hook", summary: "A hook of `repo: meta` is none that pre-commit has.", severity: "error" });
