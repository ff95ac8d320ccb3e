// Sections that are called done, with the boxes in them that are open.
import type { Heading, ListItem, MarkdownDocument } from "@caio/repo-model/markdown";
import type { Range, SourceText } from "@caio/repo-model/text";
import { isHistoryPath } from "./entity-kinds.js";
import { apartFrom } from "./history.js";
import { headingTokens, type SectionStates } from "./heading-tokens.js";
import { longestText } from "./label.js";
import { maskInline } from "./mask.js";
import { headingsOf } from "./outline.js";
import type { ReadingOptions } from "./statements.js";
import type { StatusToken } from "./token.js";

export interface OpenSection {
  readonly source: SourceText;
  readonly heading: Heading;
  /** What calls it done. */
  readonly token: StatusToken;
  readonly open: readonly Range[];
  readonly ticked: number;
}

/** Sections below one that is done, which may well be open; and boxes that are nobody's task. */
const later =
  /\b(?:future|next|optional|remaining|nice[- ]to[- ]have|deferred|backlog|follow[- ]?ups?|known|limitations?|todo|later|out of scope|not (?:included|needed|required)|stretch|ideas?|possible|potential|enhancements?|improvements?|template|manual|users?|reviewers?|post-\w+|after|pending|upcoming|v\d|phase|recommend\w*|rollback|checklist for|before)\b/i;
const excused =
  /~~|\b(?:optional|deferred|future|later|skip(?:ped)?|n\/a|not needed|not required|moved to|out of scope|won'?t|nice to have|post-\w+|see |blocked|cancell?ed|phase \d|v\d)/i;

/** What may stand behind a status that holds for all: the end of its bracket, a date. */
const plainNotes = /^[)\]}*_\s]*(?:[[(]?(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:\p{L}{3,9}\.? )?\d{1,2},? \d{4})[)\]]?[*_\s]*)?$/u;

/** Finds a document's sections that are done and hold open boxes. Documents whose boxes nobody ticks are left alone. */
export function openSections(source: SourceText, markdown: MarkdownDocument, reading: ReadingOptions): OpenSection[] {
  const { text } = source;
  if (!text.includes("[x]") && !text.includes("[X]")) return [];
  const boxes = markdown.listItems.filter(({ task }) => task !== undefined);
  if (!boxes.some(({ task }) => task?.isTicked === true) || isHistoryPath(source.path)) return [];
  const isApart = apartFrom(markdown, reading);
  const outline = headingsOf(markdown);
  const tokens = headingTokens(source, markdown, reading);
  const found = new Map<number, { readonly open: Range[]; ticked: number }>();
  for (const item of boxes) {
    const section = sectionOf(markdown, outline.above(item.range[0]), tokens);
    if (section === undefined || isApart(item.range[0])) continue;
    const entry = found.get(section) ?? { open: [], ticked: 0 };
    found.set(section, entry);
    if (item.task?.isTicked === true) entry.ticked++;
    else if (!excused.test(maskInline(text.slice(...item.content)))) entry.open.push(boxOf(item));
  }
  return [...found].flatMap(([index, { open, ticked }]) => {
    const [heading, token] = [markdown.headings[index], tokens.get(index)];
    // Boxes of which none is ticked are a template or nobody's; so are those of a whole document.
    return heading === undefined || token === undefined || open.length === 0 || ticked === 0 || heading.level === 1
      ? []
      : [{ source, heading, token, open, ticked }];
  });
}

const boxOf = ({ task, content }: ListItem): Range => (task === undefined ? content : [task.range[0] - 1, task.range[1] + 1]);

/** The nearest heading with a status, when it is done: none where a section between is about what comes later. */
function sectionOf({ headings }: MarkdownDocument, from: number | undefined, tokens: SectionStates): number | undefined {
  for (let index = from; index !== undefined; index = headings[index]?.parent) {
    const token = tokens.get(index);
    if (token !== undefined) return token.state === "done" && plainNotes.test(token.notes) ? index : undefined;
    if (later.test(headings[index]?.text.slice(0, longestText) ?? "")) return undefined;
  }
  return undefined;
}
