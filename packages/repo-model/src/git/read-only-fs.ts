// The file system that isomorphic-git sees: it reads, and every write is refused (its own reads rewrite the index).
import { promises } from "node:fs";
import { join, resolve } from "node:path";
import type { PromiseFsClient } from "isomorphic-git";
import { RepoError } from "../text/index.js";
import type { GitFolders } from "./folders.js";

const shared = /^(?:objects|refs|packed-refs|config|info|logs|shallow)(?:\/|$)/;
const ownRefs = /^refs\/(?:bisect|worktree|rewritten)(?:\/|$)/;

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
