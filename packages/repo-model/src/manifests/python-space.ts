// White space and lines as Python's str has them.

const isSpace = (code: number): boolean =>
  (code >= 9 && code <= 13) ||
  (code >= 0x1c && code <= 0x20) ||
  code === 0x85 ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000;

/** `str.strip()`. */
export function pythonStrip(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** A line with its place: `start` and `end` are offsets, without the line end. */
export interface PythonLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** `str.splitlines()`, which also splits at form feeds, separators and the like. */
export function pythonLines(text: string): PythonLine[] {
  const ends = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;
  const lines: PythonLine[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(ends)) {
    lines.push({ text: text.slice(start, index), line: lines.length + 1, start, end: index });
    start = index + end.length;
  }
  if (start < text.length) lines.push({ text: text.slice(start), line: lines.length + 1, start, end: text.length });
  return lines;
}

/** A text without its comment: `#` at the start, or behind white space, which goes too. */
export function withoutComment(text: string): string {
  for (let at = text.indexOf("#"); at !== -1; at = text.indexOf("#", at + 1)) {
    if (at > 0 && !isSpace(text.charCodeAt(at - 1))) continue;
    let end = at;
    while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
    return text.slice(0, end);
  }
  return text;
}
