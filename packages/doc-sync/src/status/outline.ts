// Which heading a place of a document stands under.
import type { MarkdownDocument } from "@caio/repo-model/markdown";

export interface Outline {
  /** The index of the heading that an offset stands directly under; undefined before the first. */
  above(offset: number): number | undefined;
  /** The heading whose thing a `Status:` line speaks of: the one above, or that one's parent where the one above only says `Status`. */
  subject(offset: number): number | undefined;
}

const onlyStatus = /^\W*(?:[\d.]+\s+)?(?:(?:current|overall|implementation|project) )?(?:status|state|metadata|summary|overview)\W*$/i;

/** Text, and a rule behind it. */
const closed = /\S[^\n]*\n(?:[ \t]*\r?\n)* {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*\r?\n/;
/** A rule further above is not looked for. */
const farthest = 1_000;

/** The outline of a document's headings. */
export function headingsOf({ headings, text }: MarkdownDocument): Outline {
  const [first, second] = headings;
  // A second title right below the first says what the document is part of.
  const hasSubtitle = first !== undefined && first.level === second?.level && text.slice(first.range[1], second.range[0]).trim() === "";
  const above = (offset: number): number | undefined => {
    let low = 0;
    let high = headings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((headings[middle]?.range[0] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? undefined : low - 1;
  };
  return {
    above,
    subject(offset) {
      const found = above(offset);
      const index = found === 1 && hasSubtitle ? 0 : found;
      const heading = index === undefined ? undefined : headings[index];
      // Behind a rule that ends a section stands what the document says of itself.
      if (heading !== undefined && closed.test(text.slice(Math.max(heading.range[1], offset - farthest), offset))) return undefined;
      return heading !== undefined && onlyStatus.test(heading.text.slice(0, 100)) ? heading.parent : index;
    },
  };
}
