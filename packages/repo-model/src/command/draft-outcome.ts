// Findings of a command (doctor) as an outcome.
import type { Draft, Finding, Outcome, Severity } from "../check/index.js";
import { withFingerprints } from "../check/fingerprint.js";
import type { OpenRun } from "./open-run.js";

/** Gives drafts their full rule names and fingerprints. */
export function draftOutcome(opened: OpenRun, drafts: readonly (Draft & { readonly rule: string; readonly severity: Severity })[]): Outcome {
  const name = opened.checks[0]?.check.name ?? "caio";
  const raw = drafts.map((draft) => ({ ...draft, ruleId: draft.rule, rule: `${name}/${draft.rule}` as const }));
  const findings: Finding[] = withFingerprints(raw).map(({ ruleId: _id, fingerprintText: _text, ...finding }) => finding);
  return { findings, troubles: opened.troubles, skipped: [], notRun: [] };
}
