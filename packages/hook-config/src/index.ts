// Git-hook configuration: the check, and its parts as functions.
import { listHooks as hooksOf, type Hook } from "@caio/repo-model/hooks";
import type { Repository } from "@caio/repo-model/git";

export { hookConfig } from "./check.js";
export { migrateConfig, migrateManifest, type Migration } from "./migrate/migrate.js";
export type { MigrationOptions } from "./migrate/changes.js";
export { validateConfig, validateManifest, type Validation, type ValidationError, type ValidationWarning } from "./validate/validate.js";
export { checkReady, type ReadyEnvironment } from "./ready/check-ready.js";
export type { HookConfigOptions } from "./defaults.js";

/** The hooks that a repository declares, whichever manager runs them, in the order of their files. */
export async function* listHooks(repository: Repository): AsyncIterable<Hook> {
  yield* await hooksOf(repository.files);
}
