// Texts of generated sections: tables of contents, tables, fences. Pure, and the same for the same input.
import type { MarkdownDocument } from "@caio/repo-model/markdown";

/** A fence around a text that holds none as long. */
export function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\r\n?/g, "\n").replace(/\n+$/, "")}\n${fence}`;
}

const escapeLabel = (text: string): string => text.replace(/[[\]]/g, "\\$&").replace(/\s+/g, " ");

/** The headings behind `after` from one level to another as a list of links; `anchors` are those of all headings, in order. */
export function contents(
  { headings }: MarkdownDocument,
  anchors: readonly string[],
  after: number,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  const listed = headings.flatMap(({ level, text, range }, index) =>
    range[0] >= after && level >= from && level <= to ? [{ level, text, anchor: anchors[index] ?? "" }] : [],
  );
  const top = listed.reduce((least, { level }) => Math.min(least, level), Infinity);
  return listed.map(({ level, text, anchor }) => `${"  ".repeat(level - top)}- [${escapeLabel(text)}](#${anchor})`).join("\n");
}

function cell(value: unknown): string {
  const text = value === null || value === undefined ? "" : typeof value === "object" ? `\`${JSON.stringify(value)}\`` : String(value);
  return text
    .trim()
    .replaceAll("|", "\\|")
    .replace(/\s*[\r\n]+\s*/g, "<br>");
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** The rows of a value: of a list of maps each is a row; of a map each entry, its key first. Undefined where it is neither. */
function rowsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] | undefined {
  if (Array.isArray(value)) return value.map((item: unknown) => (isMap(item) ? item : { value: item }));
  if (!isMap(value)) return undefined;
  return Object.entries(value).map(([key, item]) => (isMap(item) ? { key, ...item } : { key, value: item }));
}

/** A value as a table; undefined where it is neither a list nor a map, or empty. */
export function table(value: unknown, columns?: readonly string[]): string | undefined {
  const rows = rowsOf(value);
  const names = columns ?? [...new Set(rows?.flatMap((row) => Object.keys(row)))];
  if (rows === undefined || names.length === 0) return undefined;
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(names.map(cell)), line(names.map(() => "---")), ...rows.map((row) => line(names.map((name) => cell(row[name]))))].join("\n");
}

/** The lines `first-last` of a text, from 1; undefined where they are not there. */
export function linesOf(text: string, span: string): string | undefined {
  const [, first = "0", last = first] = /^L?(\d+)(?:-L?(\d+))?$/.exec(span) ?? [];
  const lines = text.replace(/\r?\n$/, "").split(/\r\n|\n|\r/);
  const [from, to] = [Number(first), Number(last)];
  return from < 1 || to < from || to > lines.length ? undefined : lines.slice(from - 1, to).join("\n");
}

/** What stands between `#region NAME` and `#endregion`, or `ANCHOR: NAME` and `ANCHOR_END: NAME` (mdBook), its indentation taken off. */
export function regionOf(text: string, name: string): string | undefined {
  const lines = text.split(/\r\n|\n|\r/);
  const named = (line: string, word: RegExp): boolean => word.test(line) && line.split(/[\s:]+/).includes(name);
  const begin = lines.findIndex((line) => named(line, /(?:#\s?region|ANCHOR:)\s/));
  if (begin === -1) return undefined;
  const isAnchor = /ANCHOR:/.test(lines[begin] ?? "");
  const end = lines.findIndex((line, at) => at > begin && (isAnchor ? named(line, /ANCHOR_END:/) : /#\s?endregion/.test(line)));
  if (end === -1) return undefined;
  // Markers of other regions within are no code.
  const inside = lines.slice(begin + 1, end).filter((line) => !/#\s?(?:end)?region\b|ANCHOR(?:_END)?:/.test(line));
  const indent = inside.reduce((least, line) => (line.trim() === "" ? least : Math.min(least, line.length - line.trimStart().length)), Infinity);
  return inside.map((line) => line.slice(Number.isFinite(indent) ? indent : 0)).join("\n");
}
