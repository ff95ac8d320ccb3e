// scanMarkdown: the objects of a document, each list of them made when it is first asked for.
import type { Range } from "../text/index.js";
import { codeWidth, definitionWidth, headingWidth, itemWidth, rowWidth, tableWidth } from "./block-sink.js";
import { trimmedEnd, trimmedStart } from "./block-starts.js";
import type { CodeBlock, CodeSpan, Definition, Heading, HtmlTag, Link, ListItem, MarkdownDocument, ScannedDocument, Table, TableCell } from "./document.js";
import { unescapeText } from "./entities.js";
import { markupKind } from "./html-content.js";
import { tagName } from "./html-tag.js";
import { linkWidth, markupWidth, spanWidth, type InlineParts } from "./inline-parts.js";
import { inlineText } from "./inline-text.js";
import { rangesOf, rowsByStart } from "./number-rows.js";
import { boxEnd, destinationOf, isTickedAt, partsOf, scanOffsets, targetOf, type MarkdownOffsets } from "./offsets.js";
import { outline } from "./outline.js";
import { plainText } from "./plain-text.js";
import type { MarkdownSyntax } from "./syntax.js";

type Comment = MarkdownDocument["comments"][number];

/** Scans CommonMark 0.31 with GitHub's tables, strike-through, tasks and footnotes. Never throws; linear in the length of `text`. */
export function scanMarkdown(text: string, syntax: MarkdownSyntax = "commonmark"): ScannedDocument {
  return new Scanned(scanOffsets(text, syntax));
}

/** The objects of a document that was scanned in numbers. */
export function scannedDocument(offsets: MarkdownOffsets): ScannedDocument {
  return new Scanned(offsets);
}

/** Each list is made when it is first asked for, and kept. */
class Scanned implements ScannedDocument {
  readonly text: string;
  readonly frontMatter?: NonNullable<MarkdownDocument["frontMatter"]>;
  readonly footnotes: ReadonlySet<string>;
  readonly #offsets: MarkdownOffsets;
  #parts: InlineParts | undefined;
  #headings: MarkdownDocument["headings"] | undefined;
  #links: MarkdownDocument["links"] | undefined;
  #definitions: MarkdownDocument["definitions"] | undefined;
  #tables: MarkdownDocument["tables"] | undefined;
  #listItems: MarkdownDocument["listItems"] | undefined;
  #code: MarkdownDocument["code"] | undefined;
  #codeSpans: MarkdownDocument["codeSpans"] | undefined;
  #comments: MarkdownDocument["comments"] | undefined;
  #tags: MarkdownDocument["tags"] | undefined;
  #quotes: MarkdownDocument["quotes"] | undefined;
  #strikes: MarkdownDocument["strikes"] | undefined;
  #paragraphs: MarkdownDocument["paragraphs"] | undefined;

  constructor(offsets: MarkdownOffsets) {
    this.text = offsets.text;
    if (offsets.frontMatter !== undefined) this.frontMatter = offsets.frontMatter;
    this.footnotes = offsets.blocks.footnotes;
    this.#offsets = offsets;
  }

  forget(): void {
    this.#parts = undefined;
    this.#links = undefined;
    this.#definitions = undefined;
    this.#tables = undefined;
    this.#listItems = undefined;
    this.#code = undefined;
    this.#codeSpans = undefined;
    this.#comments = undefined;
    this.#tags = undefined;
    this.#quotes = undefined;
    this.#strikes = undefined;
    this.#paragraphs = undefined;
  }

  #inline(): InlineParts {
    return (this.#parts ??= partsOf(this.#offsets));
  }

  get headings(): MarkdownDocument["headings"] {
    return (this.#headings ??= headingsOf(this.#offsets));
  }
  get links(): MarkdownDocument["links"] {
    return (this.#links ??= linksOf(this.#offsets, this.#inline()));
  }
  get definitions(): MarkdownDocument["definitions"] {
    return (this.#definitions ??= definitionsOf(this.#offsets));
  }
  get tables(): MarkdownDocument["tables"] {
    return (this.#tables ??= tablesOf(this.#offsets));
  }
  get listItems(): MarkdownDocument["listItems"] {
    return (this.#listItems ??= listItemsOf(this.text, this.#offsets.blocks.items));
  }
  get code(): MarkdownDocument["code"] {
    return (this.#code ??= codeOf(this.#offsets));
  }
  get codeSpans(): MarkdownDocument["codeSpans"] {
    return (this.#codeSpans ??= codeSpansOf(this.#inline()));
  }
  get comments(): MarkdownDocument["comments"] {
    return (this.#comments ??= commentsOf(this.#inline()));
  }
  get tags(): MarkdownDocument["tags"] {
    return (this.#tags ??= tagsOf(this.text, this.#inline()));
  }
  get quotes(): MarkdownDocument["quotes"] {
    return (this.#quotes ??= rangesOf(this.#offsets.blocks.quotes));
  }
  get strikes(): MarkdownDocument["strikes"] {
    return (this.#strikes ??= rangesOf(this.#inline().strikes));
  }
  get paragraphs(): MarkdownDocument["paragraphs"] {
    return (this.#paragraphs ??= rangesOf(rowsByStart(this.#offsets.blocks.paragraphs.offsets, 2)));
  }
}

const joined = inlineText();

function headingsOf({ text, blocks, labels }: MarkdownOffsets): readonly Heading[] {
  joined.begin(text);
  const { headings, headingLines } = blocks;
  const raw: Omit<Heading, "slug" | "parent" | "section">[] = [];
  for (let index = 0, from = 0; index < headingLines.ends.length; index++) {
    const to = headingLines.ends[index] ?? from;
    const at = index * headingWidth;
    raw.push({
      level: (headings[at] ?? 1) as Heading["level"],
      style: headings[at + 1] === 1 ? "setext" : "atx",
      range: [headings[at + 2] ?? 0, headings[at + 3] ?? 0],
      content: [headingLines.offsets[from] ?? 0, headingLines.offsets[to - 1] ?? 0],
      text: plainText(joined.take(headingLines.offsets, from, to), labels),
    });
    from = to;
  }
  return outline(raw, text.length);
}

const linkKinds = ["inline", "image", "reference", "image-reference", "autolink", "autolink"] as const;

function linksOf(offsets: MarkdownOffsets, parts: InlineParts): Link[] {
  const { links: rows } = parts;
  const links: Link[] = [];
  for (let at = 0; at < rows.length; at += linkWidth) links.push(linkAt(offsets, parts, at));
  return links;
}

/** The link of the row at `at`. */
export function linkAt(offsets: MarkdownOffsets, { links: rows, references }: InlineParts, at: number): Link {
  const destination = destinationOf(offsets, rows, at);
  const target = targetOf(offsets, rows, at);
  const reference = references[rows[at + 8] ?? -1];
  return {
    kind: linkKinds[rows[at + 2] ?? 0] ?? "inline",
    range: [rows[at] ?? 0, rows[at + 1] ?? 0],
    label: [rows[at + 3] ?? 0, rows[at + 4] ?? 0],
    ...(target === undefined ? {} : { destination, target }),
    ...(reference === undefined ? {} : { reference }),
  };
}

function definitionsOf({ text, blocks: { definitions: rows, labels } }: MarkdownOffsets): Definition[] {
  return labels.map((label, index) => {
    const at = index * definitionWidth;
    const destination: Range = [rows[at + 2] ?? 0, rows[at + 3] ?? 0];
    return { label, range: [rows[at] ?? 0, rows[at + 1] ?? 0], destination, target: unescapeText(text.slice(...destination)) };
  });
}

function cellOf(text: string, start: number, end: number): TableCell {
  const from = trimmedStart(text, start, end);
  const content: Range = [from, trimmedEnd(text, from, end)];
  return { range: [start, end], content, text: text.slice(...content).replaceAll("\\|", "|") };
}

function tablesOf({ text, blocks: { tables, rows, cells } }: MarkdownOffsets): Table[] {
  const cellsOf = (row: number): TableCell[] => {
    const list: TableCell[] = [];
    const end = rows[row + rowWidth + 2] ?? cells.length;
    for (let at = rows[row + 2] ?? end; at < end; at += 2) list.push(cellOf(text, cells[at] ?? 0, cells[at + 1] ?? 0));
    return list;
  };
  const list: Table[] = [];
  for (let at = 0; at < tables.length; at += tableWidth) {
    const header = tables[at + 2] ?? 0;
    const end = tables[at + tableWidth + 2] ?? rows.length;
    const body: Table["rows"][number][] = [];
    for (let row = header + rowWidth; row < end; row += rowWidth) body.push({ range: [rows[row] ?? 0, rows[row + 1] ?? 0], cells: cellsOf(row) });
    list.push({ range: [tables[at] ?? 0, tables[at + 1] ?? 0], header: cellsOf(header), rows: body });
  }
  return list;
}

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

function codeOf({ text, blocks: { code } }: MarkdownOffsets): CodeBlock[] {
  const list: CodeBlock[] = [];
  for (let at = 0; at < code.length; at += codeWidth) {
    const [start = 0, end = 0, contentStart = 0, contentEnd = 0, infoStart, infoEnd, isFenced] = code.slice(at, at + codeWidth);
    list.push({
      kind: isFenced === 1 ? "fenced" : "indented",
      range: [start, end],
      content: [contentStart, contentEnd],
      info: unescapeText(text.slice(infoStart, infoEnd)),
    });
  }
  return list;
}

function codeSpansOf({ codeSpans }: InlineParts): CodeSpan[] {
  const spans: CodeSpan[] = [];
  for (let at = 0; at < codeSpans.length; at += spanWidth)
    spans.push({ range: [codeSpans[at] ?? 0, codeSpans[at + 1] ?? 0], content: [codeSpans[at + 2] ?? 0, codeSpans[at + 3] ?? 0] });
  return spans;
}

function commentsOf({ markup }: InlineParts): Comment[] {
  const comments: Comment[] = [];
  for (let at = 0; at < markup.length; at += markupWidth) {
    if (markup[at + 2] !== markupKind.comment) continue;
    comments.push({ range: [markup[at] ?? 0, markup[at + 1] ?? 0], content: [markup[at + 3] ?? 0, markup[at + 4] ?? 0] });
  }
  return comments;
}

function tagsOf(text: string, { markup, attributes }: InlineParts): HtmlTag[] {
  const tags: HtmlTag[] = [];
  for (let at = 0; at < markup.length; at += markupWidth) {
    if (markup[at + 2] !== markupKind.tag) continue;
    const start = markup[at] ?? 0;
    tags.push({
      name: `${text.charCodeAt(start + 1) === 47 ? "/" : ""}${tagName(text, start)}`,
      range: [start, markup[at + 1] ?? 0],
      attributes: (attributes[markup[at + 5] ?? -1] ?? []).map(({ name, value, start: from, end }) => ({ name, value, range: [from, end] })),
    });
  }
  return tags;
}
