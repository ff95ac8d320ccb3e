// Targets of links: where they lead, as far as a repository can tell.
import type { RepoPath, SourceText } from "@caio/repo-model/text";

/** Lines that an anchor such as `#L3-L9` names. */
export type LineSpan = readonly [first: number, last: number];

/**
 * Where a target leads. `path`: relative to its document; `root`: from a root that the renderer chooses, without its slash;
 * `escapes`: above the repository, `ups` folders; `url`: another site's page; `machine`: a file of somebody's disk;
 * `unknown`: only a renderer or a reader of templates knows; `other`: mail and the like.
 */
export type Destination =
  | { readonly kind: "path" | "root"; readonly path: string; readonly anchor: string | undefined }
  | { readonly kind: "escapes"; readonly ups: number; readonly path: string }
  | { readonly kind: "url" | "machine" | "unknown" | "other" };

const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/;
// Placeholders of templates and shells, which no renderer leaves as they are, and words that stand for a target.
const template = /\{\{|\{%|\$\{|<%|\$\(|^\{|[<>]|\.\.\.|…|^%|\[\[|\[[A-Z][A-Z_ -]+\]|^\|\w+\||^(?:url|link|href|path|target|src|path\/to\/.*)$/i;
/** A word in capitals with underscores, that a script replaces: `ENGLISH_VERSION_URL`. */
const variable = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
/**
 * A name of the code, in backticks or a path of Rust, which ExDoc and rustdoc make a link to its documentation: `` `Ecto.Repo.insert!/2` ``, `struct@form::Part`.
 * https://hexdocs.pm/ex_doc/readme.html#auto-linking, https://doc.rust-lang.org/rustdoc/write-documentation/linking-to-items-by-name.html
 */
const codeName =
  /^`(?:[a-z]:|mix )?[\w.:!?@]+(?:\/\d+)?(?:#[\w-]+)?`$|^(?:[a-z]{2,9}@|(?:crate|self|super|Self)::)?\w+(?:::\w+)+(?:!|\(\))?$|^[a-z]{2,9}@\w+(?:!|\(\))?$/;
/** GitHub's own pages, as addressed from a file's page. */
const pages =
  /^(?:blob|tree|raw|edit|wiki|issues|pulls?|releases|compare|commits?|discussions|actions|security|projects|labels|milestones|graphs|network|stargazers)(?:\/|$)/;

const other: Destination = { kind: "other" };
const url: Destination = { kind: "url" };

function decode(text: string): string | undefined {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A path with `.` and `..` taken out of it; `ups` counts those that leave its root. */
function walk(segments: string[], path: string): { readonly path: string; readonly ups: number } {
  let ups = 0;
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) ups++;
  }
  return { path: segments.join("/"), ups };
}

/** What most targets are: `../docs/a.md#b`. A word alone may stand for a target, and is not among them. */
const plain = /^((?:\.\.?\/)*)([\w-]+(?:[./][\w-]+)*)(?:#([\w-]*))?$/;

/** Reads a plain target; undefined where it is another, or leads out of the repository. */
function plainTarget(from: RepoPath, target: string): Destination | undefined {
  const [, prefix = "", inside = "", anchor] = plain.exec(target) ?? [];
  if (inside === "" || (prefix === "" && (!/[./]/.test(inside) || template.test(target)))) return undefined;
  let end = from.lastIndexOf("/") + 1;
  for (let at = 0; at < prefix.length; at = prefix.indexOf("/", at) + 1) {
    if (!prefix.startsWith("../", at)) continue;
    if (end === 0) return undefined;
    end = end < 2 ? 0 : from.lastIndexOf("/", end - 2) + 1;
  }
  return { kind: "path", path: from.slice(0, end) + inside, anchor };
}

/** Reads a link's target as GitHub does: relative to its document, percent-encoded, with a query and an anchor. */
export function resolveTarget(from: RepoPath, target: string): Destination {
  if (target === "") return other;
  const unit = target.charCodeAt(0);
  // A fragment of the page itself.
  if (unit === 35 && /^#[\w-]+$/.test(target)) return { kind: "path", path: from, anchor: target.slice(1) };
  if (target.startsWith("https://") || target.startsWith("http://")) return url;
  const found = plainTarget(from, target);
  if (found !== undefined) return found;
  if (/^file:|^[A-Za-z]:[\\/]/i.test(target)) return { kind: "machine" };
  if (scheme.test(target)) return { kind: /^https?:/i.test(target) ? "url" : "other" };
  if (target.startsWith("//")) return { kind: "url" };
  if (template.test(target) || variable.test(target) || codeName.test(target)) return { kind: "unknown" };
  const [, rawPath = "", , rawAnchor] = /^([^?#]*)(\?[^#]*)?(?:#([^]*))?$/.exec(target) ?? [];
  const path = decode(rawPath);
  const anchor = rawAnchor === undefined ? undefined : decode(rawAnchor);
  if (path === undefined || path.includes("\0") || (rawAnchor !== undefined && anchor === undefined)) return { kind: "unknown" };
  if (path.startsWith("~") || path.startsWith("@")) return { kind: "unknown" };
  if (path === "") return { kind: "path", path: from, anchor };
  if (path.startsWith("/")) {
    const { path: inside, ups } = walk([], path);
    return ups > 0 ? { kind: "unknown" } : { kind: "root", path: inside, anchor };
  }
  const { path: inside, ups } = walk(from.split("/").slice(0, -1), path);
  return ups > 0 ? { kind: "escapes", ups, path: inside } : { kind: "path", path: inside, anchor };
}

/** The lines that an anchor of GitHub names: `L3`, `L3-L9`, `L3C1-L9C2`. */
export function lineSpan(anchor: string): LineSpan | undefined {
  const [, first, last] = /^L([1-9]\d{0,8})(?:C\d+)?(?:-L([1-9]\d{0,8})(?:C\d+)?)?$/.exec(anchor) ?? [];
  return first === undefined ? undefined : [Number(first), Number(last ?? first)];
}

/** How many lines a file has: what follows its last line end is none. */
export function countLines({ lineStarts, text }: SourceText): number {
  return lineStarts.length - (lineStarts.at(-1) === text.length ? 1 : 0);
}

/** No folder is called so: `tree/HEAD/README.md`. */
const atHead = /^(?:\.\.\/)+(?:blob|tree|raw|edit)\/HEAD\//;

/** Whether a path that is not there is one of GitHub's pages, reached by going up from a file's, or from that of a comment that the text is made for. */
export function isGithubPage(target: string, path: string): boolean {
  return target.startsWith("../") && (pages.test(path) || atHead.test(target));
}

/** The scheme that a target lacks: of a web address (`github.com/x`, `www.example.org`), or of mail. */
export function lackingScheme(target: string): "https://" | "mailto:" | undefined {
  if (/^[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/i.test(target)) return "mailto:";
  return /^(?:www\.|(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|app|edu|gov)(?:\/|$))/i.test(target) ? "https://" : undefined;
}
