// A cursor over one line that counts columns, tabs as CommonMark counts them (stops of four).

/** The line being read; `at` and `column` move on as containers take their prefixes. */
export interface LineCursor {
  readonly text: string;
  start: number;
  /** Without the line end. */
  end: number;
  at: number;
  column: number;
  /** Found by `measure`: the first unit that is no space or tab, and the columns up to it. */
  content: number;
  indent: number;
  blank: boolean;
}

const tab = 9;
const space = 32;

export function lineCursor(text: string): LineCursor {
  return { text, start: 0, end: 0, at: 0, column: 0, content: 0, indent: 0, blank: true };
}

/** Puts the cursor at the start of a line. */
export function beginLine(cursor: LineCursor, start: number, end: number): void {
  cursor.start = start;
  cursor.end = end;
  cursor.at = start;
  cursor.column = 0;
  measure(cursor);
}

/** Finds the indentation that stands at the cursor. */
export function measure(cursor: LineCursor): void {
  let { at, column } = cursor;
  for (; at < cursor.end; at++) {
    const unit = cursor.text.charCodeAt(at);
    if (unit === space) column++;
    else if (unit === tab) column += 4 - (column % 4);
    else break;
  }
  cursor.content = at;
  cursor.indent = column - cursor.column;
  cursor.blank = at === cursor.end;
}

/** Takes up to `columns` of white space; a tab may be taken in part. */
export function takeColumns(cursor: LineCursor, columns: number): void {
  let left = columns;
  while (left > 0 && cursor.at < cursor.end) {
    const unit = cursor.text.charCodeAt(cursor.at);
    if (unit === space) {
      cursor.at++;
      cursor.column++;
      left--;
    } else if (unit === tab) {
      const width = 4 - (cursor.column % 4);
      const taken = Math.min(width, left);
      cursor.column += taken;
      left -= taken;
      if (taken === width) cursor.at++;
    } else break;
  }
  measure(cursor);
}

/** Moves behind the indentation and `units` more units that are no tabs. */
export function takeUnits(cursor: LineCursor, units: number): void {
  cursor.column += cursor.indent + units;
  cursor.at = cursor.content + units;
  measure(cursor);
}
