// What documents say of several numbered things at once: "Phases 6-8 IN PROGRESS", "Phase 1-3: done".
import type { MarkdownDocument } from "@caio/repo-model/markdown";
import type { Range, SourceText } from "@caio/repo-model/text";
import { workKinds } from "./entity-kinds.js";
import { historySections, within } from "./history.js";
import { longestText } from "./label.js";
import { maskInline } from "./mask.js";
import { rangesWith, signsOf } from "./signs.js";
import type { ReadingOptions } from "./statements.js";
import { moveToken, readStatus, type StatusToken } from "./token.js";
import type { Vocabulary } from "./vocabulary.js";

export interface RangeStatement {
  readonly source: SourceText;
  readonly kind: string;
  /** Both ends belong to it. */
  readonly first: number;
  readonly last: number;
  readonly token: StatusToken;
  /** From the kind to the status. */
  readonly range: Range;
}

/** A wider range counts something else. */
const mostNumbers = 60;
const kinds = workKinds.join("|");
/** At the start of a text, of a sentence, or of a bracket: elsewhere it may be a condition ("once phases 1-3 are complete"). */
const range = new RegExp(
  `(?:^|[.;|(]\\s*|:[\\s*_]+)[\\s*_#]*(${kinds})s?[ \\t]+(\\d{1,3})[ \\t]*(?:-|–|—|\\.\\.|to|through)[ \\t]*(?:(?:${kinds})[ \\t]+)?(\\d{1,3})(?![\\d.]*\\d|\\p{L})`,
  "giu",
);
const joint = /^[\s*_`)\]]*(?:(?:are|is|:|=|-|–|—|→|\()[\s*_`]*)?/i;

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
  return [...text.matchAll(range)].flatMap((match): RangeStatement[] => {
    const [whole, kind = "", a = "", b = ""] = match;
    const [first, last] = [Number(a), Number(b)];
    if (last <= first || last - first > mostNumbers) return [];
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
        first,
        last,
        token: moveToken(token, from),
        range: [from + Math.min(start, token.range[0]), from + Math.max(end, token.range[1])],
      },
    ];
  });
}

/** Reads a document's ranges: in headings, in the first lines of list items, in lines of text, in table rows. History and quotes are left out. */
export function rangesOf(source: SourceText, markdown: MarkdownDocument, { vocabulary, sections, dated }: ReadingOptions): RangeStatement[] {
  const { hasRange, kinds: places } = signsOf(source);
  if (!hasRange) return [];
  const apart = [...historySections(markdown, { sections, dated }), ...markdown.quotes, ...markdown.strikes];
  const texts = rangesWith([...markdown.headings.map(({ content }) => content), ...markdown.paragraphs], places);
  return texts.filter(([start]) => !within(apart, start)).flatMap((text) => rangesIn(source, text, vocabulary));
}
