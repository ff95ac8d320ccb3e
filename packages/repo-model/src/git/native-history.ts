// What the commits of a history say and add, read by two git processes, from either end until they meet: the differences of large files cost git more than
// the search costs us, and both begin while this process still loads what it searches with.
import { availableParallelism } from "node:os";
import type { AddedBytes, CommitInfo, CommitMessage, PastCommit } from "./git-history.js";
import { patchesByChunk } from "./patch-lines.js";
import type { GitProcess } from "./process.js";

type Parts = readonly (AddedBytes | CommitMessage)[];

export interface HistoryReading {
  readonly git: GitProcess;
  /** The commits, as `git log` and `git rev-list` are asked for them. */
  readonly range: readonly string[];
  /** How `git log` shows a commit, and its difference. */
  readonly flags: readonly string[];
  readonly prefix: string;
  /** Reads the line that begins a commit: the prefix, the id, a separator, the rest. */
  parse(line: string): CommitInfo;
}

/** How a process's reading ended: all that it gives was read, or it failed. */
type End = "whole" | "failed";

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

/** A commit by its id and age: what else its line says is read where it is asked for, of a few of thousands. */
class ListedCommit implements PastCommit {
  private info: CommitInfo | undefined;
  constructor(
    readonly id: string,
    readonly age: number,
    private readonly line: string,
    private readonly parse: HistoryReading["parse"],
  ) {}
  private read(): CommitInfo {
    return (this.info ??= this.parse(this.line));
  }
  get parents(): readonly string[] {
    return this.read().parents;
  }
  get author(): string {
    return this.read().author;
  }
  get authorDate(): string {
    return this.read().authorDate;
  }
  get message(): string {
    return this.read().message;
  }
}

/** No history is as long: the age of the oldest commit, where it is read from its end. */
const oldestAge = Number.MAX_SAFE_INTEGER;

/** The parts of a history as they come, some at once: those of one commit in their order, its message first; commits in any order, by their age. */
export function readHistory({ git, range, flags, prefix, parse }: HistoryReading): AsyncIterable<Parts> {
  // The commit that was begun last from either end: where git gives from the other end the same one, all were begun.
  const begun = { newest: "", oldest: "" };
  const readFrom = (end: "newest" | "oldest"): AsyncIterable<Parts> => {
    const other = end === "newest" ? "oldest" : "newest";
    let own = 0;
    const parseNext = (line: string): PastCommit | undefined => {
      const id = line.slice(prefix.length, line.indexOf("\x1f"));
      if (id === begun[other]) return undefined;
      begun[end] = id;
      const age = end === "newest" ? own : oldestAge - own;
      own++;
      return new ListedCommit(id, age, line, parse);
    };
    return patchesByChunk(git.chunks(["log", ...(end === "oldest" ? ["--reverse"] : []), ...flags, ...range]), { prefix, parse: parseNext });
  };
  let finish = (_end: End): void => {};
  const ended = new Promise<End>((resolve) => (finish = resolve));
  async function* first(): AsyncIterable<Parts> {
    let end: End = "failed";
    try {
      yield* readFrom("newest");
      end = "whole";
    } finally {
      finish(end);
    }
  }
  async function* second(): AsyncIterable<Parts> {
    // One processor has no time for both, but where the first ended early the commits behind it are to be read.
    if (availableParallelism() < 2 && (await ended) === "whole") return;
    yield* readFrom("oldest");
  }
  return together([first(), second()]);
}
