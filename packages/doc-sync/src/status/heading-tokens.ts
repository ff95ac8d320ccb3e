// What the sections of a document state: in their heading, or in a `Status:` line below it.
import type { Heading, MarkdownDocument } from "@caio/repo-model/markdown";
import type { SourceText } from "@caio/repo-model/text";
import { longestText, nameTail } from "./label.js";
import { maskInline } from "./mask.js";
import { headingsOf } from "./outline.js";
import { rangesWith, signsOf } from "./signs.js";
import { statusLine, type ReadingOptions } from "./statements.js";
import { moveToken, readStatus, type StatusToken } from "./token.js";

/** The status of each section that states one, by the index of its heading. */
export interface SectionStates {
  get(index: number): StatusToken | undefined;
}

/** The status that a heading states, before or behind its title. */
function headingToken(source: SourceText, heading: Heading, { vocabulary }: ReadingOptions): StatusToken | undefined {
  const [start, end] = heading.content;
  if (end - start > longestText) return undefined;
  return nameTail(maskInline(source.text.slice(start, end)), start, vocabulary)?.token;
}

/** The first `Status:` line of each section. */
function lineTokens(source: SourceText, markdown: MarkdownDocument, { vocabulary }: ReadingOptions): ReadonlyMap<number, StatusToken> {
  const tokens = new Map<number, StatusToken>();
  const { statusLines } = signsOf(source);
  if (statusLines.length === 0) return tokens;
  const outline = headingsOf(markdown);
  for (const line of rangesWith(markdown.paragraphs, statusLines)) {
    const raw = line[1] - line[0] > longestText ? "" : source.text.slice(...line);
    const lead = statusLine.exec(raw);
    const subject = lead === null ? undefined : outline.subject(line[0]);
    if (lead === null || subject === undefined || tokens.has(subject)) continue;
    const token = readStatus(maskInline(raw), lead[0].length, vocabulary);
    if (token !== undefined) tokens.set(subject, moveToken(token, line[0]));
  }
  return tokens;
}

/** Reads what sections state; a heading when it is first asked for, since few are. */
export function headingTokens(source: SourceText, markdown: MarkdownDocument, reading: ReadingOptions): SectionStates {
  const known = new Map<number, StatusToken | undefined>();
  let lines: ReadonlyMap<number, StatusToken> | undefined;
  return {
    get(index) {
      if (known.has(index)) return known.get(index);
      const heading = markdown.headings[index];
      const token =
        (heading === undefined ? undefined : headingToken(source, heading, reading)) ?? (lines ??= lineTokens(source, markdown, reading)).get(index);
      known.set(index, token);
      return token;
    },
  };
}
