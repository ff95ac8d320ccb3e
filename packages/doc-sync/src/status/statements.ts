// Everything that one Markdown document says of the state of numbered things.
import type { Heading, MarkdownDocument } from "@caio/repo-model/markdown";
import type { Range, SourceText } from "@caio/repo-model/text";
import { documentWords } from "./entity-kinds.js";
import { historySections, within, type HistoryOptions } from "./history.js";
import { longestText, readLabelled, type Label } from "./label.js";
import { maskInline } from "./mask.js";
import { workMatcher, type LabelMatcher } from "./matcher.js";
import type { Mention, Slot, Statement, Statements } from "./statement.js";
import { tableRows } from "./table-statements.js";
import { moveToken, readStatus } from "./token.js";
import type { Vocabulary } from "./vocabulary.js";

/** How documents are read. */
export interface ReadingOptions extends HistoryOptions {
  readonly vocabulary: Vocabulary;
  /** Things that are looked for. */
  readonly matcher?: LabelMatcher;
}

const statusLine = /^[ \t]*[*_]{0,3}(?:current |implementation |overall |phase )?(?:status|state)[*_]{0,3}[ \t]*:[*_]{0,3}[ \t]*/i;

/** The heading that an offset stands directly under: none where another heading is between. */
function headingAbove(headings: readonly Heading[], offset: number): Heading | undefined {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headings[middle]?.range[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return headings[low - 1];
}

/** Reads a document's statements. Pure, and linear in the document. */
export function statementsOf(source: SourceText, markdown: MarkdownDocument, { vocabulary, matcher = workMatcher, ...history }: ReadingOptions): Statements {
  const { text } = source;
  const statements: Statement[] = [];
  const mentions: Mention[] = [];
  if (!matcher.may(text)) return { source, statements, mentions };
  let apart: readonly Range[] | undefined;
  const isApart = ([start]: Range): boolean => within((apart ??= [...historySections(markdown, history), ...markdown.quotes]), start);
  const isStruck = ([start]: Range): boolean => within(markdown.strikes, start);
  const note = (slot: Slot, group: number, label: Label): void => void mentions.push({ label, slot, group });
  const add = (statement: Omit<Statement, "source">): void => {
    if (!isStruck(statement.token.range)) statements.push({ source, ...statement });
  };

  const byHeading = new Map<Heading, Label>();
  for (const heading of markdown.headings) {
    const raw = text.slice(...heading.content);
    const read = raw.length <= longestText && matcher.may(raw) ? readLabelled(maskInline(raw), heading.content[0], vocabulary, matcher) : undefined;
    if (read === undefined || isApart(heading.range)) continue;
    note("heading", heading.level, read.label);
    if (!documentWords.test(read.label.title)) byHeading.set(heading, read.label);
    if (read.token !== undefined)
      add({ slot: "heading", label: read.label, token: read.token, range: heading.content, group: heading.level, ...suffixOf(read.suffix) });
  }

  const tables = markdown.tables.filter(({ range }) => !isApart(range));
  for (const table of tables) {
    const rows = tableRows(table, text, vocabulary, matcher);
    for (const { label, token, cell } of rows) {
      note("cell", table.range[0], label);
      if (token !== undefined) add({ slot: "cell", label, token, range: cell.content, group: table.range[0], suffix: cell.content });
    }
  }

  for (const item of markdown.listItems) {
    // The box is part of what is read.
    const start = item.task === undefined ? item.content[0] : item.task.range[0] - 1;
    const raw = text.slice(start, item.content[1]);
    const read = raw.length <= longestText && matcher.may(raw) && !isApart(item.range) ? readLabelled(maskInline(raw), start, vocabulary, matcher) : undefined;
    if (read === undefined) continue;
    note("item", item.depth, read.label);
    if (read.token !== undefined && !isContents(text, start) && !read.isBare && isWholeItem(text, item.content[1]))
      add({ slot: "item", label: read.label, token: read.token, range: [start, item.content[1]], group: item.depth, ...suffixOf(read.suffix) });
  }

  for (const line of byHeading.size === 0 ? [] : markdown.paragraphs) {
    const raw = text.slice(...line);
    const lead = raw.length > longestText ? null : statusLine.exec(raw);
    if (lead === null || isApart(line)) continue;
    const heading = headingAbove(markdown.headings, line[0]);
    const label = heading === undefined ? undefined : byHeading.get(heading);
    const token = label === undefined ? undefined : readStatus(maskInline(raw), lead[0].length, vocabulary);
    if (label === undefined || token === undefined) continue;
    add({ slot: "line", label, token: moveToken(token, line[0]), range: line, group: heading?.level ?? 0, suffix: [line[0] + lead[0].length, line[1]] });
  }
  return { source, statements, mentions };
}

/** Whether an item is a link to a heading: an entry of a table of contents. */
function isContents(text: string, start: number): boolean {
  return /^[\s*_]*\[[^\n]*\]\(#/.test(text.slice(start, start + 500));
}

const suffixOf = (suffix: Range | undefined): { suffix?: Range } => (suffix === undefined ? {} : { suffix });

/** Whether an item's text ends with its first line: what goes on in the next line is prose. */
function isWholeItem(text: string, end: number): boolean {
  const next = /^[^\r\n]*(?:\r\n|\n|\r)([^\r\n]*)/.exec(text.slice(end, end + 400))?.[1];
  return next === undefined || /^\s*(?:$|[-*+#>|<`]|\d+[.)]\s)/.test(next);
}
