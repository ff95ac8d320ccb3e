// The nearest known name, for typos.

/** Rows of the distances, used again: a file may hold tens of thousands of words that are not known. */
let [before, previous, current]: [number[], number[], number[]] = [[], [], []];

/** Optimal string alignment distance; above `limit` some number above it. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  for (let column = 0; column <= b.length; column++) previous[column] = column;
  let leastBefore = 0;
  for (let row = 1; row <= a.length; row++) {
    current[0] = row;
    let least = row;
    const code = a.charCodeAt(row - 1);
    for (let column = 1; column <= b.length; column++) {
      const other = b.charCodeAt(column - 1);
      let best = (previous[column - 1] ?? 0) + (code === other ? 0 : 1);
      best = Math.min(best, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      if (row > 1 && column > 1 && code === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other) best = Math.min(best, (before[column - 2] ?? 0) + 1);
      current[column] = best;
      if (best < least) least = best;
    }
    // A swap looks back two rows: where both are beyond the limit, all that follow are.
    if (least > limit && leastBefore > limit) return limit + 1;
    leastBefore = least;
    [before, previous, current] = [previous, current, before];
  }
  return previous[b.length] ?? 0;
}

/** The known name that `word` is most like; undefined when none is near (a third of its letters, at least one). */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  const sought = word.toLowerCase();
  for (const name of known) {
    const found = distance(sought, name.toLowerCase(), least - 1);
    if (found < least) [best, least] = [name, found];
  }
  return best;
}
