// Markdown for a pull request's comment or a job's summary. Nothing of the repository is markup in it.
import type { Finding } from "../check/finding.js";
import { escapeControls } from "../text/index.js";
import { countSeverities } from "./json.js";
import type { Report } from "./report.js";

/** GitHub takes comments of 65,536 characters. */
const limit = 60_000;

/** Text without markup: punctuation escaped; comments keep mentions, issue numbers and bare addresses from becoming links. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()!|~^$+\-.=>]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[@#]|:(?=\/\/)|(?<=www)(?=\\\.)/gi, "$&<!-- -->");
}

/** A code span of any text (CommonMark 6.1); HTML and mentions hold nothing in one. */
function code(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(text) ? " " : "";
  return text === "" ? "" : `${fence}${pad}${text}${pad}${fence}`;
}

/** A message of ours: its values in backticks become code, all else is plain. */
function sentence(text: string): string {
  const parts = escapeControls(text).split("`");
  // An odd backtick is a value's own: what follows it is no code.
  const isOdd = parts.length % 2 === 0;
  return parts.map((part, index) => (index % 2 === 0 ? plain(part) : isOdd && index === parts.length - 1 ? plain(`\`${part}`) : code(part))).join("");
}

const icons = { error: "❌", warning: "⚠️", note: "ℹ️" } as const;

function item({ severity, message, help, rule, at }: Finding): string {
  const place = code(`${escapeControls(at.path)}:${at.start.line}`);
  return `- ${icons[severity]} ${place} ${sentence(message)} ${code(rule)}${help === undefined ? "" : `\n  ${sentence(help)}`}\n`;
}

/** What the baseline does not accept, errors first, up to a comment's length, and then a count. */
export function markdown(report: Report): string {
  const { outcome } = report;
  const fresh = outcome.findings.filter((finding) => report.baseline(finding) === "new");
  const { errors, warnings, notes } = countSeverities(fresh);
  const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
  const totals = fresh.length === 0 ? "nothing found" : [plural(errors, "error"), plural(warnings, "warning"), plural(notes, "note")].join(", ");
  const head = `### ${errors + outcome.troubles.length > 0 ? "❌" : "✅"} caio: ${totals}${outcome.troubles.length === 0 ? "" : `, ${plural(outcome.troubles.length, "trouble")}`}\n\n`;
  const troubles = outcome.troubles.map(
    ({ code: name, message, hint, at }) =>
      `- 🛑 ${at === undefined ? "" : `${code(`${escapeControls(at.path)}:${at.start.line}`)} `}${sentence(message)} ${code(name)}${hint === undefined ? "" : `\n  ${sentence(hint)}`}\n`,
  );
  const shown = report.style.quiet ? fresh.filter(({ severity }) => severity === "error") : fresh;
  const order = { error: 0, warning: 1, note: 2 } as const;
  const items = [...troubles, ...shown.toSorted((a, b) => order[a.severity] - order[b.severity]).map(item)];
  let text = head;
  for (const [index, one] of items.entries()) {
    if (text.length + one.length > limit) return `${text}\n… and ${items.length - index} more.\n`;
    text += one;
  }
  const rest = outcome.notRun.map(({ check, reason, text: words }) => `${code(escapeControls(check))} did not run: ${sentence(words ?? reason)}\n`).join("\n");
  return rest === "" ? text : `${text}\n${rest}`;
}
