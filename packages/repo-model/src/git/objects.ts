// Reads objects: loose ones from their files, all others through one `git cat-file --batch` that lives as long as it is used.
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { RepoError } from "../text/index.js";
import { looseObject } from "./loose-object.js";
import type { GitProcess } from "./process.js";

/** An object as `cat-file --batch` gives it. */
export interface FoundObject {
  readonly id: string;
  readonly type: string;
  readonly bytes: Buffer;
}

interface Waiting {
  readonly name: string;
  readonly limit: number;
  resolve(found: FoundObject | undefined): void;
  reject(error: Error): void;
}

/** Gives an object's content; with `limit`, a larger one is passed over and rejected as `FILE_TOO_LARGE`; undefined when git does not have it (also in a partial clone: nothing is fetched). */
export type ObjectReader = (name: string, limit?: number) => Promise<Buffer | undefined>;

/** The same, and objects with what they are: a name is resolved as git resolves it. */
export interface Objects {
  readonly read: ObjectReader;
  find(name: string): Promise<FoundObject | undefined>;
}

const tooLarge = (name: string, size: number): RepoError => new RepoError("FILE_TOO_LARGE", `The object \`${name}\` has ${size} bytes.`);

/** An object reader that starts git when it is needed and never keeps this process alive. `folder` holds the loose objects. */
export function objectReader(git: GitProcess, folder: string): Objects {
  let child: ChildProcessWithoutNullStreams | undefined;
  let queue: Waiting[] = [];
  let parts: Buffer[] = [];
  let size = 0;
  let need = 0;
  // What is still to come of an object that is not wanted.
  let unwanted = 0;

  const setKeepAlive = (isBusy: boolean): void => {
    // The pipes are sockets: without unref an idle reader would keep the process from ending.
    for (const stream of [child?.stdout, child?.stdin, child?.stderr]) {
      const socket = stream as { ref?: () => void; unref?: () => void } | undefined;
      if (isBusy) socket?.ref?.();
      else socket?.unref?.();
    }
    if (isBusy) child?.ref();
    else child?.unref();
  };

  const fail = (error: Error): void => {
    const waiting = queue;
    queue = [];
    child = undefined;
    for (const one of waiting) one.reject(error);
  };

  const step = (): boolean => {
    const [first] = queue;
    if (first === undefined) return false;
    const all = parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts);
    parts = [all];
    const end = all.indexOf(10);
    if (end === -1) return false;
    const head = all.toString("latin1", 0, end);
    const [, id = "", type = "", length = ""] = /^([0-9a-f]+) (\w+) (\d+)$/.exec(head) ?? [];
    const isThere = id !== "";
    if (isThere && Number(length) > first.limit) {
      queue.shift();
      unwanted = end + 1 + Number(length) + 1;
      const held = all.length;
      parts = held > unwanted ? [all.subarray(unwanted)] : [];
      size = Math.max(0, held - unwanted);
      unwanted = Math.max(0, unwanted - held);
      need = 0;
      first.reject(tooLarge(first.name, Number(length)));
      return true;
    }
    const total = isThere ? end + 1 + Number(length) + 1 : end + 1;
    if (size < total) {
      need = total;
      return false;
    }
    need = 0;
    queue.shift();
    parts = [all.subarray(total)];
    size -= total;
    first.resolve(isThere ? { id, type, bytes: Buffer.from(all.subarray(end + 1, total - 1)) } : undefined);
    return true;
  };

  const start = (): ChildProcessWithoutNullStreams => {
    const made = spawn("git", [...git.args, "cat-file", "--batch"], {
      cwd: git.root,
      env: git.environment,
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    made.stdout.on("data", (whole: Buffer) => {
      const dropped = Math.min(unwanted, whole.length);
      unwanted -= dropped;
      const part = whole.subarray(dropped);
      if (part.length === 0) return;
      parts.push(part);
      size += part.length;
      if (size < need) return;
      while (step());
      if (queue.length === 0) setKeepAlive(false);
    });
    made.stderr.resume();
    made.stdin.on("error", () => {});
    made.on("error", (error) => fail(new RepoError("GIT_FAILED", "git cannot be started.", { cause: error })));
    made.on("close", () => fail(new RepoError("GIT_FAILED", "`git cat-file` ended early.")));
    return made;
  };

  const find = async (name: string, limit: number): Promise<FoundObject | undefined> => {
    if (/[\n\r]/.test(name)) return undefined;
    child ??= start();
    setKeepAlive(true);
    return new Promise((resolve, reject) => {
      queue.push({ name, limit, resolve, reject });
      child?.stdin.write(`${name}\n`);
    });
  };
  return {
    async read(name, limit = Infinity) {
      const loose = child === undefined && /^[0-9a-f]{40,64}$/.test(name) ? await looseObject(folder, name, limit) : undefined;
      if (typeof loose === "number") throw tooLarge(name, loose);
      return loose ?? (await find(name, limit))?.bytes;
    },
    find: (name) => find(name, Infinity),
  };
}
