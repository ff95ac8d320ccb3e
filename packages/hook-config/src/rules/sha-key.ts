// sha-key: a repository's version under the key that it had before pre-commit 1.0.
import { changeRule } from "./fault-rule.js";

export const shaKey = changeRule({
  id: "sha-key",
  summary: "A repository's version stands under `sha`, which is `rev` since pre-commit 1.0.",
  severity: "error",
});
