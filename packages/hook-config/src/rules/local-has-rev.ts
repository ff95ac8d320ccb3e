// local-has-rev: `rev` beside `repo: local` or `repo: meta`.
import { faultRule } from "./fault-rule.js";

export const localHasRev = faultRule({ id: "local-has-rev", summary: "A local or meta repository has a revision.", severity: "error" });
