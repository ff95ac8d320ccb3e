// Labels, destinations and titles of links and definitions (CommonMark 0.31 §4.7, §6.3).
const isWhite = (unit: number): boolean => unit === 32 || unit === 9 || unit === 10;
const deepestParentheses = 32;
const longestLabel = 999;

/** The first offset that is no space, tab or line end. Blocks hold no blank lines, so one line end at most is crossed. */
export function skipWhite(text: string, at: number): number {
  let to = at;
  while (to < text.length && isWhite(text.charCodeAt(to))) to++;
  return to;
}

/** The end of a destination at `at`, behind its `>` where it has brackets; -1 where there is none. A raw one must not be empty. */
export function destinationEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === 60) {
    for (let to = at + 1; to < text.length; to++) {
      const unit = text.charCodeAt(to);
      if (unit === 92) to++;
      else if (unit === 62) return to + 1;
      else if (unit === 60 || unit === 10) return -1;
    }
    return -1;
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
      if (++depth > deepestParentheses) return -1;
    } else if (unit === 41) {
      if (depth === 0) break;
      depth--;
    }
  }
  return depth > 0 || to === at || to > text.length ? -1 : to;
}

/** The end of a title at `at`; -1 when it is none. */
export function titleEnd(text: string, at: number): number {
  const open = text.charCodeAt(at);
  if (open !== 34 && open !== 39 && open !== 40) return -1;
  const close = open === 40 ? 41 : open;
  for (let to = at + 1; to < text.length; to++) {
    const unit = text.charCodeAt(to);
    if (unit === 92) to++;
    else if (unit === close) return to + 1;
    else if (open === 40 && unit === 40) return -1;
  }
  return -1;
}

/** The offset behind the `]` of a label that begins with the `[` at `at`; -1 when it is none. */
export function labelEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + longestLabel + 2);
  let isBlank = true;
  for (let to = at + 1; to < limit; to++) {
    const unit = text.charCodeAt(to);
    if (unit === 93) return isBlank ? -1 : to + 1;
    if (unit === 91) return -1;
    if (unit === 92) to++;
    if (!isWhite(unit)) isBlank = false;
  }
  return -1;
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
