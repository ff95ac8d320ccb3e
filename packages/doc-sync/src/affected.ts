// What a change can do to documents that it does not touch: which of them a run over a change must read at all.
import type { Context } from "@caio/repo-model/check";
import { repoPath, type RepoPath } from "@caio/repo-model/text";
import type { FileTree } from "@caio/repo-model/tree";
import type { DocSyncOptions } from "./defaults.js";
import { mayHoldCustomIds, takesCustomIds } from "./links/custom-id.js";
import type { Document } from "./links/link-facts.js";
import { isMissing } from "./links/missing.js";
import { countLines } from "./links/target.js";
import { statementsOf, type ReadingOptions } from "./status/statements.js";
import { defaultVocabulary } from "./status/vocabulary.js";
import { futureTenses } from "./status/tenses.js";

/** Changes larger than this are judged with all documents: what each path did costs more than what is saved. */
const mostChanged = 200;

/** The documents to read: all, or those that the change touches and those whose text may name one of `paths`. */
export type Affected = "all" | { readonly paths: readonly RepoPath[] };

/** What a change is judged by. */
export interface ChangeFacts {
  readonly context: Context;
  readonly options: DocSyncOptions;
  /** Documents that the change touches. */
  readonly touched: readonly Document[];
  /** The same as they were before. */
  readonly before: ReadonlyMap<RepoPath, Document>;
  /** Whether a file is listed. */
  isFile(path: RepoPath): boolean;
  /** The repository's files and folders. */
  readonly paths: ReadonlySet<string>;
  readonly opaque: ReadonlySet<string>;
}

/** Whether a document's own faults depend on what documents say that nobody touched. */
function needsOthers(document: Document, { paths, opaque }: ChangeFacts): boolean {
  const { site, links, otherLinks, source } = document;
  // Whether its site is part of a larger one, whether the root is that of paths, whether custom ids are the habit here.
  if (site !== undefined && site.root !== "" && links.some((link) => isMissing({ paths, opaque }, link))) return true;
  if (site === undefined && otherLinks.some(({ destination }) => destination.kind === "root" && !paths.has(destination.path))) return true;
  return !takesCustomIds(document) && mayHoldCustomIds(source.text);
}

/** Whether what the change writes names a numbered thing or its state: another document may state something else. */
function statesSomething({ source, markdown }: Document, { scope }: Context): boolean {
  // Legends and the configuration's words decide what a status is; that there is one shows without them.
  const reading: ReadingOptions = { vocabulary: defaultVocabulary, sections: [], dated: false };
  const isKept = (start: number, end: number): boolean => scope.keeps(source.at([start, end]));
  const { statements, mentions, unread } = statementsOf(source, markdown, reading);
  return (
    mentions.some(({ at }) => isKept(at, at)) ||
    statements.some(({ range, token }) => isKept(Math.min(range[0], token.range[0]), Math.max(range[1], token.range[1]))) ||
    unread.some(({ range }) => isKept(...range)) ||
    futureTenses(source, markdown, reading).some(({ range }) => isKept(...range))
  );
}

/** Paths that links from elsewhere may miss something of: files that are gone, documents that lost an anchor, files that became shorter. */
async function lossesOf({ context, touched, before, isFile }: ChangeFacts, base: FileTree | undefined): Promise<RepoPath[]> {
  const documents = new Map(touched.map((document) => [document.source.path, document]));
  const found: RepoPath[] = [];
  for (const path of context.scope.changed ?? []) {
    if (!isFile(path)) {
      found.push(path);
      continue;
    }
    const now = documents.get(path);
    const then = before.get(path);
    if (now !== undefined && then !== undefined) {
      const lost = [...then.anchors.exact].some((anchor) => !now.anchors.exact.has(anchor));
      if (lost || countLines(now.source) < countLines(then.source)) found.push(path);
      continue;
    }
    // What cannot be read as a text has no lines.
    const [here, there] = await Promise.all([context.files.text(path), base?.text(path)].map(async (text) => text?.catch(() => undefined)));
    if (here !== undefined && there !== undefined && countLines(here) < countLines(there)) found.push(path);
  }
  return found;
}

/** Finds which documents a run over a change must read so that it finds what a run over all would keep. */
export async function affectedBy(facts: ChangeFacts, base: FileTree | undefined): Promise<Affected> {
  const { context, options, touched } = facts;
  const { changed } = context.scope;
  if (changed === undefined || changed.length > mostChanged) return "all";
  // Sources, copies and addresses are compared over all documents.
  if (options.sources.length > 0 || options.groups.length > 0 || options.online) return "all";
  if (touched.some((document) => needsOthers(document, facts) || statesSomething(document, context))) return "all";
  return { paths: await lossesOf(facts, base) };
}

const word = /[a-z0-9]+/g;

/** Words that every link to a path holds, however it is written: those of its name, or of its folder's where a folder may stand for it. */
function wordsOf(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const stem = name.includes(".", 1) ? name.slice(0, name.lastIndexOf(".")) : name;
  if (!/^(?:_?index|readme)$/.test(stem)) return stem.match(word) ?? [];
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  return (
    folder
      .slice(folder.lastIndexOf("/") + 1)
      .toLowerCase()
      .match(word) ?? []
  );
}

/** Whether a text may name one of the paths. Letters that are written as references or percent-encoded hide a name: such a text may name any. */
export function mayName(paths: readonly RepoPath[], known: ReadonlySet<string>): (text: string) => boolean {
  const names: (readonly string[])[] = [];
  for (const path of paths) {
    names.push(wordsOf(path));
    // Folders that went with it.
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
      const folder = path.slice(0, at);
      if (!known.has(repoPath(folder)))
        names.push(
          folder
            .slice(folder.lastIndexOf("/") + 1)
            .toLowerCase()
            .match(word) ?? [],
        );
    }
  }
  return (text) => {
    if (paths.length === 0) return false;
    if (/&#|%[4-7][0-9a-f]/i.test(text)) return true;
    const folded = text.toLowerCase();
    return names.some((words) => words.every((one) => folded.includes(one)));
  };
}
