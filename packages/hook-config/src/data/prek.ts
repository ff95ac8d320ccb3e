// What prek knows beyond pre-commit. Source: prek 0.5.11, prek.schema.json and `prek util list-builtins`.

/** Keys of the configuration itself. */
export const prekRootKeys: readonly string[] = ["update", "auto_update", "priorities", "default_env", "minimum_prek_version", "orphan"];
/** Keys of a hook. */
export const prekHookKeys: readonly string[] = ["priority", "groups", "env", "shell", "minimum_prek_version"];
export const prekLanguages: readonly string[] = ["bun", "deno", "mise", "php"];
export const prekShells: readonly string[] = ["sh", "bash", "pwsh", "powershell", "cmd"];

/** Hooks of `repo: builtin`. */
export const builtinHooks: readonly string[] = [
  "check-added-large-files",
  "check-case-conflict",
  "check-commit-trailers",
  "check-executables-have-shebangs",
  "check-illegal-windows-names",
  "check-json",
  "check-json5",
  "check-jsonc",
  "check-merge-conflict",
  "check-shebang-scripts-are-executable",
  "check-signed-commit",
  "check-symlinks",
  "check-toml",
  "check-vcs-permalinks",
  "check-xml",
  "check-yaml",
  "deny-filename-pattern",
  "deny-pattern",
  "destroyed-symlinks",
  "detect-private-key",
  "end-of-file-fixer",
  "file-contents-sorter",
  "fix-byte-order-marker",
  "forbid-new-submodules",
  "mixed-line-ending",
  "no-commit-to-branch",
  "normalize-indentation",
  "pretty-format-json",
  "replace-pattern",
  "require-filename-pattern",
  "require-pattern",
  "requirements-txt-fixer",
  "trailing-whitespace",
];
