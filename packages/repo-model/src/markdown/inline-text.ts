// The text of a block without the prefixes of its containers, with the way back to the source.
import type { Range } from "../text/index.js";

/** Pieces of the source, one a line, as `[start, end, start, end, …]`. */
export type Segments = readonly number[];

/** A block's lines joined by LF; `source` maps an offset of `text` to the document. */
export interface InlineText {
  readonly text: string;
  source(offset: number): number;
  range(start: number, end: number): Range;
}

/** A block of one line, as most are: one object, where a closure a method would be three. */
class OneLine implements InlineText {
  constructor(
    readonly text: string,
    private readonly first: number,
  ) {}
  source(offset: number): number {
    return this.first + offset;
  }
  range(start: number, end: number): Range {
    return [this.first + start, this.first + end];
  }
}

/** Joins the segments of a block. */
export function inlineText(document: string, segments: Segments): InlineText {
  const [first = 0, firstEnd = 0] = segments;
  if (segments.length <= 2) return new OneLine(document.slice(first, firstEnd), first);
  const starts: number[] = [];
  const lines: string[] = [];
  let length = 0;
  for (let at = 0; at < segments.length; at += 2) {
    const line = document.slice(segments[at], segments[at + 1]);
    starts.push(length);
    lines.push(line);
    length += line.length + 1;
  }
  // Mostly asked from front to back: the line of the last answer, or the one behind it.
  let known = 0;
  const source = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
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
    const start = segments[low * 2] ?? 0;
    const end = segments[low * 2 + 1] ?? start;
    // An offset at a joint is the end of its line.
    return Math.min(start + offset - (starts[low] ?? 0), end);
  };
  return { text: lines.join("\n"), source, range: (start, end) => [source(start), end > start ? source(end - 1) + 1 : source(end)] };
}
