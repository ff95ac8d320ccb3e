// A guardrail change needs a decision: the check, and the verdict as a pure function.
export { adrGate } from "./check.js";
export { evaluate } from "./evaluate.js";
export { defaults, type AdrGateOptions, type Guardrail } from "./defaults.js";
export type { Reason } from "./reasons.js";
export type { GateChange, GateInput, Reference, Trigger, Verdict } from "./verdict.js";
