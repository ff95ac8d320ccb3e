// Reading: all documents of the repository, the sites they belong to, what their links lead to, and what their statuses are.
import { readText, type Context } from "@caio/repo-model/check";
import { pathMatcher } from "@caio/repo-model/patterns";
import { repoPath, type RepoPath } from "@caio/repo-model/text";
import type { FileEntry } from "@caio/repo-model/tree";
import type { DocSyncOptions } from "./defaults.js";
import type { DocFacts } from "./facts.js";
import { readGenerated } from "./generated/section-facts.js";
import { dialectsOf, homeDialects } from "./links/dialect.js";
import { documentOf, type Document } from "./links/link-facts.js";
import { lineSpan } from "./links/target.js";
import { isMissing } from "./links/missing.js";
import { findRenames } from "./links/renames.js";
import { findSites, siteOf, type Site } from "./links/site.js";
import { readUrls } from "./online/url-facts.js";
import { statusRules } from "./status/status-rules.js";
import { readStatusFacts } from "./status/status-facts.js";

/** Files that are read at once: enough that no disk waits, few enough that descriptors last. */
const atOnce = 32;

/** Adds a path with the folders above it. */
function addPath(paths: Set<string>, path: string, added?: (part: string) => void): void {
  for (let at = path.length; at > 0; at = path.lastIndexOf("/", at - 1)) {
    const part = path.slice(0, at);
    if (paths.has(part)) break;
    paths.add(part);
    added?.(part);
  }
}

async function inParts<T, R>(items: readonly T[], signal: AbortSignal, read: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += atOnce) {
    signal.throwIfAborted();
    results.push(...(await Promise.all(items.slice(at, at + atOnce).map(read))));
  }
  return results;
}

/** How many lines the files have that links name lines of. */
async function countLines(context: Context, documents: readonly Document[], kinds: ReadonlyMap<string, FileEntry["kind"]>): Promise<Map<string, number>> {
  const named = new Set<RepoPath>();
  for (const { links, otherLinks } of documents) {
    for (const { path, anchor } of links) if (path !== "" && anchor !== undefined && lineSpan(anchor) !== undefined) named.add(repoPath(path));
    for (const { destination } of otherLinks)
      if (destination.kind === "root" && destination.path !== "" && destination.anchor !== undefined && lineSpan(destination.anchor) !== undefined)
        named.add(repoPath(destination.path));
  }
  const files = [...named].filter((path) => kinds.get(path) === "file" || kinds.get(path) === "executable");
  const counts = new Map<string, number>();
  for (const source of await inParts(files, context.signal, (path) => readText(context, path))) {
    if (source === undefined) continue;
    const { lineStarts, text } = source;
    // What follows the last line end is no line.
    counts.set(source.path, lineStarts.length - (lineStarts.at(-1) === text.length ? 1 : 0));
  }
  return counts;
}

/** Touched documents as they were before the change under review. */
async function readBefore(context: Context, documents: ReadonlyMap<RepoPath, Document>): Promise<Map<RepoPath, Document>> {
  const before = new Map<RepoPath, Document>();
  const { since } = context.scope;
  if (since === undefined || context.git === undefined) return before;
  const base =
    context.base ??
    (await context.git.resolve("HEAD").then(
      (id) => context.git?.tree(id),
      () => undefined,
    ));
  if (base === undefined) return before;
  for (const [path, { site, dialects }] of documents) {
    if (!context.scope.touches(path)) continue;
    const source = await base.text(path).catch(() => undefined);
    if (source !== undefined) before.set(path, documentOf(source, { site, dialects, isFolder: () => false }));
  }
  return before;
}

/** Reads the facts of a repository: one, for the rules compare documents with each other. */
export async function* read(context: Context, options: DocSyncOptions, isOn: (rule: string) => boolean = () => true): AsyncIterable<DocFacts> {
  const entries = await context.files.list();
  const isDocument = pathMatcher(options.files);
  const isExcluded = pathMatcher(options.exclude);
  const paths = new Set<string>();
  const folded = new Map<string, string[]>();
  const opaque = new Set<string>();
  for (const { path, kind } of entries) {
    addPath(paths, path, (part) => {
      const known = folded.get(part.toLowerCase());
      if (known === undefined) folded.set(part.toLowerCase(), [part]);
      else known.push(part);
    });
    if (kind === "link" || kind === "submodule") opaque.add(path);
  }
  // What git ignores joins the paths below; whether a file is in the repository is asked of these.
  const listed: ReadonlySet<string> = new Set(paths);
  const sites = await findSites(
    entries.map(({ path }) => path),
    async (path) => (await readText(context, path))?.text,
  );
  const home = homeDialects(paths);
  const folders = new Set(
    entries.filter(({ tracked }) => tracked !== false).flatMap(({ path }) => (path.includes("/") ? [path.slice(0, path.indexOf("/"))] : [])),
  );
  const own = entries.filter(({ path, kind }) => isDocument(path) && kind !== "link" && kind !== "submodule");
  const byPath = new Map<RepoPath, Document>();
  for (const source of await inParts(own, context.signal, ({ path }) => readText(context, path))) {
    if (source === undefined) continue;
    const site = siteOf(sites, source.path);
    byPath.set(source.path, documentOf(source, { site, dialects: dialectsOf(options.slugs, site, home), isFolder: (name) => folders.has(name) }));
  }
  const documents = [...byPath.values()].filter(({ source }) => !isExcluded(source.path) && context.ignores?.(source.path) !== true);
  // What git ignores may still be there, or be generated: a link to it is no fault that can be known. Listing it costs, so only where it matters.
  const hasMissing = documents.some(({ links }) => links.some((link) => isMissing({ paths, opaque }, link)));
  if (hasMissing && context.repository.git !== undefined)
    for (const { path } of await context.files.list({ ignored: true }).catch(() => [])) addPath(paths, path);
  const mounted = new Set<Site>();
  for (const { site, links } of documents)
    if (
      site !== undefined &&
      site.root !== "" &&
      links.some((link) => !link.path.startsWith(site.root) && /\.md$/i.test(link.path) && isMissing({ paths, opaque }, link))
    )
      mounted.add(site);
  const missing = [
    ...documents.flatMap(({ links }) => links.filter((link) => isMissing({ paths, opaque }, link)).map(({ path }) => path)),
    ...documents.flatMap(({ codePaths }) => codePaths.map(({ path }) => path)).filter((path) => !paths.has(path)),
  ];
  yield {
    documents,
    byPath,
    paths,
    folded,
    opaque,
    mounted,
    lineCounts: await countLines(context, documents, new Map(entries.map(({ path, kind }) => [path, kind]))),
    ...(await findRenames(context, missing, paths)),
    before: await readBefore(context, byPath),
    status: statusRules.some(isOn)
      ? await readStatusFacts(context, options, documents, byPath, listed)
      : await readStatusFacts(context, { ...options, sources: [] }, [], byPath, listed),
    urls: await readUrls(context, documents, options.online),
    generated: await readGenerated(context, options, documents),
  };
}
