// Where a repository's parts lie: a linked worktree, a submodule and GIT_INDEX_FILE put them elsewhere than in `.git`.
import { lstatSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export interface GitFolders {
  /** The worktree's own folder: HEAD, index. */
  readonly own: string;
  /** The folder that worktrees share: objects, refs, config. */
  readonly common: string;
  readonly index: string;
}

/** A text file; the empty text where there is none. */
export function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Finds the folders of the repository at `root`. A relative `indexFile` is relative to where git starts a hook: the root. */
export function findFolders(root: string, indexFile: string | undefined): GitFolders {
  const at = join(root, ".git");
  const link = lstatSync(at).isFile() ? /^gitdir: (.*)$/m.exec(textOf(at))?.[1]?.trim() : undefined;
  const own = link === undefined ? at : resolve(root, link);
  const common = textOf(join(own, "commondir")).trim();
  return {
    own,
    common: common === "" ? own : resolve(own, common),
    index: indexFile === undefined ? join(own, "index") : resolve(root, indexFile),
  };
}
