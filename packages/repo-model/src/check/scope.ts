// Which findings of a run count.
import type { AddedLines } from "../git/index.js";
import type { Location, RepoPath } from "../text/index.js";
import type { Scope } from "./context.js";

/** Everything. */
export const fullScope: Scope = { includes: () => true, keeps: () => true, touches: () => true };

/** The paths that are one of `paths` or lie below one; an empty list or "" means all. */
export function pathScope(paths: readonly string[]): Scope {
  if (paths.length === 0 || paths.includes("")) return fullScope;
  const includes = (path: RepoPath): boolean => paths.some((one) => path === one || path.startsWith(`${one}/`));
  return { includes, keeps: (location) => includes(location.path), touches: includes };
}

/** The paths that are none of `paths` and lie below none. */
export function outsideScope(paths: readonly string[]): Scope {
  const inner = pathScope(paths);
  const includes = (path: RepoPath): boolean => paths.length === 0 || !inner.includes(path);
  return { includes, keeps: (location) => includes(location.path), touches: includes };
}

/** Which lines of a path a change adds: the first and last line of each block. */
export interface AddedRanges {
  readonly path: RepoPath;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/** The numbers of added lines, without their text. */
export function addedRanges({ path, blocks }: AddedLines): AddedRanges {
  return { path, ranges: blocks.map(({ line, text }) => [line, line + Math.max(0, countLines(text) - 1)] as const) };
}

/** The lines that a change adds. `touched` are all paths that it adds, changes or removes. */
export function changeScope(
  since: NonNullable<Scope["since"]>,
  changes: Iterable<AddedRanges>,
  touched: Iterable<RepoPath> = [],
  untracked: Iterable<RepoPath> = [],
): Scope {
  const lines = new Map<RepoPath, (readonly [number, number])[] | "all">();
  for (const { path, ranges } of changes) {
    const known = lines.get(path);
    // A large file comes in parts.
    if (known === undefined || known === "all") lines.set(path, [...ranges]);
    else for (const range of ranges) known.push(range);
  }
  for (const path of untracked) lines.set(path, "all");
  const all = new Set<string>();
  for (const path of [...lines.keys(), ...touched]) for (let at = path.length; at > 0; at = path.lastIndexOf("/", at - 1)) all.add(path.slice(0, at));
  return {
    since,
    changed: [...new Set([...lines.keys(), ...touched])],
    touches: (path) => all.has(path),
    includes: (path) => lines.has(path),
    keeps(location: Location) {
      const ranges = lines.get(location.path);
      if (ranges === undefined || ranges === "all") return ranges === "all";
      return ranges.some(([first, last]) => location.start.line <= last && first <= location.end.line);
    },
  };
}

function countLines(text: string): number {
  let ends = 0;
  for (let at = text.search(/[\r\n]/); at !== -1 && at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) ends++;
  }
  return /[\r\n]$/.test(text) ? ends : ends + 1;
}

/** What both scopes include and keep. */
export function bothScopes(a: Scope, b: Scope): Scope {
  const since = a.since ?? b.since;
  const changed = a.changed?.filter((path) => b.touches(path)) ?? b.changed?.filter((path) => a.touches(path));
  return {
    includes: (path) => a.includes(path) && b.includes(path),
    keeps: (location) => a.keeps(location) && b.keeps(location),
    touches: (path) => a.touches(path) && b.touches(path),
    ...(since === undefined ? {} : { since }),
    ...(changed === undefined ? {} : { changed }),
  };
}

/** One of `count` shards of the paths, by a stable hash (FNV-1a); `index` from 1. */
export function shardScope(index: number, count: number): Scope {
  const includes = (path: string): boolean => {
    let hash = 0x811c9dc5;
    for (let at = 0; at < path.length; at++) hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193) >>> 0;
    return hash % count === index - 1;
  };
  return { includes, keeps: (location) => includes(location.path), touches: () => true };
}
