// What hooks and tests need: the check, and the import scanner as a function.
export { envCheck } from "./check.js";
export { collectNeeds, type Need, type NeedKind } from "./needs.js";
export { scanImports } from "./imports/scan.js";
export { chainText, type Certainty, type Step } from "./chain/step.js";
export type { Import, ImportContext } from "./imports/import.js";
export type { EnvCheckOptions } from "./defaults.js";
