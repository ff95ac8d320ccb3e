// This process's calls of the disk, counted as they happen, so that somebody else's work can be done between any two of them.
import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

type Method = (...args: unknown[]) => unknown;
type Methods = Record<string, Method>;

const synchronous = ["openSync", "lstatSync", "statSync", "readFileSync", "renameSync", "linkSync", "unlinkSync", "chmodSync"];
const asynchronous = ["open", "lstat", "stat", "readFile", "rename", "unlink", "rm", "chmod", "mkdir", "writeFile", "realpath"];

/** Calls `hear` before each call on a path that `concerns` it, while `work` is done; the disk is as before afterwards. */
export async function hearingDisk<T>(concerns: (path: string) => boolean, hear: (call: string) => void, work: () => Promise<T>): Promise<T> {
  let isOwn = false;
  const heard = (call: string, path: unknown): boolean => {
    if (isOwn || (typeof path !== "string" && !Buffer.isBuffer(path)) || !concerns(Buffer.from(path).toString("latin1"))) return false;
    // What is done at this moment is not heard itself.
    isOwn = true;
    try {
      hear(call);
    } finally {
      isOwn = false;
    }
    return true;
  };
  const restore: (() => void)[] = [];
  const replace = (from: Methods, name: string, make: (method: Method) => Method): void => {
    const method = from[name];
    if (method === undefined) return;
    from[name] = make(method);
    restore.push(() => (from[name] = method));
  };
  for (const [from, names] of [
    [fs as unknown as Methods, synchronous],
    [promises as unknown as Methods, asynchronous],
  ] as const) {
    for (const name of names) {
      replace(from, name, (method) => (path, ...rest) => {
        const isHeard = heard(name, path);
        const result = method(path, ...rest);
        if (!isHeard || name !== "open") return result;
        return (result as Promise<Methods>).then((handle) => {
          for (const inner of ["writeFile", "chmod", "sync", "close"]) {
            const own = handle[inner]?.bind(handle);
            if (own === undefined) continue;
            handle[inner] = (...args) => {
              heard(`handle.${inner}`, path);
              return own(...args);
            };
          }
          return handle;
        });
      });
    }
  }
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    for (const one of restore) one();
    syncBuiltinESMExports();
  }
}
