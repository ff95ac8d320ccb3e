// The inline content of all blocks of a document in numbers: nothing of it costs an object.
import type { Blocks } from "./block-sink.js";
import { trimmedEnd, trimmedStart } from "./block-starts.js";
import { markupKind, markupReader, scanHtml, type MarkupReader } from "./html-content.js";
import type { TagAttribute } from "./html-tag.js";
import { inlineReader, type InlineReader, type Labels } from "./inline.js";
import { inlineText } from "./inline-text.js";
import { keptRows, rowsByStart } from "./number-rows.js";

/** Numbers of a link: start, end, kind, label's start and end, destination's start and end (-1: no destination), definition (-1: none), place in `references`. */
export const linkWidth = 9;
/** Numbers of a code span: start, end, content's start and end. */
export const spanWidth = 4;
/** Numbers of a piece of markup: start, end, kind, a comment's content, a tag's place in `attributes`. */
export const markupWidth = 6;

/** Rows of numbers, each list in the order of its starts; of equal starts the longest stands first. */
export interface InlineParts {
  readonly links: readonly number[];
  /** Normalised labels of references. */
  readonly references: readonly string[];
  readonly codeSpans: readonly number[];
  readonly markup: readonly number[];
  /** Of the tags that have some, where they are wanted, in offsets of the document. */
  readonly attributes: readonly (readonly TagAttribute[])[];
  /** Start and end of each. */
  readonly strikes: readonly number[];
}

/** Blocks without any of these hold nothing but text: brackets alone may be references to what is defined. */
const interesting = /[[`<~{]/g;
const withoutDefinitions = /[`<~]|\][([]/g;

/** Finds blocks that have inline content; asked in the order of the blocks, so that each unit is looked at once. */
interface ContentFinder {
  begin(text: string, form: RegExp): void;
  isIn(start: number, end: number): boolean;
}

function contentFinder(): ContentFinder {
  let text = "";
  let form = interesting;
  let from = 0;
  let next = -1;
  return {
    begin(given, wanted) {
      text = given;
      form = wanted;
      from = 0;
      next = -1;
    },
    isIn(start, end) {
      if (start < from || start > next) {
        from = start;
        form.lastIndex = start;
        next = form.test(text) ? form.lastIndex - 1 : text.length;
      }
      return next < end;
    },
  };
}

/** Behind every place of a text. */
const never = Number.MAX_SAFE_INTEGER;

/** Reads the inline content of all blocks of a document. */
type PartsReader = (text: string, blocks: Blocks, labels: Labels) => InlineParts;

/** One reader serves all documents: what is made anew for each of thousands is never compiled to the end. */
function partsReader(wantsAttributes: boolean): PartsReader {
  const links: number[] = [];
  const codeSpans: number[] = [];
  const markup: number[] = [];
  const strikes: number[] = [];
  let references: string[] = [];
  let attributes: (readonly TagAttribute[])[] = [];
  const joined = inlineText();
  const { source, sourceEnd } = joined;
  const content = contentFinder();

  const addMarkup = (start: number, { kind, end, contentStart, contentEnd, attributes: found }: MarkupReader): void => {
    const isComment = kind === markupKind.comment;
    const place = kind === markupKind.tag && found.length > 0 ? attributes.length : -1;
    markup.push(source(start), sourceEnd(start, end), kind, isComment ? source(contentStart) : 0, isComment ? sourceEnd(contentStart, contentEnd) : 0, place);
    if (place !== -1) attributes.push(found.map((one) => ({ name: one.name, value: one.value, start: source(one.start), end: sourceEnd(one.start, one.end) })));
  };
  const inline: InlineReader = inlineReader(
    {
      mark: () => links.length,
      dropLinks(mark) {
        if (links.length > mark) links.length = mark;
      },
      link(kind, start, end, labelStart, labelEnd, from, to) {
        links.push(source(start), sourceEnd(start, end), kind, source(labelStart), sourceEnd(labelStart, labelEnd), source(from), sourceEnd(from, to), -1, -1);
      },
      reference(kind, start, end, labelStart, labelEnd, label, definition) {
        const place = references.push(label) - 1;
        links.push(source(start), sourceEnd(start, end), kind, source(labelStart), sourceEnd(labelStart, labelEnd), -1, -1, definition, place);
      },
      codeSpan(start, end, contentStart, contentEnd) {
        codeSpans.push(source(start), sourceEnd(start, end), source(contentStart), sourceEnd(contentStart, contentEnd));
      },
      markup: addMarkup,
      strike(start, end) {
        strikes.push(source(start), sourceEnd(start, end));
      },
      replace: () => undefined,
    },
    { wantsPlain: false, wantsAttributes },
  );
  const html = markupReader({ isInline: false, wantsAttributes });
  const takeHtml = (at: number): void => addMarkup(at, html);
  const cell = [0, 0];
  const readCell = (text: string, from: number, to: number): void => {
    const start = trimmedStart(text, from, to);
    const end = trimmedEnd(text, start, to);
    if (!content.isIn(start, end)) return;
    cell[0] = start;
    cell[1] = end;
    inline.read(joined.take(cell, 0, 2));
  };
  /** Reads blocks of all kinds in the order of the document: what is found is in order then, and each unit is looked at once. */
  const readAll = (text: string, { headingLines, paragraphs, html: markups, cells }: Blocks): void => {
    const [headings, lines, tags] = [headingLines.offsets, paragraphs.offsets, markups.offsets];
    let [heading, paragraph, tag] = [0, 0, 0];
    let [headingAt, lineAt, tagAt, cellAt] = [0, 0, 0, 0];
    for (;;) {
      const nextHeading = headings[headingAt] ?? never;
      const nextLine = lines[lineAt] ?? never;
      const nextTag = tags[tagAt] ?? never;
      const nextCell = cells[cellAt] ?? never;
      if (nextLine < nextHeading && nextLine < nextTag && nextLine < nextCell) {
        const to = paragraphs.ends[paragraph++] ?? lines.length;
        if (content.isIn(nextLine, lines[to - 1] ?? 0)) inline.read(joined.take(lines, lineAt, to));
        lineAt = to;
      } else if (nextCell < nextHeading && nextCell < nextTag) {
        readCell(text, nextCell, cells[cellAt + 1] ?? nextCell);
        cellAt += 2;
      } else if (nextHeading < nextTag) {
        const to = headingLines.ends[heading++] ?? headings.length;
        if (content.isIn(nextHeading, headings[to - 1] ?? 0)) inline.read(joined.take(headings, headingAt, to));
        headingAt = to;
      } else if (nextTag < never) {
        const to = markups.ends[tag++] ?? tags.length;
        scanHtml(joined.take(tags, tagAt, to), html, takeHtml);
        tagAt = to;
      } else break;
    }
  };
  return (text, blocks, labels) => {
    links.length = codeSpans.length = markup.length = strikes.length = 0;
    references = [];
    attributes = [];
    joined.begin(text);
    inline.begin(labels);
    content.begin(text, !labels.isMdx && labels.definitions.size === 0 ? withoutDefinitions : interesting);
    readAll(text, blocks);
    return {
      links: keptRows(rowsByStart(links, linkWidth)),
      references,
      codeSpans: keptRows(rowsByStart(codeSpans, spanWidth)),
      markup: keptRows(rowsByStart(markup, markupWidth)),
      attributes,
      strikes: keptRows(rowsByStart(strikes, 2)),
    };
  };
}

const withAttributes = partsReader(true);
const withoutAttributes = partsReader(false);

/** Reads the inline content of all blocks. */
export function inlineParts(text: string, blocks: Blocks, labels: Labels, wantsAttributes: boolean): InlineParts {
  return (wantsAttributes ? withAttributes : withoutAttributes)(text, blocks, labels);
}
