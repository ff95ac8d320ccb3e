// The documents of a repository and what their links can lead to.
import type { MarkdownDocument } from "@caio/repo-model/markdown";
import type { RepoPath, SourceText } from "@caio/repo-model/text";

export interface Document {
  readonly source: SourceText;
  readonly markdown: MarkdownDocument;
  /** Every anchor that the document offers: slugs, `id` and `name` attributes, in lower case. */
  readonly anchors: ReadonlySet<string>;
  /** The same by letters and digits alone: site generators differ in what they make of punctuation. */
  readonly looseAnchors: ReadonlySet<string>;
  /** Whether Sphinx reads the document: there a target without a known ending is a label, not a path. */
  readonly isSphinx: boolean;
}

/** Facts of the repository: documents to judge, and every path that is there, folders included. */
export interface LinkFacts {
  readonly documents: readonly Document[];
  readonly byPath: ReadonlyMap<RepoPath, Document>;
  readonly paths: ReadonlySet<string>;
  /** The same in lower case, with the real path: for "did you mean". */
  readonly folded: ReadonlyMap<string, string>;
}

/** Where a link's target leads, as far as the repository can tell. */
export type Destination = { readonly kind: "outside" | "unknown" } | { readonly kind: "path"; readonly path: string; readonly anchor: string | undefined };

/** An anchor by its letters and digits. */
export function looseAnchor(anchor: string): string {
  return anchor
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/;
// Placeholders of templates and shells, which no renderer leaves as they are.
const template = /\{\{|\{%|\$\{|<%|\$\(|^\{|[<>]|\.\.\.|…/;

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Reads a link's target as GitHub does: relative to its document, percent-encoded, with a query and an anchor. */
export function resolveTarget(from: RepoPath, target: string): Destination {
  if (target === "" || scheme.test(target) || target.startsWith("//")) return { kind: "outside" };
  if (template.test(target)) return { kind: "unknown" };
  const [, rawPath = "", , rawAnchor] = /^([^?#]*)(\?[^#]*)?(?:#([^]*))?$/.exec(target) ?? [];
  const path = decode(rawPath);
  const anchor = rawAnchor === undefined ? undefined : decode(rawAnchor);
  if (path === undefined || (rawAnchor !== undefined && anchor === undefined)) return { kind: "unknown" };
  // A path from the root is the site's or the repository's: only the renderer knows.
  if (path.startsWith("/")) return { kind: "unknown" };
  if (path === "") return { kind: "path", path: from, anchor };
  const segments = from.split("/").slice(0, -1);
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return { kind: "unknown" };
  }
  return { kind: "path", path: segments.join("/"), anchor };
}

/** The links of a document that its text shows: Markdown's, and `href` and `src` of HTML tags. */
export function* linksOf({ markdown }: Document): Iterable<{ readonly target: string; readonly range: readonly [number, number] }> {
  for (const { kind, target, destination, range } of markdown.links)
    if (kind !== "autolink" && target !== undefined) yield { target, range: destination ?? range };
  for (const { attributes } of markdown.tags)
    for (const { name, value, range } of attributes) if (name === "href" || name === "src") yield { target: value.trim(), range };
}
