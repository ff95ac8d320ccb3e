// The outline of a document: anchors, parents and sections of its headings.
import type { Heading } from "./document.js";
import { slugCounter } from "./slug.js";

/** Adds to headings, in the order of the document, what follows from the others. */
export function outline(headings: readonly Omit<Heading, "slug" | "parent" | "section">[], end: number): Heading[] {
  const slug = slugCounter();
  const open: number[] = [];
  const parents: (number | undefined)[] = [];
  const ends = headings.map(() => end);
  for (const [index, heading] of headings.entries()) {
    for (let last = open.at(-1); last !== undefined && (headings[last]?.level ?? 0) >= heading.level; last = open.at(-1)) {
      ends[last] = heading.range[0];
      open.pop();
    }
    parents.push(open.at(-1));
    open.push(index);
  }
  return headings.map((heading, index) => {
    const parent = parents[index];
    return { ...heading, slug: slug(heading.text), ...(parent === undefined ? {} : { parent }), section: [heading.range[0], ends[index] ?? end] };
  });
}
