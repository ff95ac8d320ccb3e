// The names in `import` and `from` statements.
import { afterLineEnd, isWordUnit } from "./skip.js";

/** Behind blanks and joined lines. */
export function skipSpace(text: string, start: number): number {
  let at = start;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit === 32 || unit === 9 || unit === 12) at++;
    else if (unit === 92 && (text.charCodeAt(at + 1) === 10 || text.charCodeAt(at + 1) === 13)) at = afterLineEnd(text, at + 1);
    else return at;
  }
}

/** Whether a whole word stands at an offset. */
export function isWord(text: string, at: number, word: string): boolean {
  return text.startsWith(word, at) && !isWordUnit(text.charCodeAt(at + word.length));
}

function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && isWordUnit(text.charCodeAt(at))) at++;
  return at;
}

/** A dotted name, "" where there is none, and the offset behind it. As Python does, NFKC. */
export function readModule(text: string, start: number): { readonly name: string; readonly end: number } {
  let name = "";
  let end = start;
  for (let at = skipSpace(text, start); ;) {
    const stop = wordEnd(text, at);
    if (stop === at || /\d/.test(text.charAt(at))) return { name, end };
    name += (name === "" ? "" : ".") + text.slice(at, stop).normalize("NFKC");
    end = stop;
    at = skipSpace(text, stop);
    if (text.charCodeAt(at) !== 46) return { name, end };
    at = skipSpace(text, at + 1);
  }
}

/** Behind `as name`, if it stands there. */
export function skipAlias(text: string, start: number): number {
  const at = skipSpace(text, start);
  return isWord(text, at, "as") ? skipSpace(text, wordEnd(text, skipSpace(text, at + 2))) : at;
}

/** The names that a `from` takes. */
export function readNames(text: string, start: number): readonly string[] {
  const names: string[] = [];
  const gap = /(?:[ \t\f\r\n]|#[^\r\n]*|\\\r?\n)*/y;
  let at = skipSpace(text, start);
  const isOpen = text.charCodeAt(at) === 40;
  const skip = (from: number): number => {
    if (!isOpen) return skipSpace(text, from);
    gap.lastIndex = from;
    return from + (gap.exec(text)?.[0].length ?? 0);
  };
  if (isOpen) at = skip(at + 1);
  for (;;) {
    const end = text.charCodeAt(at) === 42 ? at + 1 : wordEnd(text, at);
    if (end === at) return names;
    names.push(text.slice(at, end));
    at = skip(end);
    if (isWord(text, at, "as")) at = skip(wordEnd(text, skip(at + 2)));
    if (text.charCodeAt(at) !== 44) return names;
    at = skip(at + 1);
  }
}
