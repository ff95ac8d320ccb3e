// broken-anchor: a link to a heading or an anchor that the document does not have.
import { defineRule } from "@caio/repo-model/check";
import { nearest } from "@caio/repo-model/config";
import { looseAnchor, type Document, type LinkFacts } from "../links/link-facts.js";
import { repoPath } from "@caio/repo-model/text";

// GitHub's own: line anchors, the top of the page, text fragments, footnotes; and positions in other programs' documents.
const reserved = /^(?:L\d+|top$|readme$|:~:text=|user-content-|fn|issue|discussion)|[=!/]/i;

/** Generators whose layouts add headings of their own to a page. */
const withLayouts: ReadonlySet<string> = new Set(["eleventy", "jekyll", "hugo", "gatsby", "astro"]);

/** Whether an anchor may be made by what builds the page: API references, layouts, labels. */
function mayBeBuilt({ site, isComposed }: Document, anchor: string): boolean {
  if (site === undefined) return isComposed;
  return isComposed || site.generator === "sphinx" || withLayouts.has(site.generator) || (site.generator === "mkdocs" && anchor.includes("."));
}

export const brokenAnchor = defineRule<LinkFacts, unknown>({
  id: "broken-anchor",
  summary: "A link leads to a heading that the document does not have.",
  severity: "warning",
  *find(facts) {
    for (const document of facts.documents) {
      for (const { target, range, path, anchor } of document.links) {
        if (anchor === undefined || anchor === "" || path === "" || reserved.test(anchor)) continue;
        const other = facts.byPath.get(repoPath(path));
        // Only a document that was read, and stands on its own, can be said not to have an anchor.
        if (other === undefined || other.anchors.has(anchor.toLowerCase()) || mayBeBuilt(other, anchor)) continue;
        if (other.looseAnchors.has(looseAnchor(anchor))) continue;
        const near = anchor.length > 200 ? undefined : nearest(anchor, [...other.anchors]);
        yield {
          message: `\`${other.source.path}\` has no heading for \`#${anchor}\`.`,
          at: document.source.at(range),
          help: near === undefined ? "Correct the anchor." : `Did you mean \`#${near}\`?`,
          data: { target, path: other.source.path, anchor, ...(near === undefined ? {} : { nearest: near }) },
        };
      }
    }
  },
});
