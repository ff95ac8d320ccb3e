// The file system that isomorphic-git sees: it reads, and every write is refused (its own reads rewrite the index).
import { promises } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import type { PromiseFsClient } from "isomorphic-git";
import { RepoError } from "../text/index.js";

/** Where a repository's parts lie: a linked worktree and GIT_INDEX_FILE put them elsewhere than in `.git`. */
export interface GitFolders {
  /** The worktree's own folder: HEAD, index. */
  readonly own: string;
  /** The folder that worktrees share: objects, refs, config. */
  readonly common: string;
  readonly index: string;
}

const shared = /^(?:objects|refs|packed-refs|config|info|logs|shallow)(?:\/|$)/;
const ownRefs = /^refs\/(?:bisect|worktree|rewritten)(?:\/|$)/;

/** Finds the folders of the repository at `root`. */
export async function findFolders(root: string, indexFile: string | undefined): Promise<GitFolders> {
  const read = async (path: string): Promise<string> => promises.readFile(path, "utf8").catch(() => "");
  const at = join(root, ".git");
  const link = (await promises.lstat(at)).isFile() ? /^gitdir: (.*)$/m.exec(await read(at))?.[1]?.trim() : undefined;
  const own = link === undefined ? at : resolve(root, link);
  const common = (await read(join(own, "commondir"))).trim();
  return {
    own,
    common: common === "" ? own : resolve(own, common),
    index: indexFile === undefined ? join(own, "index") : isAbsolute(indexFile) ? indexFile : resolve(root, indexFile),
  };
}

const refuse = async (): Promise<never> => {
  throw new RepoError("INTERNAL", "A read tried to write below `.git`.");
};

/** The methods that isomorphic-git asks for, with paths below `root/.git` led to where they really lie. */
export function readOnlyFs(root: string, folders: GitFolders): PromiseFsClient {
  const git = join(root, ".git");
  const lead = (path: string): string => {
    const full = resolve(path);
    if (full !== git && !full.startsWith(`${git}/`)) return full;
    const inside = full.slice(git.length + 1);
    if (inside === "index") return folders.index;
    return join(shared.test(inside) && !ownRefs.test(inside) ? folders.common : folders.own, inside);
  };
  // All are async functions: isomorphic-git asks by a call without arguments whether this is a file system of promises.
  return {
    promises: {
      readFile: async (path: string, options?: BufferEncoding | { encoding?: BufferEncoding }) => promises.readFile(lead(path), options),
      readdir: async (path: string) => promises.readdir(lead(path)),
      lstat: async (path: string) => promises.lstat(lead(path)),
      stat: async (path: string) => promises.stat(lead(path)),
      readlink: async (path: string) => promises.readlink(lead(path)),
      writeFile: refuse,
      mkdir: refuse,
      rmdir: refuse,
      unlink: refuse,
      symlink: refuse,
      chmod: refuse,
    },
  };
}
