// Sentences that speak of a numbered thing as to come: "will be implemented in Phase 6".
import type { MarkdownDocument } from "@caio/repo-model/markdown";
import type { Range, SourceText } from "@caio/repo-model/text";
import { workKinds } from "./entity-kinds.js";
import { historySections, within } from "./history.js";
import { longestText } from "./label.js";
import { maskInline } from "./mask.js";
import { normalNumber } from "./matcher.js";
import type { ReadingOptions } from "./statements.js";

export interface FutureTense {
  readonly source: SourceText;
  readonly kind: string;
  readonly number: string;
  /** From the verb to the number. */
  readonly range: Range;
}

const kinds = workKinds.join("|");
const future = new RegExp(
  `\\b(?:(?:will|shall|is going to|are going to)(?: also| then)? (?:be|come|follow|arrive|land|ship|get)|(?:is|are)? ?to be|is planned|are planned|planned|scheduled|slated|coming|arrives|expected)\\b(?:(?![.;:!?|]\\s|\\b(?:if|unless|after|before|until|once|when|since)\\b)[^\\n]){0,60}?\\b(?:in|for|during|with|by|as part of)\\s+(?:the\\s+)?[*_]*(${kinds})[ \\t]+(\\d{1,4}(?:\\.\\d{1,4}){0,3}[a-z]?)(?![\\p{L}\\p{N}_]|[.-]\\d|\\s*(?:[-–+&/]|and|or|to)\\s*\\d)`,
  "giu",
);
const mayHold = new RegExp(`\\b(?:in|for|during|with|by|part of)\\s+(?:the\\s+)?[*_]*(?:${kinds})[ \\t]+\\d`, "i");

/** Reads a document's sentences in the future tense. History, quotes and code are left out. */
export function futureTenses(source: SourceText, markdown: MarkdownDocument, { sections, dated }: ReadingOptions): FutureTense[] {
  if (!mayHold.test(source.text)) return [];
  const apart = [...historySections(markdown, { sections, dated }), ...markdown.quotes, ...markdown.strikes];
  const cells = markdown.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map(({ content }) => content)));
  return [...markdown.paragraphs, ...cells].flatMap(([from, to]) => {
    if (to - from > longestText || within(apart, from)) return [];
    const text = maskInline(source.text.slice(from, to));
    // What is said to be past ("was to be", "originally planned") is no promise.
    if (/\b(?:was|were|had been|originally|initially|previously|deferred|postponed|moved)\b/i.test(text)) return [];
    return [...text.matchAll(future)].map((match): FutureTense => {
      const [whole, kind = "", number = ""] = match;
      const start = from + match.index;
      return { source, kind: kind.toLowerCase(), number: normalNumber(number), range: [start, start + whole.length] };
    });
  });
}
