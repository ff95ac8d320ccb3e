// broken-anchor: a link to a heading or an anchor that the document does not have.
import { defineRule, type Severity } from "@caio/repo-model/check";
import { nearestIn } from "@caio/repo-model/config";
import { repoPath } from "@caio/repo-model/text";
import { foreignOf } from "../generated/section-facts.js";
import { looseAnchor } from "../links/anchors.js";
import { isNested } from "../links/nested-anchors.js";
import { hasShortcodes, type Document, type LinkFacts, type LocalLink } from "../links/link-facts.js";

// The top of the page, the README below a folder, text fragments, lines of code, GitHub's own ids; and routes of pages that scripts make.
const reserved = /^(?:L\d|top$|readme$|readme-ov-file$|:~:text=|issue-|issuecomment-|discussion|diff-)|^[!/]|^\??[\w.%-]+=/i;
const footnote = /^(?:user-content-)?fn(?:ref)?[:-]?[\w-]*$/;

/** Generators whose labels are of the whole project. */
const withLabels: ReadonlySet<string> = new Set(["sphinx", "myst"]);

/** Generators whose layouts add headings of their own to a page. */
const withLayouts: ReadonlySet<string> = new Set(["eleventy", "jekyll", "hugo", "gatsby", "astro"]);

/** What is asked of a document once, however many of its links lead nowhere. */
function oncePerDocument<T>(of: (document: Document) => T): (document: Document) => T {
  const known = new WeakMap<Document, { readonly value: T }>();
  return (document) => {
    let held = known.get(document);
    if (held === undefined) known.set(document, (held = { value: of(document) }));
    return held.value;
  };
}

const contributorsOf = oncePerDocument((document) =>
  document.source.text.includes("ALL-CONTRIBUTORS-LIST:START") ? foreignOf(document).filter(({ owner }) => owner === "all-contributors") : [],
);
const mayBeWrapped = oncePerDocument(({ source }) => hasShortcodes(source.text));
const nearestAnchor = oncePerDocument(({ anchors }) => nearestIn(anchors.names));

/** Whether a link stands in a table of all-contributors, whose anchors (`#ideas-name`) lead nowhere by design. */
const isContributor = (document: Document, [start]: LocalLink["range"]): boolean =>
  contributorsOf(document).some(({ range }) => range[0] <= start && start < range[1]);

/** Whether an anchor may be made by what builds the page: API references, layouts, labels. */
function mayBeBuilt({ site, isComposed, markdown, anchors }: Document, anchor: string): boolean {
  if (isComposed || (markdown.footnotes.size > 0 && footnote.test(anchor))) return true;
  if (site === undefined) return false;
  // Whose anchors are not known may write them otherwise.
  if (site.slugs === undefined && anchors.loose.has(looseAnchor(anchor))) return true;
  return (
    withLabels.has(site.generator) ||
    withLayouts.has(site.generator) ||
    (site.generator === "mkdocs" && anchor.includes(".")) ||
    (site.generator === "mdbook" && site.makesPages)
  );
}

/** Whether the page has the anchor. GitHub puts `user-content-` before ids, and looks for the anchor in lower case where it is not there as written. */
function has({ anchors, dialects }: Document, anchor: string): boolean {
  if (anchors.exact.has(anchor)) return true;
  if (dialects[0] !== "github" && dialects[0] !== "gitlab") return false;
  const own = anchor.replace(/^user-content-/, "");
  return anchors.exact.has(own) || anchors.exact.has(own.toLowerCase());
}

/** What another renderer makes of the same heading, and what a page that plugins add to may have, is not sure to be a fault. */
function certainty(other: Document, isNear: boolean): Severity | undefined {
  // A shortcode may lay more around what it holds than can be seen.
  return isNear || mayBeWrapped(other) || other.site?.makesPages === true || (other.site !== undefined && other.site.slugs === undefined)
    ? "warning"
    : undefined;
}

function judge(document: Document, { target, range, anchor = "" }: LocalLink, other: Document, facts: LinkFacts) {
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
    for (const document of facts.documents) {
      for (const link of document.links) {
        const { path, anchor } = link;
        // Only a document that was read, and stands on its own, can be said not to have an anchor.
        const other = anchor === undefined || path === "" ? undefined : facts.byPath.get(repoPath(path));
        if (other === undefined || anchor === undefined || has(other, anchor) || !/[\p{L}\p{N}]/u.test(anchor) || reserved.test(anchor)) continue;
        if (!mayBeBuilt(other, anchor) && !isNested(other, anchor) && !isContributor(document, link.range)) yield judge(document, link, other, facts);
      }
    }
  },
});
