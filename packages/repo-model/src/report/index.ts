// Reporters: pure functions from an outcome to a string.
export type { Report, Reporter } from "./report.js";
