// Skips strings, brackets and whole statements of Python, at the speed of a loop over units.

/** How deep formatted strings are followed into each other. */
const mostDepth = 20;

const ordinary = 0;
const quote = 1;
const open = 2;
const close = 3;
const comment = 4;
const lineEnd = 5;
const backslash = 6;
const semicolon = 7;
const colon = 8;
const letter = 9;

const classes = new Uint8Array(128);
for (const [units, kind] of [
  ["\"'", quote],
  ["([{", open],
  [")]}", close],
  ["#", comment],
  ["\r\n", lineEnd],
  ["\\", backslash],
  [";", semicolon],
  [":", colon],
] as const)
  for (const unit of units) classes[unit.charCodeAt(0)] = kind;

/** What a line begins with that no expression can hold: an open bracket before it was never closed. */
const statement =
  /[ \t\f]*(?:import[ \t]+[\w.]|from[ \t]+[.\w]+[ \t]+import\b|(?:async[ \t]+)?def[ \t]+\w+[ \t]*[([]|class[ \t]+\w+[ \t]*[([:]|(?:try|finally)[ \t]*:|(?:return|raise|with|while|assert|del|global)[ \t]+\w|(?:pass|break|continue)[ \t]*(?:[\r\n#]|$))/y;

export const isWordUnit = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95 || (unit >= 48 && unit <= 57) || unit >= 128;

/** What stops `skipStatement`, and what it sees on the way. */
export interface Skipped {
  /** At the line end, the semicolon or the colon that ended it, or at the text's end. */
  readonly at: number;
  readonly end: "line" | "semicolon" | "colon" | "text";
}

/** The text that is being scanned, with what is told of it. */
export interface SkipRules {
  readonly text: string;
  /** Called at the start of each word outside strings, when words are asked for; gives the offset to go on from. */
  readonly word?: ((at: number, before: number) => number) | undefined;
}

/** The offset behind the string whose quote stands at `at`. `isFormatted`: replacement fields may hold its own quotes (PEP 701). */
export function skipString(text: string, at: number, isFormatted: boolean, depth = 0): number {
  const unit = text.charCodeAt(at);
  const isTriple = text.charCodeAt(at + 1) === unit && text.charCodeAt(at + 2) === unit;
  let here = at + (isTriple ? 3 : 1);
  if (!isFormatted && isTriple) {
    const mark = text.slice(at, at + 3);
    for (;;) {
      const end = text.indexOf(mark, here);
      if (end === -1) return text.length;
      // An odd number of backslashes before it makes its first quote part of the string.
      let slashes = 0;
      while (end - 1 - slashes >= at + 3 && text.charCodeAt(end - 1 - slashes) === 92) slashes++;
      if (slashes % 2 === 0) return end + 3;
      here = end + 1;
    }
  }
  for (; here < text.length; here++) {
    const one = text.charCodeAt(here);
    if (one === 92) {
      if (text.charCodeAt(here + 1) === 13 && text.charCodeAt(here + 2) === 10) here++;
      here++;
    } else if (one === unit) {
      if (!isTriple) return here + 1;
      if (text.charCodeAt(here + 1) === unit && text.charCodeAt(here + 2) === unit) return here + 3;
    } else if (!isTriple && (one === 10 || one === 13)) return here;
    else if (isFormatted && one === 123) {
      if (text.charCodeAt(here + 1) === 123) here++;
      else here = skipField(text, here, isTriple, depth) - 1;
    }
  }
  return text.length;
}

/** The offset behind the replacement field that begins at `at`. */
function skipField(text: string, at: number, isTriple: boolean, depth: number): number {
  let level = 0;
  for (let here = at; here < text.length; here++) {
    const unit = text.charCodeAt(here);
    const kind = unit < 128 ? classes[unit] : ordinary;
    if (kind === open) level++;
    else if (kind === close) {
      if (--level === 0) return here + 1;
    } else if (kind === quote) here = skipString(text, here, depth < mostDepth && isFormattedAt(text, here), depth + 1) - 1;
    else if (kind === lineEnd && !isTriple && isStatement(text, here + 1)) return here;
    else if (kind === colon && level === 1) {
      // The format: text with fields.
      for (here++; here < text.length; here++) {
        const one = text.charCodeAt(here);
        if (one === 125) return here + 1;
        if (one === 123 && depth < mostDepth) here = skipField(text, here, isTriple, depth + 1) - 1;
        else if (!isTriple && (one === 10 || one === 13)) return here;
      }
    }
  }
  return text.length;
}

/** Whether the quote at `at` has a prefix with `f` or `t`. */
export function isFormattedAt(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 3 && isWordUnit(text.charCodeAt(start - 1))) start--;
  return start < at && at - start <= 2 && /^(?:[ft]r?|r[ft])$/i.test(text.slice(start, at)) && !(start > 0 && isWordUnit(text.charCodeAt(start - 1)));
}

/** Whether a line begins with what only a statement begins with. */
export function isStatement(text: string, at: number): boolean {
  let here = at;
  if (text.charCodeAt(here - 1) === 13 && text.charCodeAt(here) === 10) here++;
  statement.lastIndex = here;
  return statement.test(text);
}

/** The offset behind a line end that begins at `at`. */
export function afterLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}

/**
 * From inside a simple statement to its end: a semicolon or a line end outside strings and brackets. With `stopsAtColon`, a colon
 * outside them ends it too, those of lambdas left out: it opens a block. A bracket that is never closed ends where a statement begins.
 */
export function skipStatement(rules: SkipRules, start: number, stopsAtColon: boolean): Skipped {
  const { text, word } = rules;
  let depth = 0;
  let lambdas = 0;
  let at = start;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = unit < 128 ? classes[unit] : letter;
    if (kind === ordinary || kind === letter) {
      if ((word === undefined && !stopsAtColon) || !isWordUnit(unit)) continue;
      const from = at;
      while (at + 1 < text.length && isWordUnit(text.charCodeAt(at + 1))) at++;
      if (stopsAtColon && depth === 0 && at - from === 5 && text.startsWith("lambda", from)) lambdas++;
      if (word !== undefined) word(from, at + 1);
    } else if (kind === quote) at = skipString(text, at, isFormattedAt(text, at)) - 1;
    else if (kind === open) depth++;
    else if (kind === close) depth = Math.max(0, depth - 1);
    else if (kind === comment) {
      while (at + 1 < text.length && text.charCodeAt(at + 1) !== 10 && text.charCodeAt(at + 1) !== 13) at++;
    } else if (kind === lineEnd) {
      if (depth === 0 || isStatement(text, at + 1)) return { at, end: "line" };
    } else if (kind === backslash) at = afterLineEnd(text, at + 1) - 1;
    else if (depth > 0) continue;
    else if (kind === semicolon) return { at, end: "semicolon" };
    else if (kind === colon && stopsAtColon && text.charCodeAt(at + 1) !== 61) {
      if (lambdas === 0) return { at, end: "colon" };
      lambdas--;
    }
  }
  return { at: Math.min(at, text.length), end: "text" };
}
