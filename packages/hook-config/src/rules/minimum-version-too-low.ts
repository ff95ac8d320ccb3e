// minimum-version-too-low: `minimum_pre_commit_version` below the version that knows a stage or language.
import { changeRule } from "./fault-rule.js";

export const minimumVersionTooLow = changeRule(
  { id: "minimum-version-too-low", summary: "The lowest version of pre-commit does not know a name that is used.", severity: "warning" },
  "suggested",
);
