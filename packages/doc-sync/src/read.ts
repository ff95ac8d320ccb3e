// Reading: all documents of the repository, the sites they belong to, what their links lead to, and what their statuses are.
import { readText, type Context } from "@caio/repo-model/check";
import { pathMatcher } from "@caio/repo-model/patterns";
import type { RepoPath, SourceText } from "@caio/repo-model/text";
import { ignoredAmong, type FileEntry } from "@caio/repo-model/tree";
import type { DocSyncOptions } from "./defaults.js";
import type { DocFacts } from "./facts.js";
import { readGenerated } from "./generated/section-facts.js";
import { foldedPaths } from "./links/folded-paths.js";
import type { Document, LinkFacts, LocalLink } from "./links/link-facts.js";
import { countLines, lineSpan } from "./links/target.js";
import { faultOf } from "./links/certainty.js";
import { isMissing, missingPaths } from "./links/missing.js";
import { missingRootPlaces } from "./links/root-places.js";
import { madeAmong } from "./links/made-files.js";
import { hasPageFolders } from "./links/page-folders.js";
import { findRenames } from "./links/renames.js";
import { findSites, type Site } from "./links/site.js";
import { inParts, readDocuments } from "./read-documents.js";
import { readUrls } from "./online/url-facts.js";
import { statusRules } from "./status/status-rules.js";
import { readStatusFacts } from "./status/status-facts.js";

/** Adds a path with the folders above it. */
function addPath(paths: Set<string>, path: string): void {
  for (let at = path.length; at > 0; at = path.lastIndexOf("/", at - 1)) {
    const part = path.slice(0, at);
    if (paths.has(part)) break;
    paths.add(part);
  }
}

/** The files that links name lines of. */
function filesWithNamedLines(documents: readonly Document[], entries: readonly FileEntry[]): RepoPath[] {
  const named = new Set<string>();
  for (const { links, otherLinks } of documents) {
    for (const { path, anchor } of links) if (path !== "" && anchor !== undefined && lineSpan(anchor) !== undefined) named.add(path);
    for (const { destination } of otherLinks)
      if (destination.kind === "root" && destination.path !== "" && destination.anchor !== undefined && lineSpan(destination.anchor) !== undefined)
        named.add(destination.path);
  }
  if (named.size === 0) return [];
  return entries.flatMap(({ path, kind }) => (named.has(path) && (kind === "file" || kind === "executable") ? [path] : []));
}

/** Of the documents that hold some: their links that lead to nothing. */
function missingLinks(documents: readonly Document[], known: Pick<LinkFacts, "paths" | "opaque">): Map<Document, readonly LocalLink[]> {
  const found = new Map<Document, readonly LocalLink[]>();
  for (const document of documents) {
    const missing = document.links.filter((link) => isMissing(known, link));
    if (missing.length > 0) found.set(document, missing);
  }
  return found;
}

/** Sites of which a document leads out of their root to a document that is not there. */
function mountedSites(missing: LinkFacts["missing"]): Set<Site> {
  const mounted = new Set<Site>();
  for (const [{ site }, links] of missing)
    if (site !== undefined && site.root !== "" && links.some(({ path }) => !path.startsWith(site.root) && /\.md$/i.test(path))) mounted.add(site);
  return mounted;
}

/** How many lines the files have. What cannot be read as a text has none. */
async function lineCountsOf(
  files: readonly RepoPath[],
  { signal }: Context,
  text: (path: RepoPath) => Promise<SourceText | undefined>,
): Promise<Map<string, number>> {
  const sources = await inParts(files, signal, text);
  return new Map(sources.flatMap((source) => (source === undefined ? [] : [[source.path, countLines(source)]])));
}

/** The tree that the change under review began from. */
async function baseOf({ base, scope, git }: Context): Promise<Context["base"]> {
  if (scope.since === undefined) return undefined;
  return (
    base ??
    (await git?.resolve("HEAD").then(
      (id) => git.tree(id),
      () => undefined,
    ))
  );
}

/** Reads the facts of a repository part by part; each is of all documents, for the rules compare them with each other. */
export async function* read(context: Context, options: DocSyncOptions, isOn: (rule: string) => boolean = () => true): AsyncIterable<DocFacts> {
  const entries = await context.files.list();
  const paths = new Set<string>();
  const opaque = new Set<string>();
  for (const { path, kind } of entries) {
    addPath(paths, path);
    if (kind === "link" || kind === "submodule") opaque.add(path);
  }
  const folded = foldedPaths(paths);
  const sites = await findSites(
    entries.map(({ path }) => path),
    async (path) => (await readText(context, path))?.text,
    async (path) => context.files.target?.(path),
  );
  const base = await baseOf(context);
  const { byPath, judged, before } = await readDocuments(context, options, { entries, paths, opaque, sites, base });
  const isExcluded = pathMatcher(options.exclude);
  const documents = judged.filter(({ source }) => !isExcluded(source.path) && context.ignores?.(source.path) !== true);
  let listed: ReadonlySet<string> = paths;
  let missing = missingLinks(documents, { paths, opaque });
  // What git ignores may still be there, or be generated: a link to it is no fault that can be known. Listing it costs, so only where it matters.
  const fromRoot = isOn("absolute-link") ? missingRootPlaces(documents, { paths, opaque }) : [];
  if (missing.size > 0 || fromRoot.length > 0) {
    // Whether a file is in the repository is asked of these.
    listed = new Set(paths);
    if (context.repository.git !== undefined) {
      for (const { path } of await context.files.list({ ignored: true }).catch(() => [])) addPath(paths, path);
      missing = missingLinks([...missing.keys()], { paths, opaque });
    }
    const asked = [...missing.values()].flatMap((links) => links.map(({ path }) => path)).concat(fromRoot);
    const built = madeAmong(
      context,
      entries.map(({ path }) => path),
      asked,
    );
    for (const path of [...(await ignoredAmong(context.files, listed, asked)), ...(await built)]) addPath(paths, path);
    missing = missingLinks([...missing.keys()], { paths, opaque });
  }
  const mounted = mountedSites(missing);
  const known = { paths, folded, opaque, mounted, pageFolders: hasPageFolders(sites) };
  // The history is asked for what is told alone: to look it through costs more than all else. It is asked beside the judging of what needs none.
  const asked = isOn("broken-link") || isOn("path-missing") ? documents.flatMap((document) => toldMissing(document, missing, known)) : [];
  const removals = findRenames(context, asked, paths);
  removals.catch(() => {});
  const withLines = filesWithNamedLines(documents, entries);
  const facts: LinkFacts = {
    documents,
    byPath,
    ...known,
    missing,
    lineCounts: await lineCountsOf(withLines, context, (path) => readText(context, path)),
    lineCountsBefore: await lineCountsOf(base === undefined ? [] : withLines.filter(context.scope.touches), context, async (path) =>
      base?.text(path).catch(() => undefined),
    ),
    before,
  };
  yield { part: "links", ...facts };
  yield {
    part: "statuses",
    ...facts,
    status: statusRules.some(isOn)
      ? await readStatusFacts(context, options, documents, byPath, listed)
      : await readStatusFacts(context, { ...options, sources: [] }, [], byPath, listed),
    urls: await readUrls(context, documents, options.online),
    generated: await readGenerated(context, options, documents),
  };
  yield { part: "history", ...facts, ...(await removals) };
}

/** The paths of a document that are told as missing. */
function toldMissing(document: Document, missing: LinkFacts["missing"], known: Parameters<typeof faultOf>[2]): string[] {
  const links = (missing.get(document) ?? []).filter((link) => faultOf(document, link, known) !== undefined);
  return [...links, ...missingPaths(document, known)].map(({ path }) => path);
}
