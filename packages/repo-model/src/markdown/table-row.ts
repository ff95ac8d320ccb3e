// Rows of GFM tables: the delimiter row and the cells between unescaped pipes.
import { trimmedStart } from "./block-starts.js";

/** The number of columns that a delimiter row declares; 0 when the line is none. */
export function delimiterColumns(text: string, at: number, end: number): number {
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
    if (to === dashes) return 0;
    if (to < end && text.charCodeAt(to) === 58) {
      isMarked = true;
      to++;
    }
    columns++;
    to = trimmedStart(text, to, end);
    if (to === end) break;
    if (text.charCodeAt(to) !== 124) return 0;
    isMarked = true;
    to++;
  }
  return isMarked ? columns : 0;
}

/**
 * The cells of a row, start and end of each between its pipes, padding included, at most `most` of them, to the end of `cells`; `at..end` starts and
 * ends with no white space. Gives how many there are.
 */
export function splitRow(text: string, at: number, end: number, most: number, cells: number[]): number {
  let count = 0;
  let from = text.charCodeAt(at) === 124 ? at + 1 : at;
  for (let to = from; to < end; to++) {
    const unit = text.charCodeAt(to);
    if (unit === 92) to++;
    else if (unit === 124) {
      if (++count <= most) cells.push(from, to);
      from = to + 1;
    }
  }
  if (trimmedStart(text, from, end) < end && ++count <= most) cells.push(from, end);
  return count;
}
