// The documents of a repository and what their links can lead to.
import {
  partsOf,
  scannedDocument,
  scanOffsets,
  type Link,
  type MarkdownDocument,
  type MarkdownOffsets,
  type MarkdownSyntax,
  type ScannedDocument,
} from "@caio/repo-model/markdown";
import type { Range, RepoPath, SourceText } from "@caio/repo-model/text";
import { codePaths, type CodePath } from "./code-paths.js";
import { bracedIds, headingAnchors, htmlAnchors, looseAnchor } from "./anchors.js";
import type { FoldedPaths } from "./folded-paths.js";
import type { Site } from "./site.js";
import type { SlugDialect } from "./slugs.js";
import type { Destination } from "./target.js";
import { writtenLinks } from "./written-links.js";

/** A link as it stands in a document: Markdown's, or an `href` or `src` of HTML. */
interface Written {
  readonly target: string;
  /** Where the target is written. */
  readonly range: Range;
}

/** A link that does not lead into the repository, or not from its document. */
export interface WrittenLink extends Written {
  readonly destination: Destination;
}

/** A link that leads into the repository. Most are: of them no more is kept than is asked for. */
export interface LocalLink extends Written {
  readonly path: string;
  readonly anchor: string | undefined;
}

/** The anchors of a page. */
export interface Anchors {
  readonly exact: ReadonlySet<string>;
  /** The same as a list. */
  readonly names: readonly string[];
  /** By letters and digits alone, with the anchor that is right: other renderers may differ. */
  readonly loose: ReadonlyMap<string, string>;
}

export interface Document {
  readonly source: SourceText;
  readonly markdown: MarkdownDocument;
  /** The site that is made of the document. */
  readonly site: Site | undefined;
  /** Whose anchors its headings get: the first is the renderer's, others may be. */
  readonly dialects: readonly SlugDialect[];
  readonly anchors: Anchors;
  /** Whether parts of the page stand elsewhere: includes, components. Then its anchors are not all known. */
  readonly isComposed: boolean;
  /** Links relative to the document. */
  readonly links: readonly LocalLink[];
  /** All others. */
  readonly otherLinks: readonly WrittenLink[];
  /** Links by reference, defined or not. */
  readonly references: readonly Link[];
  /** Paths in backticks. */
  readonly codePaths: readonly CodePath[];
  /** Drops what few ask for a second time. */
  forget(): void;
}

/** What a document is read with. */
export interface DocumentPlace {
  readonly site: Site | undefined;
  readonly dialects: readonly SlugDialect[];
  /** Whether a name is that of a folder at the repository's root. */
  isFolder(name: string): boolean;
}

/** Facts of the repository: documents to judge, and every path that is there, folders included. */
export interface LinkFacts {
  readonly documents: readonly Document[];
  readonly byPath: ReadonlyMap<RepoPath, Document>;
  readonly paths: ReadonlySet<string>;
  /** The same without their letter case. */
  readonly folded: FoldedPaths;
  /** Of the documents that hold some: their links that lead to nothing. */
  readonly missing: ReadonlyMap<Document, readonly LocalLink[]>;
  /** Links and submodules: what lies below them is not known. */
  readonly opaque: ReadonlySet<string>;
  /** Whether some site of the repository shows each page in a folder of its own. */
  readonly pageFolders: boolean;
  /** Sites whose documents lead out of their root to what is not there: they are parts of a larger site. */
  readonly mounted: ReadonlySet<Site>;
  /** How many lines the files have that links name lines of. */
  readonly lineCounts: ReadonlyMap<string, number>;
  /** Of those that the change under review touches: how many they had before it. */
  readonly lineCountsBefore: ReadonlyMap<string, number>;
  /** Documents that the change under review touches, as they were before it. */
  readonly before: ReadonlyMap<RepoPath, Document>;
}

const composed =
  /--8<--|\{\{\s*[#<%]?|\{%|<!--\s*(?:include|@include|#include)|^<<<\s|^import\s[^\n]*\sfrom\s|^:::\s*\{?include|^:::[ \t]+[\w-]+(?:\.[\w.]+|[ \t]*$\n[ \t]+\w)|^:::[ \t]+mkdocs-|^```\{include\}|!\[\[|\{!/m;

/** What puts a page together outside of any site: includes alone, for GitHub fills in no template. */
const included = /--8<--|\{\{\s*[#<%]\s*include|\{\{<|\{\{%|\{%-?\s*include|<!--\s*@?#?include|^<<<\s|^```\{include\}|^:::\s*\{?include|!\[\[|\{!/m;

const shortcode = /\{\{[<%]-?[ \t]*(\/?)([\w./-]+)[^\n]{0,500}?[>%]\}\}/g;

/** Whether a text has Hugo's shortcodes, in code or not. */
export const hasShortcodes = (text: string): boolean => /\{\{[<%]/.test(text);

/** A text without Hugo's shortcodes that end: what these lay around stands between them. One that does not end brings what nobody sees here. */
function withoutPairs(text: string): string {
  if (!hasShortcodes(text)) return text;
  const open = new Map<string, number>();
  for (const [, isEnd, name = ""] of text.matchAll(shortcode)) open.set(name, (open.get(name) ?? 0) + (isEnd === "" ? 1 : -1));
  return text.replace(shortcode, (whole, _isEnd: string, name: string) => (open.get(name) === 0 ? "" : whole));
}

const filledFrom = /^(?:ref|includes?)[ \t]*:[ \t]*["']?[^\s"':]+\.mdx?["']?[ \t]*\r?$/m;

/** Docusaurus takes what stands in such a fence for MDX. */
const isMdx = ({ info }: { readonly info: string }): boolean => /^mdx-code-block\b/.test(info);

/** A text without its code, which shows what it says. */
function withoutCode(text: string, { code, codeSpans }: MarkdownDocument): string {
  let kept = "";
  let from = 0;
  for (const [start, end] of [...code.filter((block) => !isMdx(block)), ...codeSpans].map(({ range }) => range).toSorted((a, b) => a[0] - b[0])) {
    if (start < from) continue;
    kept += text.slice(from, start);
    from = end;
  }
  return kept + text.slice(from);
}

const directive = /:[a-z][\w-]*\[/;
const directives = /:[a-z][\w-]*\[([^\]]*)\]/g;

class PageAnchors implements Anchors {
  readonly exact: ReadonlySet<string>;
  readonly #markdown: MarkdownDocument;
  #names: readonly string[] | undefined;
  #loose: ReadonlyMap<string, string> | undefined;

  constructor(markdown: MarkdownDocument, exact: ReadonlySet<string>) {
    this.exact = exact;
    this.#markdown = markdown;
  }

  get names(): readonly string[] {
    return (this.#names ??= [...this.exact]);
  }

  get loose(): ReadonlyMap<string, string> {
    if (this.#loose !== undefined) return this.#loose;
    const known = new Map(this.#markdown.headings.map(({ text: title, slug }) => [looseAnchor(title), slug]));
    // A renderer that knows directives shows what stands in their brackets alone: `:dfn[format]`.
    for (const { text: title, slug } of this.#markdown.headings) if (directive.test(title)) known.set(looseAnchor(title.replaceAll(directives, "$1")), slug);
    for (const anchor of this.exact) known.set(looseAnchor(anchor), anchor);
    return (this.#loose = known);
  }
}

/** The Markdown that the document's renderer reads. Docusaurus takes `.md` for MDX. */
function syntaxOf(path: RepoPath, site: Site | undefined): MarkdownSyntax {
  if (path.endsWith(".mdx") || site?.generator === "docusaurus") return "mdx";
  return site?.generator === "mkdocs" ? "python" : "commonmark";
}

/** A document that was read; what only some rules ask for is found when it is first asked for. */
class ReadDocument implements Document {
  readonly source: SourceText;
  readonly site: Site | undefined;
  readonly dialects: readonly SlugDialect[];
  readonly links: readonly LocalLink[];
  readonly otherLinks: readonly WrittenLink[];
  readonly references: readonly Link[];
  readonly codePaths: readonly CodePath[];
  readonly #offsets: MarkdownOffsets;
  readonly #htmlAnchors: readonly string[];
  #markdown: ScannedDocument | undefined;
  #isComposed: boolean | undefined;
  #anchors: Anchors | undefined;

  constructor(source: SourceText, { site, dialects, isFolder }: DocumentPlace) {
    this.source = source;
    const offsets = scanOffsets(source.text, syntaxOf(source.path, site));
    this.#offsets = offsets;
    this.site = site;
    this.dialects = dialects;
    // Thousands of documents stay in memory: what is needed of their inline content is kept here, and nothing else of it.
    const parts = partsOf(offsets);
    const { links, otherLinks, references } = writtenLinks(source.path, offsets, parts);
    this.links = links;
    this.otherLinks = otherLinks;
    this.references = references;
    this.codePaths = codePaths(source.text, parts, isFolder);
    this.#htmlAnchors = htmlAnchors(parts);
  }

  get markdown(): MarkdownDocument {
    return (this.#markdown ??= scannedDocument(this.#offsets));
  }

  forget(): void {
    this.#markdown?.forget();
  }

  get isComposed(): boolean {
    if (this.#isComposed === undefined && this.#isFilled()) this.#isComposed = true;
    const pattern = this.site === undefined && !this.source.path.endsWith(".mdx") ? included : composed;
    return (this.#isComposed ??= pattern.test(this.source.text) && pattern.test(withoutPairs(withoutCode(this.source.text, this.markdown))));
  }

  /** Whether the front matter names a document that the page is made of: `ref: docs/react/guide.md`. */
  #isFilled(): boolean {
    const [start, end] = this.#offsets.frontMatter?.content ?? [0, 0];
    return start < end && filledFrom.test(this.source.text.slice(start, end));
  }

  get anchors(): Anchors {
    return (this.#anchors ??= new PageAnchors(this.markdown, this.#exactAnchors()));
  }

  #exactAnchors(): ReadonlySet<string> {
    const { source, markdown, site } = this;
    const exact = new Set<string>();
    for (const dialect of this.dialects) for (const anchor of headingAnchors(markdown, dialect)) exact.add(anchor);
    for (const anchor of this.#htmlAnchors) exact.add(anchor);
    // Who wrote them has a renderer that knows them; `custom-anchor` tells where it does not.
    for (const id of bracedIds(source.text)) exact.add(id);
    if (site?.generator === "docsify") for (const [, id = ""] of source.text.matchAll(/:id=([\w-]+)/g)) exact.add(id);
    return exact;
  }
}

/** Reads a document for its links. */
export function documentOf(source: SourceText, place: DocumentPlace): Document {
  return new ReadDocument(source, place);
}
