// Checks: facts are read, rules judge them, findings carry fixes.
export { defineCheck, defineRule, type CheckDefinition } from "./define-check.js";
export { asRepoError } from "./judge-check.js";
export { judgeApart, judgedApart, type ApartAnswer, type JudgeApart } from "./apart.js";
export { isVerdictOf, readText, rulesOf, runChecks, type CheckSettings, type EngineRun, type RunOutcome } from "./engine.js";
export { addedRanges, bothScopes, changeScope, fullScope, outsideScope, pathScope, shardScope, type AddedRanges } from "./scope.js";
export { idleFindings } from "./idle-suppressions.js";
export { sortedOutcome } from "./order.js";
export { findSuppressions, type InlineSuppression, type SuppressionUse } from "./suppression.js";
export type { Check, CheckOptions, CheckRun, RawFinding, RuleInfo } from "./check.js";
export type { CiInput, Context, Machine, Scope } from "./context.js";
export type { Draft, Finding, Fix, GuardedText, JsonObject, JsonValue, Outcome, Related, Severity } from "./finding.js";
export { stdinLimit, type CheckFlag, type Command, type CommandCall, type CommandResult, type Flag, type Terminal } from "./command.js";
export type { Rule, Suggestion } from "./rule.js";
export { withFingerprints } from "./fingerprint.js";
export { plainFinding, WholeFinding } from "./whole-finding.js";
