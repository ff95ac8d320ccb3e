// Targets of links: where they lead, as far as a repository can tell.
import type { RepoPath } from "@caio/repo-model/text";

/** Where a target leads. `outside`: another site; `unknown`: only a renderer or a reader of templates knows. */
export type Destination = { readonly kind: "outside" | "unknown" } | { readonly kind: "path"; readonly path: string; readonly anchor: string | undefined };

const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/;
// Placeholders of templates and shells, which no renderer leaves as they are, and words that stand for a target.
const template = /\{\{|\{%|\$\{|<%|\$\(|^\{|[<>]|\.\.\.|…|^%|\[\[|^(?:url|link|href|path|target|src|path\/to\/.*)$/i;
/** A word in capitals with underscores, that a script replaces: `ENGLISH_VERSION_URL`. */
const variable = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
/** GitHub's own pages, as addressed from a file's page. */
const pages =
  /^(?:blob|tree|raw|edit|wiki|issues|pulls?|releases|compare|commits?|discussions|actions|security|projects|labels|milestones|graphs|network|stargazers)(?:\/|$)/;

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
  if (template.test(target) || variable.test(target)) return { kind: "unknown" };
  const [, rawPath = "", , rawAnchor] = /^([^?#]*)(\?[^#]*)?(?:#([^]*))?$/.exec(target) ?? [];
  const path = decode(rawPath);
  const anchor = rawAnchor === undefined ? undefined : decode(rawAnchor);
  if (path === undefined || (rawAnchor !== undefined && anchor === undefined)) return { kind: "unknown" };
  // A path from the root is the site's or the repository's: only the renderer knows.
  if (path.startsWith("/") || path.startsWith("~") || path.startsWith("@")) return { kind: "unknown" };
  if (path === "") return { kind: "path", path: from, anchor };
  const segments = from.split("/").slice(0, -1);
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return { kind: "unknown" };
  }
  return { kind: "path", path: segments.join("/"), anchor };
}

/** Whether a path that is not there is one of GitHub's pages, reached by going up from a file's. */
export function isGithubPage(target: string, path: string): boolean {
  return target.startsWith("../") && pages.test(path);
}

/** Whether a target is a web address without its scheme: `github.com/x`. */
export function lacksScheme(target: string): boolean {
  return /^(?:www\.|(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|app|edu|gov)\/)/i.test(target);
}
