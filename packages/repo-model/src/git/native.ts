// GitHistory by native git.
import { existsSync } from "node:fs";
import { delimiter, join, resolve as resolvePath } from "node:path";
import { fromBytes, RepoError, repoPath, type RepoPath } from "../text/index.js";
import { diskTree, type FileTree, type GitListing } from "../tree/index.js";
import { findFolders, textOf } from "./folders.js";
import type { Change, CommitChanges, CommitInfo, GitHistory, LineRange } from "./git-history.js";
import { commitTree, indexTree, worktreeListing } from "./native-tree.js";
import { headCommit } from "./head.js";
import { indexEntries } from "./index-entries.js";
import type { IndexEntry } from "./index-file.js";
import { objectReader } from "./objects.js";
import { readHistory } from "./native-history.js";
import { gitProcess, splitNul } from "./process.js";
import { readAddedLines, readStaged } from "./staged.js";
import { tooMuch, treeReader } from "./tree-objects.js";

const patchFlags = [
  "-p",
  "-U0",
  "--text",
  "--no-ext-diff",
  "--no-textconv",
  "--no-renames",
  "--no-color",
  // An id is cut only where all others were looked at.
  "--full-index",
  // Of a file that is gone no line is needed.
  "--irreversible-delete",
  "--src-prefix=a/",
  "--dst-prefix=b/",
];
const diffFlags = [...patchFlags, "--ignore-submodules=all"];
/** How many commits are read to find that one is an ancestor of another. */
const nearest = 100;
/** Commits whose changes are asked for in one process. */
const atOnce = 1000;
const mark = "\x01caio\x01";
// Unit separators divide the fields; the message is not needed line by line.
const format = `--format=${mark}%H%x1f%P%x1f%an%x1f%aI%x1f%s`;

/** A commit of the `format` above, given as Latin-1. */
function parseCommit(line: string): CommitInfo {
  const [id = "", parents = "", author = "", date = "", message = ""] = Buffer.from(line.slice(mark.length), "latin1").toString("utf8").split("\x1f");
  return { id, parents: parents === "" ? [] : parents.split(" "), author, authorDate: isoUtc(date), message };
}

/** The same instant in UTC, as ISO 8601. */
function isoUtc(date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : new Date(time).toISOString();
}

/** Reads `diff-tree --raw -z`. */
export function parseRaw(output: Buffer): Change[] {
  const fields = splitNul(output);
  const changes: Change[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const change = rawChange(fields[at] ?? "", fields[at + 1] ?? "");
    if (change !== undefined) changes.push(change);
  }
  return changes;
}

function rawChange(head: string, name: string): Change | undefined {
  const [oldMode = "", newMode = "", oldId = "", newId = "", status = ""] = head.slice(1).split(" ");
  const letter = status[0];
  if (letter !== "A" && letter !== "M" && letter !== "D" && letter !== "T") return undefined;
  return { status: letter, path: repoPath(name), oldMode, newMode, oldId, newId };
}

/** Reads `diff-tree --stdin --raw -z`: a commit's id, then its changes. */
function parseRawOfCommits(output: Buffer): ReadonlyMap<string, readonly Change[]> {
  const fields = splitNul(output);
  const byCommit = new Map<string, Change[]>();
  let changes: Change[] = [];
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at] ?? "";
    if (field.startsWith(":")) {
      const change = rawChange(field, fields[++at] ?? "");
      if (change !== undefined) changes.push(change);
    } else {
      changes = byCommit.get(field) ?? [];
      byCommit.set(field, changes);
    }
  }
  return byCommit;
}

/** Whether a text can be given to git as a revision: it must not be taken for an option. */
function checkRef(ref: string): string {
  if (ref === "" || ref.startsWith("-") || /[\0\n\r]/.test(ref)) throw new RepoError("REF_NOT_FOUND", `\`${ref}\` is not the name of a commit.`);
  return ref;
}

/** The parents that a commit object names. */
function parentsOf(bytes: Buffer): readonly string[] {
  const [head = ""] = bytes.toString("latin1").split("\n\n", 1);
  return head.split("\n").flatMap((line) => /^parent ([0-9a-f]+)$/.exec(line)?.[1] ?? []);
}

function blameCommits(output: Buffer): Map<number, string> {
  const byLine = new Map<number, string>();
  for (const line of output.toString("latin1").split("\n")) {
    const [, id, final, count] = /^([0-9a-f]{40,64}) \d+ (\d+)(?: (\d+))?$/.exec(line) ?? [];
    if (id !== undefined && final !== undefined)
      for (let at = 0; at < Number(count ?? 1); at++) if (!byLine.has(Number(final) + at)) byLine.set(Number(final) + at, id);
  }
  return byLine;
}

/** Git history at a worktree's root. */
export function nativeGit(
  root: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): GitHistory & { readonly listing: GitListing } {
  const git = gitProcess(root, environment);
  const folders = findFolders(root, environment["GIT_INDEX_FILE"]);
  const isSha256 = /objectformat\s*=\s*sha256/i.test(textOf(join(folders.common, "config")));
  const index = (): Promise<readonly IndexEntry[]> => indexEntries(folders, isSha256 ? 32 : 20, git);
  const { read, find } = objectReader(git, resolvePath(root, environment["GIT_OBJECT_DIRECTORY"] ?? join(folders.common, "objects")));
  const trees = treeReader(read, isSha256 ? 32 : 20);
  const emptyTree = isSha256 ? "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321" : "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
  // What git itself goes by.
  const isShallow = async (): Promise<boolean> => existsSync(join(folders.common, "shallow"));
  // A whole id that was found once stays what it is.
  const found = new Set<string>([emptyTree]);
  const parents = new Map<string, readonly string[]>();
  const resolve = async (ref: string): Promise<string> => {
    if (found.has(ref)) return ref;
    const head = ref === "HEAD" ? headCommit(folders) : undefined;
    if (head !== undefined) {
      found.add(head);
      return head;
    }
    const object = await find(`${checkRef(ref)}^{commit}`);
    if (object !== undefined) {
      found.add(object.id);
      parents.set(object.id, parentsOf(object.bytes));
      return object.id;
    }
    const shallow = await isShallow();
    throw new RepoError(shallow ? "SHALLOW_HISTORY" : "REF_NOT_FOUND", `The commit \`${ref}\` is not in this ${shallow ? "shallow clone" : "repository"}.`, {
      hint: shallow ? "Fetch it: `git fetch --unshallow`, or in GitHub Actions `fetch-depth: 0`." : "Check its name, or fetch it.",
    });
  };
  const commit = async (ref: string): Promise<CommitInfo> => {
    const output = await git.run(["log", "-1", "--no-show-signature", "--no-color", format, await resolve(ref)]);
    return parseCommit(output.toString("latin1").replace(/\n$/, ""));
  };
  const message = async (ref: string): Promise<string> =>
    (await git.run(["log", "-1", "--no-show-signature", "--no-color", "--format=%B", await resolve(ref)])).toString("utf8").trimEnd();
  /** The parents of a commit by its id; none where the clone does not have it. */
  const parentsAt = async (id: string): Promise<readonly string[]> => {
    const known = parents.get(id) ?? parentsOf((await read(id)) ?? Buffer.alloc(0));
    parents.set(id, known);
    return known;
  };
  const namedParents = async (ref: string): Promise<readonly string[]> => parentsAt(await resolve(ref));
  /** Whether `id` is among the nearest ancestors of `tip`; false where that is not found out by reading a few commits. */
  const isNear = async (id: string, tip: string): Promise<boolean> => {
    const seen = new Set<string>();
    for (let level = [tip]; level.length > 0 && seen.size < nearest;) {
      if (level.includes(id)) return true;
      for (const one of level) seen.add(one);
      const lists = await Promise.all(level.map(parentsAt));
      level = [...new Set(lists.flat())].filter((one) => !seen.has(one));
    }
    return false;
  };
  const withFetched: GitHistory["withFetched"] = async (id, milliseconds, depth = 1) => {
    const { fetchCommit } = await import("./fetched-commit.js");
    const fetched = await fetchCommit(git, environment, { commit: id, known: await resolve("HEAD"), common: folders.common, milliseconds, depth });
    if (fetched === undefined) return undefined;
    const alternates = [fetched.objects, environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] ?? ""].filter((path) => path !== "").join(delimiter);
    return { git: nativeGit(root, { ...environment, GIT_ALTERNATE_OBJECT_DIRECTORIES: alternates }), dispose: fetched.dispose };
  };
  async function* commits({ from, to, firstParent, limit }: Parameters<GitHistory["commits"]>[0]): AsyncIterable<CommitInfo> {
    const args = [
      "log",
      "--no-color",
      "--no-show-signature",
      format,
      ...(firstParent === true ? ["--first-parent"] : []),
      ...(limit === undefined ? [] : [`--max-count=${limit}`]),
      await resolve(to),
      ...(from === undefined ? [] : [`^${await resolve(from)}`]),
    ];
    for await (const line of git.lines(args)) if (line.startsWith(mark)) yield parseCommit(line);
  }
  const listing = worktreeListing(git, index);
  const changes = async (from: string, to: string): Promise<readonly Change[]> => {
    const base = await resolve(from);
    if (to === "index")
      return parseRaw(await git.run(["diff-index", "--cached", "--raw", "-z", "--no-renames", "--ignore-submodules=none", "--full-index", base]));
    if (to === "worktree") {
      const { encodingOf, worktreeChanges, worktreeIndex } = await import("./worktree.js");
      return worktreeChanges({
        root,
        base: await treeAt(base).list(),
        listing,
        read,
        index: worktreeIndex(root, folders, await index()),
        encodingOf: encodingOf(git),
      });
    }
    const tip = await resolve(to);
    const near = await trees.difference(`${base}^{tree}`, `${tip}^{tree}`);
    if (near !== tooMuch) return near;
    // Without the option a `.gitmodules` of the worktree (`ignore = all`) hides that a submodule moves.
    return parseRaw(await git.run(["diff-tree", "-r", "-z", "--raw", "--no-renames", "--ignore-submodules=none", "--full-index", base, tip]));
  };
  async function* mainline(range: { readonly from?: string; readonly to: string; readonly limit?: number }): AsyncIterable<CommitChanges> {
    let waiting: CommitInfo[] = [];
    for await (const one of commits({ ...range, firstParent: true })) {
      waiting.push(one);
      if (waiting.length < atOnce) continue;
      yield* await changesOf(waiting);
      waiting = [];
    }
    yield* await changesOf(waiting);
  }
  async function changesOf(list: readonly CommitInfo[]): Promise<CommitChanges[]> {
    if (list.length === 0) return [];
    // `COMMIT PARENT` compares with that parent alone, whatever others there are.
    const input = list.map(({ id, parents }) => `${[id, ...parents.slice(0, 1)].join(" ")}\n`).join("");
    const args = ["diff-tree", "--stdin", "--root", "-m", "-r", "-z", "--raw", "--no-renames", "--ignore-submodules=none", "--full-index"];
    const byCommit = parseRawOfCommits(await git.run(args, { input }));
    return list.map((one) => ({ commit: one, changes: byCommit.get(one.id) ?? [] }));
  }
  // A commit's listing is asked for once, whoever reads it.
  const files = new Map<string, FileTree>();
  const treeAt = (at: string): FileTree => {
    if (at === "index") return indexTree(index, read);
    const known = files.get(at) ?? commitTree(git, read, trees, () => resolve(at));
    if (found.has(at)) files.set(at, known);
    return known;
  };
  return {
    implementation: "native",
    listing,
    root,
    emptyTree,
    resolve,
    isShallow,
    namedParents,
    withFetched,
    commit,
    message,
    async refs() {
      const output = await git.run(["for-each-ref", "--format=%(refname)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)"]);
      return fromBytes(output)
        .split("\n")
        .flatMap((line) => {
          const [name = "", type, id = "", innerType, innerId = ""] = line.split("\0");
          return type === "commit" ? [{ name, commit: id }] : innerType === "commit" ? [{ name, commit: innerId }] : [];
        });
    },
    async bytesAt(at, path) {
      // One name a line, as UTF-8: others are found in the listing.
      if (/[\n\r\udc80-\udcff]/.test(path)) return treeAt(at).bytes(path);
      return read(`${/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(at) ? at : await resolve(at)}:${path}`);
    },
    changes,
    tree: treeAt,
    blob: async (id) => (/^[0-9a-f]{40,64}$/.test(id) && !/^0+$/.test(id) ? read(id) : undefined),
    mainline,
    async removals(paths, limit) {
      const found = new Map<RepoPath, CommitInfo>();
      if (paths.length === 0) return found;
      // One commit more than wanted: it and what lies before it are left out.
      const line = (await git.run(["rev-list", "--first-parent", `--max-count=${limit + 1}`, await resolve("HEAD")])).toString().trim().split("\n");
      const from = line.length > limit ? [`^${line.at(-1) ?? ""}`] : [];
      const flags = [
        "--first-parent",
        "--diff-merges=first-parent",
        "--no-show-signature",
        "--no-color",
        "--no-renames",
        "--diff-filter=D",
        "--name-only",
        "-z",
      ];
      const output = await git.run(["log", ...flags, "--format=%x01%H", "HEAD", ...from, "--", ...paths]);
      let id = "";
      for (const field of splitNul(output)) {
        const word = field.replace(/^\n/, "");
        if (word.startsWith("\u0001")) id = word.slice(1).trim();
        else if (word !== "" && paths.includes(repoPath(word)) && !found.has(repoPath(word))) found.set(repoPath(word), await commit(id));
      }
      return found;
    },
    async mergeBase(a, b) {
      const [from, to] = await Promise.all([resolve(a), resolve(b)]);
      // What is an ancestor of the other is their merge base, and mostly it is not far.
      if (await isNear(from, to)) return from;
      const found = (await git.run(["merge-base", "--end-of-options", from, to], { isFailureFine: true })).toString().trim();
      return found === "" ? undefined : found;
    },
    commits,
    async *staged(from) {
      const args = ["diff-index", "--cached", "--raw", ...patchFlags, "--ignore-submodules=none", await resolve(from)];
      yield* readStaged(git.chunks(args), rawChange);
    },
    async *addedLines({ from, to, paths }) {
      const base = await resolve(from);
      const only = paths === undefined ? [] : ["--", ...paths];
      if (to === "worktree") {
        const { addedInWorktree } = await import("./worktree.js");
        const changed = (await changes(base, "worktree")).filter(({ path }) => paths === undefined || paths.includes(path));
        yield* addedInWorktree(diskTree(root, listing), changed, read);
        return;
      }
      if (to === "index") yield* readAddedLines(git.chunks(["diff-index", "--cached", ...diffFlags, base, ...only]));
      else yield* readAddedLines(git.chunks(["diff-tree", "-r", ...diffFlags, base, await resolve(to), ...only]));
    },
    async *history({ from, to, only } = {}) {
      const tips = to === undefined ? ["--all"] : [await resolve(to)];
      const range = [...tips, ...(from === undefined ? [] : [`^${await resolve(from)}`])];
      const differences = only === "messages" ? ["--no-patch"] : ["--diff-merges=dense-combined", ...diffFlags];
      const flags = ["--no-show-signature", "--encoding=UTF-8", `${format}%n%B%x00`, ...differences];
      yield* readHistory({ git, range, flags, prefix: mark, parse: parseCommit });
    },
    async blame(path: RepoPath, lines: readonly LineRange[]) {
      if (lines.length === 0) return [];
      const output = await git.run(
        ["blame", "--incremental", "--no-textconv", ...lines.flatMap(([first, last]) => ["-L", `${first},${last}`]), "HEAD", "--", path],
        { isFailureFine: true },
      );
      const ids = blameCommits(output);
      const infos = new Map<string, Promise<CommitInfo>>();
      const result: (CommitInfo | undefined)[] = [];
      for (const [first, last] of lines) {
        for (let line = first; line <= last; line++) {
          const id = ids.get(line);
          if (id !== undefined && !infos.has(id)) infos.set(id, commit(id));
          result.push(id === undefined ? undefined : await infos.get(id));
        }
      }
      return result;
    },
  };
}
