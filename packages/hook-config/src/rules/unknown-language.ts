// unknown-language: a language that pre-commit does not know.
import { faultRule } from "./fault-rule.js";

export const unknownLanguage = faultRule({ id: "unknown-language", summary: "A language is none that pre-commit knows.", severity: "error" });
