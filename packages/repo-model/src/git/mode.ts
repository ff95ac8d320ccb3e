// The modes of git's trees and index, and the kinds of files that they mean.
import type { FileKind } from "../tree/index.js";

/** The kind that a mode of git means. */
export function kindOfMode(mode: string): FileKind {
  if (mode === "120000") return "link";
  if (mode === "160000") return "submodule";
  return mode === "100755" ? "executable" : "file";
}

/** The mode of git that a kind has. */
export const modes: Readonly<Record<FileKind, string>> = { file: "100644", executable: "100755", link: "120000", submodule: "160000" };
