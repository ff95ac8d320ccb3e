// Whether what a link leads to is there, or is a page that is made of a file that is.
import type { CodePath } from "./code-paths.js";
import type { FoldedPaths } from "./folded-paths.js";
import type { Document, LinkFacts, LocalLink } from "./link-facts.js";
import { repoPath, type RepoPath } from "@caio/repo-model/text";
import { isGithubPage } from "./target.js";

/** Endings that site generators leave out or make of a source file. */
const rendered = ["", ".md", ".mdx", ".markdown", ".rst", ".txt", ".ipynb", "/index.md", "/index.mdx", "/README.md", "/_index.md"];

/** The paths whose removal breaks a link to `path`. */
export function causesOf(path: string): RepoPath[] {
  return path === "" ? [] : rendered.map((ending) => repoPath(path + ending));
}

/** What is left of paths without an ending that generators leave out: found once, so that each of many links costs one look. */
function stemsOf(paths: Iterable<string>, endings: readonly string[]): ReadonlySet<string> {
  const stems = new Set<string>();
  const last = new Set(endings.map((ending) => ending.slice(ending.lastIndexOf("."))));
  for (const path of paths) {
    // Most files of a repository are no documents.
    const dot = path.lastIndexOf(".");
    if (dot === -1 || !last.has(path.slice(dot))) continue;
    for (const ending of endings) if (ending !== "" && path.endsWith(ending)) stems.add(path.slice(0, -ending.length));
  }
  return stems;
}

const exactStems = new WeakMap<object, ReadonlySet<string>>();
/** Whether a path is there with one of the endings, or without. */
function isRendered(paths: ReadonlySet<string>, path: string): boolean {
  if (paths.has(path)) return true;
  let stems = exactStems.get(paths);
  if (stems === undefined) exactStems.set(paths, (stems = stemsOf(paths, rendered)));
  return stems.has(path);
}

const foldedRendered = rendered.map((ending) => ending.toLowerCase());
const foldedStems = new WeakMap<object, ReadonlySet<string>>();
/** Whether a path is there in some letter case, with one of the endings or without. A sigma is another one at the end of a word, which the endings move. */
function isFolded(folded: FoldedPaths, path: string): boolean {
  const low = path.toLowerCase();
  let stems = foldedStems.get(folded);
  if (stems === undefined) foldedStems.set(folded, (stems = stemsOf(folded.keys(), foldedRendered)));
  return folded.of(low).length > 0 || stems.has(low) || low.includes("ς");
}

/** The path that is there in another letter case, where there is one alone. */
export function otherCase({ folded, paths }: Pick<LinkFacts, "folded" | "paths">, path: string): string | undefined {
  if (paths.has(path) || !isFolded(folded, path)) return undefined;
  for (const ending of rendered) {
    const [only, second] = folded.of((path + ending).toLowerCase());
    if (only !== undefined) return second === undefined ? only.slice(0, only.length - ending.length) : undefined;
  }
  return undefined;
}

/** Endings of templates, of which something makes the file of the same name without it: `install.md.tmpl`. */
const templates = [".tmpl", ".template", ".tpl", ".in", ".j2", ".jinja", ".jinja2", ".erb", ".ejs", ".hbs", ".mustache", ".njk", ".gotmpl", ".liquid"];

/** Whether nothing in the repository can be what the link means. */
export function isMissing({ paths, opaque }: Pick<LinkFacts, "paths" | "opaque">, { path, target }: LocalLink): boolean {
  if (path === "" || isRendered(paths, path)) return false;
  const page = path.replace(/(?:\/index)?\.html?$/, "");
  if (page !== path && (page === "" || isRendered(paths, page))) return false;
  if (isGithubPage(target, path) || isTranslated(paths, path) || templates.some((ending) => paths.has(path + ending))) return false;
  if (opaque.size > 0) for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) if (opaque.has(path.slice(0, at))) return false;
  return true;
}

/** The file that a link without its ending, or to a page of HTML, would be made of by a site; undefined where the link leads to what is there, or to nothing. */
export function renderedFrom({ paths }: Pick<LinkFacts, "paths">, path: string): string | undefined {
  if (path === "" || paths.has(path)) return undefined;
  const page = path.replace(/(?:\/index)?\.html?$/, "");
  for (const base of page === path || page === "" ? [path] : [path, page]) {
    if (!isRendered(paths, base)) continue;
    const ending = rendered.find((one) => paths.has(base + one));
    if (ending !== undefined) return base + ending;
  }
  return undefined;
}

const locale = /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/;
const english = ["en", "en-US", "en-us", "en_US"];

/**
 * Whether a translated document takes what is not translated from the language that it is translated from: `docs/de/x.md` is `docs/en/x.md`,
 * `docs-locale/de/x.md` and `i18n/de/docusaurus-plugin-content-docs/current/x.md` are `docs/x.md`.
 */
function isTranslated(paths: ReadonlySet<string>, path: string): boolean {
  if (!path.includes("/")) return false;
  const segments = path.split("/");
  return segments.some((segment, at) => {
    if (at === segments.length - 1 || !locale.test(segment)) return false;
    const before = segments.slice(0, at);
    const after = segments.slice(at + 1);
    // `i18n/de/pages/x.md` is `docs/x.md`, too.
    const shown = /^(?:pages|docs|content)$/.test(after[0] ?? "") ? after.slice(1) : after;
    const home = before.at(-1)?.replace(/[-_]?(?:locales?|i18n|l10n|translations?)$/i, "") ?? "";
    const originals = [
      ...english.map((language) => [...before, language, ...after]),
      ...(home === before.at(-1)
        ? []
        : [[...before.slice(0, -1), ...(home === "" ? ["docs"] : [home]), ...(after[0]?.startsWith("docusaurus-") === true ? after.slice(2) : after)]]),
      ...(home === before.at(-1) || shown === after ? [] : [[...before.slice(0, -1), home === "" ? "docs" : home, ...shown]]),
    ];
    return originals.some((original) => isRendered(paths, original.join("/")));
  });
}

/** Documents that tell what was: a path of that time is right there. */
const past =
  /(?:^|\/)(?:(?:history|changes|changelog|news|releases?|release[-_]?notes|upgrad\w*|migrat\w*|whats[-_]?new)[^/]*$|(?:blog|posts?|news|changelogs?|releases?|release[-_]notes|archived?|decisions|adrs?|rfcs?|versioned_docs)\/)/i;

/** A letter that stands for any name or number: `.github/workflows/test_x.yml`. */
const letter = /(?<=[/._-])[xXnN](?=[._-])/;

/** Whether a path that is not there names several that are, by such a letter. */
function isPattern(path: string, paths: ReadonlySet<string>): boolean {
  const at = letter.exec(path)?.index;
  if (at === undefined) return false;
  const [before, after] = [path.slice(0, at), path.slice(at + 1)];
  for (const one of paths)
    if (one.length > path.length - 1 && one.startsWith(before) && one.endsWith(after) && !one.slice(at, one.length - after.length).includes("/")) return true;
  return false;
}

/** The paths in backticks that are not there. */
export function missingPaths({ source, codePaths }: Document, { paths, folded, opaque }: Pick<LinkFacts, "paths" | "folded" | "opaque">): readonly CodePath[] {
  if (codePaths.length === 0 || past.test(source.path)) return [];
  return codePaths.filter(
    ({ path }) =>
      !paths.has(path) && folded.of(path.toLowerCase()).length === 0 && ![...opaque].some((one) => path.startsWith(`${one}/`)) && !isPattern(path, paths),
  );
}
