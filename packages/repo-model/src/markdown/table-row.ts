// Rows of GFM tables: the delimiter row and the cells between unescaped pipes.
import type { Range } from "../text/index.js";
import { trimmedEnd, trimmedStart } from "./block-starts.js";

/** The number of columns that a delimiter row declares; undefined when the line is none. */
export function delimiterColumns(text: string, at: number, end: number): number | undefined {
  let isMarked = false;
  let columns = 0;
  let to = at;
  if (text.charCodeAt(to) === 124) {
    isMarked = true;
    to++;
  }
  for (;;) {
    to = trimmedStart(text, to, end);
    if (to === end) break;
    if (text.charCodeAt(to) === 58) {
      isMarked = true;
      to++;
    }
    const dashes = to;
    while (to < end && text.charCodeAt(to) === 45) to++;
    if (to === dashes) return undefined;
    if (to < end && text.charCodeAt(to) === 58) {
      isMarked = true;
      to++;
    }
    columns++;
    to = trimmedStart(text, to, end);
    if (to === end) break;
    if (text.charCodeAt(to) !== 124) return undefined;
    isMarked = true;
    to++;
  }
  return isMarked && columns > 0 ? columns : undefined;
}

/** The ranges between the pipes of a row, padding included; `at..end` starts and ends with no white space. */
export function splitRow(text: string, at: number, end: number): Range[] {
  const cells: Range[] = [];
  let from = text.charCodeAt(at) === 124 ? at + 1 : at;
  for (let to = from; to < end; to++) {
    const unit = text.charCodeAt(to);
    if (unit === 92) to++;
    else if (unit === 124) {
      cells.push([from, to]);
      from = to + 1;
    }
  }
  if (trimmedStart(text, from, end) < end) cells.push([from, end]);
  return cells;
}

/** The range without white space at its ends. */
export function trimmedRange(text: string, [start, end]: Range): Range {
  const from = trimmedStart(text, start, end);
  return [from, trimmedEnd(text, from, end)];
}
