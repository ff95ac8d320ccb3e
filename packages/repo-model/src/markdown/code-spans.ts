// Code spans: a run of backticks closes at the next run of the same length.

/** The runs of backticks of a text, by length, so that a closing run is found without reading on again and again. */
export interface TickRuns {
  /** Start of the next run of exactly `length` backticks at or after `from`. */
  next(length: number, from: number): number | undefined;
}

export function tickRuns(text: string): TickRuns {
  const runs = new Map<number, { readonly starts: number[]; index: number }>();
  for (let at = text.indexOf("`"); at !== -1; at = text.indexOf("`", at)) {
    const start = at;
    while (text.charCodeAt(at) === 96) at++;
    const known = runs.get(at - start);
    if (known === undefined) runs.set(at - start, { starts: [start], index: 0 });
    else known.starts.push(start);
  }
  return {
    next(length, from) {
      const known = runs.get(length);
      if (known === undefined) return undefined;
      // Asked with growing offsets only: each start is passed once.
      while ((known.starts[known.index] ?? Number.POSITIVE_INFINITY) < from) known.index++;
      return known.starts[known.index];
    },
  };
}
