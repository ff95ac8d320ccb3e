// Texts of a repository: positions, ranges, edits, encodings.
export { addTo } from "./add-to.js";
export { decodeText, textOf, encodeText, fromBytes, toBytes, type Decoded, type Encoding } from "./encoding.js";
export { applyEdits, overlaps, type Edit, type TextEdit } from "./edit.js";
export { escapeControls, escapeLines, inertLog } from "./escape.js";
export { folderOf } from "./folder-of.js";
export { RepoError, isRepoError, type ErrorCode } from "./repo-error.js";
export { repoPath, type RepoPath } from "./repo-path.js";
export { attributesPath, withUnionMerge } from "./union-merge.js";
export { lineRangeAt, shownFrom, sourceOf, sourceText, type Location, type Position, type Range, type SourceText } from "./source-text.js";
