// Annotations of GitHub Actions: workflow commands, one line each.
import type { Finding } from "../check/finding.js";
import { escapeControls, type Location } from "../text/index.js";
import type { Report } from "./report.js";

// As actions/toolkit's `command.ts` escapes: data, and properties more.
const data = (text: string): string => escapeControls(text, "\n").replaceAll("%", "%25").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
const kinds = { error: "error", warning: "warning", note: "notice" } as const;

function command(kind: string, title: string, message: string, at?: Location): string {
  const place =
    at === undefined || at.commit !== undefined
      ? ""
      : `file=${property(at.path)},line=${at.start.line},endLine=${at.end.line},col=${at.start.column},endColumn=${at.end.column},`;
  return `::${kind} ${place}title=${property(title)}::${data(message)}\n`;
}

/** GitHub shows as many annotations of a kind in a step. */
const mostOfVerdict = 10;

/** Of a check that gives one verdict on a change the first places, and how many are left out. */
function withinLimit(report: Report, findings: readonly Finding[]): { readonly shown: readonly Finding[]; readonly counts: readonly string[] } {
  const left = new Map<string, { shown: number; over: number }>();
  for (const { name, isVerdict } of report.checks) if (isVerdict === true) left.set(name, { shown: 0, over: 0 });
  const shown = findings.filter(({ rule }) => {
    const count = left.get(rule.slice(0, rule.indexOf("/")));
    if (count === undefined || count.shown++ < mostOfVerdict) return true;
    count.over++;
    return false;
  });
  return { shown, counts: [...left].flatMap(([name, { over }]) => (over === 0 ? [] : [command("notice", name, `and ${over} more`)])) };
}

/** One annotation a finding and a trouble; nothing of the repository can end a command or begin one. */
export function github(report: Report): string {
  const { shown, counts } = withinLimit(
    report,
    report.outcome.findings.filter((finding) => report.baseline(finding) === "new"),
  );
  const findings = shown.map(({ severity, rule, message, help, at }) =>
    command(kinds[severity], rule, help === undefined ? message : `${message}\n${help}`, at),
  );
  const troubles = report.outcome.troubles.map(({ code, message, hint, at }) =>
    command("error", code, hint === undefined ? message : `${message}\n${hint}`, at),
  );
  return [...findings, ...counts, ...troubles].join("");
}
