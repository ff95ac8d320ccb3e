// Emphasis and strike-through: which delimiter runs pair (CommonMark 0.31 §6.2, GFM strike-through).

/** Numbers that a run of `*`, `_` or `~` has: unit, start, length, what it may do. Flat, because a hostile text has many. */
const runWidth = 4;
const [opens, closes] = [1, 2];

/** Receives a part of the text. */
export type TakePart = (start: number, end: number) => void;

/** The ends of a text, NaN here, count as white space. */
const isWhite = (point: number): boolean =>
  Number.isNaN(point) || point === 32 || (point < 128 ? point >= 9 && point <= 13 : /\s/u.test(String.fromCodePoint(point)));
const isPunctuation = (point: number): boolean =>
  point < 128
    ? (point >= 33 && point <= 47) || (point >= 58 && point <= 64) || (point >= 91 && point <= 96) || (point >= 123 && point <= 126)
    : !Number.isNaN(point) && /[\p{P}\p{S}]/u.test(String.fromCodePoint(point));

/** The code point before an offset. */
function pointBefore(text: string, at: number): number {
  const low = text.charCodeAt(at - 1);
  const pair = low >= 0xdc00 && low <= 0xdfff && at > 1 ? (text.codePointAt(at - 2) ?? low) : low;
  return pair > 0xffff ? pair : low;
}

/** Reads the run at `start` to the end of `runs`; where it ends. */
export function readDelimiter(text: string, start: number, runs: number[]): number {
  const unit = text.charCodeAt(start);
  let end = start;
  while (text.charCodeAt(end) === unit) end++;
  const before = pointBefore(text, start);
  const after = text.codePointAt(end) ?? Number.NaN;
  const isWhiteBefore = isWhite(before);
  const isWhiteAfter = isWhite(after);
  const isSignBefore = isPunctuation(before);
  const isSignAfter = isPunctuation(after);
  const left = !isWhiteAfter && (!isSignAfter || isWhiteBefore || isSignBefore);
  const right = !isWhiteBefore && (!isSignBefore || isWhiteAfter || isSignAfter);
  const isUnderscore = unit === 95;
  const mayOpen = left && (!isUnderscore || !right || isSignBefore);
  const mayClose = right && (!isUnderscore || !left || isSignAfter);
  runs.push(unit, start, end - start, (mayOpen ? opens : 0) + (mayClose ? closes : 0));
  return end;
}

/** Numbers that an open run has: unit, where what is left of it begins, its whole length, what it may do, what is left. */
const openWidth = 5;

/** Which closers an opener that does not match is passed over for: unit, and of `*` and `_` whether it opens and its length by three. */
const kindOf = (unit: number, length: number, flags: number): number =>
  unit === 126 ? length - 1 : 2 + (unit === 95 ? 6 : 0) + (flags & opens) * 3 + (length % 3);

const bottoms = new Int32Array(14);

/** Where the innermost opener above `bottom` stands that matches a closer; -1 where none does. */
function openerOf(stack: readonly number[], height: number, bottom: number, unit: number, length: number, flags: number): number {
  for (let at = height - openWidth; at >= 0; at -= openWidth) {
    if ((stack[at + 1] ?? 0) <= bottom) return -1;
    if (stack[at] !== unit) continue;
    const open = stack[at + 2] ?? 0;
    if (unit === 126) {
      if (open === length) return at;
      continue;
    }
    const isBoth = ((stack[at + 3] ?? 0) & closes) !== 0 || (flags & opens) !== 0;
    if (!isBoth || (open + length) % 3 !== 0 || (open % 3 === 0 && length % 3 === 0)) return at;
  }
  return -1;
}

/** Pairs the runs from `from` on and takes them off: the units that are marks, and the struck texts with their marks. Openers that cannot match a kind of closer are not looked at twice. */
export function pairDelimiters(runs: number[], from: number, mark: TakePart | undefined, strike: TakePart): void {
  if (runs.length < from + 2 * runWidth) {
    if (runs.length > from) runs.length = from;
    return;
  }
  const stack: number[] = [];
  let height = 0;
  bottoms.fill(-1);
  for (let at = from; at < runs.length; at += runWidth) {
    const unit = runs[at] ?? 0;
    const start = runs[at + 1] ?? 0;
    const length = runs[at + 2] ?? 0;
    const flags = runs[at + 3] ?? 0;
    if (unit === 126 && length > 2) continue;
    let taken = 0;
    const mostClosed = (flags & closes) === 0 ? 0 : length;
    while (taken < mostClosed) {
      const kind = kindOf(unit, length, flags);
      const opener = openerOf(stack, height, bottoms[kind] ?? -1, unit, length, flags);
      if (opener === -1) {
        bottoms[kind] = height === 0 ? -1 : (stack[height - openWidth + 1] ?? -1);
        break;
      }
      const left = stack[opener + 4] ?? 0;
      const width = unit === 126 ? length : left >= 2 && length - taken >= 2 ? 2 : 1;
      const opened = (stack[opener + 1] ?? 0) + left - width;
      const closed = start + taken;
      mark?.(opened, opened + width);
      mark?.(closed, closed + width);
      if (unit === 126) strike(opened, closed + width);
      stack[opener + 4] = left - width;
      taken += width;
      height = left === width ? opener : opener + openWidth;
    }
    if ((flags & opens) !== 0 && taken < length) {
      stack[height] = unit;
      stack[height + 1] = start + taken;
      stack[height + 2] = length;
      stack[height + 3] = flags;
      stack[height + 4] = length - taken;
      height += openWidth;
    }
  }
  runs.length = from;
}
