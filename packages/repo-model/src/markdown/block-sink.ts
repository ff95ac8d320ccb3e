// Collects the blocks that the line scanner finds, in numbers: a hostile text has as many blocks as lines.
import { trimmedEnd } from "./block-starts.js";
import { readDefinitions } from "./definition.js";
import { inlineText, type LineBlocks } from "./inline-text.js";
import { keptRows } from "./number-rows.js";
import { splitRow } from "./table-row.js";

/** Numbers of a list item: start, end, marker's end, content's start and end, depth. */
export const itemWidth = 6;
/** Numbers of a heading: level, 1 where it is underlined, start, end. */
export const headingWidth = 4;
/** Numbers of a block of code: start, end, content's start and end, info string's start and end, 1 where it is fenced. */
export const codeWidth = 7;
/** Numbers of a table: start, end, where its rows begin in `rows`. The first row is the header. */
export const tableWidth = 3;
/** Numbers of a row: start, end, where its cells begin in `cells`. */
export const rowWidth = 3;
/** Numbers of a definition: start, end, destination's start and end. */
export const definitionWidth = 4;

/** A document's blocks in the order of their starts, rows of numbers in one list each; inline content is not yet read. */
export interface Blocks {
  readonly paragraphs: LineBlocks;
  readonly headings: readonly number[];
  readonly headingLines: LineBlocks;
  readonly html: LineBlocks;
  readonly code: readonly number[];
  readonly tables: readonly number[];
  readonly rows: readonly number[];
  /** Start and end of each, padding included. */
  readonly cells: readonly number[];
  readonly items: readonly number[];
  /** Start and end of each. */
  readonly quotes: readonly number[];
  readonly definitions: readonly number[];
  /** Of each definition. */
  readonly labels: readonly string[];
  readonly footnotes: ReadonlySet<string>;
}

export interface BlockSink {
  begin(text: string): void;
  heading(level: number, start: number, end: number, contentStart: number, contentEnd: number): void;
  /** A line of the paragraph that is open. */
  line(start: number, end: number): void;
  /** Ends the open paragraph. */
  paragraph(): void;
  /** Makes the open paragraph a heading; false when it is definitions alone: then the underline is text. */
  setext(level: 1 | 2, end: number): boolean;
  code(isFenced: boolean, start: number, end: number, contentStart: number, contentEnd: number, infoStart: number, infoEnd: number): void;
  htmlLine(start: number, end: number): void;
  html(): void;
  /** Begins a table with the last line of the open paragraph, where that has as many columns; whether it has. */
  table(columns: number, end: number): boolean;
  row(start: number, end: number, columns: number): void;
  item(start: number, markerEnd: number, contentStart: number, contentEnd: number, depth: number): number;
  quote(start: number): number;
  footnote(label: string): void;
  closeItem(index: number, end: number): void;
  closeQuote(index: number, end: number): void;
  /** What was collected since the document was begun. */
  blocks(): Blocks;
}

interface OpenLineBlocks {
  readonly offsets: number[];
  readonly ends: number[];
}

const noFootnotes: ReadonlySet<string> = new Set();
const openLineBlocks = (): OpenLineBlocks => ({ offsets: [], ends: [] });
const emptied = ({ offsets, ends }: OpenLineBlocks): void => void (offsets.length = ends.length = 0);
const kept = ({ offsets, ends }: OpenLineBlocks): LineBlocks => ({ offsets: keptRows(offsets), ends: keptRows(ends) });

/** A sink for all documents, each of which is begun: its lists have room already, and its functions are compiled once. */
export function blockSink(): BlockSink {
  let text = "";
  const paragraphs = openLineBlocks();
  const headings: number[] = [];
  const headingLines = openLineBlocks();
  const html = openLineBlocks();
  const code: number[] = [];
  const tables: number[] = [];
  const rows: number[] = [];
  const cells: number[] = [];
  const items: number[] = [];
  const quotes: number[] = [];
  const definitions: number[] = [];
  let labels: string[] = [];
  let footnotes: Set<string> | undefined;
  const { offsets } = paragraphs;
  /** Where the lines of the open paragraph begin. */
  let open = 0;
  const joined = inlineText();

  const take = (label: string, start: number, end: number, destinationStart: number, destinationEnd: number): void => {
    labels.push(label);
    definitions.push(joined.source(start), joined.sourceEnd(start, end), joined.source(destinationStart), joined.sourceEnd(destinationStart, destinationEnd));
  };
  /** Reads the definitions that the open paragraph begins with; how many of its numbers they take. */
  const takeDefinitions = (): number => {
    if (text.charCodeAt(offsets[open] ?? 0) !== 91) return 0;
    const written = joined.take(offsets, open, offsets.length);
    const rest = readDefinitions(written, take);
    if (rest === 0) return 0;
    if (rest >= written.length) return offsets.length - open;
    let lines = 0;
    for (let at = written.indexOf("\n"); at !== -1 && at < rest; at = written.indexOf("\n", at + 1)) lines++;
    return lines * 2;
  };
  /** Takes the white space off the end of the last line. */
  const trim = (): void => {
    const last = offsets.length - 1;
    offsets[last] = trimmedEnd(text, offsets[last - 1] ?? 0, offsets[last] ?? 0);
  };
  const addCells = (start: number, end: number, columns: number): void => {
    rows.push(start, end, cells.length);
    splitRow(text, start, end, columns, cells);
  };
  const endParagraph = (): void => {
    const taken = offsets.length === open ? 0 : takeDefinitions();
    if (taken > 0) {
      // Later lines move up over those of the definitions.
      offsets.copyWithin(open, open + taken);
      offsets.length -= taken;
    }
    if (offsets.length === open) return;
    trim();
    open = paragraphs.ends[paragraphs.ends.push(offsets.length) - 1] ?? open;
  };

  return {
    begin(given) {
      text = given;
      joined.begin(given);
      emptied(paragraphs);
      emptied(headingLines);
      emptied(html);
      headings.length = code.length = tables.length = rows.length = cells.length = items.length = quotes.length = definitions.length = 0;
      labels = [];
      footnotes = undefined;
      open = 0;
    },
    heading(level, start, end, contentStart, contentEnd) {
      headings.push(level, 0, start, end);
      headingLines.offsets.push(contentStart, contentEnd);
      headingLines.ends.push(headingLines.offsets.length);
    },
    line: (start, end) => void offsets.push(start, end),
    paragraph: endParagraph,
    setext(level, end) {
      const known = labels.length;
      const from = open + takeDefinitions();
      if (from === offsets.length) {
        // The paragraph goes on; its definitions are read when it ends.
        labels.length = known;
        definitions.length = known * definitionWidth;
        return false;
      }
      trim();
      headings.push(level, 1, offsets[from] ?? 0, end);
      for (let at = from; at < offsets.length; at++) headingLines.offsets.push(offsets[at] ?? 0);
      headingLines.ends.push(headingLines.offsets.length);
      offsets.length = open;
      return true;
    },
    code: (isFenced, start, end, contentStart, contentEnd, infoStart, infoEnd) =>
      void code.push(start, end, contentStart, contentEnd, infoStart, infoEnd, isFenced ? 1 : 0),
    htmlLine: (start, end) => void html.offsets.push(start, end),
    html: () => void html.ends.push(html.offsets.length),
    table(columns, end) {
      const start = offsets[offsets.length - 2] ?? 0;
      const headerEnd = trimmedEnd(text, start, offsets[offsets.length - 1] ?? 0);
      if (splitRow(text, start, headerEnd, 0, cells) !== columns) return false;
      offsets.length -= 2;
      endParagraph();
      tables.push(start, end, rows.length);
      addCells(start, headerEnd, columns);
      return true;
    },
    row(start, end, columns) {
      addCells(start, end, columns);
      tables[tables.length - 2] = end;
    },
    item: (start, markerEnd, contentStart, contentEnd, depth) => items.push(start, contentEnd, markerEnd, contentStart, contentEnd, depth) - itemWidth,
    quote: (start) => quotes.push(start, start) - 2,
    footnote: (label) => void (footnotes ??= new Set()).add(label),
    closeItem(index, end) {
      items[index + 1] = Math.max(end, items[index + 2] ?? end);
    },
    closeQuote(index, end) {
      quotes[index + 1] = Math.max(end, (quotes[index] ?? 0) + 1);
    },
    blocks: () => ({
      paragraphs: kept(paragraphs),
      headings: keptRows(headings),
      headingLines: kept(headingLines),
      html: kept(html),
      code: keptRows(code),
      tables: keptRows(tables),
      rows: keptRows(rows),
      cells: keptRows(cells),
      items: keptRows(items),
      quotes: keptRows(quotes),
      definitions: keptRows(definitions),
      labels,
      footnotes: footnotes ?? noFootnotes,
    }),
  };
}
