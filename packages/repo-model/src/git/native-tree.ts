// Trees of native git: the index, a commit, and the listing of the worktree.
import { isRepoError, RepoError, repoPath, type RepoPath } from "../text/index.js";
import { selects, sourceOfBytes, type FileEntry, type FileKind, type FileTree, type GitListing } from "../tree/index.js";
import { trackedFiles, treeEntries, type IndexEntry } from "./index-file.js";
import { kindOfMode } from "./mode.js";
import type { ObjectReader } from "./objects.js";
import { splitNul, type GitProcess } from "./process.js";

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

function treeOf(load: () => Promise<Map<RepoPath, FileEntry & { readonly id: string }>>, read: ObjectReader, commit: string | undefined): FileTree {
  let loading: ReturnType<typeof load> | undefined;
  const entries = (): ReturnType<typeof load> => (loading ??= load());
  const blob = async (path: RepoPath, kinds: readonly FileKind[], limit?: number): Promise<Buffer | undefined> => {
    const entry = (await entries()).get(path);
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
      return [...(await entries()).values()].filter(({ path }) => isSelected(path)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
    },
    bytes: (path, limit) => blob(path, regular, limit),
    async text(path) {
      const bytes = await blob(path, regular);
      if (bytes === undefined) return undefined;
      if (bytes.length > textLimit) throw new RepoError("FILE_TOO_LARGE", `\`${path}\` has ${bytes.length} bytes, more than the ${textLimit} that are read.`);
      return sourceOfBytes(path, bytes, commit);
    },
    async target(path) {
      return (await blob(path, ["link"]))?.toString("utf8");
    },
  };
}

/** The index that git names in GIT_INDEX_FILE, else the worktree's own: what a commit of it would have. */
export function indexTree(index: () => Promise<readonly IndexEntry[]>, read: ObjectReader): FileTree {
  return treeOf(async () => treeEntries(await index()), read, undefined);
}

/** The tree of a commit. */
export function commitTree(git: GitProcess, read: ObjectReader, commit: () => Promise<string>): FileTree {
  return treeOf(async () => parseEntries(await git.run(["ls-tree", "-r", "-z", "--full-tree", await commit()])), read, undefined);
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
