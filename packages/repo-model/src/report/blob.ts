// A run's outcome whole, as one part of a larger run: what `merge-reports` joins.
import type { Finding } from "../check/finding.js";
import type { SuppressionUse } from "../check/suppression.js";
import { sourceOf, type Location, type RepoError } from "../text/index.js";
import { codeFrame } from "./code-frame.js";
import { editObject, place, printJson } from "./json.js";
import type { Report } from "./report.js";

/** How much of a long line is kept on each side of a place: more than the widest terminal shows. */
const margin = 2000;

/** A place with the part of its line that reports show: `[text, how much stands before it, the line's length]`. */
function placed(at: Location): object {
  const source = sourceOf(at);
  const range = codeFrame(at, source, 80) === undefined ? undefined : source?.lineRange(at.start.line);
  const line = range === undefined ? undefined : source?.text.slice(...range);
  const base = { ...place(at), ...(at.commit === undefined ? {} : { commit: at.commit }) };
  if (line === undefined) return base;
  const from = Math.max(0, at.start.column - margin);
  const to = (at.start.line === at.end.line ? Math.min(at.end.column, at.start.column + margin) : at.start.column) + margin;
  return { ...base, frame: [line.slice(from, to), from, line.length] };
}

const findingPart = ({ rule, severity, message, help, data, fingerprint, place: mark, at, related, fix }: Finding): object => ({
  rule,
  severity,
  message,
  help,
  data,
  fingerprint,
  place: mark,
  at: placed(at),
  ...(related === undefined ? {} : { related: related.map((one) => ({ message: one.message, at: placed(one.at) })) }),
  ...(fix === undefined ? {} : { fix: { ...fix, edits: fix.edits.map(editObject) } }),
});

const troublePart = ({ code, message, hint, at }: RepoError): object => ({
  code,
  message,
  ...(hint === undefined ? {} : { hint }),
  ...(at === undefined ? {} : { at: placed(at) }),
});

const usePart = ({ at, ...rest }: SuppressionUse): object => ({ ...rest, at: placed(at) });

/** The part as JSON. Its form is no contract: only the same version of caio reads it. */
export function blob(report: Report): string {
  const { outcome, tool, commit, checks, part } = report;
  return printJson({
    blob: 1,
    tool,
    commit: commit ?? null,
    checks: checks.map(({ name }) => name),
    shard: part?.shard ?? null,
    isFull: part?.isFull ?? false,
    findings: outcome.findings.map(findingPart),
    troubles: outcome.troubles.map(troublePart),
    skipped: outcome.skipped,
    notRun: outcome.notRun,
    suppressions: (part?.suppressions ?? []).map(usePart),
    read: part?.read ?? [],
  });
}
