// Stages and git's hook types. Source: pre-commit 4.7.0, clientlib.py.

/** Hook types that pre-commit installs. */
export const hookTypes: readonly string[] = [
  "commit-msg",
  "post-checkout",
  "post-commit",
  "post-merge",
  "post-rewrite",
  "pre-commit",
  "pre-merge-commit",
  "pre-push",
  "pre-rebase",
  "prepare-commit-msg",
];

/** `manual` is a stage that git never runs. */
export const stages: readonly string[] = [...hookTypes, "manual"];

/** Names of stages before pre-commit 3.2.0, and what they are called since. */
export const legacyStages: Readonly<Record<string, string>> = { commit: "pre-commit", push: "pre-push", "merge-commit": "pre-merge-commit" };

/** Stages whose hooks get no file names. */
export const stagesWithoutFiles: readonly string[] = ["post-checkout", "post-commit", "post-merge", "post-rewrite", "pre-rebase"];
