// How blocks begin: pure looks at one line from its first unit that is no white space. Rules: CommonMark 0.31 §4–5, GFM.

const isSpace = (unit: number): boolean => unit === 32 || unit === 9;

/** Length of the run of `unit` at `at`. */
export function runLength(text: string, at: number, end: number, unit: number): number {
  let to = at;
  while (to < end && text.charCodeAt(to) === unit) to++;
  return to - at;
}

/** The end of `text[at..end]` without its trailing spaces and tabs. */
export function trimmedEnd(text: string, at: number, end: number): number {
  let to = end;
  while (to > at && isSpace(text.charCodeAt(to - 1))) to--;
  return to;
}

/** The first offset from `at` that is no space or tab. */
export function trimmedStart(text: string, at: number, end: number): number {
  let from = at;
  while (from < end && isSpace(text.charCodeAt(from))) from++;
  return from;
}

/** The level of an ATX heading; 0 where there is none. */
export function atxLevel(text: string, at: number, end: number): number {
  const level = runLength(text, at, end, 35);
  const after = at + level;
  return level > 6 || (after < end && !isSpace(text.charCodeAt(after))) ? 0 : level;
}

/** Where the content of an ATX heading ends that begins at `start`. */
export function atxContentEnd(text: string, start: number, end: number): number {
  const to = trimmedEnd(text, start, end);
  let hashes = to;
  while (hashes > start && text.charCodeAt(hashes - 1) === 35) hashes--;
  // A closing run counts only behind white space, or when it is all there is.
  return hashes < to && (hashes === start || isSpace(text.charCodeAt(hashes - 1))) ? trimmedEnd(text, start, hashes) : to;
}

/** The length of the fence that opens a code block; 0 where there is none. Its info string follows. */
export function openingFence(text: string, at: number, end: number): number {
  const unit = text.charCodeAt(at);
  const length = runLength(text, at, end, unit);
  if (length < 3) return 0;
  if (unit !== 96) return length;
  const tick = text.indexOf("`", at + length);
  return tick !== -1 && tick < end ? 0 : length;
}

/** Whether the line closes a fence of `length` × `unit`. */
export function isClosingFence(text: string, at: number, end: number, unit: number, length: number): boolean {
  const run = runLength(text, at, end, unit);
  return run >= length && trimmedStart(text, at + run, end) === end;
}

/** Where what may be a thematic break ends: at the line's end, or at what is none of it. */
export function breakEnd(text: string, at: number, end: number): number {
  const unit = text.charCodeAt(at);
  let to = at;
  while (to < end && (text.charCodeAt(to) === unit || isSpace(text.charCodeAt(to)))) to++;
  return to;
}

/** Whether a line of one sign and white space is a thematic break. */
export function isThematicBreak(text: string, at: number, end: number): boolean {
  const unit = text.charCodeAt(at);
  let count = 0;
  for (let to = at; to < end && count < 3; to++) if (text.charCodeAt(to) === unit) count++;
  return count >= 3;
}

/** The level that a setext underline gives. */
export function setextLevel(text: string, at: number, end: number): 1 | 2 | undefined {
  const unit = text.charCodeAt(at);
  const to = at + runLength(text, at, end, unit);
  if (trimmedStart(text, to, end) !== end) return undefined;
  return unit === 61 ? 1 : 2;
}

/** What `listMarker` adds to a marker's width. */
export const interrupts = 16;
export const isEmpty = 32;

/** A list marker's width, with `interrupts` where it may interrupt a paragraph and `isEmpty` where the item starts empty; 0 where there is none. */
export function listMarker(text: string, at: number, end: number): number {
  const unit = text.charCodeAt(at);
  let width = 1;
  let isFirst = true;
  if (unit >= 48 && unit <= 57) {
    let digits = 1;
    while (digits < 10 && at + digits < end && text.charCodeAt(at + digits) >= 48 && text.charCodeAt(at + digits) <= 57) digits++;
    const close = at + digits < end ? text.charCodeAt(at + digits) : 0;
    if (digits > 9 || (close !== 46 && close !== 41)) return 0;
    isFirst = digits === 1 && unit === 49;
    width = digits + 1;
  } else if (unit !== 42 && unit !== 43 && unit !== 45) return 0;
  if (at + width < end && !isSpace(text.charCodeAt(at + width))) return 0;
  return trimmedStart(text, at + width, end) === end ? width + isEmpty : width + (isFirst ? interrupts : 0);
}

/** The width of `[^label]:` at `at`; 0 where there is none. */
export function footnoteWidth(text: string, at: number, end: number): number {
  if (text.charCodeAt(at + 1) !== 94) return 0;
  for (let to = at + 2; to < end && to < at + 1002; to++) {
    const unit = text.charCodeAt(to);
    if (unit === 92) to++;
    else if (unit === 93) return to > at + 2 && text.charCodeAt(to + 1) === 58 && to + 1 < end ? to + 2 - at : 0;
    else if (isSpace(unit) || unit === 91) return 0;
  }
  return 0;
}
