// Which line of which `.gitignore` ignores a path, found as git does: from the top down, the last line that matches in the nearest file.
import { repoPath, type RepoPath } from "../text/index.js";
import type { FileTree } from "../tree/index.js";

/** A line of an ignore file, from 1. */
export interface IgnoreLine {
  readonly path: RepoPath;
  readonly line: number;
  readonly text: string;
}

/** The line that decides; undefined where no `.gitignore` does: `.git/info/exclude` and the user's own file are not of the repository. */
export async function ignoredBy(files: FileTree, path: RepoPath): Promise<IgnoreLine | undefined> {
  const { default: ignore } = await import("ignore");
  const parts = path.split("/");
  for (let depth = 1; depth <= parts.length; depth++) {
    const line = await decidingLine(parts.slice(0, depth), depth < parts.length ? "/" : "");
    if (line !== undefined && !line.text.startsWith("!")) return line;
  }
  return undefined;

  async function decidingLine(names: readonly string[], end: string): Promise<IgnoreLine | undefined> {
    for (let above = names.length - 1; above >= 0; above--) {
      const file = repoPath([...names.slice(0, above), ".gitignore"].join("/"));
      const lines = (await files.text(file).catch(() => undefined))?.text.split(/\r?\n/) ?? [];
      const inside = names.slice(above).join("/") + end;
      const at = lines.findLastIndex((text) => ignore().add(text.replace(/^!/, "")).ignores(inside));
      if (at !== -1) return { path: file, line: at + 1, text: lines[at] ?? "" };
    }
    return undefined;
  }
}
