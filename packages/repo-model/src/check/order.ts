// The order of everything in a report, so that the same findings give the same bytes.
import type { RepoError } from "../text/index.js";
import type { Finding, Outcome } from "./finding.js";

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By path, line, column, rule; then by commit and message. */
export function compareFindings(a: Pick<Finding, "at" | "rule" | "message">, b: Pick<Finding, "at" | "rule" | "message">): number {
  return (
    byText(a.at.path, b.at.path) ||
    a.at.start.line - b.at.start.line ||
    a.at.start.column - b.at.start.column ||
    byText(a.rule, b.rule) ||
    byText(a.at.commit ?? "", b.at.commit ?? "") ||
    byText(a.message, b.message)
  );
}

function compareTroubles(a: RepoError, b: RepoError): number {
  return (
    byText(a.at?.path ?? "", b.at?.path ?? "") ||
    (a.at?.start.line ?? 0) - (b.at?.start.line ?? 0) ||
    (a.at?.start.column ?? 0) - (b.at?.start.column ?? 0) ||
    byText(a.code, b.code) ||
    byText(a.message, b.message)
  );
}

/** Sorted, and what several checks said in the same words is said once. */
export function sortedOutcome({ findings, troubles, skipped, notRun }: Outcome): Outcome {
  const sorted = troubles.toSorted(compareTroubles);
  return {
    findings: findings.toSorted(compareFindings),
    troubles: sorted.filter((one, index) => index === 0 || compareTroubles(sorted[index - 1] ?? one, one) !== 0),
    skipped: skipped.toSorted((a, b) => byText(a.path, b.path) || byText(a.reason, b.reason)),
    notRun: notRun.filter(({ check, reason }, index) => notRun.findIndex((one) => one.check === check && one.reason === reason) === index),
  };
}
