// Writing: a temporary file beside the target, fsync, rename; what changed since it was read is refused.
import { chmodSync, closeSync, constants, fstatSync, linkSync, lstatSync, openSync, readFileSync, renameSync, unlinkSync } from "node:fs";
import { lstat, mkdir, open, realpath, rename, rm, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { RepoError, repoPath, type RepoPath } from "../text/index.js";
import { diskPath } from "./disk.js";
import type { FileTree } from "./file-tree.js";
import { isLeftOver, temporaryName } from "./temporary.js";

/** One file before and after; undefined where it is not there. `mode` is a Unix permission. */
export interface FileWrite {
  readonly path: RepoPath;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
  readonly mode?: number;
}

const folderOf = (path: RepoPath): string => (path.includes("/") ? dirname(path) : "");
const reason = (error: unknown): string => (error instanceof Error ? error.message.replace(/, \w+ '[^]*$/, "") : String(error));

/** Removes what killed runs left. */
async function sweep(root: string, paths: readonly RepoPath[]): Promise<void> {
  for (const path of paths) if (isLeftOver(path)) await unlink(diskPath(root, path)).catch(() => {});
}

/** Makes the folders above a file, none of which may be a link. */
async function makeFolders(root: string, folder: string): Promise<void> {
  let path = "";
  for (const segment of folder === "" ? [] : folder.split("/")) {
    path = path === "" ? segment : `${path}/${segment}`;
    const at = diskPath(root, repoPath(path));
    const stat = await lstat(at).catch(() => undefined);
    if (stat === undefined) await mkdir(at);
    else if (!stat.isDirectory()) throw new RepoError("WRITE_FAILED", `\`${path}\` is not a folder, so nothing is written below it.`);
  }
}

interface Current {
  readonly bytes: Uint8Array;
  readonly mode: number;
}

const changed = (path: RepoPath): RepoError =>
  new RepoError("FILE_CHANGED", `\`${path}\` was changed since it was read, so it is not written.`, { hint: "Run again." });

const isGone = (error: unknown): boolean => error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
const isLink = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ELOOP";

/** Throws where a folder on the way to a file is none, or is a link. What is not there is no fault. */
function refuseLinks(root: string, path: RepoPath): undefined {
  for (let end = path.indexOf("/"); end !== -1; end = path.indexOf("/", end + 1)) {
    const folder = repoPath(path.slice(0, end));
    if (lstatSync(diskPath(root, folder), { throwIfNoEntry: false })?.isDirectory() === false)
      throw new RepoError("FILE_CHANGED", `\`${folder}\` is no longer a folder, so \`${path}\` is not written.`);
  }
}

/**
 * What is there now; a link, another kind of file and what lies behind a link are refused. Nothing is awaited, and the last thing that is looked
 * at is the name: it still belongs to the file whose bytes were read, and the file is still as it was when it was opened.
 */
function current(root: string, path: RepoPath): Current | undefined {
  const at = diskPath(root, path);
  const irregular = (): RepoError => new RepoError("FILE_CHANGED", `\`${path}\` is not a regular file, so it is not written.`);
  let descriptor: number | undefined;
  try {
    descriptor = openSync(at, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const opened = fstatSync(descriptor);
    if (!opened.isFile()) throw irregular();
    const bytes = readFileSync(descriptor);
    refuseLinks(root, path);
    const named = lstatSync(at);
    for (const key of ["dev", "ino", "size", "mtimeMs", "ctimeMs", "mode"] as const) if (named[key] !== opened[key]) throw changed(path);
    return { bytes, mode: opened.mode & 0o7777 };
  } catch (error) {
    if (isGone(error)) return refuseLinks(root, path);
    throw isLink(error) ? irregular() : error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

const same = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean => (a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0);

interface Prepared {
  readonly write: FileWrite;
  /** The permission that the file had. */
  readonly mode: number | undefined;
  readonly temporary?: Buffer;
}

async function prepare(root: string, write: FileWrite): Promise<Prepared> {
  const { path, before, after, mode } = write;
  const folder = folderOf(path);
  await makeFolders(root, folder);
  const now = current(root, path);
  if (!same(now?.bytes, before)) throw changed(path);
  if (after === undefined) return { write, mode: now?.mode };
  const name = temporaryName();
  const at = diskPath(root, repoPath(folder === "" ? name : `${folder}/${name}`));
  const handle = await open(at, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, mode ?? now?.mode ?? 0o666);
  try {
    try {
      await handle.writeFile(after);
      const wanted = mode ?? now?.mode;
      if (wanted !== undefined) await handle.chmod(wanted);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await rm(at, { force: true });
    throw error;
  }
  return { write, mode: now?.mode, temporary: at };
}

/** Puts a new file in its place; one that somebody has made there meanwhile is not written over. */
function place(temporary: Buffer, target: Buffer, path: RepoPath): void {
  try {
    linkSync(temporary, target);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EEXIST") throw changed(path);
    // Not every file system has hard links.
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "EOPNOTSUPP" && code !== "ENOSYS" && code !== "EMLINK") throw error;
    renameSync(temporary, target);
    return;
  }
  try {
    unlinkSync(temporary);
  } catch {
    // The file stands; its second name is removed with what is discarded.
  }
}

/** Carries a prepared write out, if nothing has changed since. Between the last look at the file and the rename lies no other step. */
function commit(root: string, { write, mode, temporary: at }: Prepared): void {
  const { path, before, after } = write;
  const target = diskPath(root, path);
  const now = current(root, path);
  if (!same(now?.bytes, before) || now?.mode !== mode) throw changed(path);
  if (at !== undefined && before === undefined) place(at, target, path);
  else if (at !== undefined) renameSync(at, target);
  else if (after === undefined && before !== undefined) unlinkSync(target);
  else if (write.mode !== undefined) chmodSync(target, write.mode);
}

/**
 * Writes files below `root`. All temporaries are made before the first rename, so that a full disk or a refused file leaves
 * every file as it was. What killed runs left in `files` is removed. Throws `FILE_CHANGED`, `WRITE_FAILED`.
 */
export async function writeFiles(root: string, writes: readonly FileWrite[], files?: FileTree): Promise<void> {
  if (files !== undefined)
    await sweep(
      root,
      (await files.list({ leftOver: true })).map(({ path }) => path),
    );
  const prepared: Prepared[] = [];
  const discard = async (): Promise<void> => {
    for (const { temporary: at } of prepared) if (at !== undefined) await rm(at, { force: true }).catch(() => {});
  };
  for (const write of writes) {
    try {
      prepared.push(await prepare(root, write));
    } catch (error) {
      await discard();
      if (error instanceof RepoError) throw error;
      throw new RepoError("WRITE_FAILED", `\`${write.path}\` cannot be written: ${reason(error)}.`, { cause: error, hint: "No file was changed." });
    }
  }
  for (const [index, one] of prepared.entries()) {
    const { write } = one;
    try {
      commit(root, one);
    } catch (error) {
      await discard();
      const done = prepared.slice(0, index).map((earlier) => earlier.write.path);
      if (error instanceof RepoError && done.length === 0) throw error;
      throw new RepoError("WRITE_FAILED", `\`${write.path}\` cannot be written: ${reason(error)}.`, {
        cause: error,
        hint: done.length === 0 ? "No file was changed." : `Written before it, each whole: ${done.join(", ")}.`,
      });
    }
  }
  await discard();
}

/**
 * Writes a file that the user named, such as a report, wherever it lies: whole or not at all. What is no regular file (a pipe, a device)
 * or lies in a folder that takes no new files is written in place. Throws what the disk throws.
 */
export async function writeOutput(path: string, text: string): Promise<void> {
  const at = await realpath(path).catch(() => path);
  const stat = await lstat(at).catch(() => undefined);
  if (stat !== undefined && !stat.isFile()) return writeFile(at, text);
  const temporary = join(dirname(at), temporaryName());
  const handle = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, stat === undefined ? 0o666 : stat.mode & 0o7777).catch(
    (error: unknown) => {
      if (stat !== undefined && error instanceof Error && "code" in error && error.code === "EACCES") return undefined;
      throw error;
    },
  );
  if (handle === undefined) return writeFile(at, text);
  try {
    await handle.writeFile(text).finally(() => handle.close());
    await rename(temporary, at);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
