// Reporters: pure functions from an outcome to a string.
export { patchOf } from "./patch.js";
export { readBlob, type Blob } from "./read-blob.js";
export { reporterNamed } from "./reporter-named.js";
export type { Report, Reporter, ReporterLoaders, ReportWorld } from "./report.js";
