// A snapshot: each file is read once in a run, so that all checks judge the same bytes.
import { isRepoError, type RepoPath, type SourceText } from "../text/index.js";
import type { FileEntry, FileTree, Selection } from "./file-tree.js";

/** Texts beyond this many UTF-16 units are read again rather than kept. */
const budget = 64 * 1024 * 1024;

/** Keeps the listing and the texts of a tree up to a budget. Bytes are passed through: they are read by one check alone. */
export function snapshotTree(tree: FileTree): FileTree {
  const lists = new Map<boolean, Promise<readonly FileEntry[]>>();
  const texts = new Map<RepoPath, Promise<SourceText | undefined>>();
  let kept = 0;
  const { target, passing } = tree;
  return {
    async list(selection: Selection = {}) {
      const isWide = selection.ignored === true;
      let all = lists.get(isWide);
      if (all === undefined) {
        all = tree.list(isWide ? { ignored: true } : {});
        lists.set(isWide, all);
      }
      if (selection.include === undefined && (selection.exclude ?? []).length === 0) return all;
      const { selects } = await import("./select.js");
      const isSelected = selects(selection);
      return (await all).filter(({ path }) => isSelected(path));
    },
    bytes: (path, limit) => tree.bytes(path, limit),
    ...(passing === undefined ? {} : { passing: (path, limit) => passing(path, limit) }),
    text(path) {
      const known = texts.get(path);
      if (known !== undefined) return known;
      const reading = tree.text(path).then(
        (source) => {
          kept += source?.text.length ?? 0;
          if (kept > budget) texts.delete(path);
          return source;
        },
        (error: unknown) => {
          if (!isRepoError(error)) texts.delete(path);
          throw error;
        },
      );
      texts.set(path, reading);
      return reading;
    },
    ...(target === undefined ? {} : { target: (path) => target(path) }),
  };
}
