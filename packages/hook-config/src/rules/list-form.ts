// list-form: a configuration that is a list, the form before pre-commit 0.15.
import { changeRule } from "./fault-rule.js";

export const listForm = changeRule({
  id: "list-form",
  summary: "The configuration is a list of repositories, the form before pre-commit 0.15.",
  severity: "error",
});
