// A tree with changes laid over it: the state after a fix that is not written yet.
import type { RepoPath } from "../text/index.js";
import { sourceOfBytes } from "./decode.js";
import type { FileTree } from "./file-tree.js";
import { selects } from "./select.js";

/** The tree as it will be; `after` undefined is a removed file. */
export function overlayTree(tree: FileTree, changes: readonly { readonly path: RepoPath; readonly after: Uint8Array | undefined }[]): FileTree {
  const laid = new Map(changes.map(({ path, after }) => [path, after]));
  const { target } = tree;
  return {
    async list(selection = {}) {
      const below = await tree.list(selection);
      const known = new Set(below.map(({ path }) => path));
      const isSelected = selects(selection);
      const added = [...laid]
        .filter(([path, after]) => after !== undefined && !known.has(path) && isSelected(path))
        .map(([path]) => ({ path, kind: "file" as const, tracked: false }));
      const kept = below.filter(({ path }) => !laid.has(path) || laid.get(path) !== undefined);
      return added.length === 0 ? kept : [...kept, ...added].toSorted((a, b) => (a.path < b.path ? -1 : 1));
    },
    bytes: async (path, limit) => (laid.has(path) ? laid.get(path) : tree.bytes(path, limit)),
    async text(path) {
      if (!laid.has(path)) return tree.text(path);
      const bytes = laid.get(path);
      return bytes === undefined ? undefined : sourceOfBytes(path, bytes);
    },
    ...(target === undefined ? {} : { target: (path) => target(path) }),
  };
}
