// The worktree against a commit, without `git diff`: that would run filters.
import { createHash } from "node:crypto";
import { isUtf8 } from "node:buffer";
import { lstatSync, type BigIntStats } from "node:fs";
import { decodeText, fromBytes, type RepoPath } from "../text/index.js";
import { diskPath, diskTree, isBinary, type FileEntry, type FileTree, type GitListing } from "../tree/index.js";
import type { GitFolders } from "./folders.js";
import type { AddedLines, Change } from "./git-history.js";
import type { IndexEntry } from "./index-file.js";
import { addedBlocks } from "./line-difference.js";
import { modes } from "./mode.js";
import type { ObjectReader } from "./objects.js";
import { splitNul, type GitProcess } from "./process.js";

/** The object that a path's file on disk is known to be without reading it; undefined where it has to be read. */
export type WorktreeIndex = (path: RepoPath) => string | undefined;
/** The encoding that attributes give files on disk (gitattributes, `working-tree-encoding`); undefined for UTF-8. */
export type EncodingOf = (path: RepoPath) => Promise<string | undefined>;

function statOf(at: Buffer | string): BigIntStats | undefined {
  try {
    return lstatSync(at, { bigint: true });
  } catch {
    return undefined;
  }
}

/**
 * What the index knows of the worktree: a file whose stat is as it was is as it was, as git takes it, filters and encodings included.
 * A file that is as new as the index may have changed since, and is read (git's "racy" entries).
 */
export function worktreeIndex(root: string, folders: GitFolders, entries: readonly IndexEntry[]): WorktreeIndex {
  const written = statOf(folders.index)?.mtimeNs ?? 0n;
  const byPath = new Map(entries.filter(({ stage, isIntended }) => stage === 0 && !isIntended).map((entry) => [entry.path, entry]));
  return (path) => {
    const entry = byPath.get(path);
    if (entry === undefined || entry.isSkipped || entry.isAssumed) return entry?.id;
    if (entry.stat === undefined || entry.mode === "160000") return undefined;
    const time = BigInt(entry.stat.seconds) * 1_000_000_000n + BigInt(entry.stat.nanoseconds);
    const now = statOf(diskPath(root, path));
    return now !== undefined && now.mtimeNs === time && now.size % 0x1_0000_0000n === BigInt(entry.stat.size) && time < written ? entry.id : undefined;
  };
}

/** Asks git for the attribute; nothing is run for it. */
export function encodingOf(git: GitProcess): EncodingOf {
  return async (path) => {
    const [, , value = "unspecified"] = splitNul(await git.run(["check-attr", "-z", "working-tree-encoding", "--", path], { isFailureFine: true }));
    return ["unspecified", "unset", "set", ""].includes(value) ? undefined : value;
  };
}

function blobId(bytes: Uint8Array, length: number): string {
  return createHash(length === 64 ? "sha256" : "sha1")
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest("hex");
}

const withoutCarriage = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1").replaceAll("\r\n", "\n");

/** The same text as UTF-8; undefined where the encoding is not known here. */
function asUtf8(bytes: Uint8Array, encoding: string): Uint8Array | undefined {
  try {
    return Buffer.from(new TextDecoder(encoding.replace(/-BOM$/i, "")).decode(bytes));
  } catch {
    return undefined;
  }
}

/** What two states of a worktree are told apart by. */
export interface WorktreeInput {
  readonly root: string;
  readonly base: readonly FileEntry[];
  readonly listing: GitListing;
  readonly read: ObjectReader;
  readonly index: WorktreeIndex;
  readonly encodingOf: EncodingOf;
}

/** Tracked files of the worktree that differ from a commit's. Line ends and encodings that git would convert are no difference. */
export async function worktreeChanges(input: WorktreeInput): Promise<Change[]> {
  const { root, base, listing } = input;
  const disk = diskTree(root, listing);
  const old = new Map(base.map((entry) => [entry.path, entry]));
  const now = new Map((await disk.list()).filter(({ tracked }) => tracked !== false).map((entry) => [entry.path, entry]));
  const zeros = "0".repeat(base[0]?.id?.length ?? 40);
  const changes: Change[] = [];
  for (const path of [...new Set([...old.keys(), ...now.keys()])].toSorted()) {
    const before = old.get(path);
    const after = now.get(path);
    const oldMode = before === undefined ? "000000" : modes[before.kind];
    const newMode = after === undefined ? "000000" : modes[after.kind];
    const ends = { oldMode, newMode, oldId: before?.id ?? zeros, newId: zeros };
    if (before === undefined || after === undefined) {
      changes.push({ status: before === undefined ? "A" : "D", path, ...ends });
      continue;
    }
    if (before.kind === "submodule" && after.kind === "submodule") continue;
    const isSwitched = (before.kind === "link") !== (after.kind === "link");
    if (isSwitched || (await differs(input, disk, before, path))) changes.push({ status: isSwitched ? "T" : "M", path, ...ends });
    else if (oldMode !== newMode) changes.push({ status: "M", path, ...ends });
  }
  return changes;
}

async function differs({ read, index, encodingOf: encoding }: WorktreeInput, disk: FileTree, before: FileEntry, path: RepoPath): Promise<boolean> {
  if (before.id === undefined) return true;
  const known = index(path);
  if (known !== undefined) return known !== before.id;
  if (before.kind === "link") return blobId(Buffer.from((await disk.target?.(path)) ?? ""), before.id.length) !== before.id;
  const bytes = await disk.bytes(path).catch(() => undefined);
  if (bytes === undefined || blobId(bytes, before.id.length) === before.id) return bytes === undefined;
  const name = isBinary(bytes) || !isUtf8(bytes) ? await encoding(path) : undefined;
  const text = name === undefined ? bytes : asUtf8(bytes, name);
  if (text === undefined || (name === undefined && !text.includes(13))) return true;
  const old = await read(before.id);
  return old === undefined || withoutCarriage(old) !== withoutCarriage(text);
}

/** The lines that the worktree adds at changed paths. */
export async function* addedInWorktree(disk: FileTree, changes: readonly Change[], read: ObjectReader): AsyncIterable<AddedLines> {
  for (const { path, oldId, oldMode } of changes) {
    const after = await disk.bytes(path).catch(() => undefined);
    if (after === undefined) continue;
    const before = oldMode === "000000" || oldMode === "160000" ? undefined : await read(oldId);
    if (isBinary(after)) yield { path, blocks: [], isBinary: true };
    else yield { path, blocks: addedBlocks(before === undefined ? "" : fromBytes(before), decodeText(after).text), isBinary: false };
  }
}
