// The options in force where no configuration says otherwise.

/** Options of hook-config. */
export interface HookConfigOptions {
  /** Files that are read as pre-commit configurations. */
  readonly files: readonly string[];
}

export const defaults: HookConfigOptions = { files: ["/.pre-commit-config.yaml"] };
