// What addresses answered lately, in the user's cache folder: only that they are there, and for a day.
import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";

const day = 24 * 60 * 60 * 1000;
const mostEntries = 20_000;
const mostBytes = 4 * 1024 * 1024;

/** The addresses that were there less than a day before `now`, by their hashes. */
export interface UrlCache {
  has(address: string): boolean;
  /** Keeps the addresses that answered. A cache that cannot be written is none. */
  keep(addresses: Iterable<string>): void;
}

const hashOf = (address: string): string => createHash("sha256").update(address).digest("base64url").slice(0, 22);

function folderOf(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_CACHE_HOME: cache, HOME: home, LOCALAPPDATA: local } = environment;
  const folder = cache !== undefined && isAbsolute(cache) ? cache : home !== undefined && isAbsolute(home) ? join(home, ".cache") : local;
  return folder === undefined || !isAbsolute(folder) ? undefined : join(folder, "caio");
}

function readEntries(path: string): Map<string, number> {
  try {
    const stat = lstatSync(path);
    if (!stat.isFile() || stat.size > mostBytes) return new Map();
    const data: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof data !== "object" || data === null) return new Map();
    return new Map(Object.entries(data).flatMap(([key, value]) => (typeof value === "number" ? [[key, value] as const] : [])));
  } catch {
    return new Map();
  }
}

/** Opens the cache of the user that `environment` names; one that forgets where there is none. */
export function openUrlCache(environment: Readonly<Record<string, string | undefined>>, now: number): UrlCache {
  const folder = folderOf(environment);
  const path = folder === undefined ? undefined : join(folder, "addresses.json");
  const entries = path === undefined ? new Map<string, number>() : readEntries(path);
  return {
    has(address) {
      const at = entries.get(hashOf(address));
      return at !== undefined && at <= now && now - at < day;
    },
    keep(addresses) {
      if (folder === undefined || path === undefined) return;
      for (const address of addresses) entries.set(hashOf(address), now);
      const kept = [...entries].filter(([, at]) => now - at < day).slice(-mostEntries);
      const temporary = `${path}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(temporary, `${JSON.stringify(Object.fromEntries(kept))}\n`, { mode: 0o600 });
        renameSync(temporary, path);
      } catch {
        rmSync(temporary, { force: true });
      }
    },
  };
}
