// Anchors, aliases, tags and directives.
import type { Cursor } from "./cursor.js";
import type { Token } from "./token.js";

/** `&name` or `*name`. */
export function scanAnchor(cursor: Cursor, type: "anchor" | "alias"): Token {
  const start = cursor.mark();
  cursor.skip();
  const from = cursor.at;
  while (cursor.isWord()) cursor.skip();
  const name = cursor.text.slice(from, cursor.at);
  if (name === "" || !(cursor.isBlankOrEnd() || "?:,]}%@`".includes(cursor.text[cursor.at] ?? "")))
    throw cursor.fail(`The ${type} has a name that is not of letters, digits, \`-\` and \`_\`.`, start.at);
  return { type, name, start, end: cursor.mark() };
}

function escapedUri(cursor: Cursor): string {
  const bytes: number[] = [];
  let width = 0;
  do {
    const hex = /^%([0-9A-Fa-f]{2})/.exec(cursor.text.slice(cursor.at, cursor.at + 3));
    if (hex === null) throw cursor.fail("A tag has a `%` that no two hexadecimal digits follow.");
    const byte = Number.parseInt(hex[1] ?? "", 16);
    if (bytes.length === 0) {
      width = byte < 0x80 ? 1 : (byte & 0xe0) === 0xc0 ? 2 : (byte & 0xf0) === 0xe0 ? 3 : (byte & 0xf8) === 0xf0 ? 4 : 0;
      if (width === 0) throw cursor.fail("A tag's `%` escapes are not UTF-8.");
    } else if ((byte & 0xc0) !== 0x80) throw cursor.fail("A tag's `%` escapes are not UTF-8.");
    bytes.push(byte);
    cursor.skip(3);
  } while (bytes.length < width);
  return Buffer.from(bytes).toString("utf8");
}

function scanHandle(cursor: Cursor, isDirective: boolean): string {
  const from = cursor.at;
  if (!cursor.is("!")) throw cursor.fail("A tag's handle does not begin with `!`.");
  cursor.skip();
  while (cursor.isWord()) cursor.skip();
  if (cursor.is("!")) cursor.skip();
  else if (isDirective && cursor.at - from !== 1) throw cursor.fail("A tag's handle does not end with `!`.", from);
  return cursor.text.slice(from, cursor.at);
}

function scanUri(cursor: Cursor, takesFlow: boolean, head = ""): string {
  let value = head.slice(1);
  const from = cursor.at;
  for (;;) {
    if (cursor.is("%")) value += escapedUri(cursor);
    else if (
      cursor.isWord() ||
      (!cursor.isEnd() && (";/?:@&=+$.!~*'()".includes(cursor.text[cursor.at] ?? "") || (takesFlow && ",[]".includes(cursor.text[cursor.at] ?? ""))))
    )
      value += cursor.take();
    else break;
  }
  if (head === "" && cursor.at === from) throw cursor.fail("A tag has no name.");
  return value;
}

/** `!name`, `!!name`, `!handle!name`, `!<uri>` or `!`. */
export function scanTag(cursor: Cursor, isFlow: boolean): Token {
  const start = cursor.mark();
  let handle = "";
  let suffix;
  if (cursor.is("<", 1)) {
    cursor.skip(2);
    suffix = scanUri(cursor, true);
    if (!cursor.is(">")) throw cursor.fail("A tag's `<` has no `>`.", start.at);
    cursor.skip();
  } else {
    handle = scanHandle(cursor, false);
    if (handle.length > 1 && handle.endsWith("!")) suffix = scanUri(cursor, false);
    else {
      suffix = scanUri(cursor, false, handle);
      handle = "!";
      if (suffix === "") [handle, suffix] = ["", "!"];
    }
  }
  if (!(isFlow && cursor.is(",")) && !cursor.isBlankOrEnd()) throw cursor.fail("No space follows a tag.", start.at);
  return { type: "tag", handle, suffix, start, end: cursor.mark() };
}

function skipBlanks(cursor: Cursor): void {
  while (cursor.isBlank()) cursor.skip();
}

function versionNumber(cursor: Cursor): number {
  const digits = /^\d{1,9}/.exec(cursor.text.slice(cursor.at, cursor.at + 10))?.[0];
  if (digits === undefined || /\d/.test(cursor.text[cursor.at + digits.length] ?? "")) throw cursor.fail("`%YAML` names no version.");
  cursor.skip(digits.length);
  return Number(digits);
}

/** `%YAML 1.1` or `%TAG ! prefix`; another one is refused, as libyaml does. */
export function scanDirective(cursor: Cursor): Token {
  const start = cursor.mark();
  cursor.skip();
  const from = cursor.at;
  while (cursor.isWord()) cursor.skip();
  const name = cursor.text.slice(from, cursor.at);
  if (name === "" || !cursor.isBlankOrEnd()) throw cursor.fail("A directive has no name.", start.at);
  let token: Token;
  if (name === "YAML") {
    skipBlanks(cursor);
    const major = versionNumber(cursor);
    if (!cursor.is(".")) throw cursor.fail("`%YAML` names no version.", start.at);
    cursor.skip();
    token = { type: "version", major, minor: versionNumber(cursor), start, end: cursor.mark() };
  } else if (name === "TAG") {
    skipBlanks(cursor);
    const handle = scanHandle(cursor, true);
    if (!cursor.isBlank()) throw cursor.fail("No space follows the handle of `%TAG`.", start.at);
    skipBlanks(cursor);
    const prefix = scanUri(cursor, true);
    if (!cursor.isBlankOrEnd()) throw cursor.fail("No space follows the prefix of `%TAG`.", start.at);
    token = { type: "tag-directive", handle, prefix, start, end: cursor.mark() };
  } else throw cursor.fail(`There is no directive \`%${name}\`.`, start.at);
  endLine(cursor);
  return token;
}

/** What may follow on a line: spaces and a comment; and its break. */
export function endLine(cursor: Cursor): void {
  skipBlanks(cursor);
  if (cursor.is("#")) while (!cursor.isBreakOrEnd()) cursor.skip();
  if (!cursor.isBreakOrEnd()) throw cursor.fail("Something stands where the line must end.");
  if (cursor.isBreak()) cursor.takeBreak();
}
