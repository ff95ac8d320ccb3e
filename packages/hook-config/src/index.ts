// Git-hook configuration: the check, and its parts as functions.
export { hookConfig } from "./check.js";
export { migrateConfig, migrateManifest, type Migration } from "./migrate/migrate.js";
export type { MigrationOptions } from "./migrate/changes.js";
export { validateConfig, validateManifest, type Validation, type ValidationError, type ValidationWarning } from "./validate/validate.js";
export type { HookConfigOptions } from "./defaults.js";
