// The documents of a repository and what their links can lead to.
import { scanMarkdown, type MarkdownDocument } from "@caio/repo-model/markdown";
import type { Range, RepoPath, SourceText } from "@caio/repo-model/text";
import type { Site } from "./site.js";
import { resolveTarget, type Destination } from "./target.js";

/** A link that leads into the repository. */
export interface LocalLink {
  readonly target: string;
  readonly range: Range;
  readonly path: string;
  readonly anchor: string | undefined;
}

export interface Document {
  readonly source: SourceText;
  readonly markdown: MarkdownDocument;
  /** Every anchor that the document offers: slugs, `id` and `name` attributes, in lower case. */
  readonly anchors: ReadonlySet<string>;
  /** The same by letters and digits alone: site generators differ in what they make of punctuation. */
  readonly looseAnchors: ReadonlySet<string>;
  /** The site that is made of the document. */
  readonly site: Site | undefined;
  /** Whether parts of the page stand elsewhere: includes, components. Then its anchors are not all known. */
  readonly isComposed: boolean;
  readonly links: readonly LocalLink[];
}

/** Facts of the repository: documents to judge, and every path that is there, folders included. */
export interface LinkFacts {
  readonly documents: readonly Document[];
  readonly byPath: ReadonlyMap<RepoPath, Document>;
  readonly paths: ReadonlySet<string>;
  /** The same in lower case, with the real path: for "did you mean". */
  readonly folded: ReadonlyMap<string, string>;
  /** Links and submodules: what lies below them is not known. */
  readonly opaque: ReadonlySet<string>;
  /** Sites whose documents lead out of their root to what is not there: they are parts of a larger site. */
  readonly mounted: ReadonlySet<Site>;
}

/** An anchor by its letters and digits. */
export function looseAnchor(anchor: string): string {
  return anchor
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

const composed =
  /--8<--|\{\{\s*[#<%]?|\{%|<!--\s*(?:include|@include|#include)|^<<<\s|^import\s[^\n]*\sfrom\s|^:::\s*\{?include|^:::[ \t]+[\w-]+(?:\.[\w.]+|[ \t]*$\n[ \t]+\w)|^:::[ \t]+mkdocs-|^```\{include\}|!\[\[|\{!/m;

/** Reads a document for its links. Anchors are found when they are first asked for. */
export function documentOf(source: SourceText, site: Site | undefined): Document {
  const markdown = scanMarkdown(source.text);
  let isComposed: boolean | undefined;
  let anchors: Set<string> | undefined;
  let looseAnchors: Set<string> | undefined;
  const findAnchors = (): Set<string> => {
    const found = new Set(markdown.headings.map(({ slug }) => slug));
    // `{#id}` names a heading in Docusaurus, MkDocs and kramdown.
    if (source.text.includes("{"))
      for (const [, id = ""] of source.text.matchAll(/\{:?[^{}\n]{0,120}#([\w-]{1,120})[^{}\n]{0,120}\}/g)) found.add(id.toLowerCase());
    for (const { attributes } of markdown.tags) for (const { name, value } of attributes) if (name === "id" || name === "name") found.add(value.toLowerCase());
    return found;
  };
  return {
    source,
    markdown,
    site,
    links: localLinks(source.path, markdown),
    get isComposed() {
      return (isComposed ??= composed.test(source.text));
    },
    get anchors() {
      return (anchors ??= findAnchors());
    },
    get looseAnchors() {
      return (looseAnchors ??= new Set([...(anchors ??= findAnchors()), ...markdown.headings.map(({ text }) => text)].map(looseAnchor)));
    },
  };
}

/** The links that the text shows, and that lead into the repository: Markdown's, and `href` and `src` of HTML tags. */
function localLinks(from: RepoPath, { text, links, tags }: MarkdownDocument): LocalLink[] {
  const found: LocalLink[] = [];
  const add = (target: string, range: Range): void => {
    const destination: Destination = resolveTarget(from, target);
    if (destination.kind === "path") found.push({ target, range, path: destination.path, anchor: destination.anchor });
  };
  for (const { kind, target, destination, range } of links)
    if (kind !== "autolink" && target !== undefined && !isCode(text, range[0], target)) add(target, destination ?? range);
  for (const { attributes } of tags) for (const { name, value, range } of attributes) if (name === "href" || name === "src") add(value.trim(), range);
  return found;
}

/** Code in prose that reads as a link: `items[0](x)`, `f()[](47)`. */
function isCode(text: string, start: number, target: string): boolean {
  return start > 0 && /[\w)\]?]/.test(text.charAt(start - 1)) && !/[./#]/.test(target);
}
