// sha-and-rev: `sha` beside `rev`.
import { changeRule } from "./fault-rule.js";

export const shaAndRev = changeRule({ id: "sha-and-rev", summary: "A repository has both `sha` and `rev`.", severity: "warning" });
