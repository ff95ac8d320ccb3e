// What documents say of several numbered things at once: "Phases 6-8 IN PROGRESS", "Phase 1-3: done".
import type { MarkdownDocument } from "@caio/repo-model/markdown";
import type { Range, SourceText } from "@caio/repo-model/text";
import { workKinds } from "./entity-kinds.js";
import { historySections, within } from "./history.js";
import { longestText } from "./label.js";
import { maskInline } from "./mask.js";
import { normalNumber } from "./matcher.js";
import { rangesWith, signsOf } from "./signs.js";
import type { Statement, Statements } from "./statement.js";
import type { ReadingOptions } from "./statements.js";
import { moveToken, readStatus, type StatusToken } from "./token.js";
import type { Vocabulary } from "./vocabulary.js";

export interface RangeStatement {
  readonly source: SourceText;
  readonly kind: string;
  /** What the numbers begin with: "4." of "4.1-4.3"; mostly empty. */
  readonly within: string;
  /** Both ends belong to it; they are one in a summary of several things. */
  readonly first: number;
  readonly last: number;
  readonly token: StatusToken;
  /** From the kind to the status. */
  readonly range: Range;
  /** Where the text that it stands in begins. */
  readonly line: number;
  /** Whether that text is said to be a status: elsewhere a range may be a goal, or another plan's. */
  readonly isStatus: boolean;
}

/** A wider range counts something else. */
const mostNumbers = 60;
const kinds = workKinds.join("|");
/** At the start of a text, of a sentence, or of a bracket, and in a `Status:` line behind a comma: elsewhere it may be a condition ("once phases 1-3 are complete"). */
const range = new RegExp(
  `(?:^|[,.;|(]\\s*|:[\\s*_]+)[\\s*_#]*(${kinds})s?[ \\t]+((?:\\d{1,3}\\.){0,3})(\\d{1,3})[ \\t]*(?:-|–|—|\\.\\.|to|through)[ \\t]*(?:(?:${kinds})[ \\t]+)?((?:\\d{1,3}\\.){0,3})(\\d{1,3})(?![\\d.]*\\d|\\p{L})`,
  "giu",
);
/** One thing of a summary: "Status: Phase 1 complete | Phase 2 in progress". */
const single = new RegExp(
  `(?:[,;|]|:(?=[ \\t*_]))[\\s*_]*(${kinds})[ \\t]+((?:\\d{1,3}\\.){0,3})(\\d{1,3})(?![\\d.]*\\d|\\p{L}|[ \\t]*(?:[-–—&+]|to\\b|through\\b|and\\b)[ \\t]*\\d)`,
  "giu",
);
const statusLead = /^[\s*_#]*(?:(?:current|overall|implementation|project)[ \t]+)?status[*_]*:/i;
const joint = /^[\s*_`)\]]*(?:status\b[\s*_`]*)?(?:(?:are|is|:|=|-|–|—|→|\()[\s*_`]*)?/i;

/** The status behind a range, within its clause. */
function statusBehind(text: string, end: number, vocabulary: Vocabulary): StatusToken | undefined {
  const clause = /^[^;,]*/.exec(text.slice(end))?.[0] ?? "";
  const closed = clause.replace(/\)[^]*$/, (rest) => (clause.slice(0, clause.indexOf(")")).includes("(") ? rest : ""));
  const start = joint.exec(closed)?.[0].length ?? 0;
  const token = readStatus(closed, start, vocabulary);
  return token === undefined ? undefined : moveToken(token, end);
}

function rangesIn(source: SourceText, [from, to]: Range, vocabulary: Vocabulary): RangeStatement[] {
  if (to - from > longestText) return [];
  const text = maskInline(source.text.slice(from, to));
  const isLedByStatus = statusLead.test(text);
  const ranges = [...text.matchAll(range)].flatMap((match): RangeStatement[] => {
    const [whole, kind = "", within = "", a = "", lastWithin = "", b = ""] = match;
    const [first, last] = [Number(a), Number(b)];
    if (within !== lastWithin || last <= first || last - first > mostNumbers || (whole.startsWith(",") && !isLedByStatus)) return [];
    const end = match.index + whole.length;
    const lead = match.index === 0 ? undefined : readStatus(text, 0, vocabulary);
    const isLed =
      lead !== undefined &&
      text
        .slice(lead.range[1], match.index + whole.search(/[\p{L}]/u))
        .trim()
        .replace(/[*_(:–-]/g, "") === "";
    const token = statusBehind(text, end, vocabulary) ?? (isLed ? lead : undefined);
    if (token === undefined) return [];
    const start = match.index + whole.search(/\p{L}/u);
    return [
      {
        source,
        kind: kind.toLowerCase(),
        within,
        first,
        last,
        token: moveToken(token, from),
        range: [from + Math.min(start, token.range[0]), from + Math.max(end, token.range[1])],
        line: from,
        isStatus: isLedByStatus,
      },
    ];
  });
  return [...ranges, ...singlesIn(source, text, from, vocabulary, ranges.length)];
}

/** What a `Status:` line or heading says of one thing after the other. One thing alone may be the document's own subject. */
function singlesIn(source: SourceText, text: string, from: number, vocabulary: Vocabulary, others: number): RangeStatement[] {
  const [lead] = statusLead.exec(text) ?? [];
  if (lead === undefined) return [];
  const found = [...text.matchAll(single)].flatMap((match): RangeStatement[] => {
    const [whole, kind = "", within = "", number = ""] = match;
    const end = match.index + whole.length;
    // "Phase 4 complete | Phase 5 next": each clause has its own.
    const clause = text.slice(0, end) + (/^[^|]*/.exec(text.slice(end))?.[0] ?? "");
    const token = statusBehind(clause, end, vocabulary);
    const start = match.index + whole.search(/\p{L}/u);
    return token === undefined
      ? []
      : [
          {
            source,
            kind: kind.toLowerCase(),
            within,
            first: Number(number),
            last: Number(number),
            token: moveToken(token, from),
            range: [from + start, from + Math.max(end, token.range[1])],
            line: from,
            isStatus: true,
          },
        ];
  });
  return found.length + others < 2 ? [] : found;
}

/** Reads a document's ranges: in headings, in the first lines of list items, in lines of text, in table rows. History and quotes are left out. */
export function rangesOf(source: SourceText, markdown: MarkdownDocument, { vocabulary, sections, dated }: ReadingOptions): RangeStatement[] {
  const { hasRange, kinds: places, statusLines } = signsOf(source);
  if (!hasRange && statusLines.length === 0) return [];
  const apart = [...historySections(markdown, { sections, dated }), ...markdown.quotes, ...markdown.strikes];
  const headings = markdown.headings.map(({ content }) => content);
  return [...rangesWith(headings, places), ...rangesWith(markdown.paragraphs, places)]
    .filter(([start]) => !within(apart, start))
    .flatMap((text) => rangesIn(source, text, vocabulary));
}

/** A document's statements with what its ranges say of each of their numbers. Of several things at once, all are not begun, done or given up; one alone may be anything. */
export function withRanges(statements: Statements, ranges: readonly RangeStatement[]): Statements {
  const clear = ranges.filter(({ isStatus, first, last, token }) => isStatus && (first === last || /^(?:done|pending|cancelled)$/.test(token.state)));
  if (clear.length === 0) return statements;
  const more = clear.flatMap(({ source, kind, token, range, line, ...numbers }) =>
    numbersOf(numbers).map((number): Statement => {
      const label = { kind, number, title: "" };
      return { source, slot: "range", label, token, range, group: line, scope: `range ${line}` };
    }),
  );
  return {
    ...statements,
    statements: [...statements.statements, ...more],
    mentions: [...statements.mentions, ...more.map(({ slot, label, group, scope = "", range }) => ({ slot, label, group, scope, at: range[0] }))],
  };
}

/** The numbers of a range. */
export function numbersOf({ within, first, last }: Pick<RangeStatement, "within" | "first" | "last">): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => normalNumber(`${within}${first + index}`));
}
