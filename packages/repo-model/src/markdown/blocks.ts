// The block structure of a document, line by line: containers are matched, blocks begin, text goes on (CommonMark 0.31, appendix "A parsing strategy").
import {
  atxContentEnd,
  atxLevel,
  breakEnd,
  footnoteWidth,
  interrupts,
  isClosingFence,
  isEmpty,
  isThematicBreak,
  listMarker,
  openingFence,
  setextLevel,
  trimmedEnd,
  trimmedStart,
} from "./block-starts.js";
import type { Blocks } from "./block-sink.js";
import { blockState, type BlockState, type Container } from "./block-state.js";
import { endsHtmlBlock, htmlBlockStart } from "./html-block.js";
import { skipCode } from "./skip-code.js";
import { beginLine, takeColumns, takeUnits, type LineCursor } from "./line-cursor.js";
import { admonitionStart, esmEnd, isJsxLine, type MarkdownSyntax } from "./syntax.js";
import { delimiterColumns } from "./table-row.js";

/** Containers deeper than this are text: no document needs them, and each line looks at all of them. */
const deepest = 200;

/** Scans the blocks of `text` from `from`. Never throws; time is linear in the text. */
export function scanBlocks(text: string, from: number, syntax: MarkdownSyntax = "commonmark"): Blocks {
  const state = blockState(text, from, syntax);
  const { cursor } = state;
  // The next LF and the next CR, each looked for once.
  let [feed, carriage] = [-1, -1];
  for (let start = from; start < text.length;) {
    if (feed < start) feed = indexOf(text, "\n", start);
    if (carriage < start) carriage = indexOf(text, "\r", start);
    const end = Math.min(feed, carriage);
    beginLine(cursor, start, end);
    if (!isPlainText(state)) readLine(state);
    start = end + (feed === end + 1 && carriage === end ? 2 : 1);
    if (state.leaf === "fence" && state.contentStart === -1) start = skipCode(state, start);
  }
  closeContainers(state, 0);
  return state.sink.blocks();
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
function isPlainText(state: BlockState): boolean {
  const { cursor, leaf } = state;
  if (state.height > 0 || cursor.blank || (leaf !== "paragraph" && (leaf !== "none" || cursor.indent >= 4))) return false;
  const { content, end } = cursor;
  const unit = state.text.charCodeAt(content);
  if ((unit < 128 && beginners[unit] === 1) || state.syntax === "mdx") return false;
  state.leaf = "paragraph";
  state.sink.line(content, end);
  state.lastEnd = end;
  return true;
}

function closeLeaf(state: BlockState): void {
  const { leaf, sink } = state;
  if (leaf === "none") return;
  state.leaf = "none";
  if (leaf === "paragraph") sink.paragraph();
  else if (leaf === "html") sink.html();
  else if (leaf === "fence") {
    const from = state.contentStart === -1 ? state.end : state.contentStart;
    // The content ends with its last line.
    const to = state.contentStart === -1 ? from : state.contentEnd;
    sink.code(true, state.start, state.end, Math.min(from, to), to, state.infoStart, state.infoEnd);
  } else if (leaf === "indented") {
    // Blank lines behind it are none of it.
    sink.code(false, state.start, state.end, Math.min(state.contentStart, state.end), state.end, 0, 0);
  }
}

function closeContainers(state: BlockState, keep: number): void {
  closeLeaf(state);
  while (state.height > keep) {
    const container = state.stack[--state.height];
    if (container?.kind === "item") state.sink.closeItem(container.index, state.lastEnd);
    else if (container?.kind === "quote") state.sink.closeQuote(container.index, state.lastEnd);
  }
}

/** Ends what the line does not go on with, before a new block. */
function close(state: BlockState): void {
  if (state.isClosed) closeLeaf(state);
  else closeContainers(state, state.keep);
  state.isClosed = true;
}

/** How many open containers the line goes on with. */
function matchContainers(state: BlockState): number {
  const { stack, cursor, text, height } = state;
  let matched = 0;
  for (; matched < height; matched++) {
    const container = stack[matched];
    if (container === undefined) break;
    if (container.kind === "quote") {
      if (cursor.indent > 3 || cursor.blank || text.charCodeAt(cursor.content) !== 62) break;
      takeUnits(cursor, 1);
      takeQuoteSpace(cursor);
    } else if (cursor.blank) {
      const last = stack[height - 1];
      // Only the last may have nothing in it yet, and only a quote ends here: the others need not be looked at one by one.
      if (last !== undefined && last.lastQuote < matched) return last.hasContent ? height : height - 1;
      if (!container.hasContent) break;
    } else if (cursor.indent >= container.offset) takeColumns(cursor, container.offset);
    else break;
  }
  return matched;
}

function takeQuoteSpace(cursor: LineCursor): void {
  if (cursor.indent > 0) takeColumns(cursor, 1);
}

/** A line of code. */
function takeCode(state: BlockState): void {
  const { cursor } = state;
  if (state.contentStart === -1) state.contentStart = cursor.at;
  state.contentEnd = cursor.end;
}

/** Feeds the line to an open code or HTML block; whether the block took it. */
function continueLeaf(state: BlockState): boolean {
  const { leaf, cursor, text } = state;
  if (leaf === "paragraph" || leaf === "none") return false;
  if (leaf === "esm") return !cursor.blank;
  if (leaf === "fence") {
    state.end = cursor.end;
    if ((cursor.indent <= 3 || state.syntax === "mdx") && !cursor.blank && isClosingFence(text, cursor.content, cursor.end, state.unit, state.length))
      closeLeaf(state);
    else {
      takeColumns(cursor, Math.min(state.indent, cursor.indent));
      takeCode(state);
    }
    return true;
  }
  if (leaf === "html") {
    if (state.htmlKind >= 6 && cursor.blank) return false;
    takeHtml(state, cursor.at);
    return true;
  }
  if (leaf === "indented" && (cursor.blank || cursor.indent >= 4)) {
    takeColumns(cursor, 4);
    takeCode(state);
    if (!cursor.blank) state.end = cursor.end;
    return true;
  }
  return false;
}

/** A line of a block of HTML, which may end with it; what ends it is looked for from `from` on. */
function takeHtml(state: BlockState, from: number): void {
  const { cursor, text, htmlKind } = state;
  state.leaf = "html";
  state.sink.htmlLine(cursor.at, cursor.end);
  if (htmlKind <= 5 && endsHtmlBlock(htmlKind, text.slice(from, cursor.end))) closeLeaf(state);
}

function openContainer(state: BlockState, kind: Container["kind"], offset: number, index: number, hasContent: boolean): void {
  const { stack, height } = state;
  // Those below the last have content since it opened.
  const last = height > 0 ? stack[height - 1] : undefined;
  if (last !== undefined) last.hasContent = true;
  const lastQuote = kind === "quote" ? height : (last?.lastQuote ?? -1);
  const items = (last?.items ?? 0) + (kind === "item" ? 1 : 0);
  const unused = stack[height];
  if (unused === undefined) stack.push({ kind, offset, index, hasContent, lastQuote, items });
  else {
    unused.kind = kind;
    unused.offset = offset;
    unused.index = index;
    unused.hasContent = hasContent;
    unused.lastQuote = lastQuote;
    unused.items = items;
  }
  state.height++;
}

function readLine(state: BlockState): void {
  const { cursor } = state;
  const isBlank = cursor.blank;
  const matched = state.height === 0 ? 0 : matchContainers(state);
  if (matched !== state.height || !continueLeaf(state)) startBlocks(state, matched);
  if (!isBlank) state.lastEnd = cursor.end;
}

/** Opens what the line begins and gives the rest to the block it belongs to. */
function startBlocks(state: BlockState, matched: number): void {
  const { cursor, text, syntax } = state;
  const mayBeLazy = state.leaf === "paragraph";
  state.keep = matched;
  state.isClosed = false;
  while (!cursor.blank) {
    const { content, end, indent } = cursor;
    if (indent >= 4 && syntax !== "mdx") {
      if (mayBeLazy && !state.isClosed) break;
      close(state);
      state.leaf = "indented";
      state.start = cursor.at;
      state.end = end;
      takeColumns(cursor, 4);
      state.contentStart = cursor.at;
      fill(state);
      return;
    }
    // The paragraph is the block that the line stands in, not one of a container that it left.
    const isInParagraph = mayBeLazy && !state.isClosed && state.keep === state.height;
    if (startLeaf(state, isInParagraph, mayBeLazy && !state.isClosed)) {
      fill(state);
      return;
    }
    if (syntax === "mdx" && state.height === 0 && !mayBeLazy && cursor.at === cursor.start && esmEnd(text, content, end)) {
      close(state);
      state.leaf = "esm";
      return;
    }
    if (syntax === "python" && startAdmonition(state)) return;
    if (state.height >= deepest || !startContainer(state, isInParagraph)) break;
  }
  addText(state);
}

/** Opens the quote, item or footnote that the line begins; whether it begins one. */
function startContainer(state: BlockState, isInParagraph: boolean): boolean {
  const { cursor, text, sink } = state;
  const { content, end, indent } = cursor;
  const unit = text.charCodeAt(content);
  if (unit === 62) {
    close(state);
    openContainer(state, "quote", 0, sink.quote(content), true);
    takeUnits(cursor, 1);
    takeQuoteSpace(cursor);
  } else if (unit === 91) {
    const width = footnoteWidth(text, content, end);
    if (width === 0) return false;
    close(state);
    sink.footnote(text.slice(content + 2, content + width - 2));
    takeUnits(cursor, width);
    openContainer(state, "footnote", 4, 0, true);
  } else {
    const marker = listMarker(text, content, end);
    if (marker === 0 || (isInParagraph && (marker & interrupts) === 0)) return false;
    const width = marker & (interrupts - 1);
    close(state);
    takeUnits(cursor, width);
    const spaces = (marker & isEmpty) !== 0 || cursor.indent >= 5 || cursor.indent < 1 ? 1 : cursor.indent;
    const item = sink.item(content, content + width, cursor.content, cursor.end, depthOf(state));
    if ((marker & isEmpty) === 0) takeColumns(cursor, spaces);
    openContainer(state, "item", indent + width + spaces, item, (marker & isEmpty) === 0);
  }
  state.keep = state.height;
  return true;
}

function startAdmonition(state: BlockState): boolean {
  const { cursor, text, sink } = state;
  const title = state.height < deepest ? admonitionStart(text, cursor.content, cursor.end) : undefined;
  if (title === undefined) return false;
  close(state);
  openContainer(state, "footnote", cursor.indent + 4, 0, true);
  if (title[1] <= title[0]) return true;
  sink.line(title[0], title[1]);
  sink.paragraph();
  return true;
}

/** How many items hold the next one. */
const depthOf = ({ stack, height }: BlockState): number => (height === 0 ? 0 : (stack[height - 1]?.items ?? 0));

function fill({ stack, height }: BlockState): void {
  const last = stack[height - 1];
  if (last !== undefined) last.hasContent = true;
}

/** Begins a heading, code, HTML, a rule or a table; whether it did. */
function startLeaf(state: BlockState, isInParagraph: boolean, mayBeLazy: boolean): boolean {
  const { cursor, text, sink } = state;
  const { content, end, indent } = cursor;
  const unit = text.charCodeAt(content);
  if (unit === 35) {
    const level = atxLevel(text, content, end);
    if (level === 0) return false;
    close(state);
    const start = trimmedStart(text, content + level, end);
    sink.heading(level, content, trimmedEnd(text, content, end), start, atxContentEnd(text, start, end));
    return true;
  }
  if (unit === 96 || unit === 126) {
    const length = openingFence(text, content, end);
    if (length === 0) return false;
    close(state);
    state.leaf = "fence";
    state.unit = unit;
    state.length = length;
    state.indent = indent;
    state.infoStart = trimmedStart(text, content + length, end);
    state.infoEnd = trimmedEnd(text, state.infoStart, end);
    state.start = content;
    state.end = end;
    state.contentStart = -1;
    return true;
  }
  if (unit === 60) {
    const kind = htmlBlockStart(text, content, end, mayBeLazy);
    // Tags are JSX in MDX; comments are Docusaurus's.
    if (kind === undefined || (state.syntax === "mdx" && kind !== 2)) return false;
    close(state);
    state.htmlKind = kind;
    takeHtml(state, content);
    return true;
  }
  if (isInParagraph && (unit === 61 || unit === 45)) {
    const level = setextLevel(text, content, end);
    if (level !== undefined && sink.setext(level, trimmedEnd(text, content, end))) {
      state.leaf = "none";
      return true;
    }
  }
  if (isInParagraph && (unit === 45 || unit === 124 || unit === 58)) {
    const columns = delimiterColumns(text, content, end);
    if (columns > 0 && sink.table(columns, trimmedEnd(text, content, end))) {
      state.leaf = "table";
      state.columns = columns;
      return true;
    }
  }
  if ((unit === 45 || unit === 42 || unit === 95) && isBreak(state, unit)) {
    close(state);
    return true;
  }
  return false;
}

/** Whether the rest of the line is a thematic break. What keeps one of its markers from being one does so for the later ones too. */
function isBreak(state: BlockState, unit: number): boolean {
  const { text, cursor } = state;
  if (unit === state.breakUnit && cursor.content < state.breakEnd) return false;
  const end = breakEnd(text, cursor.content, cursor.end);
  if (end === cursor.end) return isThematicBreak(text, cursor.content, end);
  state.breakUnit = unit;
  state.breakEnd = end;
  return false;
}

/** Gives the line's text to the block that it goes on with, or begins a paragraph. */
function addText(state: BlockState): void {
  const { cursor, text, sink, leaf } = state;
  if (cursor.blank) {
    if (state.keep < state.height || leaf !== "none") close(state);
    return;
  }
  if (leaf === "paragraph") {
    sink.line(cursor.content, cursor.end);
    return;
  }
  if (leaf === "table" && state.keep === state.height) {
    sink.row(cursor.content, trimmedEnd(text, cursor.content, cursor.end), state.columns);
    return;
  }
  close(state);
  state.leaf = "paragraph";
  sink.line(cursor.content, cursor.end);
  fill(state);
  // A line of tags alone is a block of its own: no underline makes it a heading.
  if (state.syntax === "mdx" && isJsxLine(text, cursor.content, cursor.end)) closeLeaf(state);
}
