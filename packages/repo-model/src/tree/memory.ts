// A tree in memory: for tests, for the state after a fix, and for texts that are not on disk.
import { repoPath, toBytes, type RepoPath } from "../text/index.js";
import { sourceOfBytes } from "./decode.js";
import type { FileEntry, FileTree } from "./file-tree.js";
import { selects } from "./select.js";

/** What a file of a memory tree is: its content, or content with a kind. */
export type MemoryFile = string | Uint8Array | { readonly content: string | Uint8Array; readonly kind: FileEntry["kind"] };

/** Makes a tree of `files`, by path. Texts are UTF-8. */
export function memoryTree(files: Readonly<Record<string, MemoryFile>>): FileTree {
  const contents = new Map<RepoPath, { bytes: Uint8Array; kind: FileEntry["kind"] }>();
  for (const [path, file] of Object.entries(files)) {
    const { content, kind } = typeof file === "string" || file instanceof Uint8Array ? { content: file, kind: "file" as const } : file;
    contents.set(repoPath(path), { bytes: typeof content === "string" ? toBytes(content) : content, kind });
  }
  const regular = (path: RepoPath): Uint8Array | undefined => {
    const file = contents.get(path);
    return file !== undefined && (file.kind === "file" || file.kind === "executable") ? file.bytes : undefined;
  };
  return {
    async list(selection = {}) {
      const isSelected = selects(selection);
      return [...contents]
        .map(([path, { kind }]) => ({ path, kind, tracked: true }))
        .filter(({ path }) => isSelected(path))
        .toSorted((a, b) => (a.path < b.path ? -1 : 1));
    },
    async bytes(path) {
      return regular(path);
    },
    async text(path) {
      const bytes = regular(path);
      return bytes === undefined ? undefined : sourceOfBytes(path, bytes);
    },
    async target(path) {
      const file = contents.get(path);
      return file?.kind === "link" ? new TextDecoder().decode(file.bytes) : undefined;
    },
  };
}
