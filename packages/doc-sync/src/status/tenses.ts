// Sentences that speak of a numbered thing as to come: "will be implemented in Phase 6".
import type { MarkdownDocument } from "@caio/repo-model/markdown";
import type { Range, SourceText } from "@caio/repo-model/text";
import { workKinds } from "./entity-kinds.js";
import { apartFrom } from "./history.js";
import { longestText } from "./label.js";
import { maskInline } from "./mask.js";
import { idMatcher, normalNumber } from "./matcher.js";
import { rangesWith, signsOf } from "./signs.js";
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

/** What goes on as done behind the number: "All planned features for Phase 3 have been implemented". */
const isFulfilled =
  /^[*_]*\s+(?:(?:have|has)(?: (?:now|all|already|successfully))* been\b|(?:is|are)(?: (?:now|all|already))* (?:complete|completed|done|implemented|finished|shipped|delivered|available)\b)/i;

/** A cell that puts something off to one thing with an id: "Planned (v0.2 — PR-0011)". */
const plannedCell =
  /^[^\p{L}\p{N}]*((?:planned|scheduled|upcoming|coming(?: soon)?|not (?:yet )?(?:started|implemented)|pending|to ?do)[\s*_]*(?:for |in |with )?[([—–:-]+[^()[\]]*?)\b([A-Z][A-Z0-9]{0,9}-\d{1,5})[)\]\s*_`]*$/iu;
/** What the cell waits for rather than what brings it. */
const waits = /\b(?:after|needs?|depends?|requires?|blocked|until|once|see|pending on|follows?|replaces?|supersedes?)\b/i;

function plannedIn(source: SourceText, [from, to]: Range): FutureTense[] {
  const text = to - from > longestText ? "" : maskInline(source.text.slice(from, to));
  const [whole, words = "", id = ""] = plannedCell.exec(text) ?? [];
  const match = whole === undefined || waits.test(words) || /[A-Z]-\d/.test(words) ? undefined : idMatcher.match(id);
  const start = from + text.indexOf(words);
  return match === undefined ? [] : [{ source, kind: match.kind, number: match.number, range: [start, from + text.lastIndexOf(id) + id.length] }];
}

/** Reads a document's sentences in the future tense. History, quotes and code are left out. */
export function futureTenses(source: SourceText, markdown: MarkdownDocument, { sections, dated }: ReadingOptions): FutureTense[] {
  const { hasNumberedKind, kinds: places, ids } = signsOf(source);
  if (!hasNumberedKind && ids.length === 0) return [];
  const isApart = apartFrom(markdown, { sections, dated });
  const cells = markdown.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map(({ content }) => content)));
  const planned = rangesWith(cells, ids).flatMap((cell) => plannedIn(source, cell).filter(() => !isApart(cell[0])));
  const sentences = (hasNumberedKind ? [...rangesWith(markdown.paragraphs, places), ...rangesWith(cells, places)] : []).flatMap(([from, to]): FutureTense[] => {
    const raw = to - from > longestText ? "" : source.text.slice(from, to);
    if (!/\d/.test(raw)) return [];
    const text = maskInline(raw);
    // What is said to be past ("was to be", "originally planned") is no promise.
    if (/\b(?:was|were|had been|originally|initially|previously|deferred|postponed|moved)\b/i.test(text)) return [];
    return [...text.matchAll(future)].flatMap((match): FutureTense[] => {
      if (isApart(from)) return [];
      const [whole, kind = "", number = ""] = match;
      if (isFulfilled.test(text.slice(match.index + whole.length))) return [];
      const start = from + match.index;
      return [{ source, kind: kind.toLowerCase(), number: normalNumber(number), range: [start + whole.search(/\S/), start + whole.length] }];
    });
  });
  return [...sentences, ...planned];
}
