// Links to a heading whose status is rewritten: its anchor changes with it, and so must they.
import { scanMarkdown } from "@caio/repo-model/markdown";
import { applyEdits, type TextEdit } from "@caio/repo-model/text";
import type { Document } from "../links/link-facts.js";
import type { Statement } from "./statement.js";

/** The anchor of a heading's raw content. */
const slugOf = (content: string): string | undefined => scanMarkdown(`# ${content}`).headings[0]?.slug;

/**
 * The edits that keep links to a heading alive when `edits` change it: their anchors, and their labels where those repeat the heading
 * word for word. None where the anchor stays, or is numbered because other headings share it.
 */
export function headingLinkEdits({ slot, source, range }: Statement, edits: readonly TextEdit[], documents: readonly Document[]): TextEdit[] {
  if (slot !== "heading") return [];
  const own = documents.find((one) => one.source.path === source.path);
  const heading = own?.markdown.headings.find(({ content }) => content[0] === range[0]);
  const before = source.text.slice(...range);
  const after = applyEdits(
    before,
    edits.map((edit) => ({ text: edit.text, range: [edit.range[0] - range[0], edit.range[1] - range[0]] as const })),
  );
  const slug = slugOf(after);
  if (own === undefined || heading === undefined || slug === undefined || heading.slug !== slugOf(before) || heading.slug === slug) return [];
  // Another heading has the new anchor already: which one a link means could not be told.
  if (own.markdown.headings.some((other) => other.slug === slug)) return [];
  const found: TextEdit[] = [];
  for (const document of documents) {
    const links = document.links.filter(({ path, anchor }) => path === source.path && anchor === heading.slug);
    for (const { range: target } of links) {
      const { path, text } = document.source;
      const at = text.indexOf(`#${heading.slug}`, target[0]);
      if (at === -1 || at >= target[1] || found.some((edit) => edit.path === path && edit.range[0] === at + 1)) continue;
      found.push({ path, range: [at + 1, at + 1 + heading.slug.length], text: slug });
      const link = document.markdown.links.find(({ destination }) => destination !== undefined && destination[0] === target[0]);
      if (link !== undefined && text.slice(...link.label) === before) found.push({ path, range: link.label, text: after });
    }
  }
  return found;
}
