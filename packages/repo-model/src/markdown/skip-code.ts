// Fences: what stands between the first line of a block of code and the line that may close it needs no reading line by line.
import type { BlockState } from "./block-state.js";

/** Where a line ends, and where the one behind it begins. */
const lineEnd = /\r\n|\r|\n|$/g;

/**
 * Goes on from the first line of a fence's content, at `start`, to the line that may close it: what stands between is none of ours. Not within containers,
 * whose lines end a fence too, nor where an indentation is taken off each line.
 */
export function skipCode(state: BlockState, start: number): number {
  const { text } = state;
  if (state.height > 0 || state.indent > 0 || state.syntax === "mdx") return start;
  const fence = text.slice(state.start, state.start + state.length);
  let line = start;
  for (let at = text.indexOf(fence, start); at !== -1; at = text.indexOf(fence, line)) {
    let first = at;
    while (first > line && at - first < 4 && text.charCodeAt(first - 1) === 32) first--;
    if (first === start || isLineEnd(text.charCodeAt(first - 1))) return first === start ? start : takeSkipped(state, start, first);
    lineEnd.lastIndex = at;
    lineEnd.test(text);
    line = lineEnd.lastIndex;
    if (line >= text.length) break;
  }
  return start;
}

const isLineEnd = (unit: number): boolean => unit === 10 || unit === 13;

/** Takes the lines of code before the line that begins at `line`. */
function takeSkipped(state: BlockState, start: number, line: number): number {
  const { text } = state;
  state.contentStart = start;
  state.contentEnd = line - (text.charCodeAt(line - 1) === 10 && text.charCodeAt(line - 2) === 13 ? 2 : 1);
  state.end = state.contentEnd;
  return line;
}
