// Labels, destinations and titles of links and definitions (CommonMark 0.31 §4.7, §6.3).
import { unescapeText } from "./entities.js";

/** A destination: its place without angle brackets, what it says, and where reading goes on. */
export interface Destination {
  readonly start: number;
  readonly end: number;
  readonly target: string;
  readonly next: number;
}

const isWhite = (unit: number): boolean => unit === 32 || unit === 9 || unit === 10;
const deepestParentheses = 32;
const longestLabel = 999;

/** The first offset that is no space, tab or line end. Blocks hold no blank lines, so one line end at most is crossed. */
export function skipWhite(text: string, at: number): number {
  let to = at;
  while (to < text.length && isWhite(text.charCodeAt(to))) to++;
  return to;
}

const destinationOf = (text: string, start: number, end: number, next: number): Destination => ({
  start,
  end,
  target: unescapeText(text.slice(start, end)),
  next,
});

/** A destination at `at`. A raw one must not be empty. */
export function readDestination(text: string, at: number): Destination | undefined {
  if (text.charCodeAt(at) === 60) {
    for (let to = at + 1; to < text.length; to++) {
      const unit = text.charCodeAt(to);
      if (unit === 92) to++;
      else if (unit === 62) return destinationOf(text, at + 1, to, to + 1);
      else if (unit === 60 || unit === 10) return undefined;
    }
    return undefined;
  }
  let depth = 0;
  let to = at;
  for (; to < text.length; to++) {
    const unit = text.charCodeAt(to);
    if (unit <= 32 || unit === 127) break;
    if (unit === 92) {
      const next = text.charCodeAt(to + 1);
      if (next > 32) to++;
    } else if (unit === 40) {
      if (++depth > deepestParentheses) return undefined;
    } else if (unit === 41) {
      if (depth === 0) break;
      depth--;
    }
  }
  return depth > 0 || to === at || to > text.length ? undefined : destinationOf(text, at, to, to);
}

/** The end of a title at `at`; undefined when it is none. */
export function titleEnd(text: string, at: number): number | undefined {
  const open = text.charCodeAt(at);
  if (open !== 34 && open !== 39 && open !== 40) return undefined;
  const close = open === 40 ? 41 : open;
  for (let to = at + 1; to < text.length; to++) {
    const unit = text.charCodeAt(to);
    if (unit === 92) to++;
    else if (unit === close) return to + 1;
    else if (open === 40 && unit === 40) return undefined;
  }
  return undefined;
}

/** The offset behind the `]` of a label that begins with the `[` at `at`; undefined when it is none. */
export function labelEnd(text: string, at: number): number | undefined {
  const limit = Math.min(text.length, at + longestLabel + 2);
  let isBlank = true;
  for (let to = at + 1; to < limit; to++) {
    const unit = text.charCodeAt(to);
    if (unit === 93) return isBlank ? undefined : to + 1;
    if (unit === 91) return undefined;
    if (unit === 92) to++;
    if (!isWhite(unit)) isBlank = false;
  }
  return undefined;
}

/** Labels are compared without case and with white space folded. */
export function normalLabel(label: string): string {
  if (/^[!-~]*$/.test(label)) return label.toUpperCase();
  return label
    .replace(/[ \t\n\r]+/g, " ")
    .trim()
    .toLowerCase()
    .toUpperCase();
}
