// The keys of pre-commit's files. Source: pre-commit 4.7.0, clientlib.py.

/** Keys of the configuration itself. */
export const rootKeys: readonly string[] = [
  "minimum_pre_commit_version",
  "repos",
  "default_install_hook_types",
  "default_language_version",
  "default_stages",
  "files",
  "exclude",
  "fail_fast",
  "ci",
];
export const repositoryKeys: readonly string[] = ["repo", "rev", "hooks"];
/** Keys of a hook, in a configuration and in a manifest. */
export const hookKeys: readonly string[] = [
  "id",
  "name",
  "entry",
  "language",
  "alias",
  "files",
  "exclude",
  "types",
  "types_or",
  "exclude_types",
  "additional_dependencies",
  "args",
  "always_run",
  "fail_fast",
  "pass_filenames",
  "description",
  "language_version",
  "log_file",
  "minimum_pre_commit_version",
  "require_serial",
  "stages",
  "verbose",
];

/** Hooks of `repo: meta`. */
export const metaHooks: readonly string[] = ["check-hooks-apply", "check-useless-excludes", "identity"];
