// pcre-language: the language `pcre`, which is gone.
import { changeRule } from "./fault-rule.js";

export const pcreLanguage = changeRule({ id: "pcre-language", summary: "The language `pcre` is gone since pre-commit 2.0.", severity: "error" });
