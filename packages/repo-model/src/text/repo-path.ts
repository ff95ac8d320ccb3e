// Paths inside a repository.
import { RepoError } from "./repo-error.js";

/** A path relative to the repository's root, with "/" between its segments; bytes that are not UTF-8 are kept as U+DC80..U+DCFF. */
export type RepoPath = string & { readonly __path: unique symbol };

// A NUL, or a segment that is empty, `.` or `..`.
const badPath = /\0|(?:^|\/)\.{0,2}(?:\/|$)/;

/** Checks that `path` stays below the root. Throws `PATH_INVALID` for an absolute path, an empty or a `..` segment, or a NUL. */
export function repoPath(path: string): RepoPath {
  if (badPath.test(path)) throw new RepoError("PATH_INVALID", `\`${path}\` is not a path inside the repository.`);
  return path as RepoPath;
}
