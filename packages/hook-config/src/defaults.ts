// The options in force where no configuration says otherwise.

/** Options of hook-config. */
export interface HookConfigOptions {
  /** Files that are read as configurations or manifests of pre-commit. */
  readonly files: readonly string[];
}

export const defaults: HookConfigOptions = { files: ["/.pre-commit-config.yaml", "/.pre-commit-hooks.yaml"] };
