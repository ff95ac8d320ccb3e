// The inline content of a block: links, images, code spans, inline HTML, struck text, and, for headings, the plain text.
import { decodeEntities } from "./entities.js";
import { labelEnd, normalLabel, readDestination, skipWhite, titleEnd, type Destination } from "./destination.js";
import { tickRuns, type TickRuns } from "./code-spans.js";
import { pairDelimiters, readDelimiter, type Delimiter } from "./emphasis.js";
import { markupReader, type Markup } from "./html-content.js";
import { expressionEnd } from "./syntax.js";

/** A link in offsets of the block's text; `destination` is absent for references. */
export interface InlineLink {
  readonly kind: "inline" | "image" | "reference" | "image-reference" | "autolink";
  readonly start: number;
  readonly end: number;
  readonly label: readonly [number, number];
  readonly destination?: Destination;
  readonly reference?: string;
  readonly isDefined: boolean;
}

export interface Inline {
  readonly links: readonly InlineLink[];
  readonly codeSpans: readonly { readonly start: number; readonly end: number; readonly content: readonly [number, number] }[];
  readonly markup: readonly Markup[];
  readonly strikes: readonly (readonly [number, number])[];
  /** Filled when asked for: the text without its marks; images have none, as on GitHub. */
  readonly plain: string;
}

/** The labels that are defined in the document. */
export interface Labels {
  readonly definitions: { readonly size: number; has(label: string): boolean };
  readonly footnotes: { has(label: string): boolean };
  /** Whether braces hold expressions and tags are JSX. */
  readonly isMdx: boolean;
}

interface Bracket {
  readonly start: number;
  readonly isImage: boolean;
  /** Links found before it: those behind it stand in its label. */
  readonly links: number;
  readonly delimiters: number;
  hasBracketAfter: boolean;
}

/** A piece of the text that is a mark (removed) or reads otherwise than it is written. */
type Replacement = readonly [start: number, end: number, text: string];

const special = /[\\`<![\]*_~]/g;
const specialInMdx = /[\\`<![\]*_~{]/g;
const emailAddress =
  /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*>/y;
const scheme = /[A-Za-z][A-Za-z0-9+.-]{1,31}:/y;

/** ASCII punctuation: what a backslash escapes. */
const isPunctuation = (unit: number): boolean =>
  (unit >= 33 && unit <= 47) || (unit >= 58 && unit <= 64) || (unit >= 91 && unit <= 96) || (unit >= 123 && unit <= 126);

/** The end of the autolink at the `<` at `at`, behind its `>`. */
function autolinkEnd(text: string, at: number): { readonly end: number; readonly isEmail: boolean } | undefined {
  scheme.lastIndex = at + 1;
  if (scheme.test(text)) {
    for (let to = scheme.lastIndex; to < text.length; to++) {
      const unit = text.charCodeAt(to);
      if (unit === 62) return { end: to + 1, isEmail: false };
      if (unit <= 32 || unit === 60 || unit === 127) return undefined;
    }
    return undefined;
  }
  emailAddress.lastIndex = at + 1;
  return emailAddress.test(text) ? { end: emailAddress.lastIndex, isEmail: true } : undefined;
}

/** What stands behind the `]` of a label: a resource, or a reference. */
type Tail = { readonly end: number; readonly destination?: Destination; readonly reference?: string; readonly isDefined: boolean };

function resourceTail(text: string, at: number): Tail | undefined {
  const from = skipWhite(text, at + 1);
  if (text.charCodeAt(from) === 41) return { end: from + 1, destination: { start: from, end: from, target: "", next: from }, isDefined: true };
  const destination = readDestination(text, from);
  if (destination === undefined) return undefined;
  let next = skipWhite(text, destination.next);
  if (next > destination.next) {
    const title = titleEnd(text, next);
    if (title !== undefined) next = skipWhite(text, title);
  }
  return text.charCodeAt(next) === 41 ? { end: next + 1, destination, isDefined: true } : undefined;
}

function referenceTail(text: string, open: Bracket, close: number, labels: Labels): Tail | undefined {
  const after = text.charCodeAt(close + 1) === 91 ? labelEnd(text, close + 1) : undefined;
  if (after !== undefined) {
    const reference = normalLabel(text.slice(close + 2, after - 1));
    return { end: after, reference, isDefined: labels.definitions.has(reference) };
  }
  const from = open.start + (open.isImage ? 1 : 0);
  const isCollapsed = text.startsWith("[]", close + 1);
  if (!isCollapsed && labels.definitions.size === 0) return undefined;
  if (open.hasBracketAfter || labelEnd(text, from) !== close + 1) return undefined;
  const reference = normalLabel(text.slice(from + 1, close));
  const isDefined = labels.definitions.has(reference);
  if (!isCollapsed && !isDefined) return undefined;
  return { end: isCollapsed ? close + 3 : close + 1, reference, isDefined };
}

function empty(list: unknown[]): void {
  if (list.length > 0) list.length = 0;
}

/** A reader of the inline content of blocks, one after the other; what it gives is overwritten by the next. `wantsPlain` also pairs emphasis. */
export function inlineScanner(labels: Labels): (text: string, wantsPlain: boolean) => Inline {
  let text = "";
  let wantsPlain = false;
  const links: InlineLink[] = [];
  const codeSpans: { start: number; end: number; content: [number, number] }[] = [];
  const markup: Markup[] = [];
  const delimiters: Delimiter[] = [];
  const replacements: Replacement[] = [];
  const brackets: Bracket[] = [];
  let ticks: TickRuns | undefined;
  let readMarkup: ((at: number) => Markup | undefined) | undefined;
  /** Openers of links below this height of the stack stand before a link: a link holds no link. */
  let inactive = 0;

  const strikes: (readonly [number, number])[] = [];
  const replace = (start: number, end: number, by: string): void => {
    if (wantsPlain) replacements.push([start, end, by]);
  };
  const settle = (runs: readonly Delimiter[]): void => {
    if (runs.length < 2) return;
    const pairs = pairDelimiters(runs);
    for (const strike of pairs.strikes) strikes.push(strike);
    for (const [start, end] of pairs.marks) replace(start, end, "");
  };

  const closeBracket = (at: number): number => {
    const open = brackets.pop();
    if (open === undefined) return at + 1;
    const height = brackets.length;
    const isActive = open.isImage || height >= inactive;
    inactive = Math.min(inactive, height);
    if (!isActive) return at + 1;
    const labelStart = open.start + (open.isImage ? 2 : 1);
    if (text.charCodeAt(labelStart) === 94 && labels.footnotes.has(text.slice(labelStart + 1, at))) return at + 1;
    const resource = text.charCodeAt(at + 1) === 40 ? resourceTail(text, at + 1) : undefined;
    const tail = resource ?? referenceTail(text, open, at, labels);
    if (tail === undefined) return at + 1;
    const { end, destination, reference, isDefined } = tail;
    if (open.isImage && isDefined) links.length = open.links;
    const label = [labelStart, at] as const;
    if (destination !== undefined) links.push({ kind: open.isImage ? "image" : "inline", start: open.start, end, label, isDefined, destination });
    else if (reference !== undefined) links.push({ kind: open.isImage ? "image-reference" : "reference", start: open.start, end, label, isDefined, reference });
    if (!isDefined) return at + 1;
    // Brackets bind tighter than emphasis: what a label opens, it closes.
    if (delimiters.length > open.delimiters) settle(delimiters.splice(open.delimiters));
    if (!open.isImage) inactive = height;
    if (open.isImage) replace(open.start, end, "");
    else {
      replace(open.start, labelStart, "");
      replace(at, end, "");
    }
    return end;
  };

  const openBracket = (at: number, isImage: boolean): number => {
    const last = brackets.at(-1);
    if (last !== undefined) last.hasBracketAfter = true;
    brackets.push({ start: at, isImage, links: links.length, delimiters: delimiters.length, hasBracketAfter: false });
    return at + (isImage ? 2 : 1);
  };

  const codeSpan = (at: number): number => {
    let opened = at;
    while (text.charCodeAt(opened) === 96) opened++;
    const close = (ticks ??= tickRuns(text)).next(opened - at, opened);
    if (close === undefined) return opened;
    const end = close + opened - at;
    codeSpans.push({ start: at, end, content: [opened, close] });
    if (!wantsPlain) return end;
    const inner = text.slice(opened, close).replaceAll("\n", " ");
    const isPadded = inner.startsWith(" ") && inner.endsWith(" ") && inner.trim() !== "";
    replace(at, end, isPadded ? inner.slice(1, -1) : inner);
    return end;
  };

  const angle = (at: number): number => {
    const auto = labels.isMdx ? undefined : autolinkEnd(text, at);
    if (auto !== undefined) {
      const { end, isEmail } = auto;
      const written = text.slice(at + 1, end - 1);
      links.push({
        kind: "autolink",
        start: at,
        end,
        label: [at + 1, end - 1],
        isDefined: true,
        destination: { start: at + 1, end: end - 1, target: isEmail ? `mailto:${written}` : written, next: end },
      });
      replace(at, at + 1, "");
      replace(end - 1, end, "");
      return end;
    }
    const found = (readMarkup ??= markupReader(text, true, labels.isMdx))(at);
    if (found === undefined) return at + 1;
    markup.push(found);
    replace(found.start, found.end, "");
    return found.end;
  };

  const delimiter = (at: number): number => {
    const run = readDelimiter(text, at);
    delimiters.push(run);
    return at + run.length;
  };

  const marks = labels.isMdx ? specialInMdx : special;
  const read = (): void => {
    /** Where no expression can close any more. */
    let openBrace = Number.POSITIVE_INFINITY;
    let at = 0;
    for (;;) {
      marks.lastIndex = at;
      const next = marks.exec(text);
      if (next === null) break;
      at = next.index;
      const unit = text.charCodeAt(at);
      if (unit === 92) {
        if (isPunctuation(text.charCodeAt(at + 1))) {
          replace(at, at + 1, "");
          at += 2;
        } else at++;
      } else if (unit === 96) at = codeSpan(at);
      else if (unit === 60) at = angle(at);
      else if (unit === 123) {
        const end = at >= openBrace ? undefined : expressionEnd(text, at);
        if (end === undefined) openBrace = Math.min(openBrace, at);
        else replace(at, end, "");
        at = end ?? at + 1;
      } else if (unit === 91) at = openBracket(at, false);
      else if (unit === 33) at = text.charCodeAt(at + 1) === 91 ? openBracket(at, true) : at + 1;
      else if (unit === 93) at = closeBracket(at);
      else if (unit === 126 || wantsPlain) at = delimiter(at);
      else at++;
    }
  };
  return (given, isPlainWanted) => {
    text = given;
    wantsPlain = isPlainWanted;
    empty(links);
    empty(codeSpans);
    empty(markup);
    empty(delimiters);
    empty(replacements);
    empty(brackets);
    empty(strikes);
    ticks = undefined;
    readMarkup = undefined;
    inactive = 0;
    read();
    settle(delimiters);
    return { links, codeSpans, markup, strikes, plain: wantsPlain ? plainText(text, replacements) : "" };
  };
}

/** The text with its replacements made; of nested ones the outer wins. Character references outside them are resolved. */
function plainText(text: string, replacements: readonly Replacement[]): string {
  const ordered = replacements.toSorted((a, b) => a[0] - b[0] || b[1] - a[1]);
  let plain = "";
  let done = 0;
  let pending = "";
  for (const [start, end, replacement] of ordered) {
    if (start < done) continue;
    pending += text.slice(done, start);
    // An escaped `&` starts no reference.
    if (replacement !== "" || text.charCodeAt(start) === 92) {
      plain += decodeEntities(pending) + replacement;
      pending = "";
    }
    done = end;
  }
  return plain + decodeEntities(pending + text.slice(done));
}
