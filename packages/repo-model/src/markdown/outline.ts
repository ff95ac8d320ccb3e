// The outline of a document: anchors, parents and sections of its headings.
import type { Range } from "../text/index.js";
import type { Heading } from "./document.js";
import { slugCounter } from "./slug.js";

type RawHeading = Omit<Heading, "slug" | "parent" | "section">;

/** A class, for a literal with a getter costs twenty times as much, and a document has hundreds. */
class OutlinedHeading implements Heading {
  readonly level: Heading["level"];
  readonly style: Heading["style"];
  readonly range: Range;
  readonly content: Range;
  readonly text: string;
  readonly section: Range;
  readonly parent?: number;
  readonly #slugs: () => readonly string[];
  readonly #index: number;

  constructor({ level, style, range, content, text }: RawHeading, end: number, parent: number | undefined, slugs: () => readonly string[], index: number) {
    this.level = level;
    this.style = style;
    this.range = range;
    this.content = content;
    this.text = text;
    this.section = [range[0], end];
    if (parent !== undefined) this.parent = parent;
    this.#slugs = slugs;
    this.#index = index;
  }

  get slug(): string {
    return this.#slugs()[this.#index] ?? "";
  }
}

/** Adds to headings, in the order of the document, what follows from the others. Anchors are made when one is first asked for. */
export function outline(headings: readonly RawHeading[], end: number): readonly Heading[] {
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
  let made: readonly string[] | undefined;
  const slugs = (): readonly string[] => {
    if (made !== undefined) return made;
    const slug = slugCounter();
    return (made = headings.map(({ text }) => slug(text)));
  };
  return headings.map((heading, index) => new OutlinedHeading(heading, ends[index] ?? end, parents[index], slugs, index));
}
