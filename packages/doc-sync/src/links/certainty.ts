// How sure it is that nothing will be where a link leads, once the documents are rendered.
import type { Severity } from "@caio/repo-model/check";
import { folderOf } from "@caio/repo-model/text";
import type { Document, LinkFacts, LocalLink } from "./link-facts.js";
import { otherCase } from "./missing.js";
import { oncePerDocument } from "./once-per-document.js";
import { leadsFromPage } from "./page-folders.js";

const ending = /\.[a-z][a-z0-9]{0,4}$/i;

/** Whether a target ends as a file does: `x.md`, not `version-0.7`. */
export function hasEnding(path: string): boolean {
  return ending.test(path);
}

/** Pages whose folder and name begin with their place in an order (`20-core/10-routing.md`): a site makes addresses of them without it. */
const ordered = /(?:^|\/)\d{1,3}[-_.][^/]+\/\d{1,3}[-_.][^/]+\.mdx?$/;

/** Tells what a pattern takes from the paths: found once, for as many links as ask. */
function takenOnce(pattern: RegExp): (paths: ReadonlySet<string>) => ReadonlySet<string> {
  const known = new WeakMap<object, ReadonlySet<string>>();
  return (paths) => {
    let names = known.get(paths);
    if (names === undefined) known.set(paths, (names = new Set([...paths].flatMap((path) => pattern.exec(path)?.[1] ?? []))));
    return names;
  };
}

const pagesInOrder = takenOnce(/\/\d{1,3}[-_.]([^/]+)\.mdx?$/);
const pageNames = takenOnce(/([^/]+\.(?:md|livemd|cheatmd))$/);

/** Whether a word is the name of a page whose file bears its place in an order (`04-$effect.md`): its address in the site, wherever the link stands. */
function isPageInOrder(paths: ReadonlySet<string>, target: string): boolean {
  const word = /^[^/?#.]+(?=[?#]|$)/.exec(target)?.[0];
  return word !== undefined && pagesInOrder(paths).has(word);
}

/** Forms that somebody fills in. */
const form = /(?:^|\/)(?:pull_request_template|issue_template)(?:\.md$|\/)/i;
const versioned = /^(?:[^/]*\/)*?versioned_docs\/[^/]+\//;

/** Folders that are hidden, but for those whose documents their host shows: what lies there is read by a tool, which may put it elsewhere. */
const hidden = /(?:^|\/)\.(?!(?:github|gitlab)\/)[^/]+\//;

const archived = /(?:^|\/)_?archived?s?\//i;

/** Folders of parts that other documents include, where their links are read from. Their README is a page; `include` is a folder of headers, but below documents. */
const parts = /(?:^|\/)_?(?:includes|snippets?|partials?|fragments?|(?<=docs?\/)include)\/(?:[^/]+\/)*(?!readme\.)[^/]+$/i;

/** Whether a document is a part of others, shown in their place. */
export const isPart = (path: string): boolean => parts.test(path);

/** Pages of the Terraform Registry, by their front matter. */
const registry = /^page_title[ \t]*:/m;
const registryPage = /^(?:subcategory|description)[ \t]*:/m;

/** What front matter longer than this says is not looked for. */
const longestHead = 4_000;

const isRegistryPage = oncePerDocument(({ source: { text } }) => {
  if (!text.startsWith("---")) return false;
  const head = text.slice(0, longestHead);
  const end = head.indexOf("\n---", 3);
  return end !== -1 && registry.test(head.slice(0, end)) && registryPage.test(head.slice(0, end));
});

/** Documents that tell what each release brought. */
const changes = /(?:^|\/)(?:changes|change-?log|history|news|releases?|release[-_]?notes)\.(?:md|mdx|markdown)$/i;
const release = /\d+\.\d+|^\W*(?:unreleased|edge-|stable-|v?\d)/i;

/** Where the entries of older releases begin: what was linked then may be gone. */
const olderFrom = oncePerDocument(({ source, markdown }) => {
  if (!changes.test(source.path)) return Infinity;
  const entries = markdown.headings.filter(({ text }) => release.test(text.slice(0, 100)));
  const top = entries.reduce((least, { level }) => Math.min(least, level), Infinity);
  return entries.filter(({ level }) => level === top)[1]?.range[0] ?? Infinity;
});

const image = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;

/** Whether a picture lies in the folder of assets beside that of the texts, where what makes pages of them looks: `guides/source/x.md`, `guides/assets/images/x.png`. */
function liesBeside(document: string, path: string, { paths }: Pick<LinkFacts, "paths">): boolean {
  const folder = folderOf(document);
  if (folder === "" || !path.startsWith(folder)) return false;
  const above = folderOf(folder.slice(0, -1));
  return ["assets/", "static/", "public/"].some((name) => paths.has(above + name + path.slice(folder.length)));
}

/**
 * Whether a name alone is found by it wherever it lies: pages that ExDoc makes of a project of Elixir's (https://hexdocs.pm/ex_doc/Mix.Tasks.Docs.html, `extras`), and
 * what is in a catalog of DocC's (https://www.swift.org/documentation/docc/).
 */
function isFoundByName(document: string, target: string, { paths }: Pick<LinkFacts, "paths">): boolean {
  const name = /^[^/?#]+(?=[?#]|$)/.exec(target)?.[0];
  if (name === undefined) return false;
  if (/\.docc\//.test(document)) return true;
  if (!/\.(?:md|livemd|cheatmd)$/.test(name)) return false;
  let folder = document;
  do folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
  while (folder !== "" && !paths.has(`${folder}/mix.exs`));
  if (folder === "" && !paths.has("mix.exs")) return false;
  return pageNames(paths).has(name);
}

type Places = Pick<LinkFacts, "paths" | "opaque" | "mounted" | "pageFolders">;

/** The highest severity of a missing target; undefined where it is sure, `unknown` where it cannot be known. */
export function certaintyOf(document: Document, link: LocalLink, facts: Places): Severity | undefined | "unknown" {
  const { site, source } = document;
  const { path, target } = link;
  if (leadsFromPage(document, link, facts) || isPart(source.path)) return "unknown";
  if (!hasEnding(path) && isRegistryPage(document)) return "unknown";
  if (!hasEnding(path) && isPageInOrder(facts.paths, target)) return "unknown";
  if ((image.test(path) && liesBeside(source.path, path, facts)) || isFoundByName(source.path, target, facts)) return "unknown";
  if (link.range[0] >= olderFrom(document)) return "note";
  // What is laid aside is not kept up.
  if (archived.test(source.path)) return "note";
  // A page that some build may make; GitHub shows nothing there.
  if (/\.html?$/i.test(path)) return site === undefined ? "note" : "unknown";
  if (!hasEnding(path) && (ordered.test(source.path) || form.test(source.path))) return "unknown";
  // Without a file's ending it may be the address of a page.
  if (site === undefined) return hasEnding(path) && !hidden.test(source.path) ? undefined : "warning";
  if (facts.mounted.has(site) || !path.startsWith(site.root)) return "unknown";
  // Without a file's ending it is an address of the site, which front matter and plugins may change.
  if (!hasEnding(path)) return "unknown";
  // Sphinx takes `.html.md` and texts from its build.
  if (site.generator === "sphinx" && !/(?<!\.html)\.(?:md|rst|png|jpe?g|gif|svg|webp|pdf|py|toml|ya?ml|json)$/i.test(path)) return "unknown";
  // Docusaurus looks for `x/y.md` from the folder of the documents, of their version and of the site, too.
  if (
    site.generator === "docusaurus" &&
    /^[^./]/.test(target) &&
    site.public?.concat(site.root, versioned.exec(source.path)?.[0] ?? []).some((root) => facts.paths.has(root + target.replace(/[?#][^]*$/, ""))) === true
  )
    return "unknown";
  return site.makesPages ? "note" : "warning";
}

/** What is wrong with a link whose target is missing: nothing where it differs in letter case alone or may be made by a site; a severity where it is not sure. */
export function faultOf(document: Document, link: LocalLink, facts: Places & Pick<LinkFacts, "folded">): { readonly severity?: Severity } | undefined {
  if (otherCase(facts, link.path) !== undefined) return undefined;
  const severity = certaintyOf(document, link, facts);
  if (severity === "unknown") return undefined;
  return severity === undefined ? {} : { severity };
}
