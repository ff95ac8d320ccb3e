// scanMarkdown: a document's blocks at once, its inline content when it is first asked for.
import type { Range } from "../text/index.js";
import type { RawCode } from "./block-sink.js";
import { scanBlocks } from "./blocks.js";
import type { CodeBlock, CodeSpan, HtmlTag, Link, ListItem, MarkdownDocument, Table } from "./document.js";
import { unescapeText } from "./entities.js";
import { findFrontMatter } from "./front-matter.js";
import { scanHtml, type Markup } from "./html-content.js";
import { scanInline, type Inline, type Labels } from "./inline.js";
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

/** Blocks without any of these hold nothing but text. */
const interesting = /[[`<~{]/;
const byStart = (a: { readonly range: Range }, b: { readonly range: Range }): number => a.range[0] - b.range[0] || b.range[1] - a.range[1];

function memo<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Scans CommonMark 0.31 with GitHub's tables, strike-through, tasks and footnotes. Never throws; linear in the length of `text`. */
export function scanMarkdown(text: string, syntax: MarkdownSyntax = "commonmark"): MarkdownDocument {
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const frontMatter = findFrontMatter(text, mark);
  const blocks = scanBlocks(text, frontMatter?.range[1] ?? mark, syntax);
  const defined = new Map(blocks.definitions.toReversed().map((definition) => [definition.label, definition]));
  const labels: Labels = { definitions: defined, footnotes: blocks.footnotes, isMdx: syntax === "mdx" };

  const headingTexts = memo(() =>
    blocks.headings
      .map(({ segments }) => ({ joined: inlineText(text, segments) }))
      .map(({ joined }) => ({ joined, inline: scanInline(joined.text, labels, true) })),
  );
  const headings = memo(() =>
    outline(
      blocks.headings.map(({ level, style, range, segments }, index) => ({
        level,
        style,
        range,
        content: [segments[0] ?? 0, segments.at(-1) ?? 0],
        text: headingTexts()[index]?.inline.plain ?? "",
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
          attributes: markup.attributes.map(({ name, value, start, end }) => ({ name, value, range: joined.range(start, end) })),
        });
      else otherMarkup.push(range);
    };
    const add = (joined: InlineText, inline: Inline): void => {
      for (const { kind, start, end, label, destination, reference, isDefined } of inline.links) {
        const definition = reference === undefined || !isDefined ? undefined : defined.get(reference);
        const place = destination === undefined ? definition?.destination : joined.range(destination.start, destination.end);
        const target = destination?.target ?? definition?.target;
        links.push({
          kind,
          range: joined.range(start, end),
          label: joined.range(...label),
          ...(place === undefined ? {} : { destination: place }),
          ...(target === undefined ? {} : { target }),
          ...(reference === undefined ? {} : { reference }),
        });
      }
      for (const { start, end, content } of inline.codeSpans) codeSpans.push({ range: joined.range(start, end), content: joined.range(...content) });
      for (const markup of inline.markup) addMarkup(joined, markup);
      for (const strike of inline.strikes) strikes.push(joined.range(...strike));
    };
    const read = (segments: Segments): void => {
      const joined = inlineText(text, segments);
      if (interesting.test(joined.text)) add(joined, scanInline(joined.text, labels, false));
    };
    for (const { segments } of blocks.headings) read(segments);
    for (const segments of blocks.paragraphs) read(segments);
    for (const { header, rows } of blocks.tables) for (const cell of [...header, ...rows.flatMap(({ cells }) => cells)]) read(trimmedRange(text, cell));
    for (const segments of blocks.html) {
      const joined = inlineText(text, segments);
      for (const markup of scanHtml(joined.text)) addMarkup(joined, markup);
    }
    return {
      links: links.toSorted(byStart),
      codeSpans: codeSpans.toSorted(byStart),
      comments: comments.toSorted(byStart),
      tags: tags.toSorted(byStart),
      strikes: strikes.toSorted((a, b) => a[0] - b[0]),
      otherMarkup: otherMarkup.toSorted((a, b) => a[0] - b[0]),
    };
  });

  const listItems = memo(() => blocks.items.map((item) => listItem(text, item)));
  const code = memo(() => blocks.code.map((block) => codeBlock(text, block)));
  const paragraphs = memo(() => linesOf(blocks.paragraphs));
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
    get paragraphs() {
      return paragraphs();
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

/** The lines of blocks, in order. */
function linesOf(blocks: readonly Segments[]): Range[] {
  const lines: Range[] = [];
  let isSorted = true;
  let last = -1;
  for (const segments of blocks) {
    for (let at = 0; at < segments.length; at += 2) {
      const start = segments[at] ?? 0;
      isSorted &&= start >= last;
      last = start;
      lines.push([start, segments[at + 1] ?? start]);
    }
  }
  return isSorted ? lines : lines.toSorted((a, b) => a[0] - b[0]);
}

function cellOf(text: string, range: Range): Table["header"][number] {
  const content = trimmedRange(text, range);
  return { range, content, text: text.slice(...content).replaceAll("\\|", "|") };
}

function listItem(text: string, { range, marker, content, depth }: ListItem): ListItem {
  const box = /^\[([ \txX])\](?=[ \t]|$)[ \t]*/.exec(text.slice(...content));
  if (box === null) return { range, marker, content, depth };
  const isTicked = box[1]?.toLowerCase() === "x";
  return { range, marker, depth, content: [content[0] + box[0].length, content[1]], task: { range: [content[0] + 1, content[0] + 2], isTicked } };
}

function codeBlock(text: string, { kind, start, end, lines, info }: RawCode): CodeBlock {
  const from = lines[0] ?? end;
  // The content ends with its last line; blank lines behind indented code are none of it.
  const to = kind === "fenced" ? (lines.at(-1) ?? from) : end;
  return { kind, range: [start, end], content: [Math.min(from, to), to], info: info === undefined ? "" : unescapeText(text.slice(...info)) };
}
