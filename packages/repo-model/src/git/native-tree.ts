// Trees of native git: the index, a commit, and the listing of the worktree.
import { isRepoError, RepoError, repoPath, type RepoPath } from "../text/index.js";
import { selects, sourceOfBytes, type FileEntry, type FileKind, type FileTree, type GitListing } from "../tree/index.js";
import type { ObjectReader } from "./objects.js";
import { splitNul, type GitProcess } from "./process.js";

/** The kind that a mode of git means. */
export function kindOfMode(mode: string): FileKind {
  if (mode === "120000") return "link";
  if (mode === "160000") return "submodule";
  return mode === "100755" ? "executable" : "file";
}

const textLimit = 10 * 1024 * 1024;

/** Entries of `ls-files -s -z` or `ls-tree -r -z`, by path; the first stage of a conflict wins. */
function parseEntries(output: Buffer, form: RegExp): Map<RepoPath, FileEntry & { readonly id: string }> {
  const entries = new Map<RepoPath, FileEntry & { readonly id: string }>();
  for (const record of splitNul(output)) {
    const tab = record.indexOf("\t");
    const [, mode = "", id = ""] = form.exec(record.slice(0, tab)) ?? [];
    const name = record.slice(tab + 1);
    // A sparse index lists folders; they end in a slash.
    if (name.endsWith("/")) continue;
    const path = repoPath(name);
    if (!entries.has(path)) entries.set(path, { path, kind: kindOfMode(mode), id, tracked: true });
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

/** The index that git names in GIT_INDEX_FILE, else the worktree's own. A sparse index is listed without being expanded. */
export function indexTree(git: GitProcess, read: ObjectReader): FileTree {
  return treeOf(async () => parseEntries(await git.run(["ls-files", "--sparse", "-s", "-z"]), /^(\d+) ([0-9a-f]+) \d$/), read, undefined);
}

/** The tree of a commit. */
export function commitTree(git: GitProcess, read: ObjectReader, commit: () => Promise<string>): FileTree {
  return treeOf(async () => parseEntries(await git.run(["ls-tree", "-r", "-z", "--full-tree", await commit()]), /^(\d+) \w+ ([0-9a-f]+)$/), read, undefined);
}

/** The worktree's files: tracked ones that are still there, and untracked ones. */
export function worktreeListing(git: GitProcess): GitListing {
  return {
    async list({ ignored }) {
      const [tracked, deleted, others] = await Promise.all([
        git.run(["ls-files", "--sparse", "-s", "-z"]),
        git.run(["ls-files", "-d", "-z"]),
        git.run(["ls-files", "-o", "-z", ...(ignored ? [] : ["--exclude-standard"])]),
      ]);
      const gone = new Set(splitNul(deleted));
      const list: FileEntry[] = [];
      let last = "";
      for (const record of splitNul(tracked)) {
        const name = record.slice(record.indexOf("\t") + 1);
        // The stages of a conflict stand one after the other; a sparse index lists folders, which end in a slash.
        if (name === last || name.endsWith("/") || gone.has(name)) continue;
        last = name;
        list.push({ path: repoPath(name), kind: kindOfMode(record.slice(0, 6)), tracked: true });
      }
      // A name that ends in a slash is another repository inside this one.
      for (const name of splitNul(others)) if (!name.endsWith("/")) list.push({ path: repoPath(name), kind: "file", tracked: false });
      return list;
    },
  };
}
