// The schema of `.pre-commit-config.yaml` as facts. Source: pre-commit 4.7.0, clientlib.py and languages.

export type ValueKind = "string" | "boolean" | "strings" | "list" | "map" | "number";

/** Keys with the kind of their values, by where they stand. */
export const topKeys: Readonly<Record<string, ValueKind>> = {
  minimum_pre_commit_version: "string",
  repos: "list",
  default_install_hook_types: "strings",
  default_language_version: "map",
  default_stages: "strings",
  files: "string",
  exclude: "string",
  fail_fast: "boolean",
  ci: "map",
};

export const repositoryKeys: Readonly<Record<string, ValueKind>> = { repo: "string", rev: "string", hooks: "list" };

export const hookKeys: Readonly<Record<string, ValueKind>> = {
  id: "string",
  name: "string",
  entry: "string",
  language: "string",
  alias: "string",
  files: "string",
  exclude: "string",
  types: "strings",
  types_or: "strings",
  exclude_types: "strings",
  additional_dependencies: "strings",
  args: "strings",
  always_run: "boolean",
  fail_fast: "boolean",
  pass_filenames: "boolean",
  description: "string",
  language_version: "string",
  log_file: "string",
  minimum_pre_commit_version: "string",
  require_serial: "boolean",
  stages: "strings",
  verbose: "boolean",
};

/** What a hook of `repo: local` must say. */
export const localHookKeys: readonly string[] = ["id", "name", "entry", "language"];

/** Git's hook types that pre-commit knows, and `manual`. */
export const stages: readonly string[] = [
  "commit-msg",
  "manual",
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

/** Names of stages before pre-commit 3.2.0, and what they are called since. */
export const legacyStages: Readonly<Record<string, string>> = { commit: "pre-commit", push: "pre-push", "merge-commit": "pre-merge-commit" };
