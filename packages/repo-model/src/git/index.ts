// Git history: hardened native git first, isomorphic-git behind a read-only shim second.
export { openRepository, type OpenOptions } from "./open-repository.js";
export type { AddedBytes, AddedLines, Change, CommitChanges, CommitInfo, CommitMessage, GitHistory, LineRange, PastCommit, Repository } from "./git-history.js";
export { keptLines } from "./line-difference.js";
