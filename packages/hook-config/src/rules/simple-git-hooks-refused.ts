// simple-git-hooks-refused: a configuration of simple-git-hooks of which no hook is installed, or one that cannot run.
import { otherRule } from "./fault-rule.js";

export const simpleGitHooksRefused = otherRule({
  id: "simple-git-hooks-refused",
  summary: "simple-git-hooks installs no hook for a key that it does not know, and no command from what is no text.",
  severity: "error",
});
