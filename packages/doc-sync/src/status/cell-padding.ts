// Keeps the width of a table's cell when its text changes, where its padding allows.
import type { TextEdit } from "@caio/repo-model/text";
import type { Statement } from "./statement.js";

/** Whether the row is as long as the one above it: the columns of the table are in line. */
function isAligned(text: string, at: number): boolean {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const end = /[\r\n]|$/.exec(text.slice(at))?.index ?? 0;
  const above = text.slice(text.lastIndexOf("\n", start - 2) + 1, Math.max(0, start - 1)).replace(/\r$/, "");
  return above.length === at + end - start;
}

/** The edits with the blanks behind the cell's text made fewer or more. The last edit takes them up, so that it stays one place. */
export function keepWidth({ slot, source, range }: Statement, edits: readonly TextEdit[]): readonly TextEdit[] {
  const last = edits.at(-1);
  if (slot !== "cell" || last === undefined) return edits;
  const { text } = source;
  const grown = edits.reduce((sum, edit) => sum + edit.text.length - (edit.range[1] - edit.range[0]), 0);
  const blanks = /^ */.exec(text.slice(range[1]))?.[0].length ?? 0;
  if (grown === 0 || grown > blanks - 1 || (grown < 0 && !isAligned(text, range[0]))) return edits;
  const kept = text.slice(last.range[1], range[1]);
  const end = grown > 0 ? range[1] + grown : range[1];
  return [...edits.slice(0, -1), { ...last, range: [last.range[0], end], text: last.text + kept + " ".repeat(Math.max(0, -grown)) }];
}
