// The files of a repository in one state: the disk, a commit, the index, memory.
export { isBinary, sourceOfBytes } from "./decode.js";
export { diskPath, diskTree, type GitListing } from "./disk.js";
export { ignoredAmong } from "./ignore-rules.js";
export { memoryTree, type MemoryFile } from "./memory.js";
export { overlayTree } from "./overlay.js";
export { selects } from "./select.js";
export { snapshotTree } from "./snapshot.js";
export { witnessTree } from "./witness.js";
export { writeFiles, writeOutput, type FileWrite } from "./write.js";
export type { FileEntry, FileKind, FileTree, Selection } from "./file-tree.js";
