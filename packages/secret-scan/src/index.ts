// Secrets in files: the check, and the scan as a function.
export { secretScan } from "./check.js";
export { maskText, maskValue } from "./mask.js";
export { providers, type Provider } from "./providers/index.js";
export { scanBytes } from "./scan.js";
export type { SecretScanOptions } from "./defaults.js";
export type { Candidate, Kind, Label } from "./detect/candidate.js";
