// What a check may read: one snapshot of the repository, and the world as data.
import type { GitHistory, Repository } from "../git/index.js";
import type { Location, RepoError, RepoPath } from "../text/index.js";
import type { FileTree } from "../tree/index.js";

/** Which findings count: all, those at paths (`-- PATH...`, `--shard`), or those on lines that a change adds (`--staged`, `--since`). */
export interface Scope {
  /** Whether a check of file scope reads this path at all. */
  includes(path: RepoPath): boolean;
  /** Whether a finding here is kept. */
  keeps(location: Location): boolean;
  /** Whether the change touches a path or what is below it, its removal included: for findings elsewhere that it causes. True of every path that is in scope in a full run. */
  touches(path: RepoPath): boolean;
  /** The paths in scope that the change adds, changes or removes; absent for a full run. */
  readonly changed?: readonly RepoPath[];
  /** Absent for a full run. */
  readonly since?: "index" | { readonly ref: string };
}

/** What the CI system or the options say of the change under review, unparsed: all of it is the attacker's. */
export interface CiInput {
  /** The environment variables of CI systems (`GITHUB_…`, `CI_…`, `BITBUCKET_…` …) and no others. */
  readonly environment: Readonly<Record<string, string>>;
  /** Text of `--event FILE` or of the file that `GITHUB_EVENT_PATH` names. */
  readonly payload?: string;
  /** Text of `--body-file FILE`. */
  readonly body?: string;
  readonly base?: string;
  readonly head?: string;
  /** Why the payload or body could not be read. */
  readonly problem?: string;
}

/** This machine as data: nothing of it is run. Paths are absolute. Absent where a check must not look (`--shard`, libraries). */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The absolute path of a command on PATH. */
  which(command: string): string | undefined;
  exists(path: string): boolean;
  isExecutable(path: string): boolean;
  /** Undefined when there is none, or it is no regular file, or larger than 10 MiB. */
  read(path: string): string | undefined;
  /** Names in a folder, sorted; undefined when there is none. */
  list(path: string): readonly string[] | undefined;
  /** The path with links resolved, undefined when there is none. */
  realPath(path: string): string | undefined;
}

export interface Context {
  readonly repository: Repository;
  /** `repository.files` as a snapshot: each file is read once in a run. */
  readonly files: FileTree;
  readonly git?: GitHistory;
  /** The merge base's files, under `--since`. */
  readonly base?: FileTree;
  readonly scope: Scope;
  readonly event?: CiInput;
  readonly machine?: Machine;
  /** The configuration file in force. */
  readonly configuration?: RepoPath;
  /** Patterns of files to leave alone: the configuration's `ignore`. */
  readonly ignore: readonly string[];
  /** `ignore` as a predicate: the engine drops findings there; checks need not read such files. */
  ignores?(path: RepoPath): boolean;
  /** ISO 8601; passed in so that judging has no clock. */
  readonly now: string;
  readonly signal: AbortSignal;
  trouble(error: RepoError): void;
  skip(path: RepoPath, reason: string): void;
  /** Says that the check as a whole did not run, and why: a code (`local-skip`), and for people what it means and what to do about it. */
  notRun(reason: string, text?: string): void;
}
