// scanOffsets: a document in numbers. `scanMarkdown` makes objects of them; who reads hostile texts reads the numbers.
import { itemWidth, type Blocks } from "./block-sink.js";
import { trimmedEnd, trimmedStart } from "./block-starts.js";
import { scanBlocks } from "./blocks.js";
import { unescapeText } from "./entities.js";
import { findFrontMatter } from "./front-matter.js";
import { linkKind, type Labels } from "./inline.js";
import { inlineParts, type InlineParts } from "./inline-parts.js";
import type { MarkdownDocument } from "./document.js";
import type { MarkdownSyntax } from "./syntax.js";

/** Every number is in UTF-16 units of the text; rows of numbers, as wide as their `…Width` says. */
export interface MarkdownOffsets {
  readonly text: string;
  readonly frontMatter?: NonNullable<MarkdownDocument["frontMatter"]>;
  readonly blocks: Blocks;
  readonly labels: Labels;
  /** Read when first asked for; without attributes of tags. */
  readonly parts: InlineParts;
}

/**
 * Scans CommonMark 0.31 with GitHub's tables, strike-through, tasks and footnotes. In a file `---` at the start opens front matter; in a comment, or the text of a
 * pull request, it is a rule. Never throws; linear in the length of `text`.
 */
export function scanOffsets(text: string, syntax: MarkdownSyntax = "commonmark", isFile = true): MarkdownOffsets {
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const frontMatter = isFile ? findFrontMatter(text, mark) : undefined;
  const blocks = scanBlocks(text, frontMatter?.range[1] ?? mark, syntax);
  return new ScannedOffsets(text, frontMatter, blocks, { definitions: firstOf(blocks.labels), footnotes: blocks.footnotes, isMdx: syntax === "mdx" });
}

const noDefinitions: ReadonlyMap<string, number> = new Map();

/** Where each label is defined: the first of a label counts. */
function firstOf(labels: readonly string[]): ReadonlyMap<string, number> {
  if (labels.length === 0) return noDefinitions;
  const definitions = new Map<string, number>();
  for (const [index, label] of labels.entries()) if (!definitions.has(label)) definitions.set(label, index);
  return definitions;
}

/** A class, for a literal with a getter costs many times as much. */
class ScannedOffsets implements MarkdownOffsets {
  readonly text: string;
  readonly frontMatter?: NonNullable<MarkdownDocument["frontMatter"]>;
  readonly blocks: Blocks;
  readonly labels: Labels;
  private read: InlineParts | undefined;

  constructor(text: string, frontMatter: MarkdownDocument["frontMatter"], blocks: Blocks, labels: Labels) {
    this.text = text;
    if (frontMatter !== undefined) this.frontMatter = frontMatter;
    this.blocks = blocks;
    this.labels = labels;
  }

  get parts(): InlineParts {
    return (this.read ??= inlineParts(this.text, this.blocks, this.labels, false));
  }
}

/** The inline content with the attributes of tags, read anew each time: who reads many documents keeps what they need of each. */
export function partsOf({ text, blocks, labels }: MarkdownOffsets): InlineParts {
  return inlineParts(text, blocks, labels, true);
}

/** Where the definition of a reference stands in `blocks.definitions`: what a link's row says, times this. */
const definitionAt = (definition: number): number => definition * 4;

/** The destination's start and end in a row of `parts.links`; of a reference those of its definition, -1 where it has none. */
export function destinationOf({ blocks }: MarkdownOffsets, links: readonly number[], at: number): readonly [start: number, end: number] {
  const definition = links[at + 7] ?? -1;
  if (definition === -1) return [links[at + 5] ?? -1, links[at + 6] ?? -1];
  const row = definitionAt(definition);
  return [blocks.definitions[row + 2] ?? -1, blocks.definitions[row + 3] ?? -1];
}

/** A link's destination with escapes and entities resolved; undefined for a reference that is not defined. */
export function targetOf(offsets: MarkdownOffsets, links: readonly number[], at: number): string | undefined {
  const [start, end] = destinationOf(offsets, links, at);
  if (start === -1) return undefined;
  const written = offsets.text.slice(start, end);
  const kind = links[at + 2];
  if (kind === linkKind.email) return `mailto:${written}`;
  return kind === linkKind.autolink ? written : unescapeText(written);
}

const isSpace = (unit: number): boolean => unit === 32 || unit === 9;

/** Behind the box that an item's content begins with, and behind the white space that follows; -1 where there is none. */
export function boxEnd(text: string, start: number, end: number): number {
  if (text.charCodeAt(start) !== 91 || text.charCodeAt(start + 2) !== 93) return -1;
  const sign = text.charCodeAt(start + 1);
  if (!isSpace(sign) && (sign | 32) !== 120) return -1;
  let to = start + 3;
  if (to > end || (to < end && !isSpace(text.charCodeAt(to)))) return -1;
  while (to < end && isSpace(text.charCodeAt(to))) to++;
  return to;
}

/** Whether the box that begins at `start` is ticked. */
export const isTickedAt = (text: string, start: number): boolean => !isSpace(text.charCodeAt(start + 1));

/** Start, end and 1 where it is ticked of each task item, in order. */
export function taskRows({ text, blocks: { items } }: MarkdownOffsets): number[] {
  const tasks: number[] = [];
  for (let at = 0; at < items.length; at += itemWidth) {
    const content = items[at + 3] ?? 0;
    if (boxEnd(text, content, items[at + 4] ?? 0) !== -1) tasks.push(items[at] ?? 0, items[at + 1] ?? 0, isTickedAt(text, content) ? 1 : 0);
  }
  return tasks;
}

/** Start and end of each cell of a table, without the padding. */
export function cellContents({ text, blocks: { cells } }: MarkdownOffsets): number[] {
  const contents: number[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    const start = trimmedStart(text, cells[at] ?? 0, cells[at + 1] ?? 0);
    contents.push(start, trimmedEnd(text, start, cells[at + 1] ?? 0));
  }
  return contents;
}
