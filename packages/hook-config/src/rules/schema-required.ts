// schema-required: a key that must be there.
import { faultRule } from "./fault-rule.js";

export const schemaRequired = faultRule(
  { id: "schema-required", summary: "A key that pre-commit needs is missing.", severity: "error" },
  // A repository with `sha` is told by `sha-key`.
  ({ changes }, key) => key === "rev" && changes.some(({ rule }) => rule === "sha-key"),
);
