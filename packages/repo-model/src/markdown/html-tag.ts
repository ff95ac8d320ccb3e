// HTML tags as CommonMark reads them (§6.6), with the attributes that carry a link or an anchor.
import { decodeEntities } from "./entities.js";
import { expressionEnd } from "./syntax.js";

/** An attribute with its decoded value; `start..end` is the value as written, without quotes. */
export interface TagAttribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const isLetter = (unit: number): boolean => (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
const isWhite = (unit: number): boolean => unit === 32 || unit === 9 || unit === 10 || unit === 13;
const htmlName = /[A-Za-z0-9-]+/y;
const jsxName = /[\w.:$-]+/y;

function nameEnd(text: string, at: number, isJsx = false): number {
  const pattern = isJsx ? jsxName : htmlName;
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function whiteEnd(text: string, at: number): number {
  let to = at;
  while (to < text.length && isWhite(text.charCodeAt(to))) to++;
  return to;
}

/** The end of `</name>` at `at`; undefined when it is none. */
export function closingTagEnd(text: string, at: number, isJsx = false): number | undefined {
  if (!isLetter(text.charCodeAt(at + 2)) && !(isJsx && text.charCodeAt(at + 2) === 62)) return undefined;
  const to = whiteEnd(text, nameEnd(text, at + 2, isJsx));
  return text.charCodeAt(to) === 62 ? to + 1 : undefined;
}

const attributeName = /[A-Za-z_:][\w.:-]*/y;
const unquoted = /[^\s"'=<>`]+/y;

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The end of `<name …>` at `at`; undefined when it is none. JSX has fragments, and expressions for values. `take` receives its attributes. Looks at each unit once. */
export function openingTagEnd(text: string, at: number, take?: (attribute: TagAttribute) => void, isJsx = false): number | undefined {
  if (isJsx && text.charCodeAt(at + 1) === 62) return at + 2;
  if (!isLetter(text.charCodeAt(at + 1))) return undefined;
  let to = nameEnd(text, at + 1, isJsx);
  for (;;) {
    const next = whiteEnd(text, to);
    const unit = text.charCodeAt(next);
    if (unit === 62) return next + 1;
    if (unit === 47) return text.charCodeAt(next + 1) === 62 ? next + 2 : undefined;
    if (isJsx && unit === 123) {
      const spread = expressionEnd(text, next);
      if (spread === undefined) return undefined;
      to = spread;
      continue;
    }
    if (next === to) return undefined;
    const end = matchEnd(attributeName, text, next);
    if (end === undefined) return undefined;
    const equals = whiteEnd(text, end);
    if (text.charCodeAt(equals) !== 61) {
      to = end;
      continue;
    }
    const value = whiteEnd(text, equals + 1);
    const quote = text.charCodeAt(value);
    if (isJsx && quote === 123) {
      const expression = expressionEnd(text, value);
      if (expression === undefined) return undefined;
      to = expression;
      continue;
    }
    const isQuoted = quote === 34 || quote === 39;
    const close = isQuoted ? text.indexOf(quote === 34 ? '"' : "'", value + 1) : matchEnd(unquoted, text, value);
    if (close === undefined || close === -1) return undefined;
    const from = isQuoted ? value + 1 : value;
    take?.({ name: text.slice(next, end).toLowerCase(), value: decodeEntities(text.slice(from, close)), start: from, end: close });
    to = isQuoted ? close + 1 : close;
  }
}

/** The tag's name in lower case. */
export function tagName(text: string, at: number): string {
  const from = text.charCodeAt(at + 1) === 47 ? at + 2 : at + 1;
  return text.slice(from, nameEnd(text, from)).toLowerCase();
}
