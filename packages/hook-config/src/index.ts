// Git-hook configuration: the check, and the migration as a function.
export { hookConfig } from "./check.js";
export { migrateConfig, type Migration } from "./migrate.js";
export type { HookConfigOptions } from "./defaults.js";
