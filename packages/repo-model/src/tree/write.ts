// Writing: a temporary file beside the target, fsync, rename; what changed since it was read is refused.
import { constants } from "node:fs";
import { chmod, lstat, mkdir, open, readFile, realpath, rename, rm, unlink, writeFile } from "node:fs/promises";
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

/** What is there now: its bytes and mode; a link or another kind of file is refused. */
async function current(root: string, path: RepoPath): Promise<{ bytes: Uint8Array; mode: number } | undefined> {
  const at = diskPath(root, path);
  const stat = await lstat(at).catch(() => undefined);
  if (stat === undefined) return undefined;
  if (!stat.isFile()) throw new RepoError("FILE_CHANGED", `\`${path}\` is not a regular file, so it is not written.`);
  return { bytes: await readFile(at), mode: stat.mode & 0o7777 };
}

const same = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean => (a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0);

interface Prepared {
  readonly write: FileWrite;
  readonly temporary?: Buffer;
}

async function prepare(root: string, write: FileWrite): Promise<Prepared> {
  const { path, before, after, mode } = write;
  const folder = folderOf(path);
  await makeFolders(root, folder);
  const now = await current(root, path);
  if (!same(now?.bytes, before))
    throw new RepoError("FILE_CHANGED", `\`${path}\` was changed since it was read, so it is not written.`, { hint: "Run again." });
  if (after === undefined) return { write };
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
  return { write, temporary: at };
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
    for (const { temporary: at } of prepared) if (at !== undefined) await rm(at, { force: true });
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
  for (const [index, { write, temporary: at }] of prepared.entries()) {
    const target = diskPath(root, write.path);
    try {
      if (!same((await current(root, write.path))?.bytes, write.before))
        throw new RepoError("FILE_CHANGED", `\`${write.path}\` was changed since it was read, so it is not written.`, { hint: "Run again." });
      if (at !== undefined) await rename(at, target);
      else if (write.after === undefined && write.before !== undefined) await unlink(target);
      else if (write.mode !== undefined) await chmod(target, write.mode);
    } catch (error) {
      await discard();
      const done = prepared.slice(0, index).map((one) => one.write.path);
      if (error instanceof RepoError && done.length === 0) throw error;
      throw new RepoError("WRITE_FAILED", `\`${write.path}\` cannot be written: ${reason(error)}.`, {
        cause: error,
        hint: done.length === 0 ? "No file was changed." : `Written before it, each whole: ${done.join(", ")}.`,
      });
    }
  }
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
