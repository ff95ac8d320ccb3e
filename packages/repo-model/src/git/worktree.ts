// The worktree against a commit, without `git diff`: that would run filters.
import { createHash } from "node:crypto";
import { decodeText, fromBytes, type RepoPath } from "../text/index.js";
import { diskTree, isBinary, type FileEntry, type FileTree, type GitListing } from "../tree/index.js";
import type { AddedLines, Change } from "./git-history.js";
import { addedBlocks } from "./line-difference.js";
import type { ObjectReader } from "./objects.js";

const modes: Readonly<Record<FileEntry["kind"], string>> = { file: "100644", executable: "100755", link: "120000", submodule: "160000" };

function blobId(bytes: Uint8Array, length: number): string {
  return createHash(length === 64 ? "sha256" : "sha1")
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest("hex");
}

const withoutCarriage = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1").replaceAll("\r\n", "\n");

/** Tracked files of the worktree that differ from a commit's. Line ends that git would convert are no difference. */
export async function worktreeChanges(root: string, base: readonly FileEntry[], listing: GitListing, read: ObjectReader): Promise<Change[]> {
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
    if (isSwitched || (await differs(disk, before, path, read))) changes.push({ status: isSwitched ? "T" : "M", path, ...ends });
    else if (oldMode !== newMode) changes.push({ status: "M", path, ...ends });
  }
  return changes;
}

async function differs(disk: FileTree, before: FileEntry, path: RepoPath, read: ObjectReader): Promise<boolean> {
  if (before.id === undefined) return true;
  if (before.kind === "link") return blobId(Buffer.from((await disk.target?.(path)) ?? ""), before.id.length) !== before.id;
  const bytes = await disk.bytes(path).catch(() => undefined);
  if (bytes === undefined || blobId(bytes, before.id.length) === before.id) return bytes === undefined;
  if (!bytes.includes(13)) return true;
  const old = await read(before.id);
  return old === undefined || withoutCarriage(old) !== withoutCarriage(bytes);
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
