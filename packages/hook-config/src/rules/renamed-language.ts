// renamed-language: `system` and `script`, which pre-commit 4.4 calls otherwise; asked for alone, since older ones know the old names.
import { changeRule } from "./fault-rule.js";

export const renamedLanguage = changeRule({
  id: "renamed-language",
  summary: "The languages `system` and `script` have new names since pre-commit 4.4.",
  severity: "off",
});
