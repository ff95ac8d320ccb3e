// The nearest known name, for typos.

/** Two rows above the current one, and the current one; longer than the longest name so far. */
let rows: [Int32Array, Int32Array, Int32Array] = [new Int32Array(64), new Int32Array(64), new Int32Array(64)];

/** Optimal string alignment distance; above `limit` some number above it. Only cells that can be within the limit are looked at. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (b.length >= rows[0].length) {
    const length = 2 * b.length;
    rows = [new Int32Array(length), new Int32Array(length), new Int32Array(length)];
  }
  let [before, previous, current] = rows;
  for (let column = 0; column <= b.length; column++) previous[column] = column;
  let leastAbove = 0;
  for (let row = 1; row <= a.length; row++) {
    const first = Math.max(1, row - limit);
    const last = Math.min(b.length, row + limit);
    // What lies outside of the band is beyond the limit.
    current[first - 1] = first === 1 ? row : limit + 1;
    let least = current[first - 1] as number;
    const unit = a.charCodeAt(row - 1);
    for (let column = first; column <= last; column++) {
      const other = b.charCodeAt(column - 1);
      let best = Math.min((previous[column - 1] as number) + (unit === other ? 0 : 1), (current[column - 1] as number) + 1);
      if (column < row + limit) best = Math.min(best, (previous[column] as number) + 1);
      if (row > 1 && column > 1 && unit === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other)
        best = Math.min(best, (before[column - 2] as number) + 1);
      current[column] = best;
      least = Math.min(least, best);
    }
    // A swap looks back two rows: where both are beyond the limit, all that follow are.
    if (least > limit && leastAbove > limit) return limit + 1;
    leastAbove = least;
    [before, previous, current] = [previous, current, before];
  }
  return previous[b.length] as number;
}

/** Kinds of letters that are counted. */
const kinds = 32;

/** How often each kind of letter stands in a word. */
function lettersOf(word: string): Uint8Array {
  const counts = new Uint8Array(kinds);
  for (let at = 0; at < word.length; at++) {
    const kind = word.charCodeAt(at) & (kinds - 1);
    counts[kind] = Math.min(255, (counts[kind] as number) + 1);
  }
  return counts;
}

/** Whether the letters of two words alone make a distance of `least` and more: each that one of them has more often is a change of its own. */
function areFar(a: Uint8Array, b: Uint8Array, least: number): boolean {
  let [more, fewer] = [0, 0];
  for (let kind = 0; kind < kinds; kind++) {
    const difference = (a[kind] as number) - (b[kind] as number);
    if (difference > 0) more += difference;
    else fewer -= difference;
  }
  return more >= least || fewer >= least;
}

/** Names without their letter case, and the letters of each: many words are compared with the same list. */
interface Compared {
  readonly known: readonly string[];
  readonly names: readonly string[];
  readonly letters: readonly Uint8Array[];
}
let compared: Compared | undefined;

function comparedWith(known: readonly string[]): Compared {
  if (compared?.known === known && compared.names.length === known.length) return compared;
  const names = known.map((name) => name.toLowerCase());
  return (compared = { known, names, letters: names.map(lettersOf) });
}

/** The known name that `word` is most like; undefined when none is near (a third of its letters, at least one). `spend` hears of what it costs. */
export function nearest(word: string, known: readonly string[], spend?: (cost: number) => void): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  const sought = word.toLowerCase();
  const letters = lettersOf(sought);
  const { names, letters: all } = comparedWith(known);
  let cost = names.length;
  for (let index = 0; index < names.length; index++) {
    const other = names[index] as string;
    // Most names need no closer look.
    if (Math.abs(other.length - sought.length) >= least || areFar(letters, all[index] as Uint8Array, least)) continue;
    cost += sought.length * least;
    const found = distance(sought, other, least - 1);
    if (found < least) [best, least] = [known[index], found];
  }
  spend?.(cost);
  return best;
}

/** What may be spent on one list of names, in names passed and letters compared. */
const mostWork = 20_000_000;

/** As `nearest` in one list, which is asked by whatever a hostile file holds: with many names and many words none is sought for the last of them. */
export function nearestIn(known: readonly string[]): (word: string) => string | undefined {
  let left = mostWork;
  return (word) => (left < 0 ? undefined : nearest(word, known, (cost) => (left -= cost)));
}
