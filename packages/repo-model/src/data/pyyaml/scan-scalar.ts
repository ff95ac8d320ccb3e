// Scalars: plain, quoted, literal and folded, with YAML 1.1's folding of lines.
import type { Cursor, Mark } from "./cursor.js";
import { endLine } from "./scan-tag.js";
import type { Token } from "./token.js";

const escapes: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};
const widths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Blanks and breaks between two words of a scalar, as they count in its value. */
class Gap {
  private spaces = "";
  private first = "";
  private others = "";
  hasBreak = false;
  get isEmpty(): boolean {
    return this.spaces === "" && !this.hasBreak;
  }
  space(one: string): void {
    if (!this.hasBreak) this.spaces += one;
  }
  break(one: string): void {
    if (this.hasBreak) this.others += one;
    else {
      this.spaces = "";
      this.first = one;
      this.hasBreak = true;
    }
  }
  /** A break that an escape takes away. */
  escapedBreak(): void {
    this.hasBreak = true;
  }
  text(): string {
    if (!this.hasBreak) return this.spaces;
    if (!this.first.startsWith("\n")) return this.first + this.others;
    return this.others === "" ? " " : this.others;
  }
}

function escape(cursor: Cursor): string {
  const letter = cursor.text[cursor.at + 1] ?? "";
  const from = cursor.at;
  const simple = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
  if (simple !== undefined) {
    cursor.skip(2);
    return simple;
  }
  const width = Object.hasOwn(widths, letter) ? widths[letter] : undefined;
  if (width === undefined) throw cursor.fail(`There is no escape \`\\${letter}\` in double quotes.`);
  cursor.skip(2);
  const digits = cursor.text.slice(cursor.at, cursor.at + width);
  if (digits.length !== width || !/^[0-9A-Fa-f]+$/.test(digits)) throw cursor.fail(`The escape \`\\${letter}\` needs ${width} hexadecimal digits.`, from);
  cursor.skip(width);
  const code = Number.parseInt(digits, 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) throw cursor.fail("An escape names a character that does not exist.", from);
  return String.fromCodePoint(code);
}

/** A scalar in quotes; the cursor stands at the first one. */
export function scanQuoted(cursor: Cursor, style: "single" | "double"): Token {
  const start = cursor.mark();
  const quote = style === "single" ? "'" : '"';
  const parts: string[] = [];
  cursor.skip();
  for (;;) {
    if (cursor.isDocumentMark()) throw cursor.fail("A document's mark stands in a quoted scalar.");
    if (cursor.isEnd()) throw cursor.fail("A quoted scalar is not closed.", start.at);
    const gap = new Gap();
    while (!cursor.isBlankOrEnd()) {
      if (style === "single" && cursor.startsWith("''")) {
        parts.push("'");
        cursor.skip(2);
      } else if (cursor.is(quote)) break;
      else if (style === "double" && cursor.is("\\")) {
        if (cursor.isBreak(1)) {
          cursor.skip();
          cursor.takeBreak();
          gap.escapedBreak();
          break;
        }
        parts.push(escape(cursor));
      } else {
        const from = cursor.at;
        cursor.skip();
        while (cursor.isWord()) cursor.skip();
        parts.push(cursor.text.slice(from, cursor.at));
      }
    }
    if (cursor.is(quote)) break;
    while (cursor.isBlank() || cursor.isBreak()) {
      if (cursor.isBlank()) gap.space(cursor.take());
      else gap.break(cursor.takeBreak());
    }
    parts.push(gap.text());
  }
  cursor.skip();
  return { type: "scalar", value: parts.join(""), style, start, end: cursor.mark() };
}

/** A plain scalar. Tells whether a new line began after it: then a key may stand there. */
export function scanPlain(cursor: Cursor, isFlow: boolean, indent: number): { readonly token: Token; readonly endsLine: boolean } {
  const start = cursor.mark();
  let end: Mark = start;
  let gap = new Gap();
  let endsLine = false;
  const parts: string[] = [];
  for (;;) {
    if (cursor.isDocumentMark() || cursor.is("#")) break;
    while (!cursor.isBlankOrEnd()) {
      if (isFlow && cursor.is(":") && cursor.at + 1 < cursor.text.length && ",?[]{}".includes(cursor.text[cursor.at + 1] ?? ""))
        throw cursor.fail("A `:` stands in a plain scalar before an indicator.");
      if (cursor.is(":") && cursor.isBlankOrEnd(1)) break;
      if (isFlow && (cursor.is(",") || cursor.is("[") || cursor.is("]") || cursor.is("{") || cursor.is("}"))) break;
      if (!gap.isEmpty) {
        parts.push(gap.text());
        gap = new Gap();
        endsLine = false;
      }
      const from = cursor.at;
      cursor.skip();
      // Letters need no further look.
      while (cursor.isWord()) cursor.skip();
      parts.push(cursor.text.slice(from, cursor.at));
      end = cursor.mark();
    }
    if (!cursor.isBlank() && !cursor.isBreak()) break;
    while (cursor.isBlank() || cursor.isBreak()) {
      if (cursor.isBreak()) {
        gap.break(cursor.takeBreak());
        endsLine = true;
      } else if (gap.hasBreak && cursor.column < indent + 1 && cursor.is("\t")) throw cursor.fail("A tab stands in the indentation.");
      else gap.space(cursor.take());
    }
    if (!isFlow && cursor.column < indent + 1) break;
  }
  return { token: { type: "scalar", value: parts.join(""), style: "plain", start, end }, endsLine };
}

/** A literal (`|`) or folded (`>`) scalar. */
export function scanBlock(cursor: Cursor, style: "literal" | "folded", parentIndent: number): Token {
  const start = cursor.mark();
  cursor.skip();
  let chomp = "";
  let increment = 0;
  const digit = (): void => {
    if (cursor.is("0")) throw cursor.fail("A block scalar's indentation is `0`.", start.at);
    increment = Number(cursor.take());
  };
  if (cursor.is("+") || cursor.is("-")) {
    chomp = cursor.take();
    if (/\d/.test(cursor.text[cursor.at] ?? "")) digit();
  } else if (/\d/.test(cursor.text[cursor.at] ?? "")) {
    digit();
    if (cursor.is("+") || cursor.is("-")) chomp = cursor.take();
  }
  endLine(cursor);
  let end = cursor.mark();
  let indent = increment === 0 ? 0 : Math.max(parentIndent, 0) + increment;
  const breaks = (): string => {
    let most = 0;
    let text = "";
    for (;;) {
      const isInside = (): boolean => indent === 0 || cursor.column < indent;
      while (isInside() && cursor.is(" ")) cursor.skip();
      most = Math.max(most, cursor.column);
      if (isInside() && cursor.is("\t")) throw cursor.fail("A tab stands in the indentation.");
      if (!cursor.isBreak()) break;
      text += cursor.takeBreak();
      end = cursor.mark();
    }
    if (indent === 0) indent = Math.max(most, parentIndent + 1, 1);
    return text;
  };
  const parts: string[] = [];
  let trailing = breaks();
  let leading = "";
  let wasBlank = false;
  while (cursor.column === indent && !cursor.isEnd()) {
    const isBlank = cursor.isBlank();
    if (style === "folded" && leading.startsWith("\n") && !wasBlank && !isBlank) {
      if (trailing === "") parts.push(" ");
    } else parts.push(leading);
    parts.push(trailing);
    wasBlank = isBlank;
    const from = cursor.at;
    while (!cursor.isBreakOrEnd()) cursor.skip();
    parts.push(cursor.text.slice(from, cursor.at));
    end = cursor.mark();
    leading = cursor.isBreak() ? cursor.takeBreak() : "";
    trailing = breaks();
  }
  if (chomp !== "-") parts.push(leading);
  if (chomp === "+") parts.push(trailing);
  return { type: "scalar", value: parts.join(""), style, start, end };
}
