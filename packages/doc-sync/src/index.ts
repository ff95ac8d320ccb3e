// Documents that agree with what they refer to.
export { docSync } from "./check.js";
export type { DocSyncOptions } from "./defaults.js";
