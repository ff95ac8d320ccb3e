// Opens a repository: its root is found by looking, without starting anything.
import { accessSync, constants, existsSync, lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { RepoError } from "../text/index.js";
import { diskTree } from "../tree/index.js";
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

/** Where the configuration of the repository lies: `.git` may be a file that names the folder, and a worktree names the common one. */
function configText(root: string): string {
  const read = (path: string): string => {
    try {
      return readFileSync(path, "utf8");
    } catch {
      return "";
    }
  };
  let folder = join(root, ".git");
  if (statSync(folder).isFile()) folder = resolve(root, /^gitdir: (.*)$/m.exec(read(folder))?.[1]?.trim() ?? ".git");
  const common = read(join(folder, "commondir")).trim();
  return read(join(common === "" ? folder : resolve(folder, common), "config"));
}

async function historyOf(root: string, options: OpenOptions): Promise<GitHistory & { listing?: import("../tree/index.js").GitListing }> {
  const environment = options.environment ?? process.env;
  const wanted = options.implementation ?? "auto";
  if (wanted === "native" || (wanted === "auto" && hasGit(environment))) {
    const { nativeGit } = await import("./native.js");
    const { worktreeListing } = await import("./native-tree.js");
    const history = nativeGit(root, environment, { sha256: /objectformat\s*=\s*sha256/i.test(configText(root)) });
    return Object.assign(history, { listing: worktreeListing(history.process) });
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
  if (root === undefined) return { root: real, files: diskTree(real) };
  const git = await historyOf(root, options);
  return { root, files: diskTree(root, git.listing), git };
}
