// The files on disk: listed by git where there is git, else by a walk that follows no link.
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync, type Dirent, type Stats } from "node:fs";
import { lstat, readlink } from "node:fs/promises";
import { join } from "node:path";
import { fromBytes, isRepoError, RepoError, repoPath, toBytes, type RepoPath } from "../text/index.js";
import { sourceOfBytes } from "./decode.js";
import type { FileEntry, FileKind, FileTree, Selection } from "./file-tree.js";
import { selects } from "./select.js";
import { isLeftOver, isTemporary } from "./temporary.js";

/** Names that git gives: the tracked and the untracked ones that it does not ignore (or all untracked ones). */
export interface GitListing {
  list(options: { readonly ignored: boolean }): Promise<readonly FileEntry[]>;
}

/** Files above it are not read as text. */
export const textLimit = 10 * 1024 * 1024;
/** Files above it are not read at all. */
export const bytesLimit = 1024 * 1024 * 1024;

/** Memory that is used again begins with it. */
const smallest = 1024 * 1024;

/** An absolute path as the bytes that the disk knows: a name that is not UTF-8 comes back as it was. */
export function diskPath(root: string, path: RepoPath): Buffer {
  return Buffer.concat([Buffer.from(`${root}/`), toBytes(path)]);
}

/** The same for Node, which takes what is UTF-8 as it is. */
const openable = (root: string, path: RepoPath): string | Buffer => (/[\udc80-\udcff]/.test(path) ? diskPath(root, path) : `${root}/${path}`);

// A link ends in ELOOP, a socket in ENXIO or EOPNOTSUPP: what is no file is not there.
const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP", "ENXIO", "EOPNOTSUPP"].includes(String(error.code));

function unreadable(path: RepoPath, error: unknown): RepoError {
  return new RepoError(
    "FILE_UNREADABLE",
    `\`${path}\` cannot be read: ${error instanceof Error ? error.message.replace(/, \w+ '[^]*$/, "") : String(error)}.`,
    { cause: error },
  );
}

const kindOf = (stat: Stats): FileKind | undefined =>
  stat.isSymbolicLink() ? "link" : stat.isFile() ? ((stat.mode & 0o111) === 0 ? "file" : "executable") : undefined;

function isSymbolicLink(at: Buffer): boolean {
  try {
    return lstatSync(at).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Whether a folder on the way to `path` is a link: then the file lies elsewhere. */
function passesLink(root: string, path: RepoPath, known: Map<string, boolean>): boolean {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  if (folder === "") return false;
  let passes = known.get(folder);
  if (passes === undefined) {
    passes = passesLink(root, repoPath(folder), known) || isSymbolicLink(diskPath(root, repoPath(folder)));
    known.set(folder, passes);
  }
  return passes;
}

/** A file's bytes where they can be read. */
function readable(root: string, path: RepoPath): Uint8Array | undefined {
  try {
    return readRegular(root, path, textLimit);
  } catch {
    return undefined;
  }
}

/** What a walk leaves out besides `.gitignore` files: patterns that hold for the whole tree, and other repositories inside it. */
export interface WalkOptions {
  readonly excludes?: readonly string[];
  readonly skipsRepositories?: boolean;
}

/** What one folder holds, in the order that the paths below it get. At once: a thread that is asked for each of thousands of folders costs more than the folder. */
function readFolder(at: string | Buffer): readonly FolderEntry[] {
  try {
    const entries: FolderEntry[] = readdirSync(at, { withFileTypes: true });
    // A name that is not UTF-8 was read with U+FFFD in it.
    const whole = entries.some(({ name }) => name.includes("\ufffd"))
      ? readdirSync(at, { withFileTypes: true, encoding: "buffer" }).map((entry) => ({
          name: fromBytes(entry.name),
          isDirectory: () => entry.isDirectory(),
          isFile: () => entry.isFile(),
          isSymbolicLink: () => entry.isSymbolicLink(),
        }))
      : entries;
    return whole.length < 2 ? whole : whole.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  } catch {
    return [];
  }
}

type FolderEntry = Pick<Dirent, "name" | "isDirectory" | "isFile" | "isSymbolicLink">;

/** What orders an entry among its siblings as its paths are ordered: those below a folder go on with a slash. */
const placeOf = (entry: FolderEntry): string => (entry.isDirectory() ? `${entry.name}/` : entry.name);

/** So many folders are read before anything else, an interrupt, has its turn. */
const foldersAtOnce = 256;

async function walk(root: string, wantsIgnored: boolean, { excludes = [], skipsRepositories = false }: WalkOptions): Promise<FileEntry[]> {
  const { default: ignore } = await import("ignore");
  const entries: FileEntry[] = [];
  type Rules = readonly { readonly folder: string; readonly matcher: ReturnType<typeof ignore> }[];
  const isIgnored = (path: string, rules: Rules): boolean => {
    let result = false;
    for (const { folder, matcher } of rules) {
      const test = matcher.test(folder === "" ? path : path.slice(folder.length + 1));
      if (test.ignored) result = true;
      else if (test.unignored) result = false;
    }
    return result;
  };
  let entered = 0;
  const enter = async (folder: string, above: Rules): Promise<void> => {
    if (++entered % foldersAtOnce === 0) await new Promise((resolve) => setImmediate(resolve));
    const children = readFolder(folder === "" ? root : openable(root, repoPath(folder)));
    if (skipsRepositories && folder !== "" && children.some(({ name }) => name === ".git")) return;
    let rules = above;
    if (!wantsIgnored && children.some(({ name }) => name === ".gitignore")) {
      const path = repoPath(folder === "" ? ".gitignore" : `${folder}/.gitignore`);
      const bytes = readable(root, path);
      if (bytes !== undefined) rules = [...above, { folder, matcher: ignore({ allowRelativePaths: true }).add(fromBytes(bytes)) }];
    }
    for (const child of children) {
      const { name } = child;
      const path = folder === "" ? name : `${folder}/${name}`;
      if (name === ".git") continue;
      if (child.isDirectory()) {
        if (wantsIgnored || !isIgnored(`${path}/`, rules)) await enter(path, rules);
      } else if ((child.isFile() || child.isSymbolicLink()) && (wantsIgnored || !isIgnored(path, rules))) {
        entries.push({ path: repoPath(path), kind: child.isSymbolicLink() ? "link" : "file" });
      }
    }
  };
  await enter(
    "",
    excludes.map((text) => ({ folder: "", matcher: ignore({ allowRelativePaths: true }).add(text) })),
  );
  return entries;
}

/** An open file's bytes; fewer than `size` where it has become shorter since. */
function readWhole(descriptor: number, size: number, bytes = Buffer.allocUnsafe(size)): Uint8Array {
  let filled = 0;
  for (let count = -1; filled < size && count !== 0; filled += count) count = readSync(descriptor, bytes, filled, size - filled, null);
  return bytes.subarray(0, filled);
}

/**
 * Reads in one go, without handing over to other threads: for the small files of a repository that takes a fifth of the time. A link is not
 * followed (O_NOFOLLOW), a FIFO does not wait (O_NONBLOCK), and what is opened is looked at before it is read.
 */
function readRegular(
  root: string,
  path: RepoPath,
  limit: number,
  content: (descriptor: number, size: number) => Uint8Array = readWhole,
): Uint8Array | undefined {
  const at = openable(root, path);
  let descriptor: number | undefined;
  try {
    // Windows has no O_NOFOLLOW.
    if (constants.O_NOFOLLOW === undefined && !lstatSync(at).isFile()) return undefined;
    descriptor = openSync(at, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return undefined;
    if (stat.size > limit) throw new RepoError("FILE_TOO_LARGE", `\`${path}\` has ${stat.size} bytes, more than the ${limit} that are read.`);
    return content(descriptor, stat.size);
  } catch (error) {
    if (isRepoError(error)) throw error;
    if (isMissing(error)) return undefined;
    throw unreadable(path, error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Reads one file after the other into the same memory, which grows with the largest: the collector has no work with it. */
function passingReader(): (descriptor: number, size: number) => Uint8Array {
  let held = Buffer.alloc(0);
  return (descriptor, size) => {
    if (held.length < size) held = Buffer.allocUnsafeSlow(Math.max(smallest, size));
    return readWhole(descriptor, size, held);
  };
}

/** The tree of a folder on disk. With `git`, git says what there is. */
export function diskTree(root: string, git?: GitListing, walkOptions: WalkOptions = {}): FileTree {
  const links = new Map<string, boolean>();
  const inPassing = passingReader();
  const read = async (path: RepoPath, limit: number, content?: (descriptor: number, size: number) => Uint8Array): Promise<Uint8Array | undefined> =>
    passesLink(root, path, links) ? undefined : readRegular(root, path, limit, content);
  return {
    async list(selection: Selection = {}) {
      const isSelected = selects(selection);
      const entries = git === undefined ? await walk(root, selection.ignored === true, walkOptions) : await git.list({ ignored: selection.ignored === true });
      const wanted = selection.leftOver === true ? isLeftOver : (path: string) => !isTemporary(path);
      return entries.filter(({ path }) => wanted(path) && isSelected(path)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
    },
    bytes: (path, limit = bytesLimit) => read(path, Math.min(limit, bytesLimit)),
    passing: (path, limit = bytesLimit) => read(path, Math.min(limit, bytesLimit), inPassing),
    async text(path) {
      // Nothing comes between reading and decoding, so that the memory may be used again.
      const bytes = passesLink(root, path, links) ? undefined : readRegular(root, path, textLimit, inPassing);
      return bytes === undefined ? undefined : sourceOfBytes(path, bytes);
    },
    async target(path) {
      const target = await readlink(join(root, path), { encoding: "buffer" }).catch(() => undefined);
      return target === undefined ? undefined : fromBytes(target);
    },
  };
}

/** What stands at a path on disk, links not followed; undefined for nothing or anything but a file or link. */
export async function diskKind(root: string, path: RepoPath): Promise<FileKind | undefined> {
  return lstat(diskPath(root, path)).then(kindOf, () => undefined);
}
