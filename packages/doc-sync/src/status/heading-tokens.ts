// What the sections of a document state: in their heading, or in a `Status:` line below it.
import type { Heading, MarkdownDocument } from "@caio/repo-model/markdown";
import type { SourceText } from "@caio/repo-model/text";
import { longestText, nameTail } from "./label.js";
import { maskInline } from "./mask.js";
import { headingsOf } from "./outline.js";
import { statusLine, type ReadingOptions } from "./statements.js";
import { moveToken, readStatus, type StatusToken } from "./token.js";

/** The status that a heading states, before or behind its title. */
function headingToken(source: SourceText, heading: Heading, { vocabulary }: ReadingOptions): StatusToken | undefined {
  const [start, end] = heading.content;
  if (end - start > longestText) return undefined;
  return nameTail(maskInline(source.text.slice(start, end)), start, vocabulary)?.token;
}

/** The status of each section that states one, by the index of its heading. */
export function headingTokens(source: SourceText, markdown: MarkdownDocument, reading: ReadingOptions): ReadonlyMap<number, StatusToken> {
  const tokens = new Map<number, StatusToken>();
  for (const [index, heading] of markdown.headings.entries()) {
    const token = headingToken(source, heading, reading);
    if (token !== undefined) tokens.set(index, token);
  }
  const outline = headingsOf(markdown);
  for (const line of markdown.paragraphs) {
    const raw = line[1] - line[0] > longestText ? "" : source.text.slice(...line);
    const lead = statusLine.exec(raw);
    const subject = lead === null ? undefined : outline.subject(line[0]);
    if (lead === null || subject === undefined || tokens.has(subject)) continue;
    const token = readStatus(maskInline(raw), lead[0].length, reading.vocabulary);
    if (token !== undefined) tokens.set(subject, moveToken(token, line[0]));
  }
  return tokens;
}
