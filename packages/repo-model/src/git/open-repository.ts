// Opens a repository: its root is found by looking, without starting anything.
import { accessSync, constants, existsSync, lstatSync, realpathSync, statSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { RepoError } from "../text/index.js";
import { diskTree, type GitListing } from "../tree/index.js";
import type { GitHistory, Repository } from "./git-history.js";

/** How a repository is opened. `auto`: native git where it is on PATH, else isomorphic-git. */
export interface OpenOptions {
  readonly implementation?: "native" | "isomorphic" | "auto";
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** The folder with `.git`, at or above `folder`. */
function findRoot(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const git = join(at, ".git");
    if (existsSync(git) && (lstatSync(git).isFile() || existsSync(join(git, "HEAD")))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** Whether a folder is a git folder by itself (gitrepository-layout). */
function isBare(folder: string): boolean {
  return ["HEAD", "objects", "refs"].every((name) => existsSync(join(folder, name))) && !existsSync(join(folder, ".git"));
}

function hasGit(environment: Readonly<Record<string, string | undefined>>): boolean {
  return (environment["PATH"] ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, "git"), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

async function historyOf(root: string, options: OpenOptions): Promise<GitHistory & { readonly listing: GitListing }> {
  const environment = options.environment ?? process.env;
  const wanted = options.implementation ?? "auto";
  if (wanted === "native" || (wanted === "auto" && hasGit(environment))) {
    const { nativeGit } = await import("./native.js");
    return nativeGit(root, environment);
  }
  const { isomorphicGit } = await import("./isomorphic.js");
  return isomorphicGit(root, environment);
}

/** Opens the repository that holds `folder`; without git its root is the folder itself. Throws `FILE_MISSING` when there is no such folder. */
export async function openRepository(folder = ".", options: OpenOptions = {}): Promise<Repository> {
  const absolute = resolve(folder);
  if (!existsSync(absolute) || !statSync(absolute).isDirectory()) throw new RepoError("FILE_MISSING", `There is no folder \`${folder}\`.`);
  const real = realpathSync(absolute);
  const root = findRoot(real);
  if (root === undefined) {
    if (isBare(real))
      throw new RepoError("GIT_UNSUPPORTED", "This is a bare repository: it has no files that could be checked.", {
        hint: "Run it in a clone, or in a worktree: `git worktree add`.",
      });
    return { root: real, files: diskTree(real) };
  }
  const git = await historyOf(root, options);
  return { root, files: diskTree(root, git.listing), git };
}
