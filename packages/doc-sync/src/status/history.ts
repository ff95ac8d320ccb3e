// Which parts of a document are history, not state: changelogs, logs, entries under dates.
import type { Heading, MarkdownDocument } from "@caio/repo-model/markdown";
import type { Range } from "@caio/repo-model/text";
import { datedHeading, historyHeading } from "./entity-kinds.js";

/** What counts as history. */
export interface HistoryOptions {
  /** Further headings whose sections are left alone, compared without case. */
  readonly sections: readonly string[];
  /** Whether sections under a date are history. */
  readonly dated: boolean;
}

/** The sections that are history. */
export function historySections({ headings }: MarkdownDocument, { sections, dated }: HistoryOptions): readonly Range[] {
  const own = new Set(sections.map((section) => section.toLowerCase()));
  const isHistory = ({ text, level }: Heading): boolean =>
    own.has(text.toLowerCase()) || (level > 1 && historyHeading.test(text.slice(0, 200))) || (dated && datedHeading.test(text.slice(0, 200)));
  return headings.filter(isHistory).map(({ section }) => section);
}

/**
 * Whether an offset lies in history, a quote or, with `strikes`, in struck text. What that asks for is read with the first question: in most documents
 * nothing is found that it could be asked of.
 */
export function apartFrom(markdown: MarkdownDocument, history: HistoryOptions): (offset: number) => boolean {
  let apart: readonly Range[] | undefined;
  return (offset) => within((apart ??= [...historySections(markdown, history), ...markdown.quotes, ...markdown.strikes]), offset);
}

/** Whether one of the ranges, in the order of their starts, holds an offset. */
export function within(ranges: readonly Range[], offset: number): boolean {
  return ranges.some(([start, end]) => start <= offset && offset < end);
}
