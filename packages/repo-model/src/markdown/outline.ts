// The outline of a document: anchors, parents and sections of its headings.
import type { Heading } from "./document.js";
import { slugCounter } from "./slug.js";

/** Adds to headings, in the order of the document, what follows from the others. Anchors are made when one is first asked for. */
export function outline(headings: readonly Omit<Heading, "slug" | "parent" | "section">[], end: number): readonly Heading[] {
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
  let slugs: readonly string[] | undefined;
  const slugAt = (index: number): string => {
    if (slugs === undefined) {
      const slug = slugCounter();
      slugs = headings.map(({ text }) => slug(text));
    }
    return slugs[index] ?? "";
  };
  return headings.map(({ level, style, range, content, text }, index): Heading => {
    const parent = parents[index];
    return {
      ...(parent === undefined ? {} : { parent }),
      level,
      style,
      range,
      content,
      text,
      section: [range[0], ends[index] ?? end],
      get slug() {
        return slugAt(index);
      },
    };
  });
}
