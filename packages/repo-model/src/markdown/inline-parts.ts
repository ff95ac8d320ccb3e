// The inline content of all blocks of a document in numbers: nothing of it costs an object.
import type { Blocks } from "./block-sink.js";
import { trimmedEnd, trimmedStart } from "./block-starts.js";
import { markupKind, markupReader, scanHtml, type MarkupReader } from "./html-content.js";
import type { TagAttribute } from "./html-tag.js";
import { inlineReader, type InlineSink, type Labels } from "./inline.js";
import { inlineText, type LineBlocks } from "./inline-text.js";
import { rowsByStart } from "./number-rows.js";

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

/** Whether a block has inline content; asked in the order of the blocks, so that each unit is looked at once. */
function contentFinder(text: string, form: RegExp): (start: number, end: number) => boolean {
  let from = 0;
  let next = -1;
  return (start, end) => {
    if (start < from || start > next) {
      from = start;
      form.lastIndex = start;
      next = form.test(text) ? form.lastIndex - 1 : text.length;
    }
    return next < end;
  };
}

/** Reads the inline content of all blocks. */
export function inlineParts(text: string, blocks: Blocks, labels: Labels, wantsAttributes: boolean): InlineParts {
  const links: number[] = [];
  const references: string[] = [];
  const codeSpans: number[] = [];
  const markup: number[] = [];
  const attributes: (readonly TagAttribute[])[] = [];
  const strikes: number[] = [];
  const joined = inlineText(text);
  const { source, sourceEnd } = joined;

  const addMarkup = (start: number, { kind, end, contentStart, contentEnd, attributes: found }: MarkupReader): void => {
    const isComment = kind === markupKind.comment;
    markup.push(source(start), sourceEnd(start, end), kind, isComment ? source(contentStart) : 0, isComment ? sourceEnd(contentStart, contentEnd) : 0, -1);
    if (kind !== markupKind.tag || found.length === 0) return;
    markup[markup.length - 1] = attributes.length;
    attributes.push(found.map((one) => ({ ...one, start: source(one.start), end: sourceEnd(one.start, one.end) })));
  };
  const sink: InlineSink = {
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
  };
  const read = inlineReader(labels, sink, { wantsPlain: false, wantsAttributes });
  const form = !labels.isMdx && labels.definitions.size === 0 ? withoutDefinitions : interesting;
  const readBlocks = ({ offsets, ends }: LineBlocks): void => {
    const hasContent = contentFinder(text, form);
    for (let index = 0, from = 0; index < ends.length; index++) {
      const to = ends[index] ?? from;
      if (hasContent(offsets[from] ?? 0, offsets[to - 1] ?? 0)) read(joined.take(offsets, from, to));
      from = to;
    }
  };
  readBlocks(blocks.headingLines);
  readBlocks(blocks.paragraphs);
  const { cells } = blocks;
  const hasContent = contentFinder(text, form);
  const cell = [0, 0];
  for (let at = 0; at < cells.length; at += 2) {
    const start = trimmedStart(text, cells[at] ?? 0, cells[at + 1] ?? 0);
    const end = trimmedEnd(text, start, cells[at + 1] ?? 0);
    if (!hasContent(start, end)) continue;
    cell[0] = start;
    cell[1] = end;
    read(joined.take(cell, 0, 2));
  }
  const reader = markupReader({ isInline: false, isJsx: false, wantsAttributes });
  const take = (at: number): void => addMarkup(at, reader);
  for (let index = 0, from = 0; index < blocks.html.ends.length; index++) {
    const to = blocks.html.ends[index] ?? from;
    scanHtml(joined.take(blocks.html.offsets, from, to), reader, take);
    from = to;
  }
  return {
    links: rowsByStart(links, linkWidth),
    references,
    codeSpans: rowsByStart(codeSpans, spanWidth),
    markup: rowsByStart(markup, markupWidth),
    attributes,
    strikes: rowsByStart(strikes, 2),
  };
}
