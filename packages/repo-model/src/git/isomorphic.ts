// GitHistory by isomorphic-git, behind a read-only file system: where there is no native git.
import { lstatSync, promises } from "node:fs";
import { join } from "node:path";
import { decodeText, fromBytes, RepoError, repoPath, toBytes, type RepoPath } from "../text/index.js";
import { diskTree, isBinary, memoryTree, selects, sourceOfBytes, type FileEntry, type FileTree, type GitListing } from "../tree/index.js";
import type { AddedLines, Change, CommitInfo, GitHistory, Ref } from "./git-history.js";
import { addedBlocks } from "./line-difference.js";
import { exclusions } from "./exclusions.js";
import { findFolders, textOf } from "./folders.js";
import { indexEntries } from "./index-entries.js";
import { trackedFiles, treeEntries, type IndexEntry } from "./index-file.js";
import { kindOfMode, modes } from "./mode.js";
import { readOnlyFs } from "./read-only-fs.js";
import { checkShape } from "./shape.js";
import { addedInWorktree, worktreeChanges, worktreeIndex } from "./worktree.js";

type Entry = FileEntry & { readonly id: string; readonly mode: string };
const zeros = "0".repeat(40);
const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
const textLimit = 10 * 1024 * 1024;

/** Whether a submodule's folder is there. */
function isFolder(root: string, path: string): boolean {
  return lstatSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() === true;
}

function compareEntries(before: ReadonlyMap<RepoPath, Entry>, after: ReadonlyMap<RepoPath, Entry>): Change[] {
  const changes: Change[] = [];
  for (const path of [...new Set([...before.keys(), ...after.keys()])].toSorted()) {
    const old = before.get(path);
    const now = after.get(path);
    if (old?.id === now?.id && old?.mode === now?.mode) continue;
    const isSwitched = old !== undefined && now !== undefined && old.mode.slice(0, 3) !== now.mode.slice(0, 3);
    changes.push({
      status: old === undefined ? "A" : now === undefined ? "D" : isSwitched ? "T" : "M",
      path,
      oldMode: old?.mode ?? "000000",
      newMode: now?.mode ?? "000000",
      oldId: old?.id ?? zeros,
      newId: now?.id ?? zeros,
    });
  }
  return changes;
}

/** Git history at a worktree's root, with the listing of its files. Throws GIT_UNSUPPORTED for a shape that cannot be read. */
export async function isomorphicGit(
  root: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<GitHistory & { readonly listing: GitListing }> {
  const { default: git } = await import("isomorphic-git");
  const folders = findFolders(root, environment["GIT_INDEX_FILE"]);
  await checkShape(folders);
  const base = { fs: readOnlyFs(root, folders), dir: root, gitdir: join(root, ".git"), cache: {} };
  const shallow = async (): Promise<ReadonlySet<string>> =>
    new Set((await promises.readFile(join(folders.common, "shallow"), "utf8").catch(() => "")).split("\n").filter((line) => line !== ""));
  const resolve = async (ref: string): Promise<string> => {
    if (ref === emptyTree) return ref;
    try {
      const [, name = ref, steps = ""] = /^(.*?)((?:\^|~\d*)*)$/.exec(ref) ?? [];
      let id = await git.resolveRef({ ...base, ref: name, depth: 10 }).catch(() => git.expandOid({ ...base, oid: name }));
      for (const step of steps.match(/\^|~\d*/g) ?? []) {
        for (let count = step === "^" || step === "~" ? 1 : Number(step.slice(1)); count > 0; count--) {
          const parent = (await git.readCommit({ ...base, oid: id })).commit.parent[0];
          if (parent === undefined) throw new Error("no parent");
          id = parent;
        }
      }
      return (await git.readCommit({ ...base, oid: id })).oid;
    } catch {
      const isShallow = (await shallow()).size > 0;
      throw new RepoError(
        isShallow ? "SHALLOW_HISTORY" : "REF_NOT_FOUND",
        `The commit \`${ref}\` is not in this ${isShallow ? "shallow clone" : "repository"}.`,
        {
          hint: isShallow ? "Fetch it: `git fetch --unshallow`, or in GitHub Actions `fetch-depth: 0`." : "Check its name, or fetch it.",
        },
      );
    }
  };
  const commit = async (ref: string): Promise<CommitInfo> => {
    const { oid, commit: data } = await git.readCommit({ ...base, oid: await resolve(ref) });
    const cut = await shallow();
    return {
      id: oid,
      parents: cut.has(oid) ? [] : data.parent,
      author: data.author.name,
      authorDate: new Date(data.author.timestamp * 1000).toISOString(),
      message: data.message.split("\n")[0] ?? "",
    };
  };
  const message = async (ref: string): Promise<string> => (await git.readCommit({ ...base, oid: await resolve(ref) })).commit.message.trimEnd();
  const ofCommit = async (ref: string): Promise<Map<RepoPath, Entry>> => {
    const entries = new Map<RepoPath, Entry>();
    const id = await resolve(ref);
    if (id === emptyTree) return entries;
    const enter = async (tree: string, prefix: string): Promise<void> => {
      for (const { path, mode, oid, type } of (await git.readTree({ ...base, oid: tree })).tree) {
        if (path.includes("\ufffd"))
          throw new RepoError("GIT_UNSUPPORTED", "Without native git a repository with names that are not UTF-8 cannot be read.", {
            hint: "Install git and put it on PATH.",
          });
        const full = repoPath(`${prefix}${path}`);
        const six = mode.padStart(6, "0");
        if (type === "tree") await enter(oid, `${full}/`);
        else entries.set(full, { path: full, kind: kindOfMode(six), id: oid, mode: six, tracked: true });
      }
    };
    await enter((await git.readCommit({ ...base, oid: id })).commit.tree, "");
    return entries;
  };
  const index = async (): Promise<readonly IndexEntry[]> => {
    const entries = await indexEntries(folders, 20);
    if (entries.some(({ path }) => /[\udc80-\udcff]/.test(path)))
      throw new RepoError("GIT_UNSUPPORTED", "Without native git a repository with names that are not UTF-8 cannot be read.", {
        hint: "Install git and put it on PATH.",
      });
    return entries;
  };
  const ofIndex = async (): Promise<Map<RepoPath, Entry>> =>
    new Map([...treeEntries(await index())].map(([path, entry]) => [path, { ...entry, mode: modes[entry.kind] }]));
  const read = async (id: string): Promise<Buffer | undefined> =>
    /^0+$/.test(id)
      ? undefined
      : git.readBlob({ ...base, oid: id }).then(
          ({ blob }) => Buffer.from(blob),
          () => undefined,
        );
  const treeOf = (load: () => Promise<Map<RepoPath, Entry>>): FileTree => {
    let loading: Promise<Map<RepoPath, Entry>> | undefined;
    const entries = (): Promise<Map<RepoPath, Entry>> => (loading ??= load());
    const bytes = async (path: RepoPath): Promise<Buffer | undefined> => {
      const entry = (await entries()).get(path);
      if (entry === undefined || entry.kind === "link" || entry.kind === "submodule") return undefined;
      const blob = await read(entry.id);
      if (blob === undefined) throw new RepoError("FILE_UNREADABLE", `git does not have the content of \`${path}\`.`);
      return blob;
    };
    return {
      async list(selection = {}) {
        const isSelected = selects(selection);
        return [...(await entries()).values()]
          .filter(({ path }) => isSelected(path))
          .map(({ path, kind, id }) => ({ path, kind, id, tracked: true }))
          .toSorted((a, b) => (a.path < b.path ? -1 : 1));
      },
      bytes,
      async text(path) {
        const blob = await bytes(path);
        if (blob !== undefined && blob.length > textLimit)
          throw new RepoError("FILE_TOO_LARGE", `\`${path}\` has ${blob.length} bytes, more than the ${textLimit} that are read.`);
        return blob === undefined ? undefined : sourceOfBytes(path, blob);
      },
      async target(path) {
        const entry = (await entries()).get(path);
        return entry?.kind === "link" ? (await read(entry.id))?.toString("utf8") : undefined;
      },
    };
  };
  const listing: GitListing = {
    async list({ ignored }) {
      const disk = diskTree(root, undefined, { skipsRepositories: true, excludes: exclusions(folders, environment) });
      const entries = await index();
      const tracked = new Set<string>(entries.map(({ path }) => path));
      const walked = await disk.list({ ignored });
      const there = new Set<string>((ignored ? walked : await disk.list({ ignored: true })).map(({ path }) => path));
      return [
        ...trackedFiles(entries, (path) => there.has(path) || isFolder(root, path)),
        ...walked.filter(({ path }) => !tracked.has(path)).map(({ path, kind }): FileEntry => ({ path, kind, tracked: false })),
      ];
    },
  };
  const mentionsEncodings = async (): Promise<boolean> => {
    const disk = diskTree(root, listing);
    const files = await disk.list({ include: ["**/.gitattributes"] });
    const texts = await Promise.all(files.map(async ({ path }) => (await disk.text(path).catch(() => undefined))?.text ?? ""));
    return [...texts, textOf(join(folders.common, "info", "attributes"))].some((text) => text.includes("working-tree-encoding"));
  };
  const changes = async (from: string, to: string): Promise<readonly Change[]> => {
    const before = await ofCommit(from);
    if (to === "worktree")
      return worktreeChanges({
        root,
        base: [...before.values()],
        listing,
        read,
        index: worktreeIndex(root, folders, await index()),
        async encodingOf(path) {
          if (!(await mentionsEncodings())) return undefined;
          throw new RepoError("GIT_UNSUPPORTED", `Without native git the encoding of \`${path}\` by attributes (working-tree-encoding) cannot be told.`, {
            hint: "Install git and put it on PATH.",
          });
        },
      });
    return compareEntries(before, to === "index" ? await ofIndex() : await ofCommit(to));
  };
  async function* added(list: readonly Change[]): AsyncIterable<AddedLines> {
    for (const { status, path, oldId, newId, newMode } of list) {
      if (status === "D" || newMode === "160000") continue;
      const after = (await read(newId)) ?? Buffer.alloc(0);
      const before = await read(oldId);
      if (isBinary(after)) yield { path, blocks: [], isBinary: true };
      else yield { path, blocks: addedBlocks(before === undefined ? "" : fromBytes(before), decodeText(after).text), isBinary: false };
    }
  }
  async function* commits(range: {
    readonly from?: string;
    readonly to: string;
    readonly firstParent?: boolean;
    readonly limit?: number;
  }): AsyncIterable<CommitInfo> {
    const hidden = new Set<string>();
    const hide = range.from === undefined ? [] : [await resolve(range.from)];
    for (let id = hide.pop(); id !== undefined; id = hide.pop()) {
      if (hidden.has(id)) continue;
      hidden.add(id);
      hide.push(...(await commit(id)).parents);
    }
    const queue = [await commit(range.to)];
    const seen = new Set(queue.map(({ id }) => id));
    let count = 0;
    while (queue.length > 0) {
      queue.sort((a, b) => (a.authorDate < b.authorDate ? -1 : 1)); // oxlint-disable-line unicorn/no-array-sort -- a queue of our own
      const next = queue.pop();
      if (next === undefined || hidden.has(next.id)) continue;
      yield next;
      if (++count === range.limit) return;
      for (const parent of range.firstParent === true ? next.parents.slice(0, 1) : next.parents) {
        if (seen.has(parent)) continue;
        seen.add(parent);
        queue.push(await commit(parent));
      }
    }
  }
  const removals = async (paths: readonly RepoPath[], limit: number): Promise<ReadonlyMap<RepoPath, CommitInfo>> => {
    const found = new Map<RepoPath, CommitInfo>();
    if (paths.length === 0) return found;
    for await (const info of commits({ to: "HEAD", firstParent: true, limit })) {
      const [parent] = info.parents;
      if (parent === undefined || found.size === paths.length) break;
      for (const { status, path } of await changes(parent, info.id)) if (status === "D" && paths.includes(path) && !found.has(path)) found.set(path, info);
    }
    return found;
  };
  const refs = async (): Promise<readonly Ref[]> => {
    const found: Ref[] = [];
    for (const name of (await git.listRefs({ ...base, filepath: "refs" })).map((one) => `refs/${one}`).toSorted()) {
      const id = await resolve(name).catch(() => undefined);
      if (id !== undefined) found.push({ name, commit: id });
    }
    return found;
  };
  async function* all({ from, to }: { readonly from?: string; readonly to?: string }): AsyncIterable<CommitInfo> {
    const head = await resolve("HEAD").catch(() => undefined);
    const tips = to === undefined ? [...(await refs()).map((ref) => ref.commit), ...(head === undefined ? [] : [head])] : [to];
    const seen = new Set<string>();
    for (const tip of new Set(tips)) {
      for await (const info of commits({ to: tip, ...(from === undefined ? {} : { from }) })) {
        if (seen.has(info.id)) continue;
        seen.add(info.id);
        yield info;
      }
    }
  }
  return {
    implementation: "isomorphic",
    removals,
    listing,
    root,
    emptyTree,
    resolve,
    commit,
    message,
    commits,
    changes,
    isShallow: async () => (await shallow()).size > 0,
    namedParents: async (ref) => (await git.readCommit({ ...base, oid: await resolve(ref) })).commit.parent,
    withFetched: async () => undefined,
    blob: read,
    async *mainline(range) {
      for await (const one of commits({ ...range, firstParent: true })) yield { commit: one, changes: await changes(one.parents[0] ?? emptyTree, one.id) };
    },
    tree: (at) => (at === "index" ? treeOf(ofIndex) : at === emptyTree ? memoryTree({}) : treeOf(() => ofCommit(at))),
    async mergeBase(a, b) {
      const [found] = (await git.findMergeBase({ ...base, oids: [await resolve(a), await resolve(b)] })) as string[];
      return found;
    },
    async *staged(from) {
      const list = await changes(from, "index");
      yield* list;
      yield* added(list);
    },
    async *addedLines({ from, to, paths }) {
      const list = (await changes(from, to)).filter(({ path }) => paths === undefined || paths.includes(path));
      if (to === "worktree") yield* addedInWorktree(diskTree(root, listing), list, read);
      else yield* added(list);
    },
    refs,
    bytesAt: async (at, path) =>
      (await treeOf(() => ofCommit(at))
        .bytes(path)
        .catch(() => undefined)) ?? undefined,
    async *history(range = {}) {
      let age = 0;
      for await (const one of all(range)) {
        const info = { ...one, age: age++ };
        yield [{ commit: info, message: await message(info.id) }];
        if (range.only === "messages") continue;
        const [first, ...others] = info.parents;
        let list = await changes(first ?? emptyTree, info.id);
        // A merge's own changes differ from every parent.
        for (const other of others) {
          const paths = new Set((await changes(other, info.id)).map(({ path }) => path));
          list = list.filter(({ path }) => paths.has(path));
        }
        for await (const { path, blocks, isBinary } of added(list))
          yield [{ path, commit: info, isBinary, isCut: false, blocks: blocks.map(({ line, text }) => ({ line, bytes: toBytes(text) })) }];
      }
    },
    async blame() {
      throw new RepoError("GIT_UNSUPPORTED", "Without native git there is no blame.", { hint: "Install git and put it on PATH." });
    },
  };
}
