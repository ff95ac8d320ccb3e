// legacy-stage: a stage under the name that it had before pre-commit 3.2.
import { changeRule } from "./fault-rule.js";

export const legacyStage = changeRule({ id: "legacy-stage", summary: "A stage has the name that it had before pre-commit 3.2.", severity: "warning" });
