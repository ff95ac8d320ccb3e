// Whether a repository has many files, before anything has listed them.
import { closeSync, constants, openSync, readSync } from "node:fs";
import { join } from "node:path";

/**
 * How many files git's index at `root` speaks of; 0 where it cannot be told so simply: a subfolder, a linked worktree, a split index.
 * Its first twelve bytes are `DIRC`, the version and the number of entries: https://git-scm.com/docs/index-format
 */
export function indexedCount(root: string): number {
  const head = Buffer.alloc(12);
  try {
    // A FIFO is opened without waiting for who writes.
    const file = openSync(join(root, ".git/index"), constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      if (readSync(file, head) < head.length) return 0;
    } finally {
      closeSync(file);
    }
  } catch {
    return 0;
  }
  return head.toString("latin1", 0, 4) === "DIRC" ? head.readUInt32BE(8) : 0;
}
