// The documents of a repository and what their links can lead to.
import { scanMarkdown, type MarkdownDocument, type MarkdownSyntax } from "@caio/repo-model/markdown";
import type { Range, RepoPath, SourceText } from "@caio/repo-model/text";
import { codePaths, type CodePath } from "./code-paths.js";
import { bracedIds, headingAnchors, htmlAnchors, looseAnchor } from "./anchors.js";
import type { Site } from "./site.js";
import type { SlugDialect } from "./slugs.js";
import { resolveTarget, type Destination } from "./target.js";

/** A link as it stands in a document: Markdown's, or an `href` or `src` of HTML. */
export interface WrittenLink {
  readonly target: string;
  /** Where the target is written. */
  readonly range: Range;
  readonly destination: Destination;
}

/** A link that leads into the repository. */
export interface LocalLink extends WrittenLink {
  readonly path: string;
  readonly anchor: string | undefined;
}

/** The anchors of a page. */
export interface Anchors {
  readonly exact: ReadonlySet<string>;
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
  /** Paths in backticks. */
  readonly codePaths: readonly CodePath[];
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
  /** The same in lower case, with the real paths. */
  readonly folded: ReadonlyMap<string, readonly string[]>;
  /** Links and submodules: what lies below them is not known. */
  readonly opaque: ReadonlySet<string>;
  /** Sites whose documents lead out of their root to what is not there: they are parts of a larger site. */
  readonly mounted: ReadonlySet<Site>;
  /** How many lines the files have that links name lines of. */
  readonly lineCounts: ReadonlyMap<string, number>;
  /** Of those that the change under review touches: how many they had before it. */
  readonly lineCountsBefore: ReadonlyMap<string, number>;
  /** Where git moved a file that a link or a path names and that is not there. */
  readonly renames: ReadonlyMap<string, string>;
  /** Such paths that git had and has not any more. */
  readonly removed: ReadonlySet<string>;
  /** Documents that the change under review touches, as they were before it. */
  readonly before: ReadonlyMap<RepoPath, Document>;
}

const composed =
  /--8<--|\{\{\s*[#<%]?|\{%|<!--\s*(?:include|@include|#include)|^<<<\s|^import\s[^\n]*\sfrom\s|^:::\s*\{?include|^:::[ \t]+[\w-]+(?:\.[\w.]+|[ \t]*$\n[ \t]+\w)|^:::[ \t]+mkdocs-|^```\{include\}|!\[\[|\{!/m;

/** What puts a page together outside of any site: includes alone, for GitHub fills in no template. */
const included = /--8<--|\{\{\s*[#<%]\s*include|\{\{<|\{\{%|\{%-?\s*include|<!--\s*@?#?include|^<<<\s|^```\{include\}|^:::\s*\{?include|!\[\[|\{!/m;

/** A text without its code, which shows what it says. */
function withoutCode(text: string, { code, codeSpans }: MarkdownDocument): string {
  let kept = "";
  let from = 0;
  for (const [start, end] of [...code, ...codeSpans].map(({ range }) => range).toSorted((a, b) => a[0] - b[0])) {
    if (start < from) continue;
    kept += text.slice(from, start);
    from = end;
  }
  return kept + text.slice(from);
}

function memo<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function anchorsOf(text: string, markdown: MarkdownDocument, dialects: readonly SlugDialect[], site: Site | undefined): Anchors {
  const exact = new Set<string>();
  for (const dialect of dialects) for (const anchor of headingAnchors(markdown, dialect)) exact.add(anchor);
  for (const anchor of htmlAnchors(markdown)) exact.add(anchor);
  // Who wrote them has a renderer that knows them; `custom-anchor` tells where it does not.
  for (const id of bracedIds(text)) exact.add(id);
  if (site?.generator === "docsify") for (const [, id = ""] of text.matchAll(/:id=([\w-]+)/g)) exact.add(id);
  const loose = memo(() => {
    const known = new Map(markdown.headings.map(({ text: title, slug }) => [looseAnchor(title), slug]));
    for (const anchor of exact) known.set(looseAnchor(anchor), anchor);
    return known;
  });
  return {
    exact,
    get loose() {
      return loose();
    },
  };
}

/** The Markdown that the document's renderer reads. Docusaurus takes `.md` for MDX. */
function syntaxOf(path: RepoPath, site: Site | undefined): MarkdownSyntax {
  if (path.endsWith(".mdx") || site?.generator === "docusaurus") return "mdx";
  return site?.generator === "mkdocs" ? "python" : "commonmark";
}

/** Reads a document for its links. Anchors are found when they are first asked for. */
export function documentOf(source: SourceText, { site, dialects, isFolder }: DocumentPlace): Document {
  const markdown = scanMarkdown(source.text, syntaxOf(source.path, site));
  const isComposed = memo(() => {
    const pattern = site === undefined && !source.path.endsWith(".mdx") ? included : composed;
    return pattern.test(source.text) && pattern.test(withoutCode(source.text, markdown));
  });
  const anchors = memo(() => anchorsOf(source.text, markdown, dialects, site));
  const paths = memo(() => codePaths(markdown, isFolder));
  const links: LocalLink[] = [];
  const otherLinks: WrittenLink[] = [];
  for (const link of writtenLinks(source.path, markdown)) {
    const { target, range, destination } = link;
    if (destination.kind === "path") links.push({ target, range, destination, path: destination.path, anchor: destination.anchor });
    else otherLinks.push(link);
  }
  return {
    source,
    markdown,
    site,
    dialects,
    links,
    otherLinks,
    get codePaths() {
      return paths();
    },
    get isComposed() {
      return isComposed();
    },
    get anchors() {
      return anchors();
    },
  };
}

/** The links that the text shows. A definition's target counts once, where it stands. */
function writtenLinks(from: RepoPath, { text, links, definitions, tags }: MarkdownDocument): WrittenLink[] {
  const found: WrittenLink[] = [];
  const add = (target: string, range: Range): void => void found.push({ target, range, destination: resolveTarget(from, target) });
  for (const { kind, target, destination, range, reference } of links)
    if (target !== undefined && reference === undefined && !isCode(text, range[0], target))
      if (kind !== "autolink" || !target.startsWith("mailto:")) add(target, destination ?? range);
  for (const { target, destination } of definitions) add(target, destination);
  for (const {
    attributes,
    range: [tag],
  } of tags) {
    // What a component makes of its properties only the component knows.
    if (/[A-Z]/.test(text.charAt(tag + 1))) continue;
    for (const { name, value, range } of attributes) {
      if (name === "href" || name === "src" || name === "poster") add(value.trim(), range);
      else if (name === "srcset") for (const { target, start } of candidates(text, range)) add(target, [start, start + target.length]);
    }
  }
  return found;
}

/** The images of a `srcset`: a comma between candidates, a size behind each. */
function candidates(text: string, [start, end]: Range): { readonly target: string; readonly start: number }[] {
  let at = start;
  return text
    .slice(start, end)
    .split(/,(?=\s|$)/)
    .map((part) => {
      const from = at + part.length - part.trimStart().length;
      at += part.length + 1;
      return { target: /^\S*/.exec(part.trimStart())?.[0] ?? "", start: from };
    });
}

/** Code in prose that reads as a link: `items[0](x)`, `f()[](47)`. */
function isCode(text: string, start: number, target: string): boolean {
  return start > 0 && /[\w)\]?]/.test(text.charAt(start - 1)) && !/[./#]/.test(target);
}
