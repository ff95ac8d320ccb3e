// What the block scanner remembers between lines.
import { blockSink, type BlockSink } from "./block-sink.js";
import type { HtmlBlockKind } from "./html-block.js";
import { lineCursor, type LineCursor } from "./line-cursor.js";
import type { MarkdownSyntax } from "./syntax.js";

/** One of the open containers. The objects are used again for those that open later. */
export interface Container {
  kind: "quote" | "item" | "footnote";
  /** Columns that an item's lines are indented by. */
  offset: number;
  index: number;
  hasContent: boolean;
  /** Where the innermost quote of it and those below stands; -1 where there is none. */
  lastQuote: number;
  /** How many items it and those below are. */
  items: number;
}

/** The block that is open; `esm`: import and export lines of MDX, no text. */
export type LeafKind = "none" | "paragraph" | "fence" | "indented" | "html" | "table" | "esm";

export interface BlockState {
  readonly text: string;
  readonly sink: BlockSink;
  readonly cursor: LineCursor;
  readonly syntax: MarkdownSyntax;
  readonly stack: Container[];
  /** How many of `stack` are open. */
  height: number;
  leaf: LeafKind;
  /** The end of the last line that was not blank. */
  lastEnd: number;
  /** Of the line being read: how many containers it goes on with, and whether the others are closed. */
  keep: number;
  isClosed: boolean;
  /** Where stands what keeps a run of `breakUnit` before it from being a thematic break. */
  breakUnit: number;
  breakEnd: number;
  /** Of an open block of code. */
  start: number;
  end: number;
  contentStart: number;
  contentEnd: number;
  /** Of an open fence. */
  unit: number;
  length: number;
  indent: number;
  infoStart: number;
  infoEnd: number;
  htmlKind: HtmlBlockKind;
  /** Of an open table. */
  columns: number;
}

const sink = blockSink();

export function blockState(text: string, from: number, syntax: MarkdownSyntax): BlockState {
  sink.begin(text);
  return {
    text,
    sink,
    cursor: lineCursor(text),
    syntax,
    stack: [],
    height: 0,
    leaf: "none",
    lastEnd: from,
    keep: 0,
    isClosed: false,
    breakUnit: 0,
    breakEnd: -1,
    start: 0,
    end: 0,
    contentStart: -1,
    contentEnd: 0,
    unit: 0,
    length: 0,
    indent: 0,
    infoStart: 0,
    infoEnd: 0,
    htmlKind: 7,
    columns: 0,
  };
}
