// Git history: hardened native git first, isomorphic-git behind a read-only shim second.
export type { AddedLines, Change, CommitInfo, GitHistory, LineRange, Repository } from "./git-history.js";
