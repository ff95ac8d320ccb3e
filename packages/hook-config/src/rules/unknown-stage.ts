// unknown-stage: a stage or hook type that pre-commit does not know.
import { faultRule } from "./fault-rule.js";

export const unknownStage = faultRule({ id: "unknown-stage", summary: "A stage is none that pre-commit knows.", severity: "error" });
