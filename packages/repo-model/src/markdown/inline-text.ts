// The text of a block without the prefixes of its containers, with the way back to the source.

/** The lines of blocks, as `[start, end, start, end, …]`; `ends` says for each block where its lines end in `offsets`. Flat, because a hostile text has many. */
export interface LineBlocks {
  readonly offsets: readonly number[];
  readonly ends: readonly number[];
}

/** The lines of one block after the other, joined by LF; what it tells is of the block that was taken last. One serves all documents: each is begun. */
export interface InlineText {
  begin(document: string): void;
  /** Takes the lines `offsets[from]` to `offsets[to]` and gives their text. */
  take(offsets: readonly number[], from: number, to: number): string;
  /** Where an offset of the text stands in the document. */
  source(offset: number): number;
  /** Where a part of the text ends in the document. */
  sourceEnd(start: number, end: number): number;
}

/** A reader of the blocks of documents. */
export function inlineText(): InlineText {
  let document = "";
  let lines: readonly number[] = [];
  let first = 0;
  /** Where each line begins in the text, for lines that do not follow each other in the document. */
  let starts: number[] | undefined;
  let base = 0;
  let known = 0;

  const isContiguous = (from: number, to: number): boolean => {
    for (let at = from + 1; at < to - 1; at += 2) {
      const end = lines[at] ?? 0;
      if (lines[at + 1] !== end + 1 || document.charCodeAt(end) !== 10) return false;
    }
    return true;
  };
  const joined = (from: number, to: number): string => {
    const begun: number[] = [];
    const pieces: string[] = [];
    let length = 0;
    for (let at = from; at < to; at += 2) {
      const piece = document.slice(lines[at], lines[at + 1]);
      begun.push(length);
      pieces.push(piece);
      length += piece.length + 1;
    }
    starts = begun;
    base = from;
    known = 0;
    return pieces.join("\n");
  };
  const source = (offset: number): number => {
    if (starts === undefined) return first + offset;
    let low = 0;
    let high = starts.length - 1;
    // Mostly asked from front to back: the line of the last answer, or the one behind it.
    if ((starts[known] ?? 0) <= offset) {
      low = known;
      if (offset < (starts[known + 1] ?? Number.POSITIVE_INFINITY)) high = known;
      else if (offset < (starts[known + 2] ?? Number.POSITIVE_INFINITY)) low = high = known + 1;
    }
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    known = low;
    const start = lines[base + low * 2] ?? 0;
    // An offset at a joint is the end of its line.
    return Math.min(start + offset - (starts[low] ?? 0), lines[base + low * 2 + 1] ?? start);
  };
  return {
    begin(given) {
      document = given;
    },
    take(offsets, from, to) {
      lines = offsets;
      first = offsets[from] ?? 0;
      starts = undefined;
      return to - from <= 2 || isContiguous(from, to) ? document.slice(first, offsets[to - 1]) : joined(from, to);
    },
    source,
    sourceEnd: (start, end) => (starts === undefined ? first + end : end > start ? source(end - 1) + 1 : source(end)),
  };
}
