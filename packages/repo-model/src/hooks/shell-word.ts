// A word of a shell command, and the reader of one.
import type { Range } from "../text/index.js";

/** A word with its quotes taken away. */
export interface ShellWord {
  /** Where `isKnown` is false, with `$…` and backquotes as written. */
  readonly text: string;
  readonly range: Range;
  /** Whether it stands for itself: no expansion, no command substitution. */
  readonly isKnown: boolean;
  /** Whether an unquoted `*`, `?` or `[` makes it a pattern of file names. */
  readonly isGlob: boolean;
  readonly isQuoted: boolean;
}

const endsWord = /[\s;&|<>()]/;
const mostDepth = 100;

/** The offset behind a `$…` or backquote expansion that begins at `start`. */
export function expansionEnd(text: string, start: number, depth = 0): number {
  if (text.charAt(start) === "`") {
    let at = start + 1;
    while (at < text.length && text.charAt(at) !== "`") at += text.charAt(at) === "\\" ? 2 : 1;
    return Math.min(at + 1, text.length);
  }
  const next = text.charAt(start + 1);
  if (next === "(" || next === "{") return bracketEnd(text, start + 1, depth);
  const name = /[A-Za-z_]\w*|[0-9@*#?$!-]/y;
  name.lastIndex = start + 1;
  return start + 1 + (name.exec(text)?.[0].length ?? 0);
}

/** The offset behind the bracket that matches the one at `start`; quotes and inner brackets are skipped. */
function bracketEnd(text: string, start: number, depth: number): number {
  const open = text.charAt(start);
  const close = open === "(" ? ")" : "}";
  let level = 0;
  for (let at = start; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === "\\") at++;
    else if (unit === "'") {
      const end = text.indexOf("'", at + 1);
      if (end === -1) return text.length;
      at = end;
    } else if (unit === "`" || (unit === "$" && depth < mostDepth && /[({]/.test(text.charAt(at + 1)))) at = expansionEnd(text, at, depth + 1) - 1;
    else if (unit === open) level++;
    else if (unit === close && --level === 0) return at + 1;
  }
  return text.length;
}

/** Reads the word at `start`; undefined where none begins there. */
export function readWord(text: string, start: number): ShellWord | undefined {
  let at = start;
  let value = "";
  let isKnown = true;
  let isGlob = false;
  let isQuoted = false;
  const expand = (): void => {
    const end = expansionEnd(text, at);
    // A lone `$` is itself.
    if (end > at + 1) isKnown = false;
    value += text.slice(at, Math.max(end, at + 1));
    at = Math.max(end, at + 1);
  };
  while (at < text.length && !endsWord.test(text.charAt(at))) {
    const unit = text.charAt(at);
    if (unit === "'") {
      const end = text.indexOf("'", at + 1);
      const close = end === -1 ? text.length : end;
      value += text.slice(at + 1, close);
      at = close + 1;
      isQuoted = true;
    } else if (unit === '"') {
      isQuoted = true;
      for (at++; at < text.length && text.charAt(at) !== '"';) {
        const inner = text.charAt(at);
        if (inner === "\\" && /["\\$`\n]/.test(text.charAt(at + 1))) {
          value += text.charAt(at + 1) === "\n" ? "" : text.charAt(at + 1);
          at += 2;
        } else if (inner === "$" || inner === "`") expand();
        else {
          value += inner;
          at++;
        }
      }
      at++;
    } else if (unit === "\\") {
      if (text.startsWith("\r\n", at + 1)) at += 3;
      else {
        if (text.charAt(at + 1) !== "\n") value += text.charAt(at + 1);
        at += 2;
      }
    } else if (unit === "$" || unit === "`") expand();
    else {
      if (/[*?[]/.test(unit)) isGlob = true;
      value += unit;
      at++;
    }
  }
  const end = Math.min(at, text.length);
  return end === start ? undefined : { text: value, range: [start, end], isKnown, isGlob, isQuoted };
}
