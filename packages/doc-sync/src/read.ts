// Reading: all documents of the repository, the sites they belong to, what their links lead to, and what their statuses are.
import { readText, type Context } from "@caio/repo-model/check";
import { pathMatcher } from "@caio/repo-model/patterns";
import { repoPath, type RepoPath, type SourceText } from "@caio/repo-model/text";
import type { FileEntry } from "@caio/repo-model/tree";
import type { DocSyncOptions } from "./defaults.js";
import type { DocFacts } from "./facts.js";
import { readGenerated } from "./generated/section-facts.js";
import type { Document } from "./links/link-facts.js";
import { countLines, lineSpan } from "./links/target.js";
import { faultOf } from "./links/certainty.js";
import { isMissing, missingPaths } from "./links/missing.js";
import { findRenames } from "./links/renames.js";
import { findSites, type Site } from "./links/site.js";
import { inParts, readDocuments } from "./read-documents.js";
import { readUrls } from "./online/url-facts.js";
import { statusRules } from "./status/status-rules.js";
import { readStatusFacts } from "./status/status-facts.js";

/** Adds a path with the folders above it. */
function addPath(paths: Set<string>, path: string, added?: (part: string) => void): void {
  for (let at = path.length; at > 0; at = path.lastIndexOf("/", at - 1)) {
    const part = path.slice(0, at);
    if (paths.has(part)) break;
    paths.add(part);
    added?.(part);
  }
}

/** The files that links name lines of. */
function filesWithNamedLines(documents: readonly Document[], kinds: ReadonlyMap<string, FileEntry["kind"]>): RepoPath[] {
  const named = new Set<RepoPath>();
  for (const { links, otherLinks } of documents) {
    for (const { path, anchor } of links) if (path !== "" && anchor !== undefined && lineSpan(anchor) !== undefined) named.add(repoPath(path));
    for (const { destination } of otherLinks)
      if (destination.kind === "root" && destination.path !== "" && destination.anchor !== undefined && lineSpan(destination.anchor) !== undefined)
        named.add(repoPath(destination.path));
  }
  return [...named].filter((path) => kinds.get(path) === "file" || kinds.get(path) === "executable");
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

/** Reads the facts of a repository: one, for the rules compare documents with each other. */
export async function* read(context: Context, options: DocSyncOptions, isOn: (rule: string) => boolean = () => true): AsyncIterable<DocFacts> {
  const entries = await context.files.list();
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
    async (path) => context.files.target?.(path),
  );
  const kinds = new Map(entries.map(({ path, kind }) => [path, kind]));
  const base = await baseOf(context);
  const { byPath, judged, before } = await readDocuments(context, options, { entries, kinds, paths, opaque, sites, base });
  const isExcluded = pathMatcher(options.exclude);
  const documents = judged.filter(({ source }) => !isExcluded(source.path) && context.ignores?.(source.path) !== true);
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
  // The history is asked for what is told alone: to look it through costs more than all else.
  const known = { paths, folded, opaque, mounted };
  const missing = [
    ...documents.flatMap((document) => document.links.filter((link) => faultOf(document, link, known) !== undefined)),
    ...documents.flatMap((document) => missingPaths(document, known)),
  ].map(({ path }) => path);
  const withLines = filesWithNamedLines(documents, kinds);
  yield {
    documents,
    byPath,
    paths,
    folded,
    opaque,
    mounted,
    lineCounts: await lineCountsOf(withLines, context, (path) => readText(context, path)),
    lineCountsBefore: await lineCountsOf(base === undefined ? [] : withLines.filter(context.scope.touches), context, async (path) =>
      base?.text(path).catch(() => undefined),
    ),
    ...(await findRenames(context, missing, paths)),
    before,
    status: statusRules.some(isOn)
      ? await readStatusFacts(context, options, documents, byPath, listed)
      : await readStatusFacts(context, { ...options, sources: [] }, [], byPath, listed),
    urls: await readUrls(context, documents, options.online),
    generated: await readGenerated(context, options, documents),
  };
}
