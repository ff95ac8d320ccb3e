// Which heading a place of a document stands under.
import type { MarkdownDocument } from "@caio/repo-model/markdown";

export interface Outline {
  /** The index of the heading that an offset stands directly under; undefined before the first. */
  above(offset: number): number | undefined;
  /** The heading whose thing a `Status:` line speaks of: the one above, or that one's parent where the one above only says `Status`. */
  subject(offset: number): number | undefined;
}

const onlyStatus = /^\W*(?:[\d.]+\s+)?(?:(?:current|overall|implementation|project) )?(?:status|state|metadata|summary|overview)\W*$/i;

/** Parts that every phase has: what stands behind the last of them is said of the phase. */
const partHeading =
  /^\W*(?:[\d.]+\s+)?(?:(?:key|main|core|remaining|implementation|detailed|sub)[ -])?(?:tasks?|to-?dos?|deliverables?|features?|goals?|objectives?|criteria|(?:success|acceptance|exit|completion) criteria|checklist|scope|steps?|files?(?: (?:created|modified|changed))?|tests?|testing|results?|outcomes?|metrics?|notes?|details?|requirements?|dependencies|timeline|technical details|implementation)\W*$/i;
/** A line that gives a fact, an item of a list, a rule, or nothing. */
const factLine = /^[ \t]*(?:[-*_]{3,}|[*_]{0,2}\p{L}[\p{L} ]{1,29}[*_]{0,2}:.*|(?:[-*+]|\d{1,3}[.)])[ \t].*)?$/u;

/** Whether nothing but facts and rules stand from a line on to the end of a section. */
function endsSection(text: string, offset: number, end: number): boolean {
  if (end - offset > farthest) return false;
  const [, ...lines] = text.slice(offset, end).split(/\r\n|\n|\r/);
  return lines.every((line) => factLine.test(line));
}

const rule = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*\r?$/;

/** Whether a rule stands behind some text; each line with its end. */
function isClosed(text: string): boolean {
  let hasText = false;
  for (let from = 0, end = text.indexOf("\n"); end !== -1; from = end + 1, end = text.indexOf("\n", from)) {
    const line = text.slice(from, end);
    if (hasText && rule.test(line)) return true;
    hasText ||= /\S/.test(line);
  }
  return false;
}

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
      if (heading !== undefined && isClosed(text.slice(Math.max(heading.range[1], offset - farthest), offset))) return undefined;
      if (heading === undefined || onlyStatus.test(heading.text.slice(0, 100))) return heading?.parent;
      const parent = heading.parent === undefined ? undefined : headings[heading.parent];
      return parent !== undefined && partHeading.test(heading.text.slice(0, 100)) && endsSection(text, offset, parent.section[1]) ? heading.parent : index;
    },
  };
}
