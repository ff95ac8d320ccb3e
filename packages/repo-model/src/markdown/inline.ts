// Reads the inline content of a block: links, images, code spans, inline HTML, struck text, and what of the text is a mark.
import { destinationEnd, labelEnd, normalLabel, skipWhite, titleEnd } from "./destination.js";
import { tickFinder } from "./code-spans.js";
import { pairDelimiters, readDelimiter } from "./emphasis.js";
import { markupReader, type MarkupReader } from "./html-content.js";
import { expressionEnd } from "./syntax.js";

/** What a link is; `email`: an autolink without a scheme. */
export const linkKind = { inline: 0, image: 1, reference: 2, imageReference: 3, autolink: 4, email: 5 } as const;

/** The labels that are defined in the document. */
export interface Labels {
  /** Where a label's definition stands in the list of them. */
  readonly definitions: ReadonlyMap<string, number>;
  readonly footnotes: ReadonlySet<string>;
  /** Whether braces hold expressions and tags are JSX. */
  readonly isMdx: boolean;
}

/** Receives what a block holds, in offsets of its text. */
export interface InlineSink {
  /** How many links there are: behind this mark stand those of an open label. */
  mark(): number;
  /** Takes back the links behind a mark: an image's label holds none. */
  dropLinks(mark: number): void;
  /** A link with its own destination. */
  link(kind: number, start: number, end: number, labelStart: number, labelEnd: number, destinationStart: number, destinationEnd: number): void;
  /** A reference; `definition` is -1 where its label is not defined. */
  reference(kind: number, start: number, end: number, labelStart: number, labelEnd: number, label: string, definition: number): void;
  codeSpan(start: number, end: number, contentStart: number, contentEnd: number): void;
  /** The markup that `reader` found at `start`. */
  markup(start: number, reader: MarkupReader): void;
  strike(start: number, end: number): void;
  /** A mark, or text that reads otherwise than it is written; only told where `wantsPlain`. */
  replace(start: number, end: number, by: string): void;
}

const special = /[\\`<![\]*_~]/g;
const specialInMdx = /[\\`<![\]*_~{]/g;
// Emphasis is no link.
const linking = /[\\`<![\]~]/g;
const linkingInMdx = /[\\`<![\]~{]/g;
/** The link that most are: a label without marks, a destination without brackets, no title. No footnote. */
// oxlint-disable-next-line no-control-regex -- what no destination holds
const plainLink = /\[(?!\^)[^\\`<[\]~]*\]\([^\u0000-\u0020\u007f()<>\\]+\)/y;
const emailAddress =
  /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*>/y;
const scheme = /[A-Za-z][A-Za-z0-9+.-]{1,31}:/y;

/** ASCII punctuation: what a backslash escapes. */
const isPunctuation = (unit: number): boolean =>
  (unit >= 33 && unit <= 47) || (unit >= 58 && unit <= 64) || (unit >= 91 && unit <= 96) || (unit >= 123 && unit <= 126);

/** The end of the autolink with a scheme at the `<` at `at`, behind its `>`; -1 where there is none, -2 where none of any kind can be. */
function autolinkEnd(text: string, at: number): number {
  scheme.lastIndex = at + 1;
  if (!scheme.test(text)) return -1;
  for (let to = scheme.lastIndex; to < text.length; to++) {
    const unit = text.charCodeAt(to);
    if (unit === 62) return to + 1;
    if (unit <= 32 || unit === 60 || unit === 127) return -2;
  }
  return -2;
}

/** Numbers of an open bracket: start, 1 where it is an image's, mark of the links before it, runs of delimiters before it, 1 where another one follows. */
const bracketWidth = 5;

export interface InlineOptions {
  /** Also pairs emphasis and tells what is replaced. */
  readonly wantsPlain: boolean;
  readonly wantsAttributes: boolean;
}

/** Reads the inline content of the blocks of one document after the other. */
export interface InlineReader {
  begin(labels: Labels): void;
  /** Never throws; linear in the length of `text`. */
  read(text: string): void;
}

const noLabels: Labels = { definitions: new Map(), footnotes: new Set(), isMdx: false };

/** A reader of inline content: it asks for no unit behind the end, for V8 would compile its functions again. One serves all documents: what is made anew for each of thousands is never compiled to the end. */
export function inlineReader(sink: InlineSink, { wantsPlain, wantsAttributes }: InlineOptions): InlineReader {
  let { definitions, footnotes, isMdx } = noLabels;
  let text = "";
  const runs: number[] = [];
  const brackets: number[] = [];
  let height = 0;
  /** Openers of links below this height stand before a link: a link holds no link. */
  let inactive = 0;
  const ticks = tickFinder();
  let hasTicks = false;
  const markup = markupReader({ isInline: true, wantsAttributes });
  let hasMarkup = false;

  const replace = (start: number, end: number, by: string): void => {
    if (wantsPlain) sink.replace(start, end, by);
  };
  const removeMark = wantsPlain ? (start: number, end: number): void => sink.replace(start, end, "") : undefined;
  const settle = (from: number): void => {
    if (runs.length > from) pairDelimiters(runs, from, removeMark, sink.strike);
  };

  /** The end of the resource behind the `(` at `at`; -1 where there is none. Its destination goes to `target`. */
  const target: [start: number, end: number] = [0, 0];
  const resourceEnd = (at: number): number => {
    const from = skipWhite(text, at + 1);
    if (text.charCodeAt(from) === 41) {
      target[0] = target[1] = from;
      return from + 1;
    }
    const end = destinationEnd(text, from);
    if (end === -1) return -1;
    const brace = text.charCodeAt(from) === 60 ? 1 : 0;
    target[0] = from + brace;
    target[1] = end - brace;
    let next = skipWhite(text, end);
    if (next > end) {
      const title = titleEnd(text, next);
      if (title !== -1) next = skipWhite(text, title);
    }
    return text.charCodeAt(next) === 41 ? next + 1 : -1;
  };

  /** Brackets bind tighter than emphasis: what a label opens, it closes. Goes on behind the link. */
  const finish = (open: number, at: number, end: number): number => {
    const start = brackets[open] ?? 0;
    const isImage = brackets[open + 1] === 1;
    settle(brackets[open + 3] ?? 0);
    if (!isImage) inactive = height;
    if (isImage) replace(start, end, "");
    else {
      replace(start, start + 1, "");
      replace(at, end, "");
    }
    return end;
  };

  const closeReference = (open: number, at: number): number => {
    const start = brackets[open] ?? 0;
    const isImage = brackets[open + 1] === 1;
    const labelStart = start + (isImage ? 2 : 1);
    const isFull = at + 1 < text.length && text.charCodeAt(at + 1) === 91;
    const after = isFull ? labelEnd(text, at + 1) : -1;
    const isCollapsed = after === -1 && text.startsWith("[]", at + 1);
    let reference: string;
    if (after !== -1) reference = normalLabel(text.slice(at + 2, after - 1));
    else {
      if (!isCollapsed && definitions.size === 0) return at + 1;
      if (brackets[open + 4] === 1 || labelEnd(text, labelStart - 1) !== at + 1) return at + 1;
      reference = normalLabel(text.slice(labelStart, at));
    }
    const definition = definitions.get(reference) ?? -1;
    if (after === -1 && !isCollapsed && definition === -1) return at + 1;
    const end = after !== -1 ? after : isCollapsed ? at + 3 : at + 1;
    if (isImage && definition !== -1) sink.dropLinks(brackets[open + 2] ?? 0);
    sink.reference(isImage ? linkKind.imageReference : linkKind.reference, start, end, labelStart, at, reference, definition);
    return definition === -1 ? at + 1 : finish(open, at, end);
  };

  const closeBracket = (at: number): number => {
    if (height === 0) return at + 1;
    height--;
    const open = height * bracketWidth;
    const start = brackets[open] ?? 0;
    const isImage = brackets[open + 1] === 1;
    const isActive = isImage || height >= inactive;
    if (height < inactive) inactive = height;
    if (!isActive) return at + 1;
    const labelStart = start + (isImage ? 2 : 1);
    if (footnotes.size > 0 && text.charCodeAt(labelStart) === 94 && footnotes.has(text.slice(labelStart + 1, at))) return at + 1;
    const isResource = at + 1 < text.length && text.charCodeAt(at + 1) === 40;
    const end = isResource ? resourceEnd(at + 1) : -1;
    if (end === -1) return closeReference(open, at);
    if (isImage) sink.dropLinks(brackets[open + 2] ?? 0);
    sink.link(isImage ? linkKind.image : linkKind.inline, start, end, labelStart, at, target[0], target[1]);
    return finish(open, at, end);
  };

  const openBracket = (at: number, isImage: boolean): number => {
    const open = height * bracketWidth;
    if (height > 0) brackets[open - 1] = 1;
    brackets[open] = at;
    brackets[open + 1] = isImage ? 1 : 0;
    brackets[open + 2] = sink.mark();
    brackets[open + 3] = runs.length;
    brackets[open + 4] = 0;
    height++;
    return at + (isImage ? 2 : 1);
  };

  /** Takes a link that stands in no bracket on a short way; where it ends, -1 where it has to be read unit by unit. */
  const takePlain = (kind: number, at: number, bracket: number): number => {
    plainLink.lastIndex = bracket;
    if (!plainLink.test(text)) return -1;
    const end = plainLink.lastIndex;
    const label = text.indexOf("]", bracket);
    sink.link(kind, at, end, bracket + 1, label, label + 2, end - 1);
    return end;
  };

  const link = (at: number): number => {
    const end = isShort && height === 0 ? takePlain(linkKind.inline, at, at) : -1;
    return end === -1 ? openBracket(at, false) : end;
  };

  const image = (at: number): number => {
    if (at + 1 >= text.length || text.charCodeAt(at + 1) !== 91) return at + 1;
    const end = isShort && height === 0 ? takePlain(linkKind.image, at, at + 1) : -1;
    return end === -1 ? openBracket(at, true) : end;
  };

  const codeSpan = (at: number): number => {
    if (!wantsPlain && at + 1 < text.length && text.charCodeAt(at + 1) !== 96) {
      const close = text.indexOf("`", at + 1);
      if (close === -1) return at + 1;
      if (close + 1 === text.length || text.charCodeAt(close + 1) !== 96) {
        sink.codeSpan(at, close + 1, at + 1, close);
        return close + 1;
      }
    }
    let opened = at;
    while (opened < text.length && text.charCodeAt(opened) === 96) opened++;
    if (!hasTicks) ticks.begin(text);
    hasTicks = true;
    const close = ticks.next(opened - at, opened);
    if (close === -1) return opened;
    const end = close + opened - at;
    sink.codeSpan(at, end, opened, close);
    if (!wantsPlain) return end;
    const inner = text.slice(opened, close).replaceAll("\n", " ");
    const isPadded = inner.startsWith(" ") && inner.endsWith(" ") && inner.trim() !== "";
    replace(at, end, isPadded ? inner.slice(1, -1) : inner);
    return end;
  };

  /** The autolink at a `<`: its end, -1 where there is none. */
  const autolink = (at: number): number => {
    let end = autolinkEnd(text, at);
    const isEmail = end === -1;
    if (isEmail) {
      emailAddress.lastIndex = at + 1;
      if (!emailAddress.test(text)) return -1;
      end = emailAddress.lastIndex;
    }
    if (end === -2) return -1;
    sink.link(isEmail ? linkKind.email : linkKind.autolink, at, end, at + 1, end - 1, at + 1, end - 1);
    replace(at, at + 1, "");
    replace(end - 1, end, "");
    return end;
  };

  const angle = (at: number): number => {
    const end = isMdx ? -1 : autolink(at);
    if (end !== -1) return end;
    if (!hasMarkup) markup.begin(text, isMdx);
    hasMarkup = true;
    if (!markup.read(at)) return at + 1;
    sink.markup(at, markup);
    replace(at, markup.end, "");
    return markup.end;
  };

  /** Where no expression can close any more. */
  let openBrace = Number.POSITIVE_INFINITY;
  const brace = (at: number): number => {
    const end = at >= openBrace ? undefined : expressionEnd(text, at);
    if (end === undefined) openBrace = Math.min(openBrace, at);
    else replace(at, end, "");
    return end ?? at + 1;
  };

  const escape = (at: number): number => {
    if (!isPunctuation(text.charCodeAt(at + 1))) return at + 1;
    replace(at, at + 1, "");
    return at + 2;
  };

  let marks = special;
  /** Whether nothing but links, code and markup is asked for: of a plain link's label there is nothing to tell. */
  let isShort = false;
  const begin = (labels: Labels): void => {
    ({ definitions, footnotes, isMdx } = labels);
    isShort = !wantsPlain && !isMdx;
    marks = wantsPlain ? (isMdx ? specialInMdx : special) : isMdx ? linkingInMdx : linking;
  };
  const read = (given: string): void => {
    text = given;
    height = 0;
    inactive = 0;
    hasTicks = false;
    hasMarkup = false;
    openBrace = Number.POSITIVE_INFINITY;
    for (let at = 0; ;) {
      marks.lastIndex = at;
      if (!marks.test(text)) break;
      at = marks.lastIndex - 1;
      const unit = text.charCodeAt(at);
      if (unit === 92) at = escape(at);
      else if (unit === 96) at = codeSpan(at);
      else if (unit === 60) at = angle(at);
      else if (unit === 123) at = brace(at);
      else if (unit === 91) at = link(at);
      else if (unit === 33) at = image(at);
      else if (unit === 93) at = closeBracket(at);
      else if (unit === 126 || wantsPlain) at = readDelimiter(text, at, runs);
      else at++;
    }
    settle(0);
  };
  return { begin, read };
}
