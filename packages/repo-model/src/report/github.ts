// Annotations of GitHub Actions: workflow commands, one line each.
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

/** One annotation a finding and a trouble; nothing of the repository can end a command or begin one. */
export function github(report: Report): string {
  const findings = report.outcome.findings
    .filter((finding) => report.baseline(finding) === "new")
    .map(({ severity, rule, message, help, at }) => command(kinds[severity], rule, help === undefined ? message : `${message}\n${help}`, at));
  const troubles = report.outcome.troubles.map(({ code, message, hint, at }) =>
    command("error", code, hint === undefined ? message : `${message}\n${hint}`, at),
  );
  return [...findings, ...troubles].join("");
}
