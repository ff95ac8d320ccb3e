// Collects the blocks that the line scanner finds.
import type { Range } from "../text/index.js";
import { trimmedEnd } from "./block-starts.js";
import { readDefinitions } from "./definition.js";
import type { Definition } from "./document.js";
import { inlineText, type Segments } from "./inline-text.js";

export interface RawHeading {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly style: "atx" | "setext";
  readonly range: Range;
  readonly segments: Segments;
}
export interface RawCode {
  readonly kind: "fenced" | "indented";
  readonly start: number;
  readonly end: number;
  /** The lines' contents, without the prefixes of their containers. */
  readonly lines: Segments;
  readonly info?: readonly [number, number];
}
export interface RawTable {
  start: number;
  end: number;
  readonly header: readonly Range[];
  readonly rows: { readonly range: Range; readonly cells: readonly Range[] }[];
}
/** Numbers a list item has in `Blocks.items`: start, end, marker's end, content's start and end, depth. Flat, because a hostile text has many. */
export const itemWidth = 6;

/** A document's blocks; inline content is not yet read. */
export interface Blocks {
  readonly headings: readonly RawHeading[];
  readonly paragraphs: readonly Segments[];
  readonly code: readonly RawCode[];
  readonly html: readonly Segments[];
  readonly tables: readonly RawTable[];
  /** `itemWidth` numbers an item, in the order of their starts. */
  readonly items: readonly number[];
  readonly quotes: readonly Range[];
  readonly definitions: readonly Definition[];
  readonly footnotes: ReadonlySet<string>;
}

export interface BlockSink {
  heading(level: number, style: "atx" | "setext", range: Range, content: readonly [number, number]): void;
  /** False when the paragraph is definitions alone: then the underline is text. */
  setext(level: 1 | 2, paragraph: Segments, end: number): boolean;
  paragraph(segments: Segments): void;
  code(code: RawCode): void;
  html(segments: Segments): void;
  table(range: Range, header: readonly Range[]): number;
  row(table: number, range: Range, cells: readonly Range[]): void;
  item(start: number, markerEnd: number, contentStart: number, contentEnd: number, depth: number): number;
  quote(start: number): number;
  footnote(label: string): void;
  close(kind: "quote" | "item", index: number, end: number): void;
  finish(): Blocks;
}

export function blockSink(text: string): BlockSink {
  const headings: RawHeading[] = [];
  const paragraphs: Segments[] = [];
  const code: RawCode[] = [];
  const html: Segments[] = [];
  const tables: RawTable[] = [];
  const items: number[] = [];
  const quotes: [start: number, end: number][] = [];
  const definitions: Definition[] = [];
  const footnotes = new Set<string>();

  /** Takes the definitions off the front of a paragraph and gives the lines that are left. */
  const withoutDefinitions = (segments: Segments): Segments => {
    if (text.charCodeAt(segments[0] ?? 0) !== 91) return segments;
    const joined = inlineText(text, segments);
    const found = readDefinitions(joined.text);
    for (const { label, start, end, destination } of found.definitions) {
      definitions.push({ label, range: joined.range(start, end), destination: joined.range(destination.start, destination.end), target: destination.target });
    }
    if (found.rest === 0) return segments;
    let lines = 0;
    for (let at = joined.text.indexOf("\n"); at !== -1 && at < found.rest; at = joined.text.indexOf("\n", at + 1)) lines++;
    return found.rest >= joined.text.length ? [] : segments.slice(lines * 2);
  };
  const trimmed = (segments: Segments): Segments => {
    const [start = 0, end = 0] = [segments.at(-2), segments.at(-1)];
    const to = trimmedEnd(text, start, end);
    return to === end ? segments : [...segments.slice(0, -1), to];
  };

  return {
    heading(level, style, range, content) {
      headings.push({ level: level as RawHeading["level"], style, range, segments: content });
    },
    setext(level, paragraph, end) {
      const known = definitions.length;
      const rest = withoutDefinitions(paragraph);
      const [start] = rest;
      if (start === undefined) {
        // The paragraph goes on; its definitions are read when it ends.
        definitions.length = known;
        return false;
      }
      headings.push({ level, style: "setext", range: [start, end], segments: trimmed(rest) });
      return true;
    },
    paragraph(segments) {
      const rest = withoutDefinitions(segments);
      if (rest.length > 0) paragraphs.push(trimmed(rest));
    },
    code: (block) => void code.push(block),
    html: (segments) => void html.push(segments),
    table: ([start, end], header) => tables.push({ start, end, header, rows: [] }) - 1,
    row(index, range, cells) {
      const table = tables[index];
      table?.rows.push({ range, cells });
      if (table !== undefined) table.end = range[1];
    },
    item: (start, markerEnd, contentStart, contentEnd, depth) => items.push(start, contentEnd, markerEnd, contentStart, contentEnd, depth) / itemWidth - 1,
    quote: (start) => quotes.push([start, start]) - 1,
    footnote: (label) => void footnotes.add(label),
    close(kind, index, end) {
      if (kind === "item") {
        items[index * itemWidth + 1] = Math.max(end, items[index * itemWidth + 2] ?? end);
        return;
      }
      const quote = quotes[index];
      if (quote !== undefined) quote[1] = Math.max(end, quote[0] + 1);
    },
    finish: () => ({ headings, paragraphs, code, html, tables, items, quotes, definitions, footnotes }),
  };
}
