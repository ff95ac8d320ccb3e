// Rows of numbers in one list: what a list of objects says, without an object a row. Each row begins with the start and the end of what it tells of.
import type { Range } from "../text/index.js";

/** Whether the row at `a` may stand before the one at `b`: by their starts, of equal ones the longest first. */
function isBefore(rows: readonly number[], a: number, b: number): boolean {
  const [start, other] = [rows[a] as number, rows[b] as number];
  return start < other || (start === other && (rows[a + 1] as number) >= (rows[b + 1] as number));
}

/** Whether the rows are in order, as most are: starts alone tell, but for equal ones. */
function isInOrder(rows: readonly number[], width: number): boolean {
  for (let at = width; at < rows.length; at += width) if ((rows[at - width] as number) >= (rows[at] as number) && !isBefore(rows, at - width, at)) return false;
  return true;
}

/** Where the rows begin that are in order up to the next of these places. */
function runsOf(rows: readonly number[], width: number): number[] {
  const runs = [0];
  for (let at = width; at < rows.length; at += width) if (!isBefore(rows, at - width, at)) runs.push(at);
  runs.push(rows.length);
  return runs;
}

/** Merges two runs that stand side by side. */
function merge(rows: readonly number[], width: number, from: number, middle: number, to: number, into: number[]): void {
  let [left, right] = [from, middle];
  while (left < middle || right < to) {
    const isLeft = right >= to || (left < middle && isBefore(rows, left, right));
    const at = isLeft ? left : right;
    for (let column = 0; column < width; column++) into.push(rows[at + column] as number);
    if (isLeft) left += width;
    else right += width;
  }
}

/**
 * The rows in the order of their starts, of equal ones the longest first: the same list where they are. Those of headings, of paragraphs and of
 * cells are in order each, so that runs are merged.
 */
export function rowsByStart(rows: readonly number[], width: number): readonly number[] {
  if (isInOrder(rows, width)) return rows;
  let sorted = rows;
  for (let runs = runsOf(sorted, width); runs.length > 2;) {
    const into: number[] = [];
    const left = [0];
    for (let run = 0; run + 1 < runs.length; run += 2) {
      const middle = runs[run + 1] as number;
      merge(sorted, width, runs[run] as number, middle, runs[run + 2] ?? middle, into);
      left.push(into.length);
    }
    sorted = into;
    runs = left;
  }
  return sorted;
}

const none: readonly number[] = [];

/** A copy that is no larger than it must be, of a list that is filled again for the next document. */
export function keptRows(rows: readonly number[]): readonly number[] {
  return rows.length === 0 ? none : rows.slice();
}

/** The first two numbers of each row. */
export function rangesOf(rows: readonly number[], width = 2): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at < rows.length; at += width) ranges.push([rows[at] ?? 0, rows[at + 1] ?? 0]);
  return ranges;
}
