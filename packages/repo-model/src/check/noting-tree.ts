// A tree that takes in the suppressions of whatever is read of it, and tells what that was.
import { fromBytes, sourceText, type RepoPath } from "../text/index.js";
import type { FileTree } from "../tree/index.js";
import { suppressionWord, type SuppressionBook } from "./suppression.js";

const marker = Buffer.from(suppressionWord);

/** A tree, noting suppressions in whatever is read of it. `breathe` is called before something is read. */
export function notingTree(
  files: FileTree,
  book: SuppressionBook,
  note: (path: RepoPath) => void,
  breathe: () => Promise<void> | undefined = () => undefined,
): FileTree {
  const noted = (path: RepoPath, bytes: Uint8Array | undefined): Uint8Array | undefined => {
    if (bytes === undefined) return undefined;
    note(path);
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(marker)) book.note(sourceText(path, fromBytes(bytes)));
    return bytes;
  };
  const { passing } = files;
  return {
    ...files,
    list: (selection) => files.list(selection),
    async text(path) {
      const breath = breathe();
      if (breath !== undefined) await breath;
      const source = await files.text(path);
      if (source === undefined) return undefined;
      note(path);
      book.note(source);
      return source;
    },
    async bytes(path, limit) {
      const breath = breathe();
      if (breath !== undefined) await breath;
      return noted(path, await files.bytes(path, limit));
    },
    ...(passing === undefined ? {} : { passing: async (path, limit) => noted(path, await passing(path, limit)) }),
  };
}
