// Whether what a link leads to is there, or is a page that is made of a file that is.
import type { LinkFacts, LocalLink } from "./link-facts.js";
import { isGithubPage } from "./target.js";

/** Endings that site generators leave out or make of a source file. */
const rendered = ["", ".md", ".mdx", ".markdown", ".rst", ".txt", ".ipynb", "/index.md", "/index.mdx", "/README.md", "/_index.md"];

/** Whether nothing in the repository can be what the link means. */
export function isMissing({ paths, opaque }: Pick<LinkFacts, "paths" | "opaque">, { path, target }: LocalLink): boolean {
  if (path === "" || rendered.some((ending) => paths.has(path + ending))) return false;
  const page = path.replace(/(?:\/index)?\.html?$/, "");
  if (page !== path && (page === "" || rendered.some((ending) => paths.has(page + ending)))) return false;
  if (isGithubPage(target, path) || isTranslated(paths, path)) return false;
  if (opaque.size > 0) for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) if (opaque.has(path.slice(0, at))) return false;
  return true;
}

const locale = /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/;

/** Whether a translated document takes what is not translated from the language that it is translated from: `docs/de/x.md` is `docs/en/x.md`. */
function isTranslated(paths: ReadonlySet<string>, path: string): boolean {
  const segments = path.split("/");
  return segments.some((segment, at) => {
    if (at === segments.length - 1 || !locale.test(segment)) return false;
    const others = ["en", "en-US", "en-us", "en_US"].map((english) => [...segments.slice(0, at), english, ...segments.slice(at + 1)].join("/"));
    return others.some((other) => rendered.some((ending) => paths.has(other + ending)));
  });
}
