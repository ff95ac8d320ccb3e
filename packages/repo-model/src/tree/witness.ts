// A witness: a tree that is going to be written remembers what was read of each file, and tells when it reads something else.
import { RepoError, type RepoPath } from "../text/index.js";
import { sourceOfBytes } from "./decode.js";
import { textLimit } from "./disk.js";
import type { FileTree } from "./file-tree.js";

const absent = "-";
// `node:crypto` is loaded where something is read to be written: most runs write nothing.
const digest = (bytes: Uint8Array | undefined): string =>
  bytes === undefined ? absent : process.getBuiltinModule("node:crypto").createHash("sha1").update(bytes).digest("base64");

/**
 * The tree of a run that writes. An edit holds for the bytes that a check has judged: when a file is read again and is no longer the same
 * (changed, removed, replaced by a link), that is `FILE_CHANGED`.
 */
export function witnessTree(tree: FileTree): FileTree {
  const known = new Map<RepoPath, string>();
  const noted = (path: RepoPath, bytes: Uint8Array | undefined): Uint8Array | undefined => {
    const now = digest(bytes);
    const before = known.get(path);
    if (before === undefined) known.set(path, now);
    else if (before !== now) throw new RepoError("FILE_CHANGED", `\`${path}\` was changed since it was read, so it is not written.`, { hint: "Run again." });
    return bytes;
  };
  const { passing, target } = tree;
  return {
    list: (selection) => tree.list(selection),
    bytes: async (path, limit) => noted(path, await tree.bytes(path, limit)),
    ...(passing === undefined ? {} : { passing: async (path, limit) => noted(path, await passing(path, limit)) }),
    async text(path) {
      const bytes = noted(path, await tree.bytes(path, textLimit));
      return bytes === undefined ? undefined : sourceOfBytes(path, bytes);
    },
    ...(target === undefined ? {} : { target: (path) => target(path) }),
  };
}
