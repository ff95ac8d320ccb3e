// Links whose anchor the page that they lead to lacks.
import { repoPath } from "@caio/repo-model/text";
import { foreignOf } from "../generated/section-facts.js";
import { looseAnchor } from "./anchors.js";
import { mayBeLabel } from "./labels.js";
import type { Document, LinkFacts, LocalLink } from "./link-facts.js";
import { isNested } from "./nested-anchors.js";
import { oncePerDocument } from "./once-per-document.js";
import { isPart } from "./certainty.js";
import { unknownAnchors } from "./unknown-anchors.js";

// The top of the page, the README below a folder, text fragments, lines of code, GitHub's own ids; and routes of pages that scripts make.
const reserved = /^(?:L\d|top$|readme$|readme-ov-file$|:~:text=|issue-|issuecomment-|discussion|diff-)|^[!/]|^\??[\w.%-]+=/i;
const footnote = /^(?:user-content-)?fn(?:ref)?[:-]?[\w-]*$/;

/** Generators whose layouts add headings of their own to a page. */
const withLayouts: ReadonlySet<string> = new Set(["eleventy", "jekyll", "hugo", "gatsby", "astro"]);

const contributorsOf = oncePerDocument((document) =>
  document.source.text.includes("ALL-CONTRIBUTORS-LIST:START") ? foreignOf(document).filter(({ owner }) => owner === "all-contributors") : [],
);

/** Whether a link stands in a table of all-contributors, whose anchors (`#ideas-name`) lead nowhere by design. */
const isContributor = (document: Document, [start]: LocalLink["range"]): boolean =>
  contributorsOf(document).some(({ range }) => range[0] <= start && start < range[1]);

const tab = /^[ \t]*===[+!]{0,2}[ \t]+"([^"\r\n]{1,100})"/gm;
const tabsOf = oncePerDocument(({ source: { text } }) => (text.includes("===") ? [...text.matchAll(tab)].map(([, title = ""]) => looseAnchor(title)) : []));

/** Whether an anchor ends as a tab is called: Material puts the heading's or the outer tab's before it. */
const isTab = (document: Document, anchor: string): boolean => {
  const loose = looseAnchor(anchor);
  return tabsOf(document).some((title) => title !== "" && loose.endsWith(title));
};

/** Whether an anchor may be made by what builds the page: API references, layouts. */
function mayBeBuilt(document: Document, anchor: string): boolean {
  const { site, isComposed, markdown, anchors } = document;
  if (isComposed || (markdown.footnotes.size > 0 && footnote.test(anchor))) return true;
  if (site === undefined) return false;
  // Whose anchors are not known may write them otherwise.
  if (site.slugs === undefined && anchors.loose.has(looseAnchor(anchor))) return true;
  return (
    withLayouts.has(site.generator) ||
    (site.generator === "mkdocs" && (anchor.includes(".") || isTab(document, anchor))) ||
    (site.generator === "mdbook" && site.makesPages)
  );
}

/** Whether the page has the anchor. GitHub puts `user-content-` before ids, and looks for the anchor in lower case where it is not there as written. */
export function has({ anchors, dialects }: Document, anchor: string): boolean {
  if (anchors.exact.has(anchor)) return true;
  if (dialects[0] !== "github" && dialects[0] !== "gitlab") return false;
  const own = anchor.replace(/^user-content-/, "");
  return anchors.exact.has(own) || anchors.exact.has(own.toLowerCase());
}

/** A link with the page that it leads to. */
export interface Lacking {
  readonly document: Document;
  readonly link: LocalLink;
  readonly other: Document;
}

/** The page that a link leads to where it lacks the anchor. Only a document that was read, and stands on its own, can be said not to have one. */
function lackingIn({ path, anchor }: LocalLink, facts: LinkFacts): Document | undefined {
  const other = anchor === undefined || path === "" ? undefined : facts.byPath.get(repoPath(path));
  if (other === undefined || anchor === undefined || has(other, anchor) || !/[\p{L}\p{N}]/u.test(anchor) || reserved.test(anchor)) return undefined;
  return mayBeBuilt(other, anchor) || mayBeLabel(other, anchor, facts) || isNested(other, anchor) ? undefined : other;
}

/** Links to anchors that are not there. */
export function lackingAnchors(facts: LinkFacts): Lacking[] {
  const found: Lacking[] = [];
  for (const document of facts.documents) {
    // A part is shown in other pages, with what these have.
    if (isPart(document.source.path)) continue;
    for (const link of document.links) {
      const other = lackingIn(link, facts);
      if (other !== undefined && !isContributor(document, link.range)) found.push({ document, link, other });
    }
  }
  const unknown = unknownAnchors(found, facts);
  return unknown.size === 0 ? found : found.filter((one) => !unknown.has(one));
}
