// A unified difference as `git apply` takes it.
import { keptLines } from "../git/index.js";
import { toBytes } from "../text/index.js";

const context = 3;

/** A name as git quotes it: C-style when it holds a control, a quote, a backslash or a byte above 0x7f. */
function quoted(prefix: string, path: string): string {
  const bytes = Buffer.concat([Buffer.from(prefix), toBytes(path)]);
  if (!bytes.some((byte) => byte < 0x20 || byte === 0x22 || byte === 0x5c || byte >= 0x7f)) return `${prefix}${path}`;
  const short: Readonly<Record<number, string>> = { 7: "\\a", 8: "\\b", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\" };
  return `"${[...bytes].map((byte) => short[byte] ?? (byte < 0x20 || byte >= 0x7f ? `\\${byte.toString(8).padStart(3, "0")}` : String.fromCharCode(byte))).join("")}"`;
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

type Row = { readonly mark: " " | "-" | "+"; readonly line: string };

function rowsOf(before: readonly string[], after: readonly string[]): Row[] {
  const kept = keptLines(before, after);
  const rows: Row[] = [];
  let old = 0;
  let next = 0;
  while (next < after.length || old < before.length) {
    const from = next;
    while (next < after.length && kept[next] !== true) next++;
    // The kept line is the next equal one of the old text.
    const target = next < after.length ? before.indexOf(after[next] ?? "", old) : before.length;
    for (; old < target; old++) rows.push({ mark: "-", line: before[old] ?? "" });
    for (let at = from; at < next; at++) rows.push({ mark: "+", line: after[at] ?? "" });
    if (next < after.length) {
      rows.push({ mark: " ", line: after[next] ?? "" });
      next++;
      old++;
    }
  }
  return rows;
}

function hunksOf(rows: readonly Row[]): string {
  let text = "";
  let oldLine = 1;
  let newLine = 1;
  let at = 0;
  while (at < rows.length) {
    if (rows[at]?.mark === " ") {
      at++;
      oldLine++;
      newLine++;
      continue;
    }
    const start = Math.max(0, at - context);
    let end = at;
    for (let next = at; next < rows.length && next <= end + 2 * context; next++) if (rows[next]?.mark !== " ") end = next;
    const stop = Math.min(rows.length, end + 1 + context);
    const part = rows.slice(start, stop);
    const olds = part.filter(({ mark }) => mark !== "+").length;
    const news = part.filter(({ mark }) => mark !== "-").length;
    const lead = at - start;
    const oldStart = olds === 0 ? 0 : oldLine - lead;
    const newStart = news === 0 ? 0 : newLine - lead;
    text += `@@ -${oldStart},${olds} +${newStart},${news} @@\n`;
    for (const { mark, line } of part) text += line.endsWith("\n") ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`;
    for (; at < stop; at++) {
      if (rows[at]?.mark !== "+") oldLine++;
      if (rows[at]?.mark !== "-") newLine++;
    }
  }
  return text;
}

const fileMode = (mode: number | undefined): string => (((mode ?? 0) & 0o111) === 0 ? "100644" : "100755");

/** Git keeps of a mode whether a file can be run; a change of it is a change to the other. */
function modeLines(before: string | undefined, after: string | undefined, mode: number | undefined): string {
  if (before === undefined) return `new file mode ${fileMode(mode)}\n`;
  if (after === undefined) return `deleted file mode ${fileMode(mode)}\n`;
  if (mode === undefined) return "";
  return `old mode ${fileMode(mode) === "100644" ? "100755" : "100644"}\nnew mode ${fileMode(mode)}\n`;
}

/**
 * The patch from one text to another; undefined is a file that is not there. Empty when nothing changes. `mode` is the Unix
 * permission of a new file, or the one that a file gets.
 */
export function patchOf(before: string | undefined, after: string | undefined, path: string, mode?: number): string {
  if (before === after && (before === undefined || mode === undefined)) return "";
  const a = quoted("a/", path);
  const b = quoted("b/", path);
  const head = `diff --git ${a} ${b}\n${modeLines(before, after, mode)}`;
  const hunks = hunksOf(rowsOf(linesOf(before ?? ""), linesOf(after ?? "")));
  return hunks === "" ? head : `${head}--- ${before === undefined ? "/dev/null" : a}\n+++ ${after === undefined ? "/dev/null" : b}\n${hunks}`;
}
