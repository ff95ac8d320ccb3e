// Rows of numbers in one list: what a list of objects says, without an object a row. Each row begins with the start and the end of what it tells of.
import type { Range } from "../text/index.js";

/** The rows in the order of their starts, of equal ones the longest first: the same list where they are, as they mostly are. */
export function rowsByStart(rows: readonly number[], width: number): readonly number[] {
  const compare = (a: number, b: number): number => (rows[a] ?? 0) - (rows[b] ?? 0) || (rows[b + 1] ?? 0) - (rows[a + 1] ?? 0);
  let at = width;
  while (at < rows.length && compare(at - width, at) <= 0) at += width;
  if (at >= rows.length) return rows;
  const order = Array.from({ length: rows.length / width }, (_, index) => index * width).toSorted(compare);
  const sorted: number[] = [];
  for (const from of order) for (let column = 0; column < width; column++) sorted.push(rows[from + column] ?? 0);
  return sorted;
}

/** The first two numbers of each row. */
export function rangesOf(rows: readonly number[], width = 2): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at < rows.length; at += width) ranges.push([rows[at] ?? 0, rows[at + 1] ?? 0]);
  return ranges;
}
