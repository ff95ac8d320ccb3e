// The files of a repository in one state: the disk, a commit, the index, memory.
export { memoryTree } from "./memory.js";
export type { FileEntry, FileKind, FileTree, Selection } from "./file-tree.js";
