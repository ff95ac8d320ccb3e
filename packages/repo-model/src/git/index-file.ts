// The index as git stores it (gitformat-index): read without a process, with what `ls-files -s` does not tell.
import { fromBytes, repoPath, type RepoPath } from "../text/index.js";
import type { FileEntry } from "../tree/index.js";
import { kindOfMode } from "./mode.js";

/** One entry. `stage` is 0, or 1 to 3 while a conflict is open. `mode` is git's six digits. */
export interface IndexEntry {
  readonly path: string;
  readonly mode: string;
  readonly id: string;
  readonly stage: number;
  /** `git add --intent-to-add`: a commit does not have it. */
  readonly isIntended: boolean;
  /** Skip-worktree: a sparse checkout left it out. */
  readonly isSkipped: boolean;
  /** Assume-unchanged. */
  readonly isAssumed: boolean;
  /** What the file's stat was when its content was last compared: seconds and nanoseconds of its mtime, and its size modulo 2^32. */
  readonly stat?: { readonly seconds: number; readonly nanoseconds: number; readonly size: number };
}

const fixed = 40;

/** One number of gitformat-index's version 4: seven bits a byte, each further byte adds one. */
function readOffset(bytes: Buffer, from: number): [value: number, next: number] {
  let at = from;
  let byte = bytes[at++] ?? 0;
  let value = byte & 127;
  while ((byte & 128) !== 0) {
    byte = bytes[at++] ?? 0;
    value = (value + 1) * 128 + (byte & 127);
  }
  return [value, at];
}

function nameOf(bytes: Buffer, from: number, to: number): string {
  const name = bytes.toString("utf8", from, to);
  return name.includes("\ufffd") ? fromBytes(bytes.subarray(from, to)) : name;
}

/**
 * Reads versions 2 to 4. `idLength` is 20 or 32 bytes. Undefined for what only git itself can read: an unknown version, an extension that has to be
 * understood (split index, sparse index), or bytes that are no index.
 */
export function parseIndex(bytes: Buffer, idLength: 20 | 32): readonly IndexEntry[] | undefined {
  if (bytes.length < 12 + idLength || bytes.toString("latin1", 0, 4) !== "DIRC") return undefined;
  const version = bytes.readUInt32BE(4);
  if (version < 2 || version > 4) return undefined;
  const end = bytes.length - idLength;
  const entries: IndexEntry[] = [];
  let at = 12;
  let last = Buffer.alloc(0);
  for (let count = bytes.readUInt32BE(8); count > 0; count--) {
    const start = at;
    if (at + fixed + idLength + 2 > end) return undefined;
    const mode = bytes.readUInt32BE(at + 24);
    const flags = bytes.readUInt16BE(at + fixed + idLength);
    const isExtended = (flags & 0x4000) !== 0;
    const more = isExtended ? bytes.readUInt16BE(at + fixed + idLength + 2) : 0;
    const id = bytes.toString("hex", at + fixed, at + fixed + idLength);
    at += fixed + idLength + (isExtended ? 4 : 2);
    let path: string;
    if (version === 4) {
      const [cut, from] = readOffset(bytes, at);
      const stop = bytes.indexOf(0, from);
      if (stop === -1 || stop >= end || cut > last.length) return undefined;
      last = Buffer.concat([last.subarray(0, last.length - cut), bytes.subarray(from, stop)]);
      path = nameOf(last, 0, last.length);
      at = stop + 1;
    } else {
      const length = flags & 0xfff;
      const stop = length < 0xfff ? at + length : bytes.indexOf(0, at);
      if (stop === -1 || stop >= end) return undefined;
      path = nameOf(bytes, at, stop);
      // One to eight NULs bring an entry to a multiple of eight bytes.
      at = start + ((stop - start + 8) & ~7);
    }
    entries.push({
      path,
      mode: mode.toString(8).padStart(6, "0"),
      id,
      stage: (flags >> 12) & 3,
      isIntended: (more & 0x2000) !== 0,
      isSkipped: (more & 0x4000) !== 0,
      isAssumed: (flags & 0x8000) !== 0,
      stat: { seconds: bytes.readUInt32BE(start + 8), nanoseconds: bytes.readUInt32BE(start + 12), size: bytes.readUInt32BE(start + 36) },
    });
  }
  while (at + 8 <= end) {
    // An extension whose name begins with a lower-case letter changes what the entries mean.
    if ((bytes[at] ?? 0) >= 0x61) return undefined;
    at += 8 + bytes.readUInt32BE(at + 4);
  }
  return at === end ? entries : undefined;
}

/** In words, why `parseIndex` does not read these bytes. */
export function indexShape(bytes: Buffer): string {
  const version = bytes.length < 8 ? 0 : bytes.readUInt32BE(4);
  if (version < 2 || version > 4) return `an index of version ${version}`;
  return bytes.includes("sdir", 12, "latin1") ? "a sparse index" : bytes.includes("link", 12, "latin1") ? "a split index" : "an index of an unknown form";
}

/** What a commit of the index would have, by path: nothing that is only intended; the first stage of a conflict. */
export function treeEntries(entries: readonly IndexEntry[]): Map<RepoPath, FileEntry & { readonly id: string }> {
  const byPath = new Map<RepoPath, FileEntry & { readonly id: string }>();
  for (const { path: name, mode, id, isIntended } of entries) {
    const path = repoPath(name);
    if (!isIntended && !byPath.has(path)) byPath.set(path, { path, kind: kindOfMode(mode), id, tracked: true });
  }
  return byPath;
}

/** The tracked files of the worktree that are there, or that a sparse checkout left out. */
export function trackedFiles(entries: readonly IndexEntry[], isThere: (path: string) => boolean): FileEntry[] {
  const list: FileEntry[] = [];
  let last = "";
  for (const { path, mode, isSkipped } of entries) {
    // The stages of a conflict stand one after the other.
    if (path === last || !(isSkipped || isThere(path))) continue;
    last = path;
    list.push({ path: repoPath(path), kind: kindOfMode(mode), tracked: true, ...(isSkipped ? { sparse: true } : {}) });
  }
  return list;
}
