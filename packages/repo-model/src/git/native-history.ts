// What the commits of a history say and add, read by two git processes where there are processors for them: the differences cost git more than the search costs us.
import { availableParallelism } from "node:os";
import type { AddedBytes, CommitInfo, CommitMessage, PastCommit } from "./git-history.js";
import { patchesByChunk } from "./patch-lines.js";
import type { GitProcess } from "./process.js";

export interface HistoryReading {
  readonly git: GitProcess;
  /** What `git rev-list` is asked for. */
  readonly range: readonly string[];
  /** How `git log` shows a commit, and its difference. */
  readonly flags: readonly string[];
  readonly prefix: string;
  parse(line: string): CommitInfo;
}

/** Ids that are held at once, however long the history is. */
const mostHeld = 8192;
/** Commits that one process reads in a row: its neighbours' objects are at hand. */
const inRow = 64;
/** Fewer commits are read before a second process has begun. */
const fewest = 4 * inRow;

/** Yields what several sources give, as it comes. What one of them throws is thrown when the others have ended. */
export async function* together<T>(sources: readonly AsyncIterable<T>[]): AsyncGenerator<T> {
  const iterators = sources.map((source) => source[Symbol.asyncIterator]());
  const failures: unknown[] = [];
  const waiting = new Map<number, Promise<readonly [number, IteratorResult<T> | undefined]>>();
  const ask = (index: number): void => {
    const next = iterators[index]?.next();
    if (next === undefined) return;
    const told = next.then(
      (result) => [index, result] as const,
      (error: unknown) => {
        failures.push(error);
        return [index, undefined] as const;
      },
    );
    waiting.set(index, told);
  };
  try {
    for (const index of iterators.keys()) ask(index);
    while (waiting.size > 0) {
      const [index, result] = await Promise.race(waiting.values());
      waiting.delete(index);
      if (result === undefined || result.done === true) continue;
      // Asked for before it is taken, what it gave would be written over.
      yield result.value;
      ask(index);
    }
  } finally {
    for (const iterator of iterators) void iterator.return?.();
  }
  if (failures.length > 0) throw failures[0];
}

/** Divides what is held among the processes, a row to each in turn: old and new commits differ in size. */
function shares(ids: readonly string[]): string[][] {
  const count = ids.length < fewest ? 1 : Math.min(2, availableParallelism());
  const all = Array.from({ length: count }, (): string[] => []);
  for (let at = 0; at < ids.length; at += inRow) all[(at / inRow) % count]?.push(...ids.slice(at, at + inRow));
  return all;
}

/** The parts of a history: those of one commit in their order, its message first; commits in any order, by their age. */
export async function* readHistory({ git, range, flags, prefix, parse }: HistoryReading): AsyncIterable<AddedBytes | CommitMessage> {
  let ids: string[] = [];
  let passed = 0;
  const read = async function* (): AsyncIterable<AddedBytes | CommitMessage> {
    const ages = new Map(ids.map((id, at) => [id, passed + at]));
    const aged = (line: string): PastCommit => {
      const commit = parse(line);
      return { ...commit, age: ages.get(commit.id) ?? 0 };
    };
    const sources = shares(ids).map((share) =>
      patchesByChunk(git.chunks(["log", "--no-walk=unsorted", "--stdin", ...flags], `${share.join("\n")}\n`), { prefix, parse: aged }),
    );
    passed += ids.length;
    ids = [];
    for await (const parts of together(sources)) yield* parts;
  };
  let failure: { readonly error: unknown } | undefined;
  try {
    for await (const id of git.lines(["rev-list", ...range])) {
      ids.push(id);
      if (ids.length === mostHeld) yield* read();
    }
  } catch (error) {
    failure = { error };
  }
  // What could be listed is read.
  if (ids.length > 0) yield* read();
  if (failure !== undefined) throw failure.error;
}
