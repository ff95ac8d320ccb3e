// Findings of a command (doctor) as an outcome.
import type { Draft, Finding, Outcome, Severity } from "../check/index.js";
import { withFingerprints } from "../check/fingerprint.js";
import type { OpenRun } from "./open-run.js";

const rank: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

/** Gives drafts their full rule names and fingerprints. A rule that is off is left out, one that is lowered holds for its drafts too. */
export function draftOutcome(opened: OpenRun, drafts: readonly (Draft & { readonly rule: string; readonly severity: Severity })[]): Outcome {
  const [own] = opened.checks;
  const name = own?.check.name ?? "caio";
  const raw = drafts.flatMap((draft) => {
    const known = own?.check.rules.some(({ id }) => id === draft.rule) === true;
    const set = known && own !== undefined ? own.settings.severity(draft.rule, draft.at.path) : draft.severity;
    if (set === "off") return [];
    return [{ ...draft, severity: rank[set] < rank[draft.severity] ? set : draft.severity, ruleId: draft.rule, rule: `${name}/${draft.rule}` as const }];
  });
  const findings: Finding[] = withFingerprints(raw).map(({ ruleId: _id, fingerprintText: _text, ...finding }) => finding);
  return { findings, troubles: opened.troubles, skipped: [], notRun: [] };
}
