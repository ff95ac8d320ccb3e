// Anchors of renderers that put the headings above before a heading's own.
import { looseAnchor } from "./anchors.js";
import type { Document } from "./link-facts.js";

const nested = new WeakMap<Document, ReadonlySet<string>>();
/** Whether an anchor is that of a renderer that puts the headings above before a heading's own: `query-Query-arguments`. */
export function isNested(document: Document, anchor: string): boolean {
  let known = nested.get(document);
  if (known === undefined) {
    const { headings } = document.markdown;
    const paths: string[] = [];
    const below = new Set<string>();
    for (const { text, parent } of headings) {
      const above = parent === undefined || headings[parent]?.level === 1 ? "" : (paths[parent] ?? "");
      const path = above + looseAnchor(text.slice(0, 200));
      paths.push(path);
      if (above !== "") below.add(path);
    }
    nested.set(document, (known = below));
  }
  return known.has(looseAnchor(anchor));
}
