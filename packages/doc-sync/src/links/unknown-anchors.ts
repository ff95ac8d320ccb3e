// Anchors that seem to be missing and may be there: parts of one page, what a build adds, another renderer's form.
import { addTo, folderOf, repoPath } from "@caio/repo-model/text";
import { looseAnchor } from "./anchors.js";
import type { Lacking } from "./lacking-anchors.js";
import type { Document, LinkFacts } from "./link-facts.js";
import { oncePerDocument } from "./once-per-document.js";

/** What fewer links than these have in common says nothing. */
const leastAlike = 3;

/** Documents that are put one behind the other: `01_intro.md`. A page that was divided leaves such links too, which are faults. */
const isNumbered = ({ source }: Document): boolean => /(?:^|\/)\d{1,3}[-_.][^/]+$/.test(source.path);

/**
 * Links within a numbered document to what its neighbours have: a site shows the folder as one page, as Slate does. At least three, and most that the folder
 * lacks. https://github.com/slatedocs/slate/wiki/Using-Includes
 */
function partsOfOnePage(lacking: readonly Lacking[], { byPath }: LinkFacts): ReadonlySet<Lacking> {
  const found = new Set<Lacking>();
  const byFolder = new Map<string, Lacking[]>();
  for (const one of lacking) if (one.document === one.other && isNumbered(one.document)) addTo(byFolder, folderOf(one.document.source.path), one);
  for (const [folder, own] of byFolder) if (own.length < leastAlike) byFolder.delete(folder);
  if (byFolder.size === 0) return found;
  const anchors = new Map([...byFolder.keys()].map((folder) => [folder, new Set<string>()]));
  for (const document of byPath.values()) {
    const names = isNumbered(document) ? anchors.get(folderOf(document.source.path)) : undefined;
    if (names !== undefined) for (const name of document.anchors.exact) names.add(name);
  }
  for (const [folder, own] of byFolder) {
    const names = anchors.get(folder) ?? new Set();
    const elsewhere = own.filter(({ link }) => names.has(link.anchor ?? ""));
    if (elsewhere.length >= leastAlike && elsewhere.length * 2 > own.length) for (const one of own) found.add(one);
  }
  return found;
}

/** What several pages of a site seem to lack themselves, its build adds to each: `[types](#type-declarations)`. */
function addedToPages(lacking: readonly Lacking[], { byPath }: LinkFacts): ReadonlySet<Lacking> {
  const pages = new Map<string, Lacking[]>();
  for (const one of lacking) if (one.document === one.other && one.document.site !== undefined) addTo(pages, one.link.anchor ?? "", one);
  const shared = [...pages].filter(([, own]) => new Set(own.map(({ document }) => document)).size > 1);
  if (shared.length === 0) return new Set();
  // What some page has is written there, and was left out or translated elsewhere.
  const written = new Set<string>();
  for (const { anchors } of byPath.values()) {
    for (const anchor of anchors.exact) written.add(anchor);
    for (const loose of anchors.loose.keys()) written.add(loose);
  }
  return new Set(shared.flatMap(([anchor, own]) => (written.has(anchor) || written.has(looseAnchor(anchor)) ? [] : own)));
}

/** Within parts of Docusaurus's pages: what they lead to may stand in the page. https://docusaurus.io/docs/markdown-features/react#importing-markdown */
const ofPartials = (lacking: readonly Lacking[]): readonly Lacking[] =>
  lacking.filter(({ document, other }) => document === other && document.site?.generator === "docusaurus" && /(?:^|\/)_[^/]+$/.test(document.source.path));

/** How other renderers name a heading: in lower case, hyphens for blanks, its marks kept; or a hyphen for all that is neither letter nor digit. */
const forms: readonly ((title: string) => string)[] = [
  (title) => title.toLowerCase().replace(/\s/g, "-"),
  (title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, ""),
];

/** What stands before an element or a bracket in a heading: `### name <span>([root-only](#root))</span>`. */
const withoutAside = (title: string): string => title.replace(/[ \t]*[<([][^]*$/, "");

/** Links in a form that GitHub does not make, where a repository writes most of them so: its renderer may make it. */
function ofOtherRenderer(lacking: readonly Lacking[], { documents, byPath }: LinkFacts): ReadonlySet<Lacking> {
  if (lacking.length < leastAlike) return new Set();
  const found = new Set<Lacking>();
  for (const form of forms) {
    const titlesOf = oncePerDocument(({ markdown }) => new Set(markdown.headings.map(({ text }) => form(text))));
    const own = lacking.filter(({ link: { anchor = "" }, other }) => other.anchors.loose.has(looseAnchor(anchor)) && titlesOf(other).has(anchor));
    if (own.length < leastAlike) continue;
    // Those that are written as GitHub makes them, where that differs, show which is meant.
    const slugsOf = oncePerDocument(({ markdown }) => new Set(markdown.headings.flatMap(({ slug, text }) => (form(text) === slug ? [] : [slug]))));
    let ofGitHub = 0;
    for (const { links } of documents)
      for (const { path, anchor } of links) {
        const other = anchor === undefined || path === "" ? undefined : byPath.get(repoPath(path));
        if (other !== undefined && anchor !== undefined && slugsOf(other).has(anchor)) ofGitHub++;
      }
    if (own.length <= ofGitHub) continue;
    for (const one of own) found.add(one);
    const mainsOf = oncePerDocument(({ markdown }) => new Set(markdown.headings.map(({ text }) => form(withoutAside(text)))));
    for (const one of lacking) if (mainsOf(one.other).has(one.link.anchor ?? "")) found.add(one);
  }
  return found;
}

/** What of the links that seem to lead nowhere can not be known. */
export function unknownAnchors(lacking: readonly Lacking[], facts: LinkFacts): ReadonlySet<Lacking> {
  if (lacking.length === 0) return new Set();
  return new Set([...ofPartials(lacking), ...partsOfOnePage(lacking, facts), ...addedToPages(lacking, facts), ...ofOtherRenderer(lacking, facts)]);
}
