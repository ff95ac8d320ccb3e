// scanMarkdown: a document's blocks at once, its inline content when it is first asked for.
import type { Range } from "../text/index.js";
import { itemWidth, type RawCode } from "./block-sink.js";
import { scanBlocks } from "./blocks.js";
import type { CodeBlock, CodeSpan, Definition, HtmlTag, Link, ListItem, MarkdownDocument, Table } from "./document.js";
import { unescapeText } from "./entities.js";
import { findFrontMatter } from "./front-matter.js";
import { scanHtml, type Markup } from "./html-content.js";
import { inlineScanner, type Inline, type Labels } from "./inline.js";
import { inlineText, type InlineText, type Segments } from "./inline-text.js";
import { outline } from "./outline.js";
import type { MarkdownSyntax } from "./syntax.js";
import { trimmedRange } from "./table-row.js";

interface Parts {
  readonly links: readonly Link[];
  readonly codeSpans: readonly CodeSpan[];
  readonly comments: readonly { readonly range: Range; readonly content: Range }[];
  readonly tags: readonly HtmlTag[];
  readonly strikes: readonly Range[];
  readonly otherMarkup: readonly Range[];
}

/** Blocks without any of these hold nothing but text: brackets alone may be references to what is defined. */
const interesting = /[[`<~{]/g;
const withoutDefinitions = /[`<~]|\][([]/g;
const none: readonly never[] = [];
/** A heading without any of these is its own text. */
const marked = /[\\`<![\]*_~{&]/;
const byStart = (a: { readonly range: Range }, b: { readonly range: Range }): number => a.range[0] - b.range[0] || b.range[1] - a.range[1];

/** Whether a block has inline content; asked in the order of the blocks, so that each unit is looked at once. */
function contentFinder(text: string, form: RegExp): (segments: Segments) => boolean {
  let from = 0;
  let next = -1;
  return (segments) => {
    const start = segments[0] ?? 0;
    const end = segments.at(-1) ?? start;
    if (start < from || start > next) {
      from = start;
      form.lastIndex = start;
      next = form.exec(text)?.index ?? text.length;
    }
    return next < end;
  };
}

/** The same list where it is in order already, as it mostly is. */
function inOrder<T>(list: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  for (let at = 1; at < list.length; at++) {
    const [before, after] = [list[at - 1], list[at]];
    if (before !== undefined && after !== undefined && compare(before, after) > 0) return list.toSorted(compare);
  }
  return list;
}

function memo<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Scans CommonMark 0.31 with GitHub's tables, strike-through, tasks and footnotes. Never throws; linear in the length of `text`. */
export function scanMarkdown(text: string, syntax: MarkdownSyntax = "commonmark"): MarkdownDocument {
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const frontMatter = findFrontMatter(text, mark);
  const blocks = scanBlocks(text, frontMatter?.range[1] ?? mark, syntax);
  // The first of a label counts.
  const defined = new Map<string, Definition>();
  for (const definition of blocks.definitions) if (!defined.has(definition.label)) defined.set(definition.label, definition);
  const labels: Labels = { definitions: defined, footnotes: blocks.footnotes, isMdx: syntax === "mdx" };

  const scan = inlineScanner(labels);
  const headingTexts = memo(() =>
    blocks.headings.map(({ segments }) => {
      const written = inlineText(text, segments).text;
      return marked.test(written) ? scan(written, true).plain : written;
    }),
  );
  const headings = memo(() =>
    outline(
      blocks.headings.map(({ level, style, range, segments }, index) => ({
        level,
        style,
        range,
        content: [segments[0] ?? 0, segments.at(-1) ?? 0],
        text: headingTexts()[index] ?? "",
      })),
      text.length,
    ),
  );
  const tables = memo(() =>
    blocks.tables.map(({ start, end, header, rows }): Table => ({
      range: [start, end],
      header: header.map((cell) => cellOf(text, cell)),
      rows: rows.map((row) => ({ range: row.range, cells: row.cells.map((cell) => cellOf(text, cell)) })),
    })),
  );

  const parts = memo((): Parts => {
    const links: Link[] = [];
    const codeSpans: CodeSpan[] = [];
    const comments: { range: Range; content: Range }[] = [];
    const tags: HtmlTag[] = [];
    const strikes: Range[] = [];
    const otherMarkup: Range[] = [];
    const addMarkup = (joined: InlineText, markup: Markup): void => {
      const range = joined.range(markup.start, markup.end);
      if (markup.kind === "comment") comments.push({ range, content: joined.range(...markup.content) });
      else if (markup.kind === "tag")
        tags.push({
          name: markup.name,
          range,
          attributes:
            markup.attributes.length === 0 ? none : markup.attributes.map(({ name, value, start, end }) => ({ name, value, range: joined.range(start, end) })),
        });
      else otherMarkup.push(range);
    };
    const add = (joined: InlineText, inline: Inline): void => {
      for (const { kind, start, end, label, destination, reference, isDefined } of inline.links) {
        const range = joined.range(start, end);
        const inside = joined.range(label[0], label[1]);
        if (destination !== undefined) {
          links.push({ kind, range, label: inside, destination: joined.range(destination.start, destination.end), target: destination.target });
          continue;
        }
        const definition = reference === undefined || !isDefined ? undefined : defined.get(reference);
        links.push({
          kind,
          range,
          label: inside,
          ...(definition === undefined ? {} : { destination: definition.destination, target: definition.target }),
          ...(reference === undefined ? {} : { reference }),
        });
      }
      for (const { start, end, content } of inline.codeSpans) codeSpans.push({ range: joined.range(start, end), content: joined.range(...content) });
      for (const markup of inline.markup) addMarkup(joined, markup);
      for (const strike of inline.strikes) strikes.push(joined.range(...strike));
    };
    const read = (segments: Segments): void => {
      if (!hasContent(segments)) return;
      const joined = inlineText(text, segments);
      add(joined, scan(joined.text, false));
    };
    const form = syntax !== "mdx" && defined.size === 0 ? withoutDefinitions : interesting;
    let hasContent = contentFinder(text, form);
    for (const { segments } of blocks.headings) read(segments);
    hasContent = contentFinder(text, form);
    for (const segments of blocks.paragraphs) read(segments);
    hasContent = contentFinder(text, form);
    for (const { header, rows } of blocks.tables) {
      for (const cell of header) read(trimmedRange(text, cell));
      for (const { cells } of rows) for (const cell of cells) read(trimmedRange(text, cell));
    }
    for (const segments of blocks.html) {
      const joined = inlineText(text, segments);
      for (const markup of scanHtml(joined.text)) addMarkup(joined, markup);
    }
    return {
      links: inOrder(links, byStart),
      codeSpans: inOrder(codeSpans, byStart),
      comments: inOrder(comments, byStart),
      tags: inOrder(tags, byStart),
      strikes: inOrder(strikes, (a, b) => a[0] - b[0]),
      otherMarkup: inOrder(otherMarkup, (a, b) => a[0] - b[0]),
    };
  });

  const listItems = memo(() => listItemsOf(text, blocks.items));
  const taskOffsets = memo(() => taskOffsetsOf(text, blocks.items));
  const code = memo(() => blocks.code.map((block) => codeBlock(text, block)));
  const paragraphs = memo(() => linesOf(blocks.paragraphs));
  const paragraphOffsets = memo(() => offsetsOf(blocks.paragraphs));
  const htmlLines = memo(() => linesOf(blocks.html));
  return {
    text,
    ...(frontMatter === undefined ? {} : { frontMatter }),
    definitions: blocks.definitions,
    footnotes: blocks.footnotes,
    quotes: blocks.quotes,
    get headings() {
      return headings();
    },
    get inlineContents() {
      const contents = blocks.headings.map(({ segments }): Range => [segments[0] ?? 0, segments.at(-1) ?? 0]);
      for (const { header, rows } of blocks.tables) {
        for (const cell of header) contents.push(trimmedRange(text, cell));
        for (const { cells } of rows) for (const cell of cells) contents.push(trimmedRange(text, cell));
      }
      return contents;
    },
    get tables() {
      return tables();
    },
    get listItems() {
      return listItems();
    },
    get code() {
      return code();
    },
    get taskOffsets() {
      return taskOffsets();
    },
    get paragraphs() {
      return paragraphs();
    },
    get paragraphOffsets() {
      return paragraphOffsets();
    },
    get links() {
      return parts().links;
    },
    get codeSpans() {
      return parts().codeSpans;
    },
    get comments() {
      return parts().comments;
    },
    get tags() {
      return parts().tags;
    },
    get strikes() {
      return parts().strikes;
    },
    get otherMarkup() {
      return parts().otherMarkup;
    },
    get htmlLines() {
      return htmlLines();
    },
  };
}

/** The lines of blocks, in order, as pairs of offsets. */
function offsetsOf(blocks: readonly Segments[]): readonly number[] {
  const offsets: number[] = [];
  let isSorted = true;
  let last = -1;
  for (const segments of blocks) {
    for (let at = 0; at < segments.length; at += 2) {
      const start = segments[at] ?? 0;
      isSorted &&= start >= last;
      last = start;
      offsets.push(start, segments[at + 1] ?? start);
    }
  }
  return isSorted ? offsets : blocks.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)).flat();
}

function linesOf(blocks: readonly Segments[]): Range[] {
  const offsets = offsetsOf(blocks);
  const lines: Range[] = [];
  for (let at = 0; at < offsets.length; at += 2) lines.push([offsets[at] ?? 0, offsets[at + 1] ?? 0]);
  return lines;
}

function cellOf(text: string, range: Range): Table["header"][number] {
  const content = trimmedRange(text, range);
  return { range, content, text: text.slice(...content).replaceAll("\\|", "|") };
}

const isSpace = (unit: number): boolean => unit === 32 || unit === 9;

/** Behind the box that an item's content begins with, and behind the white space that follows; -1 where there is none. */
function boxEnd(text: string, start: number, end: number): number {
  if (text.charCodeAt(start) !== 91 || text.charCodeAt(start + 2) !== 93) return -1;
  const sign = text.charCodeAt(start + 1);
  if (!isSpace(sign) && (sign | 32) !== 120) return -1;
  let to = start + 3;
  if (to > end || (to < end && !isSpace(text.charCodeAt(to)))) return -1;
  while (to < end && isSpace(text.charCodeAt(to))) to++;
  return to;
}

const isTickedAt = (text: string, start: number): boolean => !isSpace(text.charCodeAt(start + 1));

function listItemsOf(text: string, items: readonly number[]): ListItem[] {
  const list: ListItem[] = [];
  for (let at = 0; at < items.length; at += itemWidth) {
    const [start = 0, end = 0, markerEnd = 0, contentStart = 0, contentEnd = 0, depth = 0] = items.slice(at, at + itemWidth);
    const range: Range = [start, end];
    const marker: Range = [start, markerEnd];
    const boxed = boxEnd(text, contentStart, contentEnd);
    if (boxed === -1) list.push({ range, marker, content: [contentStart, contentEnd], depth });
    else {
      const task = { range: [contentStart + 1, contentStart + 2], isTicked: isTickedAt(text, contentStart) } as const;
      list.push({ range, marker, depth, content: [boxed, contentEnd], task });
    }
  }
  return list;
}

function taskOffsetsOf(text: string, items: readonly number[]): number[] {
  const tasks: number[] = [];
  for (let at = 0; at < items.length; at += itemWidth) {
    const content = items[at + 3] ?? 0;
    if (boxEnd(text, content, items[at + 4] ?? 0) !== -1) tasks.push(items[at] ?? 0, items[at + 1] ?? 0, isTickedAt(text, content) ? 1 : 0);
  }
  return tasks;
}

function codeBlock(text: string, { kind, start, end, lines, info }: RawCode): CodeBlock {
  const from = lines[0] ?? end;
  // The content ends with its last line; blank lines behind indented code are none of it.
  const to = kind === "fenced" ? (lines.at(-1) ?? from) : end;
  return { kind, range: [start, end], content: [Math.min(from, to), to], info: info === undefined ? "" : unescapeText(text.slice(...info)) };
}
