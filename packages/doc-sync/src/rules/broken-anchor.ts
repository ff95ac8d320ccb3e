// broken-anchor: a link to a heading or an anchor that the document does not have.
import { defineRule, type Severity } from "@caio/repo-model/check";
import { nearestIn } from "@caio/repo-model/config";
import { looseAnchor } from "../links/anchors.js";
import { has, lackingAnchors, type Lacking } from "../links/lacking-anchors.js";
import { hasShortcodes, type Document, type LinkFacts } from "../links/link-facts.js";
import { oncePerDocument } from "../links/once-per-document.js";

const mayBeWrapped = oncePerDocument(({ source }) => hasShortcodes(source.text));
const nearestAnchor = oncePerDocument(({ anchors }) => nearestIn(anchors.names));

/** What another renderer makes of the same heading, and what a page that plugins add to may have, is not sure to be a fault. */
function certainty(other: Document, isNear: boolean): Severity | undefined {
  // A shortcode may lay more around what it holds than can be seen.
  return isNear || mayBeWrapped(other) || other.site?.makesPages === true || (other.site !== undefined && other.site.slugs === undefined)
    ? "warning"
    : undefined;
}

function judge({ document, link: { target, range, anchor = "" }, other }: Lacking, facts: LinkFacts) {
  const loose = other.anchors.loose.get(looseAnchor(anchor));
  const near = loose ?? (anchor.length > 200 ? undefined : nearestAnchor(other)(anchor));
  const severity = certainty(other, loose !== undefined);
  const before = facts.before.get(other.source.path);
  const at = document.source.text.lastIndexOf("#", range[1]);
  const isWritten = loose !== undefined && at >= range[0] && document.source.text.slice(at + 1, range[1]) === anchor;
  return {
    message: `\`${other.source.path}\` has no heading for \`#${anchor}\`.`,
    at: document.source.at(range),
    help: near === undefined ? "Correct the anchor." : loose === undefined ? `Did you mean \`#${near}\`?` : `Its anchor is \`#${near}\`.`,
    data: { target, path: other.source.path, anchor, ...(near === undefined ? {} : { nearest: near }) },
    ...(severity === undefined ? {} : { severity }),
    ...(before !== undefined && has(before, anchor) ? { causes: [other.source.path] } : {}),
    ...(isWritten
      ? {
          fix: {
            kind: "suggested" as const,
            title: `write \`#${loose}\``,
            edits: [{ path: document.source.path, range: [at + 1, range[1]] as const, text: loose }],
          },
        }
      : {}),
  };
}

export const brokenAnchor = defineRule<LinkFacts, unknown>({
  id: "broken-anchor",
  summary: "A link leads to a heading that the document does not have.",
  severity: "error",
  *find(facts) {
    for (const lacking of lackingAnchors(facts)) yield judge(lacking, facts);
  },
});
