// Code spans: a run of backticks closes at the next run of the same length.

/** Finds closing runs in one text after the other. */
export interface TickFinder {
  begin(text: string): void;
  /** Start of the next run of exactly `length` backticks at or after `from`, -1 where there is none. Asked with growing offsets only. */
  next(length: number, from: number): number;
}

export function tickFinder(): TickFinder {
  let text = "";
  /** Whether a search went to the end: then the last run of each length is known, and no search goes there in vain again. */
  let isKnown = false;
  const last = new Map<number, number>();
  return {
    begin(given) {
      text = given;
      if (isKnown) last.clear();
      isKnown = false;
    },
    next(length, from) {
      if (isKnown && (last.get(length) ?? -1) < from) return -1;
      for (let at = text.indexOf("`", from); at !== -1; at = text.indexOf("`", at)) {
        const start = at;
        while (at < text.length && text.charCodeAt(at) === 96) at++;
        if (!isKnown) last.set(at - start, start);
        if (at - start === length) return start;
      }
      isKnown = true;
      return -1;
    },
  };
}
