// What caio asks of git; native git and isomorphic-git give the same answers.
import type { RepoPath } from "../text/index.js";
import type { FileTree } from "../tree/index.js";

/** One changed path between two states; a rename is a deletion and an addition. Modes are git's six digits, `000000` where absent. */
export interface Change {
  readonly status: "A" | "M" | "D" | "T";
  readonly path: RepoPath;
  readonly oldMode: string;
  readonly newMode: string;
  /** Object ids; all zeros where absent or (worktree) not known. */
  readonly oldId: string;
  readonly newId: string;
}

export interface CommitInfo {
  readonly id: string;
  readonly parents: readonly string[];
  readonly author: string;
  /** ISO 8601 in UTC. */
  readonly authorDate: string;
  /** The subject alone. */
  readonly message: string;
}

/** A commit of a history that is read in any order. */
export interface PastCommit extends CommitInfo {
  /** Larger than that of each commit that git lists before it, from the newest to the oldest. */
  readonly age: number;
}

/** A commit with what it changes. */
export interface CommitChanges {
  readonly commit: CommitInfo;
  readonly changes: readonly Change[];
}

/** Lines from 1, the last one included. */
export type LineRange = readonly [first: number, last: number];

/** The lines that one state adds to a path of another. */
export interface AddedLines {
  readonly path: RepoPath;
  /** Blocks of added or changed lines, in order: the number of the first in the new file, and the text with its line ends. */
  readonly blocks: readonly { readonly line: number; readonly text: string }[];
  /** Whether git took the content for binary: then there are no blocks. */
  readonly isBinary: boolean;
}

/** Added or changed lines, in order: the number of the first in the new file, and their bytes with their line ends. */
export interface AddedBlock {
  readonly line: number;
  readonly bytes: Uint8Array;
}

/** What a state or a commit adds to a path, as bytes; a large file comes in parts. The bytes hold until the next part is asked for. */
export interface AddedBytes {
  readonly path: RepoPath;
  /** Absent for a difference of two states. */
  readonly commit?: PastCommit;
  readonly blocks: readonly AddedBlock[];
  /** Whether git took the content for binary: then there are no blocks. */
  readonly isBinary: boolean;
  /** Whether the end of a line is missing: above 64 MiB nothing is held. */
  readonly isCut: boolean;
}

/** The whole message of a commit. */
export interface CommitMessage {
  readonly commit: PastCommit;
  readonly message: string;
}

/** A branch, tag or other ref, by its full name (`refs/heads/main`), and the commit that it leads to. */
export interface Ref {
  readonly name: string;
  readonly commit: string;
}

/** Throws RepoError: `REF_NOT_FOUND`, `SHALLOW_HISTORY` (what to fetch in `hint`), `GIT_UNSUPPORTED` (names the shape), `GIT_FAILED`. */
export interface GitHistory {
  readonly implementation: "native" | "isomorphic";
  /** The worktree's root, absolute. */
  readonly root: string;
  /** The id of the tree without entries, in the repository's hash. */
  readonly emptyTree: string;
  /** The object id of a commit. */
  resolve(ref: string): Promise<string>;
  mergeBase(a: string, b: string): Promise<string | undefined>;
  isShallow(): Promise<boolean>;
  /** The parents that a commit names by itself, those that a shallow clone does not have too. */
  namedParents(ref: string): Promise<readonly string[]>;
  /**
   * This history with a commit (a whole id) that the clone does not have, without that commit's history (`depth` 2: with its parents): fetched from the remote into a temporary folder,
   * which `dispose` removes; nothing is written below `.git`. Undefined where the remote does not give it in time, and without native git.
   */
  withFetched(commit: string, milliseconds: number, depth?: 1 | 2): Promise<{ readonly git: GitHistory; dispose(): void } | undefined>;
  commit(ref: string): Promise<CommitInfo>;
  /** The whole message of a commit, its trailers included. */
  message(ref: string): Promise<string>;
  /** All refs that lead to a commit, sorted by name. */
  refs(): Promise<readonly Ref[]>;
  /** What stands at a path in a commit (of a link: its target), without a listing of the whole tree; undefined where there is nothing, or git does not have it. */
  bytesAt(commit: string, path: RepoPath): Promise<Uint8Array | undefined>;
  /** Commits reachable from `to` and not from `from`, newest first. */
  commits(range: { readonly from?: string; readonly to: string; readonly firstParent?: boolean; readonly limit?: number }): AsyncIterable<CommitInfo>;
  /**
   * Commits on the line of first parents from `to`, newest first, each with what it changes of its first parent (of nothing, where it has none).
   * With native git all of them cost two processes.
   */
  mainline(range: { readonly from?: string; readonly to: string; readonly limit?: number }): AsyncIterable<CommitChanges>;
  /** The content of a blob by its id, as `Change` and `FileEntry` give it; undefined where git does not have it. */
  blob(id: string): Promise<Uint8Array | undefined>;
  tree(at: string | "index"): FileTree;
  /** The newest commit that removed each of `paths` from the first-parent line of HEAD, at most `limit` commits back; paths that none removed are left out. */
  removals(paths: readonly RepoPath[], limit: number): Promise<ReadonlyMap<RepoPath, CommitInfo>>;
  changes(from: string, to: string | "index" | "worktree"): Promise<readonly Change[]>;
  /** What the index changes since a commit, and then the lines that it adds: `changes` and `addedLines` at once. */
  staged(from: string): AsyncIterable<Change | AddedLines>;
  /** What `to` adds since `from` (one difference of two states). */
  addedLines(range: { readonly from: string; readonly to: string | "index" | "worktree"; readonly paths?: readonly RepoPath[] }): AsyncIterable<AddedLines>;
  /**
   * What each commit says and adds: its message, then its paths, those of merges by their combined difference; all refs where `to` is absent. Commits come in any
   * order; what git cannot give is thrown when the rest was given. They come some at once, whose bytes hold until the next are asked for.
   */
  history(range?: { readonly from?: string; readonly to?: string; readonly only?: "messages" }): AsyncIterable<readonly (AddedBytes | CommitMessage)[]>;
  /** The commit that last changed each line of a path at HEAD's worktree state; `undefined` for a line not committed. */
  blame(path: RepoPath, lines: readonly LineRange[]): Promise<readonly (CommitInfo | undefined)[]>;
}

/** A repository in one state. `root` is absolute: git's worktree root, or the folder that was named where there is no git. */
export interface Repository {
  readonly root: string;
  readonly files: FileTree;
  readonly git?: GitHistory;
}
