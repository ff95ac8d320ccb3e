// The JSON report: the contract's version 1.
import type { Finding } from "../check/index.js";
import type { Edit, Location, RepoError } from "../text/index.js";
import type { Report } from "./report.js";

export const place = ({ path, start, end }: Location): object => ({
  path,
  start: { line: start.line, column: start.column },
  end: { line: end.line, column: end.column },
});

export function editObject(edit: Edit): object {
  if ("range" in edit) return { path: edit.path, range: [...edit.range], text: edit.text };
  if ("create" in edit) return { path: edit.path, create: edit.create, ...(edit.mode === undefined ? {} : { mode: edit.mode }) };
  return "remove" in edit ? { path: edit.path, remove: true } : { path: edit.path, mode: edit.mode };
}

function findingObject(finding: Finding, report: Report): object {
  const { at, fix, help, data, related } = finding;
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    ...place(at),
    commit: at.commit ?? null,
    related: (related ?? []).map((one) => ({ message: one.message, ...place(one.at) })),
    ...(help === undefined ? {} : { help }),
    ...(fix === undefined ? {} : { fix: { kind: fix.kind, title: fix.title, edits: fix.edits.map(editObject) } }),
    fingerprint: finding.fingerprint,
    baseline: report.baseline(finding),
    data: data ?? {},
  };
}

const troubleObject = ({ code, message, hint, at }: RepoError): object => ({
  code,
  message,
  ...(hint === undefined ? {} : { hint }),
  ...(at === undefined ? {} : place(at)),
});

/** How many findings there are of each severity. */
export function countSeverities(findings: readonly Finding[]): { errors: number; warnings: number; notes: number } {
  const count = (severity: Finding["severity"]): number => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), notes: count("note") };
}

/** What JSON allows and a terminal or an editor would obey: C1 controls, bidirectional formatting, separators. */
const obeyed = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** An object as JSON of two spaces, pure enough to be shown as it is. */
export function printJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(obeyed, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

/** Two runs on the same input give the same bytes. The summary counts what the baseline does not accept, as the exit code does. */
export function json(report: Report): string {
  const { outcome } = report;
  const object = {
    version: 1,
    tool: report.tool,
    findings: outcome.findings.map((finding) => findingObject(finding, report)),
    commit: report.commit ?? null,
    troubles: outcome.troubles.map(troubleObject),
    skipped: outcome.skipped.map(({ path, reason }) => ({ path, reason })),
    summary: {
      checks: report.checks.map(({ name }) => name),
      notRun: outcome.notRun.map(({ check, reason }) => ({ check, reason })),
      files: report.files,
      ...countSeverities(outcome.findings.filter((finding) => report.baseline(finding) === "new")),
    },
  };
  return printJson(object);
}
