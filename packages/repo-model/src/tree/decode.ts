// Bytes of a file to its source text, the same for every kind of tree.
import { RepoError, sourceText, textOf, type RepoPath, type SourceText } from "../text/index.js";

/** How much of a file decides whether it is binary, as in git's `buffer_is_binary`. */
const binaryWindow = 8000;

/** Whether git would take these bytes for binary; UTF-16 with its mark is text here. */
export function isBinary(bytes: Uint8Array): boolean {
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (hasMark && bytes.length % 2 === 0) return false;
  return (bytes.length > binaryWindow ? bytes.subarray(0, binaryWindow) : bytes).includes(0);
}

/** Throws `FILE_BINARY`. */
export function sourceOfBytes(path: RepoPath, bytes: Uint8Array, commit?: string): SourceText {
  if (isBinary(bytes)) throw new RepoError("FILE_BINARY", `\`${path}\` is binary.`);
  return sourceText(path, textOf(bytes), commit === undefined ? {} : { commit });
}
