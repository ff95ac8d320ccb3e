// Trees of native git: the index, a commit, and the listing of the worktree.
import { isRepoError, RepoError, repoPath, type RepoPath } from "../text/index.js";
import { selects, sourceOfBytes, type FileEntry, type FileKind, type FileTree, type GitListing, type Selection } from "../tree/index.js";
import { trackedFiles, treeEntries, type IndexEntry } from "./index-file.js";
import { kindOfMode } from "./mode.js";
import type { ObjectReader } from "./objects.js";
import { splitNul, type GitProcess } from "./process.js";
import { tooMuch, type TreeReader } from "./tree-objects.js";

const textLimit = 10 * 1024 * 1024;

/** Entries of `ls-tree -r -z`, by path. */
function parseEntries(output: Buffer): Map<RepoPath, FileEntry & { readonly id: string }> {
  const entries = new Map<RepoPath, FileEntry & { readonly id: string }>();
  for (const record of splitNul(output)) {
    const tab = record.indexOf("\t");
    const path = repoPath(record.slice(tab + 1));
    // Six digits, the kind of object, its id.
    entries.set(path, { path, kind: kindOfMode(record.slice(0, 6)), id: record.slice(record.lastIndexOf(" ", tab) + 1, tab), tracked: true });
  }
  return entries;
}

type Entry = FileEntry & { readonly id: string };

/** What a tree is made of: its files one by one, or all. */
interface Entries {
  at(path: RepoPath): Promise<Entry | undefined>;
  list(selection: Selection): Promise<Iterable<Entry>>;
}

function treeOf(entries: Entries, read: ObjectReader): FileTree {
  const blob = async (path: RepoPath, kinds: readonly FileKind[], limit?: number): Promise<Buffer | undefined> => {
    const entry = await entries.at(path);
    if (entry === undefined || !kinds.includes(entry.kind) || /^0+$/.test(entry.id)) return undefined;
    const bytes = await read(entry.id, limit).catch((error: unknown) => {
      throw isRepoError(error) && error.code === "FILE_TOO_LARGE"
        ? new RepoError("FILE_TOO_LARGE", `\`${path}\` has more than the ${limit} bytes that are read.`)
        : error;
    });
    if (bytes === undefined)
      throw new RepoError("FILE_UNREADABLE", `git does not have the content of \`${path}\`.`, {
        hint: "In a partial clone: `git fetch --refetch --no-filter`.",
      });
    return bytes;
  };
  const regular: readonly FileKind[] = ["file", "executable"];
  return {
    async list(selection = {}) {
      const isSelected = selects(selection);
      return [...(await entries.list(selection))].filter(({ path }) => isSelected(path)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
    },
    bytes: (path, limit) => blob(path, regular, limit),
    async text(path) {
      const bytes = await blob(path, regular);
      if (bytes === undefined) return undefined;
      if (bytes.length > textLimit) throw new RepoError("FILE_TOO_LARGE", `\`${path}\` has ${bytes.length} bytes, more than the ${textLimit} that are read.`);
      return sourceOfBytes(path, bytes);
    },
    async target(path) {
      return (await blob(path, ["link"]))?.toString("utf8");
    },
  };
}

/** The index that git names in GIT_INDEX_FILE, else the worktree's own: what a commit of it would have. */
export function indexTree(index: () => Promise<readonly IndexEntry[]>, read: ObjectReader): FileTree {
  let loading: Promise<ReadonlyMap<RepoPath, Entry>> | undefined;
  const load = async (): Promise<ReadonlyMap<RepoPath, Entry>> => treeEntries(await index());
  const entries = (): Promise<ReadonlyMap<RepoPath, Entry>> => (loading ??= load());
  return treeOf({ at: async (path) => (await entries()).get(path), list: async () => (await entries()).values() }, read);
}

/** The tree of a commit: listed whole where all of it is asked for, else read tree by tree. */
export function commitTree(git: GitProcess, read: ObjectReader, trees: TreeReader, commit: () => Promise<string>): FileTree {
  let listing: Promise<ReadonlyMap<RepoPath, Entry>> | undefined;
  const load = async (): Promise<ReadonlyMap<RepoPath, Entry>> => parseEntries(await git.run(["ls-tree", "-r", "-z", "--full-tree", await commit()]));
  const all = (): Promise<ReadonlyMap<RepoPath, Entry>> => (listing ??= load());
  const root = async (): Promise<string> => `${await commit()}^{tree}`;
  const atPath = async (path: RepoPath): Promise<Entry | undefined> => {
    const found = listing === undefined ? await trees.fileAt(await root(), path) : tooMuch;
    return found === tooMuch ? (await all()).get(path) : found;
  };
  const below = async (folders: readonly string[]): Promise<readonly Entry[] | typeof tooMuch> => {
    const files = new Map<RepoPath, Entry>();
    for (const found of await Promise.all(folders.map(async (folder) => trees.filesBelow(await root(), folder)))) {
      if (found === tooMuch) return tooMuch;
      for (const file of found) files.set(file.path, file);
    }
    return [...files.values()];
  };
  return treeOf(
    {
      at: atPath,
      async list({ below: folders }) {
        const found = folders === undefined || listing !== undefined ? tooMuch : await below(folders);
        return found === tooMuch ? (await all()).values() : found;
      },
    },
    read,
  );
}

/** The worktree's files: tracked ones that are still there, and untracked ones. */
export function worktreeListing(git: GitProcess, index: () => Promise<readonly IndexEntry[]>): GitListing {
  return {
    async list({ ignored }) {
      const [entries, told] = await Promise.all([
        index(),
        git.run(["ls-files", "--sparse", "-t", "-d", "-o", "-z", ...(ignored ? [] : ["--exclude-standard"])]),
      ]);
      const gone = new Set<string>();
      const others: string[] = [];
      // `R` is a tracked file that was removed, `?` an untracked one; a name that ends in a slash is another repository inside this one.
      for (const field of splitNul(told)) {
        if (field.startsWith("R ")) gone.add(field.slice(2));
        else if (field.startsWith("? ") && !field.endsWith("/")) others.push(field.slice(2));
      }
      return [
        ...trackedFiles(entries, (path) => !gone.has(path)),
        ...others.map((name): FileEntry => ({ path: repoPath(name), kind: "file", tracked: false })),
      ];
    },
  };
}
