// broken-anchor: a link to a heading or an anchor that the document does not have.
import { defineRule } from "@caio/repo-model/check";
import { nearest } from "@caio/repo-model/config";
import { repoPath } from "@caio/repo-model/text";
import { linksOf, looseAnchor, resolveTarget, type LinkFacts } from "../link-facts.js";

// GitHub's own: line anchors, the top of the page, text fragments, footnotes.
const reserved = /^(?:L\d+|top$|readme$|:~:text=|user-content-|fn|issue|discussion)/i;

export const brokenAnchor = defineRule<LinkFacts, unknown>({
  id: "broken-anchor",
  summary: "A link leads to a heading that the document does not have.",
  severity: "warning",
  *find(facts) {
    for (const document of facts.documents) {
      for (const { target, range } of linksOf(document)) {
        const destination = resolveTarget(document.source.path, target);
        if (destination.kind !== "path" || destination.anchor === undefined || destination.anchor === "" || reserved.test(destination.anchor)) continue;
        const other = destination.path === "" ? undefined : facts.byPath.get(repoPath(destination.path));
        // Only a document that was read can be said not to have an anchor.
        if (
          other === undefined ||
          other.isSphinx ||
          other.anchors.has(destination.anchor.toLowerCase()) ||
          other.looseAnchors.has(looseAnchor(destination.anchor))
        )
          continue;
        const near = nearest(destination.anchor, [...other.anchors]);
        yield {
          message: `\`${other.source.path}\` has no heading for \`#${destination.anchor}\`.`,
          at: document.source.at(range),
          help: near === undefined ? "Correct the anchor." : `Did you mean \`#${near}\`?`,
          data: { target, path: other.source.path, anchor: destination.anchor, ...(near === undefined ? {} : { nearest: near }) },
        };
      }
    }
  },
});
