// Holds the lines that a path gains, one behind the other, in memory that is used again for the next path.
import type { AddedBlock } from "./git-history.js";

/** The store of the lines that are being read. What `take` gives holds until `restart`. */
export interface AddedStore {
  /** Begins an added line by its number in the new file: with the line before it, a block of its own where `endBlock` was called. */
  beginLine(line: number): void;
  /** Adds a part of the line. */
  add(chunk: Buffer, from: number, end: number): void;
  endLine(): void;
  /** Takes the line end off the last line: the file has none there. */
  dropNewline(): void;
  endBlock(): void;
  /** How many bytes are held since `take`. */
  size(): number;
  take(): { readonly blocks: readonly AddedBlock[]; readonly isCut: boolean };
  /** Forgets what was taken. */
  restart(): void;
}

const smallest = 1024 * 1024;
/** So many bytes are copied one by one: to have a piece of a line copied costs more. */
const fewBytes = 160;

/** A store that cuts lines above `longestLine` bytes. */
export function addedStore(longestLine: number): AddedStore {
  let held = Buffer.allocUnsafeSlow(smallest);
  let end = 0;
  // Where what was not taken begins, and its blocks, by the offsets of their beginnings and ends.
  let start = 0;
  let blocks: { line: number; from: number; to: number }[] = [];
  let lineStart = 0;
  let isOpen = false;
  let isCut = false;
  const reserve = (more: number): void => {
    if (end + more <= held.length) return;
    // What was taken keeps the memory that it lies in.
    const grown = Buffer.allocUnsafeSlow(Math.max(held.length, (end - start + more) * 2));
    held.copy(grown, 0, start, end);
    for (const block of blocks) {
      block.from -= start;
      block.to -= start;
    }
    lineStart -= start;
    end -= start;
    start = 0;
    held = grown;
  };
  return {
    beginLine(line) {
      if (!isOpen) blocks.push({ line, from: end, to: end });
      isOpen = true;
      lineStart = end;
    },
    add(chunk, from, to) {
      const room = longestLine - (end - lineStart);
      const length = Math.min(to - from, room);
      if (length < to - from) isCut = true;
      reserve(length + 1);
      if (length > fewBytes) chunk.copy(held, end, from, from + length);
      else for (let at = 0; at < length; at++) held[end + at] = chunk[from + at] as number;
      end += length;
    },
    endLine() {
      reserve(1);
      held[end++] = 10;
      const last = blocks.at(-1);
      if (last !== undefined) last.to = end;
    },
    dropNewline() {
      const last = blocks.at(-1);
      if (isOpen && last !== undefined && last.to === end && end > last.from) last.to = --end;
    },
    endBlock() {
      isOpen = false;
    },
    size: () => end - start,
    take() {
      const bytes = held;
      const taken = { blocks: blocks.map(({ line, from, to }) => ({ line, bytes: bytes.subarray(from, to) })), isCut };
      blocks = [];
      start = end;
      isOpen = false;
      isCut = false;
      return taken;
    },
    restart() {
      if (start === 0) return;
      if (start === end) {
        // A line of megabytes is no reason to keep them.
        if (held.length > 16 * smallest) held = Buffer.allocUnsafeSlow(smallest);
      } else held.copyWithin(0, start, end);
      for (const block of blocks) {
        block.from -= start;
        block.to -= start;
      }
      lineStart -= start;
      end -= start;
      start = 0;
    },
  };
}
