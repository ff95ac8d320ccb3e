// The report for people: findings by check and file with the line they stand on, what to do next, one line of totals.
import type { Finding } from "../check/index.js";
import { escapeControls, sourceOf, type Location } from "../text/index.js";
import { codeFrame } from "./code-frame.js";
import { countSeverities } from "./json.js";
import type { Report } from "./report.js";

type Paint = (text: string, style: keyof typeof codes) => string;
const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;
const colorOf = { error: "red", warning: "yellow", note: "blue" } as const;
const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

function frame(at: Location, color: keyof typeof codes, paint: Paint, width: number): string {
  const drawn = codeFrame(at, sourceOf(at), width);
  if (drawn === undefined) return "";
  const number = String(at.start.line).padStart(5);
  return `${paint(`${number} │`, "dim")} ${drawn.line}\n${paint("      │", "dim")} ${" ".repeat(drawn.lead)}${paint("^".repeat(drawn.carets), color)}\n`;
}

/** What a finding is shown with. */
type Shown = Pick<Report, "baseline" | "style">;

const painter = (hasColor: boolean): Paint => (hasColor ? (inner, name) => `\x1b[${codes[name]}m${inner}\x1b[0m` : (inner) => inner);

function findingText(finding: Finding, report: Shown, paint: Paint): string {
  const { at, severity, rule } = finding;
  const color = colorOf[severity];
  const commit = at.commit === undefined ? "" : paint(` (commit ${at.commit.slice(0, 10)})`, "dim");
  const known = report.baseline(finding) === "known" ? paint(" [baseline]", "dim") : "";
  // Joined at once: a text that grows by pieces is kept in pieces, of which many findings have very many.
  const text = [
    `${escapeControls(at.path)}:${at.start.line}:${at.start.column}${commit} ${paint(severity, color)} ${escapeControls(finding.message)} ${paint(rule, "dim")}${known}\n`,
    frame(at, color, paint, report.style.width),
  ];
  for (const related of finding.related ?? []) {
    text.push(`        ${paint(`${escapeControls(related.at.path)}:${related.at.start.line}`, "dim")} ${escapeControls(related.message)}\n`);
  }
  if (finding.help !== undefined) text.push(`        ${paint("help:", "cyan")} ${escapeControls(finding.help)}\n`);
  if (finding.fix !== undefined)
    text.push(`        ${paint(finding.fix.kind === "safe" ? "fix:" : "suggested fix:", "green")} ${escapeControls(finding.fix.title)}\n`);
  text.push("\n");
  return text.join("");
}

/** How many notes of one rule are shown before they are counted: what is no fault must not bury what is one. */
const shownNotes = 5;

/** Notes of a rule beyond the first few are folded into a count. */
function folded(all: readonly Finding[]): { readonly shown: readonly Finding[]; readonly more: ReadonlyMap<string, number> } {
  const notes = new Map<string, number>();
  const more = new Map<string, number>();
  const shown = all.filter(({ rule }) => {
    const count = (notes.get(rule) ?? 0) + 1;
    notes.set(rule, count);
    if (count > shownNotes) more.set(rule, count - shownNotes);
    return count <= shownNotes;
  });
  return { shown, more };
}

/** The finding whose rule is worth explaining: the first that is no note, in the order in which a run tells them. Commands and the engine report rules that have no document. */
function mostTelling(findings: readonly Finding[], checks: Report["checks"]): Finding | undefined {
  const placeOf = placesOf(checks);
  let first: Finding | undefined;
  let least: readonly number[] = [];
  for (const finding of findings) {
    const place = placeOf(finding);
    if (place === undefined) continue;
    const own = [finding.severity === "note" ? 1 : 0, ...place];
    if (first !== undefined && compare(own, least) >= 0) continue;
    first = finding;
    least = own;
  }
  return first;
}

function nextSteps(findings: readonly Finding[], report: Report): string {
  const safe = findings.filter(({ fix }) => fix?.kind === "safe").length;
  const suggested = findings.filter(({ fix }) => fix?.kind === "suggested").length;
  const first = mostTelling(findings, report.checks);
  const lines: string[] = [];
  if (safe > 0) lines.push(`${plural(safe, "finding")} can be fixed: \`--diff\` shows how, \`--fix\` does it.`);
  if (suggested > 0) lines.push(`${plural(suggested, "finding")} ${suggested === 1 ? "has" : "have"} a suggested fix: \`--fix-suggested\`.`);
  if (first !== undefined && !report.style.quiet) lines.push(`What a rule means: \`explain ${first.rule}\`.`);
  return lines.map((line) => `${line}\n`).join("");
}

type RulePlace = readonly [check: number, part: number];

/** Where the findings of a rule stand among all: by check and part. Undefined for a rule that no check has. */
function placesOf(checks: Report["checks"]): (finding: Finding) => RulePlace | undefined {
  const places = new Map(checks.flatMap(({ name, rules }, index) => rules.map(({ id, part = 1 }): [string, RulePlace] => [`${name}/${id}`, [index, part]])));
  return ({ rule }) => places.get(rule);
}

/** The first difference of two lists of the same length decides. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, one] of a.entries()) if (one !== b[index]) return one - (b[index] ?? 0);
  return 0;
}

/** Findings in the order in which a run tells them. */
function inOrder(findings: readonly Finding[], checks: Report["checks"]): readonly Finding[] {
  const placeOf = placesOf(checks);
  const last: RulePlace = [checks.length, 0];
  return findings.toSorted((a, b) => compare(placeOf(a) ?? last, placeOf(b) ?? last));
}

/** The findings that a report shows: what the baseline accepts with `verbose` alone, and with `quiet` nothing but errors. */
const wantedOf = (findings: readonly Finding[], { baseline, style }: Shown): readonly Finding[] =>
  findings.filter((finding) => (style.verbose || baseline(finding) === "new") && (!style.quiet || finding.severity === "error"));

/** Findings that are no notes, as a terminal shows them: what a report begins with, while the rest is not known yet. */
export function faultsText(findings: readonly Finding[], report: Shown): string {
  const paint = painter(report.style.color);
  return wantedOf(findings, report)
    .filter(({ severity }) => severity !== "note")
    .map((finding) => findingText(finding, report, paint))
    .join("");
}

/**
 * What a terminal shows. Names and messages are escaped; colours only where `style.color` says so. What the baseline accepts is
 * counted, and shown with `verbose` alone; so are notes of a rule beyond the first five.
 */
export function text(report: Report): string {
  return `${faultsText(inOrder(report.outcome.findings, report.checks), report)}${endText(report)}`;
}

/** The report from its notes on: what is no fault stands behind what is one. */
export function endText(report: Report): string {
  const { outcome, style } = report;
  const paint = painter(style.color);
  const fresh = outcome.findings.filter((finding) => report.baseline(finding) === "new");
  const notes = wantedOf(outcome.findings, report).filter(({ severity }) => severity === "note");
  const { shown, more } = style.verbose ? { shown: notes, more: new Map<string, number>() } : folded(notes);
  let result = shown.map((finding) => findingText(finding, report, paint)).join("");
  for (const [rule, count] of more)
    result += `${plural(count, "further note")} of ${paint(rule, "dim")}: \`--verbose\` shows ${count === 1 ? "it" : "them"}.\n`;
  for (const { code, message, hint, at } of outcome.troubles) {
    const place = at === undefined ? "" : `${escapeControls(at.path)}:${at.start.line}:${at.start.column} `;
    result += `${place}${paint("trouble", "red")} ${escapeControls(message)} ${paint(code, "dim")}\n${hint === undefined ? "" : `        ${paint("help:", "cyan")} ${escapeControls(hint)}\n`}\n`;
  }
  const counts = countSeverities(fresh);
  const { errors, warnings } = counts;
  if (style.quiet) return result;
  if (style.verbose) for (const { path, reason } of outcome.skipped) result += `skipped ${escapeControls(path)}: ${escapeControls(reason)}\n`;
  for (const { check, reason, text: words } of outcome.notRun) result += `${check} did not run: ${escapeControls(words ?? reason)}\n`;
  result += nextSteps(fresh, report);
  const skipped = outcome.skipped.length === 0 ? "" : `, ${outcome.skipped.length} skipped`;
  const head = errors + outcome.troubles.length > 0 ? paint("✗", "red") : warnings > 0 ? paint("!", "yellow") : paint("✓", "green");
  const totals =
    errors + warnings + counts.notes === 0
      ? outcome.troubles.length > 0
        ? "no findings"
        : "nothing found"
      : [plural(errors, "error"), plural(warnings, "warning"), plural(counts.notes, "note")].join(", ");
  const trouble = outcome.troubles.length === 0 ? "" : `, ${plural(outcome.troubles.length, "trouble")}`;
  const accepted = outcome.findings.length - fresh.length;
  const known = accepted === 0 ? "" : `, ${accepted} accepted by the baseline`;
  // A command may judge a history or a change, not files.
  const files = report.files > 0 ? `: ${plural(report.files, "file")}` : outcome.findings.length > 0 ? "" : ": no files read";
  return `${result}${head} ${totals}${known}${trouble} (${report.checks.map(({ name }) => name).join(", ")}${files}${skipped})\n${(style.hints ?? []).map((hint) => `${paint(hint, "dim")}\n`).join("")}`;
}
