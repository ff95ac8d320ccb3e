// JUnit's XML, as GitLab, Jenkins and Azure read it: a suite for each check, a case for each finding.
import type { Finding } from "../check/finding.js";
import { escapeControls } from "../text/index.js";
import type { Report } from "./report.js";

/** Text for an attribute or an element: what XML 1.0 forbids is shown as an escape. */
function xml(text: string): string {
  return escapeControls(text, "\n")
    .replace(/[\ufffe\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
}

/** An error fails; a warning or a note is a case that passed, with output. */
function caseOf({ rule, severity, message, help, at }: Finding): string {
  const text = xml(`${at.path}:${at.start.line}:${at.start.column} ${severity}: ${message}${help === undefined ? "" : `\n${help}`}`);
  const body = severity === "error" ? `<failure type="${xml(rule)}" message="${xml(message)}">${text}</failure>` : `<system-out>${text}</system-out>`;
  const name = xml(`${at.path}:${at.start.line}:${at.start.column}`);
  return `    <testcase classname="${xml(rule)}" name="${name}">\n      ${body}\n    </testcase>\n`;
}

/** Findings that the baseline does not accept, and troubles as errors; a check without findings is one case that passed, or was skipped. */
export function junit(report: Report): string {
  const fresh = report.outcome.findings.filter((finding) => report.baseline(finding) === "new");
  const names = [...new Set([...report.checks.map(({ name }) => name), ...fresh.map(({ rule }) => rule.replace(/\/.*$/, ""))])];
  const suites = names.map((name) => {
    const own = fresh.filter(({ rule }) => rule.startsWith(`${name}/`));
    const skipped = report.outcome.notRun.filter(({ check }) => check === name);
    const cases = own.map(caseOf);
    const bare = `    <testcase classname="${xml(name)}" name="${xml(name)}"`;
    for (const { reason, text } of skipped) cases.push(`${bare}><skipped message="${xml(text ?? reason)}"/></testcase>\n`);
    if (cases.length === 0) cases.push(`${bare}/>\n`);
    const failures = own.filter(({ severity }) => severity === "error").length;
    return `  <testsuite name="${xml(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped.length}">\n${cases.join("")}  </testsuite>\n`;
  });
  const { troubles } = report.outcome;
  if (troubles.length > 0) {
    const cases = troubles.map(
      ({ code, message, hint, at }) =>
        `    <testcase classname="${xml(code)}" name="${xml(at?.path ?? code)}">\n      <error type="${xml(code)}" message="${xml(message)}">${xml(hint ?? message)}</error>\n    </testcase>\n`,
    );
    suites.push(`  <testsuite name="troubles" tests="${cases.length}" failures="0" errors="${cases.length}" skipped="0">\n${cases.join("")}  </testsuite>\n`);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${xml(report.tool.name)}">\n${suites.join("")}</testsuites>\n`;
}
