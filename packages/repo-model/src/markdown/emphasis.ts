// Emphasis and strike-through: which delimiter runs pair (CommonMark 0.31 §6.2, GFM strike-through).

/** A run of `*`, `_` or `~`. */
export interface Delimiter {
  readonly unit: number;
  readonly start: number;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** What pairing found: the units that are marks, and the struck texts with their marks. */
export interface Pairs {
  readonly marks: readonly (readonly [number, number])[];
  readonly strikes: readonly (readonly [number, number])[];
}

const isWhite = (unit: string): boolean => unit === "" || /\s/u.test(unit);
const isPunctuation = (unit: string): boolean => /[\p{P}\p{S}]/u.test(unit);

/** The code point before or at an offset, "" at the ends. */
function pointBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text.slice(Math.max(0, at - 1), at);
}

/** Reads the run at `start`. */
export function readDelimiter(text: string, start: number): Delimiter {
  const unit = text.charCodeAt(start);
  let end = start;
  while (text.charCodeAt(end) === unit) end++;
  const before = pointBefore(text, start);
  const code = text.codePointAt(end);
  const after = code === undefined ? "" : String.fromCodePoint(code);
  const left = !isWhite(after) && (!isPunctuation(after) || isWhite(before) || isPunctuation(before));
  const right = !isWhite(before) && (!isPunctuation(before) || isWhite(after) || isPunctuation(after));
  const isUnderscore = unit === 95;
  return {
    unit,
    start,
    length: end - start,
    opens: left && (!isUnderscore || !right || isPunctuation(before)),
    closes: right && (!isUnderscore || !left || isPunctuation(after)),
  };
}

interface Open {
  readonly run: Delimiter;
  left: number;
}

const kindOf = ({ unit, length, opens }: Delimiter): string => (unit === 126 ? `~${length}` : `${String.fromCharCode(unit)}${opens ? 1 : 0}${length % 3}`);

/** Pairs the runs of one text. Openers that cannot match a kind of closer are not looked at twice. */
export function pairDelimiters(runs: readonly Delimiter[]): Pairs {
  const marks: [number, number][] = [];
  const strikes: [number, number][] = [];
  const stack: Open[] = [];
  // Openers up to this offset do not match closers of the kind.
  const bottoms = new Map<string, number>();
  const matches = (opener: Delimiter, closer: Delimiter): boolean => {
    if (opener.unit !== closer.unit) return false;
    if (opener.unit === 126) return opener.length === closer.length;
    const isOdd = (opener.closes || closer.opens) && (opener.length + closer.length) % 3 === 0 && (opener.length % 3 !== 0 || closer.length % 3 !== 0);
    return !isOdd;
  };
  for (const run of runs) {
    if (run.unit === 126 && run.length > 2) continue;
    let left = run.length;
    let taken = 0;
    while (run.closes && left > 0) {
      const bottom = bottoms.get(kindOf(run)) ?? -1;
      let at = stack.length - 1;
      let opener = stack[at];
      while (opener !== undefined && opener.run.start > bottom && !matches(opener.run, run)) opener = stack[--at];
      if (opener === undefined || opener.run.start <= bottom) {
        bottoms.set(kindOf(run), stack.at(-1)?.run.start ?? -1);
        break;
      }
      const width = run.unit === 126 ? run.length : opener.left >= 2 && left >= 2 ? 2 : 1;
      const from = opener.run.start + opener.left - width;
      const to = run.start + taken;
      marks.push([from, from + width], [to, to + width]);
      if (run.unit === 126) strikes.push([from, to + width]);
      opener.left -= width;
      left -= width;
      taken += width;
      stack.length = opener.left === 0 ? at : at + 1;
    }
    if (run.opens && left > 0) stack.push({ run: taken === 0 ? run : { ...run, start: run.start + taken }, left });
  }
  return { marks, strikes };
}
