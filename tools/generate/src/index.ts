// What follows from the checks, generated.
export { findChecks, type PackagedCheck } from "./find-checks.js";
export { generate, type GeneratedFile } from "./generate.js";
export { run, type World } from "./run.js";
