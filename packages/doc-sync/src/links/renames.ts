// Where git moved files that are not there any more.
import type { Context } from "@caio/repo-model/check";
import type { Change, GitHistory } from "@caio/repo-model/git";
import { isRepoError, repoPath, type RepoPath } from "@caio/repo-model/text";

/** Commits that are looked through, paths that are asked for, and times that a file may have moved on. */
const commits = 2000;
const mostPaths = 400;
const mostMoves = 5;
const mostAdded = 2000;

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The part of lines that two texts share, of the longer one's. */
function likeness(a: string, b: string): number {
  const lines = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const mine = lines(a);
  const theirs = new Set(lines(b));
  const shared = mine.filter((line) => theirs.has(line)).length;
  return shared / Math.max(1, mine.length, theirs.size);
}

/** The one file that a commit made of a removed one: the same content, or the same name and most of the lines. */
async function movedTo(git: GitHistory, removed: Change, changes: readonly Change[], commit: string, parent: string): Promise<RepoPath | undefined> {
  const added = changes.filter(({ status }) => status === "A");
  if (added.length > mostAdded) return undefined;
  const [same, another] = added.filter(({ newId }) => newId === removed.oldId);
  if (same !== undefined) return another === undefined ? same.path : undefined;
  const [namesake, rival] = added.filter(({ path }) => nameOf(path) === nameOf(removed.path));
  if (namesake === undefined || rival !== undefined) return undefined;
  const before = await git
    .tree(parent)
    .text(removed.path)
    .catch(() => undefined);
  const after = await git
    .tree(commit)
    .text(namesake.path)
    .catch(() => undefined);
  return before !== undefined && after !== undefined && likeness(before.text, after.text) > 0.5 ? namesake.path : undefined;
}

/** One move of each path that was removed, by the commit that removed it: undefined where it was not moved for sure. */
async function moves(git: GitHistory, paths: readonly RepoPath[]): Promise<Map<RepoPath, RepoPath | undefined>> {
  const found = new Map<RepoPath, RepoPath | undefined>();
  const changesOf = new Map<string, Promise<readonly Change[]>>();
  for (const [path, { id, parents }] of await git.removals(paths, commits)) {
    const [parent] = parents;
    if (parent === undefined) continue;
    if (!changesOf.has(id)) changesOf.set(id, git.changes(parent, id));
    const changes = (await changesOf.get(id)) ?? [];
    const removed = changes.find((change) => change.path === path && change.status === "D");
    found.set(path, removed === undefined ? undefined : await movedTo(git, removed, changes, id, parent));
  }
  return found;
}

/** What the history of HEAD says of paths that are not there. */
export interface Removals {
  /** Where files that links and paths name are now, only where git leaves no doubt. */
  readonly renames: ReadonlyMap<string, string>;
  /** The paths that were there once. */
  readonly removed: ReadonlySet<string>;
}

/** Asks the history for `missing` paths. What a shallow or unreadable history cannot tell is left out. */
export async function findRenames(context: Context, missing: readonly string[], paths: ReadonlySet<string>): Promise<Removals> {
  const { git } = context;
  const renames = new Map<string, string>();
  const removed = new Set<string>();
  if (git === undefined || missing.length === 0) return { renames, removed };
  let wanted = new Map(
    [...new Set(missing)]
      .filter((path) => path !== "")
      .slice(0, mostPaths)
      .map((path) => [repoPath(path), path]),
  );
  try {
    for (let move = 0; move < mostMoves && wanted.size > 0; move++) {
      context.signal.throwIfAborted();
      const next = new Map<RepoPath, string>();
      for (const [from, to] of await moves(git, [...wanted.keys()])) {
        const origin = wanted.get(from) ?? from;
        removed.add(origin);
        if (to === undefined) continue;
        if (paths.has(to)) renames.set(origin, to);
        else next.set(to, origin);
      }
      wanted = next;
    }
  } catch (error) {
    context.signal.throwIfAborted();
    // No commit yet, a shallow clone, or a shape that cannot be read: the links are judged all the same.
    if (!isRepoError(error)) throw error;
  }
  return { renames, removed };
}
