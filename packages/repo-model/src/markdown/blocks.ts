// The block structure of a document, line by line: containers are matched, blocks begin, text goes on (CommonMark 0.31, appendix "A parsing strategy").
import type { Range } from "../text/index.js";
import { atxHeading, footnoteStart, isClosingFence, isThematicBreak, listMarker, openingFence, setextLevel, trimmedEnd } from "./block-starts.js";
import { blockSink, type BlockSink, type Blocks } from "./block-sink.js";
import { endsHtmlBlock, htmlBlockStart, type HtmlBlockKind } from "./html-block.js";
import { beginLine, lineCursor, takeColumns, takeUnits, type LineCursor } from "./line-cursor.js";
import { admonitionStart, esmEnd, isJsxLine, type MarkdownSyntax } from "./syntax.js";
import { delimiterColumns, splitRow } from "./table-row.js";

interface Container {
  readonly kind: "quote" | "item" | "footnote";
  /** Columns that an item's lines are indented by. */
  readonly offset: number;
  readonly index: number;
  hasContent: boolean;
}

type Leaf =
  | { readonly kind: "paragraph"; readonly segments: number[] }
  | {
      readonly kind: "fence";
      readonly unit: number;
      readonly length: number;
      readonly indent: number;
      readonly info: readonly [number, number];
      readonly start: number;
      readonly lines: number[];
      end: number;
    }
  | { readonly kind: "indented"; readonly start: number; readonly lines: number[]; end: number }
  | { readonly kind: "html"; readonly type: HtmlBlockKind; readonly segments: number[] }
  | { readonly kind: "table"; readonly columns: number; readonly index: number }
  /** Import and export lines of MDX: no text. */
  | { readonly kind: "esm" };

/** Containers deeper than this are text: no document needs them, and each line looks at all of them. */
const deepest = 200;

/** Scans the blocks of `text` from `from`. Never throws; time is linear in the text. */
export function scanBlocks(text: string, from: number, syntax: MarkdownSyntax = "commonmark"): Blocks {
  const sink = blockSink(text);
  const cursor = lineCursor(text);
  const state: State = { text, sink, cursor, syntax, stack: [], leaf: undefined, lastEnd: from };
  // The next LF and the next CR, each looked for once.
  let [feed, carriage] = [-1, -1];
  for (let start = from; start < text.length;) {
    if (feed < start) feed = indexOf(text, "\n", start);
    if (carriage < start) carriage = indexOf(text, "\r", start);
    const end = Math.min(feed, carriage);
    beginLine(cursor, start, end);
    if (!isPlainText(state)) readLine(state);
    start = end + (feed === end + 1 && carriage === end ? 2 : 1);
  }
  closeContainers(state, 0);
  return sink.finish();
}

/** Where a sign stands, the text's end where it does not. */
function indexOf(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at === -1 ? text.length : at;
}

/** Units that begin a block where they stand first in a line: `#`, `` ` ``, `~`, `<`, `=`, `-`, `|`, `:`, `*`, `_`, `+`, `>`, `[`, `!`, `?`, digits. */
const beginners = new Uint8Array(128);
for (const unit of "#`~<=-|:*_+>[!?0123456789") beginners[unit.charCodeAt(0)] = 1;

/** Takes the most frequent line on a short way: text that begins no block, outside of containers, in a paragraph or behind a blank line. Whether it was one. */
function isPlainText(state: State): boolean {
  const { cursor, leaf, stack } = state;
  if (stack.length > 0 || cursor.blank || (leaf === undefined && cursor.indent >= 4) || (leaf !== undefined && leaf.kind !== "paragraph")) return false;
  const { content, end } = cursor;
  const unit = state.text.charCodeAt(content);
  if ((unit < 128 && beginners[unit] === 1) || state.syntax === "mdx") return false;
  if (leaf === undefined) state.leaf = { kind: "paragraph", segments: [content, end] };
  else leaf.segments.push(content, end);
  state.lastEnd = end;
  return true;
}

interface State {
  readonly text: string;
  readonly sink: BlockSink;
  readonly cursor: LineCursor;
  readonly syntax: MarkdownSyntax;
  readonly stack: Container[];
  leaf: Leaf | undefined;
  /** The end of the last line that was not blank. */
  lastEnd: number;
}

function closeLeaf(state: State): void {
  const { leaf, sink } = state;
  state.leaf = undefined;
  if (leaf?.kind === "paragraph") sink.paragraph(leaf.segments);
  else if (leaf?.kind === "fence") sink.code({ kind: "fenced", start: leaf.start, end: leaf.end, lines: leaf.lines, info: leaf.info });
  else if (leaf?.kind === "indented") sink.code({ kind: "indented", start: leaf.start, end: leaf.end, lines: leaf.lines });
  else if (leaf?.kind === "html") sink.html(leaf.segments);
}

function closeContainers(state: State, keep: number): void {
  closeLeaf(state);
  while (state.stack.length > keep) {
    const container = state.stack.pop();
    if (container !== undefined && container.kind !== "footnote") state.sink.close(container.kind, container.index, state.lastEnd);
  }
}

/** How many open containers the line goes on with. */
function matchContainers({ stack, cursor, text }: State): number {
  let matched = 0;
  for (const container of stack) {
    if (container.kind === "quote") {
      if (cursor.indent > 3 || cursor.blank || text.charCodeAt(cursor.content) !== 62) break;
      takeUnits(cursor, 1);
      takeQuoteSpace(cursor);
    } else if (cursor.blank) {
      if (!container.hasContent) break;
    } else if (cursor.indent >= container.offset) takeColumns(cursor, container.offset);
    else break;
    matched++;
  }
  return matched;
}

function takeQuoteSpace(cursor: LineCursor): void {
  if (cursor.indent > 0) takeColumns(cursor, 1);
}

/** Feeds the line to an open code or HTML block; whether the block took it. */
function continueLeaf(state: State): boolean {
  const { leaf, cursor, text } = state;
  if (leaf?.kind === "esm") return !cursor.blank;
  if (leaf?.kind === "fence") {
    leaf.end = cursor.end;
    if ((cursor.indent <= 3 || state.syntax === "mdx") && !cursor.blank && isClosingFence(text, cursor.content, cursor.end, leaf.unit, leaf.length))
      closeLeaf(state);
    else {
      takeColumns(cursor, Math.min(leaf.indent, cursor.indent));
      leaf.lines.push(cursor.at, cursor.end);
    }
    return true;
  }
  if (leaf?.kind === "html") {
    if (leaf.type >= 6 && cursor.blank) return false;
    leaf.segments.push(cursor.at, cursor.end);
    if (endsHtmlBlock(leaf.type, text.slice(cursor.at, cursor.end))) closeLeaf(state);
    return true;
  }
  if (leaf?.kind === "indented" && (cursor.blank || cursor.indent >= 4)) {
    takeColumns(cursor, 4);
    leaf.lines.push(cursor.at, cursor.end);
    if (!cursor.blank) leaf.end = cursor.end;
    return true;
  }
  return false;
}

function openContainer(state: State, kind: Container["kind"], offset: number, index: number, hasContent: boolean): void {
  for (const above of state.stack) above.hasContent = true;
  state.stack.push({ kind, offset, index, hasContent });
}

function readLine(state: State): void {
  const { cursor } = state;
  const isBlank = cursor.blank;
  const matched = matchContainers(state);
  const isMatched = matched === state.stack.length;
  if (!isMatched || !continueLeaf(state)) startBlocks(state, matched);
  if (!isBlank) state.lastEnd = cursor.end;
}

/** Opens what the line begins and gives the rest to the block it belongs to. */
function startBlocks(state: State, matched: number): void {
  const { cursor, text, sink, stack } = state;
  const mayBeLazy = state.leaf?.kind === "paragraph";
  let keep = matched;
  let isClosed = false;
  /** Ends what the line does not go on with, before a new block. */
  const close = (): void => {
    if (!isClosed) closeContainers(state, keep);
    else closeLeaf(state);
    isClosed = true;
  };
  for (;;) {
    const { content, end, indent } = cursor;
    // The paragraph is the block that the line stands in, not one of a container that it left.
    const paragraph = !isClosed && keep === stack.length && state.leaf?.kind === "paragraph" ? state.leaf : undefined;
    if (cursor.blank) break;
    if (indent >= 4 && state.syntax !== "mdx") {
      if (mayBeLazy && !isClosed) break;
      close();
      const start = cursor.at;
      takeColumns(cursor, 4);
      state.leaf = { kind: "indented", start, lines: [cursor.at, end], end };
      fill(stack);
      return;
    }
    const unit = text.charCodeAt(content);
    if (unit === 62 && stack.length < deepest) {
      close();
      openContainer(state, "quote", 0, sink.quote(content), true);
      takeUnits(cursor, 1);
      takeQuoteSpace(cursor);
      keep = stack.length;
      continue;
    }
    if (startLeaf(state, paragraph, mayBeLazy && !isClosed, close)) {
      fill(stack);
      return;
    }
    if (state.syntax === "mdx" && stack.length === 0 && !mayBeLazy && cursor.at === cursor.start && esmEnd(text, content, end)) {
      close();
      state.leaf = { kind: "esm" };
      return;
    }
    const title = state.syntax === "python" && stack.length < deepest ? admonitionStart(text, content, end) : undefined;
    if (title !== undefined) {
      close();
      openContainer(state, "footnote", indent + 4, 0, true);
      if (title[1] > title[0]) sink.paragraph(title);
      return;
    }
    const marker = stack.length < deepest ? listMarker(text, content, end) : undefined;
    if (marker !== undefined && (paragraph === undefined || marker.interrupts)) {
      close();
      takeUnits(cursor, marker.width);
      const spaces = marker.empty ? 1 : cursor.indent >= 5 || cursor.indent < 1 ? 1 : cursor.indent;
      const item = sink.item(content, content + marker.width, cursor.content, cursor.end, depthOf(stack));
      if (!marker.empty) takeColumns(cursor, spaces);
      openContainer(state, "item", indent + marker.width + spaces, item, !marker.empty);
      keep = stack.length;
      continue;
    }
    const footnote = unit === 91 && stack.length < deepest ? footnoteStart(text, content, end) : undefined;
    if (footnote !== undefined) {
      close();
      sink.footnote(footnote.label);
      takeUnits(cursor, footnote.width);
      openContainer(state, "footnote", 4, 0, true);
      keep = stack.length;
      continue;
    }
    break;
  }
  addText(state, keep, close);
}

/** How many items hold the next one. */
function depthOf(stack: readonly Container[]): number {
  let depth = 0;
  for (const { kind } of stack) if (kind === "item") depth++;
  return depth;
}

function fill(stack: readonly Container[]): void {
  const last = stack.at(-1);
  if (last !== undefined) last.hasContent = true;
}

/** Begins a heading, code, HTML, a rule or a table; whether it did. */
function startLeaf(state: State, paragraph: Extract<Leaf, { kind: "paragraph" }> | undefined, mayBeLazy: boolean, close: () => void): boolean {
  const { cursor, text, sink } = state;
  const { content, end, indent } = cursor;
  const unit = text.charCodeAt(content);
  if (unit === 35) {
    const heading = atxHeading(text, content, end);
    if (heading === undefined) return false;
    close();
    sink.heading(heading.level, "atx", [content, trimmedEnd(text, content, end)], heading.content);
    return true;
  }
  if (unit === 96 || unit === 126) {
    const fence = openingFence(text, content, end);
    if (fence === undefined) return false;
    close();
    state.leaf = { kind: "fence", ...fence, indent, start: content, lines: [], end };
    return true;
  }
  if (unit === 60) {
    const type = htmlBlockStart(text, content, end, mayBeLazy);
    // Tags are JSX in MDX; comments are Docusaurus's.
    if (type === undefined || (state.syntax === "mdx" && type !== 2)) return false;
    close();
    state.leaf = { kind: "html", type, segments: [cursor.at, end] };
    if (endsHtmlBlock(type, text.slice(content, end))) closeLeaf(state);
    return true;
  }
  if (paragraph !== undefined && (unit === 61 || unit === 45)) {
    const level = setextLevel(text, content, end);
    if (level !== undefined && sink.setext(level, paragraph.segments, trimmedEnd(text, content, end))) {
      state.leaf = undefined;
      return true;
    }
  }
  if (paragraph !== undefined && (unit === 45 || unit === 124 || unit === 58) && startTable(state, paragraph)) return true;
  if ((unit === 45 || unit === 42 || unit === 95) && isThematicBreak(text, content, end)) {
    close();
    return true;
  }
  return false;
}

/** Makes the last line of the paragraph a table's header when this line delimits as many columns. */
function startTable(state: State, { segments }: Extract<Leaf, { kind: "paragraph" }>): boolean {
  const { text, cursor, sink } = state;
  const columns = delimiterColumns(text, cursor.content, cursor.end);
  if (columns === undefined) return false;
  const start = segments.at(-2) ?? 0;
  const end = trimmedEnd(text, start, segments.at(-1) ?? 0);
  const header = splitRow(text, start, end);
  if (header.length !== columns) return false;
  sink.paragraph(segments.slice(0, -2));
  state.leaf = { kind: "table", columns, index: sink.table([start, trimmedEnd(text, cursor.content, cursor.end)], header) };
  return true;
}

/** Gives the line's text to the block that it goes on with, or begins a paragraph. */
function addText(state: State, keep: number, close: () => void): void {
  const { cursor, text, sink, stack } = state;
  const { leaf } = state;
  if (cursor.blank) {
    if (keep < stack.length || leaf !== undefined) close();
    return;
  }
  if (leaf?.kind === "paragraph") {
    leaf.segments.push(cursor.content, cursor.end);
    return;
  }
  if (leaf?.kind === "table" && keep === stack.length) {
    const row: Range = [cursor.content, trimmedEnd(text, cursor.content, cursor.end)];
    sink.row(leaf.index, row, splitRow(text, ...row).slice(0, leaf.columns));
    return;
  }
  close();
  state.leaf = { kind: "paragraph", segments: [cursor.content, cursor.end] };
  fill(stack);
  // A line of tags alone is a block of its own: no underline makes it a heading.
  if (state.syntax === "mdx" && isJsxLine(text, cursor.content, cursor.end)) closeLeaf(state);
}
