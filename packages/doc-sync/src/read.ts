// Reading: all documents of the repository, the sites they belong to, and what their statuses are.
import { readText, type Context } from "@caio/repo-model/check";
import { pathMatcher } from "@caio/repo-model/patterns";
import type { RepoPath } from "@caio/repo-model/text";
import type { FileEntry } from "@caio/repo-model/tree";
import type { DocSyncOptions } from "./defaults.js";
import type { DocFacts } from "./facts.js";
import { documentOf, type Document } from "./links/link-facts.js";
import { isMissing } from "./links/missing.js";
import { findSites, siteOf, type Site } from "./links/site.js";
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

async function readDocuments(context: Context, entries: readonly FileEntry[], sites: readonly Site[]): Promise<Map<RepoPath, Document>> {
  const documents = new Map<RepoPath, Document>();
  for (let at = 0; at < entries.length; at += atOnce) {
    context.signal.throwIfAborted();
    const sources = await Promise.all(entries.slice(at, at + atOnce).map(({ path }) => readText(context, path)));
    for (const source of sources) if (source !== undefined) documents.set(source.path, documentOf(source, siteOf(sites, source.path)));
  }
  return documents;
}

/** Reads the facts of a repository: one, for the rules compare documents with each other. */
export async function* read(context: Context, options: DocSyncOptions): AsyncIterable<DocFacts> {
  const entries = await context.files.list();
  const isDocument = pathMatcher(options.files);
  const isExcluded = pathMatcher(options.exclude);
  const paths = new Set<string>();
  const folded = new Map<string, string>();
  const opaque = new Set<string>();
  for (const { path, kind } of entries) {
    addPath(paths, path, (part) => folded.set(part.toLowerCase(), part));
    if (kind === "link" || kind === "submodule") opaque.add(path);
  }
  const sites = await findSites(
    entries.map(({ path }) => path),
    async (path) => (await readText(context, path))?.text,
  );
  const own = entries.filter(({ path, kind }) => isDocument(path) && kind !== "link" && kind !== "submodule");
  const byPath = await readDocuments(context, own, sites);
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
  const status = await readStatusFacts(context, options, documents, byPath);
  yield { documents, byPath, paths, folded, opaque, mounted, status };
}
