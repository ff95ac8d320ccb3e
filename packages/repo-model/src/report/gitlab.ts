// GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
import { escapeControls } from "../text/index.js";
import { printJson } from "./json.js";
import type { Report } from "./report.js";

const severities = { error: "major", warning: "minor", note: "info" } as const;

/** One entry a finding that the baseline does not accept, and one a trouble. Paths as they are, and fingerprints that are unique. */
export function gitlab(report: Report): string {
  const { findings, troubles } = report.outcome;
  const entries = findings
    .filter((finding) => report.baseline(finding) === "new")
    .map(({ rule, severity, message, help, at, fingerprint }) => ({
      type: "issue",
      check_name: rule,
      description: escapeControls(help === undefined ? message : `${message} ${help}`, "\n"),
      severity: severities[severity],
      categories: ["Bug Risk"],
      fingerprint: at.commit === undefined ? fingerprint : `${fingerprint}-${at.commit}`,
      location: { path: at.path, lines: { begin: at.start.line, end: at.end.line } },
    }));
  const unable = troubles.map(({ code, message, hint, at }, index) => ({
    type: "issue",
    check_name: code,
    description: escapeControls(hint === undefined ? message : `${message} ${hint}`, "\n"),
    severity: "blocker",
    categories: ["Bug Risk"],
    fingerprint: `trouble-${code}-${index}`,
    location: { path: at?.path ?? ".", lines: { begin: at?.start.line ?? 1, end: at?.end.line ?? 1 } },
  }));
  return printJson([...entries, ...unable]);
}
