// What a state of a repository's files looks like, wherever it comes from.
import type { RepoPath, SourceText } from "../text/index.js";

/** `link` is a symbolic link, which is never followed; `submodule` another repository's commit. */
export type FileKind = "file" | "executable" | "link" | "submodule";

export interface FileEntry {
  readonly path: RepoPath;
  readonly kind: FileKind;
  /** Git's object id, where the state has one. */
  readonly id?: string;
  /** Whether git tracks the file; absent without git. */
  readonly tracked?: boolean;
  /** A sparse checkout left the file out: the repository has it, the disk does not. */
  readonly sparse?: boolean;
}

/** Which files: patterns in the dialect of the `patterns` room; all of them where absent. */
export interface Selection {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Only what lies in these folders, which are named exactly. */
  readonly below?: readonly string[];
  /** Also what git ignores (never `.git` itself). */
  readonly ignored?: boolean;
  /** Only what a killed write left on disk; otherwise it is never listed. */
  readonly leftOver?: boolean;
}

/**
 * The files of one state. Sorted by path in code-unit order; a link is listed and never followed.
 * `bytes` and `text` give undefined when there is no regular file at the path, and throw RepoError `FILE_UNREADABLE`,
 * `FILE_TOO_LARGE`, or, `text` alone, `FILE_BINARY` (a NUL in the first 8,000 bytes, as git judges, unless UTF-16 by its mark).
 */
export interface FileTree {
  list(selection?: Selection): Promise<readonly FileEntry[]>;
  /** With `limit`, a larger file is `FILE_TOO_LARGE` and, on disk and in git, not read into memory. */
  bytes(path: RepoPath, limit?: number): Promise<Uint8Array | undefined>;
  /** As `bytes`, for who looks at one file after the other: what it gives holds until the next call, which reads into the same memory. */
  passing?(path: RepoPath, limit?: number): Promise<Uint8Array | undefined>;
  text(path: RepoPath): Promise<SourceText | undefined>;
  /** The target of a symbolic link, as it is stored. */
  target?(path: RepoPath): Promise<string | undefined>;
}
