// The documents that a run reads: all, or over a change those that it can make wrong.
import { readText, type Context } from "@caio/repo-model/check";
import { pathMatcher } from "@caio/repo-model/patterns";
import type { RepoPath } from "@caio/repo-model/text";
import type { FileEntry, FileTree } from "@caio/repo-model/tree";
import { affectedBy, mayName } from "./affected.js";
import type { DocSyncOptions } from "./defaults.js";
import { dialectsOf, homeDialects } from "./links/dialect.js";
import { documentOf, type Document } from "./links/link-facts.js";
import { siteOf, type Site } from "./links/site.js";

/** Files that are read at once: enough that no disk waits, few enough that descriptors last. */
const atOnce = 32;

/** Reads items a part at a time, in their order. */
export async function inParts<T, R>(items: readonly T[], signal: AbortSignal, read: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += atOnce) {
    signal.throwIfAborted();
    results.push(...(await Promise.all(items.slice(at, at + atOnce).map(read))));
  }
  return results;
}

/** Documents as they were before the change under review. */
async function readBefore(base: FileTree | undefined, documents: Iterable<Document>): Promise<Map<RepoPath, Document>> {
  const before = new Map<RepoPath, Document>();
  if (base === undefined) return before;
  for (const { source, site, dialects } of documents) {
    const then = await base.text(source.path).catch(() => undefined);
    if (then !== undefined) before.set(source.path, documentOf(then, { site, dialects, isFolder: () => false }));
  }
  return before;
}

/** The repository around the documents. */
export interface Surroundings {
  readonly entries: readonly FileEntry[];
  /** Files and folders. */
  readonly paths: ReadonlySet<string>;
  readonly opaque: ReadonlySet<string>;
  readonly sites: readonly Site[];
  /** The tree that the change under review began from. */
  readonly base?: FileTree | undefined;
}

export interface ReadDocuments {
  readonly byPath: ReadonlyMap<RepoPath, Document>;
  /** The documents whose faults are looked for, in the order of the listing. */
  readonly judged: readonly Document[];
  /** Documents that the change under review touches, as they were before it. */
  readonly before: ReadonlyMap<RepoPath, Document>;
}

/** Whether a file is listed: most runs do not ask. */
function fileLookup(entries: readonly FileEntry[]): (path: string) => boolean {
  let files: ReadonlySet<string> | undefined;
  return (path) => (files ??= new Set(entries.map((entry) => entry.path))).has(path);
}

/** Reads the documents of a repository; in a run over a change those that it touches, those that it may break, and what these link to. */
export async function readDocuments(context: Context, options: DocSyncOptions, { entries, paths, opaque, sites, base }: Surroundings): Promise<ReadDocuments> {
  const isDocument = pathMatcher(options.files);
  const home = homeDialects(paths);
  const folders = new Set<string>();
  const own: RepoPath[] = [];
  for (const { path, kind, tracked } of entries) {
    const slash = path.indexOf("/");
    if (slash !== -1 && tracked !== false) folders.add(path.slice(0, slash));
    if (kind !== "link" && kind !== "submodule" && isDocument(path)) own.push(path);
  }
  const byPath = new Map<RepoPath, Document>();
  const open = async (wanted: readonly RepoPath[], holds: (text: string) => boolean = () => true): Promise<void> => {
    for (const source of await inParts(wanted, context.signal, (path) => readText(context, path))) {
      if (source === undefined || !holds(source.text)) continue;
      const site = siteOf(sites, source.path);
      byPath.set(source.path, documentOf(source, { site, dialects: dialectsOf(options.slugs, site, home), isFolder: (name) => folders.has(name) }));
    }
  };
  const unread = (): RepoPath[] => own.filter((path) => !byPath.has(path));
  await open(own.filter((path) => context.scope.touches(path)));
  const touched = [...byPath.values()];
  const before = await readBefore(base, touched);
  const affected = await affectedBy({ context, options, touched, before, isFile: fileLookup(entries), paths, opaque }, base);
  if (affected === "all") await open(unread());
  else if (affected.paths.length > 0) await open(unread(), mayName(affected.paths, paths));
  const judged = own.flatMap((path) => byPath.get(path) ?? []);
  if (affected !== "all") {
    // What these link to is read for its anchors alone.
    const targets = new Set<string>(judged.flatMap(({ links }) => links.flatMap(({ path, anchor }) => (anchor === undefined ? [] : [path]))));
    await open(unread().filter((path) => targets.has(path)));
  }
  return { byPath, judged, before };
}
