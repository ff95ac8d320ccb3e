// unused-definition: a reference definition or a footnote that nothing refers to.
import { defineRule } from "@caio/repo-model/check";
import type { Range } from "@caio/repo-model/text";
import { looseAnchor } from "../links/anchors.js";
import type { Document, LinkFacts } from "../links/link-facts.js";

// `[//]: # (a comment)` and its like hide text from every renderer.
const comment = /^(?:\/\/|comment.*|#|-+|_+|)$/i;

/** `[summary]: #summary` offers a heading under its own name, as templates do for each of theirs: nobody has to take it. */
const isOffered = (label: string, target: string): boolean => target.startsWith("#") && looseAnchor(target) === looseAnchor(label);

/** The same under another name: `[unresolved]: #unresolved-questions` directly below the heading that it names. */
function standsBelow({ markdown, source }: Document, [start]: Range, target: string): boolean {
  if (!target.startsWith("#")) return false;
  const heading = markdown.headings.findLast(({ range }) => range[0] < start);
  return heading !== undefined && heading.range[1] <= start && heading.slug === target.slice(1) && source.text.slice(heading.range[1], start).trim() === "";
}

/** From so many documents on that hold the same definition, it is a row of a list that stands in each of them. */
const shared = 3;

const rowOf = (label: string, target: string): string => `${label}\0${target}`;

/** Definitions that several documents hold, of which one uses them: a list that is kept as a whole. */
function sharedRows(documents: readonly Document[]): ReadonlySet<string> {
  const holders = new Map<string, number>();
  const taken = new Set<string>();
  for (const { markdown, references } of documents) {
    if (markdown.definitions.length === 0) continue;
    const used = new Set(references.flatMap(({ reference }) => reference ?? []));
    for (const row of new Set(markdown.definitions.map(({ label, target }) => rowOf(label, target)))) holders.set(row, (holders.get(row) ?? 0) + 1);
    for (const { label, target } of markdown.definitions) if (used.has(label)) taken.add(rowOf(label, target));
  }
  return new Set([...taken].filter((row) => (holders.get(row) ?? 0) >= shared));
}

export const unusedDefinition = defineRule<LinkFacts, unknown>({
  id: "unused-definition",
  summary: "A reference definition is used by no link.",
  severity: "note",
  *find({ documents }) {
    const rows = sharedRows(documents);
    for (const document of documents) {
      const { source, markdown, site } = document;
      if (markdown.definitions.length === 0 || document.isComposed || site?.sharesDefinitions === true) continue;
      const used = new Set(document.references.flatMap(({ reference }) => reference ?? []));
      for (const { label, range, target } of markdown.definitions) {
        if (
          used.has(label) ||
          rows.has(rowOf(label, target)) ||
          comment.test(label) ||
          target === "" ||
          target === "#" ||
          target === "/" ||
          isOffered(label, target) ||
          standsBelow(document, range, target)
        )
          continue;
        yield {
          message: `No link uses the definition \`[${source.text.slice(range[0] + 1, source.text.indexOf("]", range[0]))}]\`.`,
          at: source.at(range),
          help: "Remove it, or use it.",
          data: { label: label.toLowerCase(), target },
        };
      }
    }
  },
});
