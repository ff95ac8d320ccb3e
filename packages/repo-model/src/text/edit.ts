// Edits: splices of a text, and the creation, removal or mode change of a file.
import { RepoError } from "./repo-error.js";
import type { RepoPath } from "./repo-path.js";
import type { Range } from "./source-text.js";

/** Replaces `range` (UTF-16 units of the file's text, byte-order mark included) by `text`. */
export interface TextEdit {
  readonly path: RepoPath;
  readonly range: Range;
  readonly text: string;
}

/** The four forms of a change to a file. `mode` is a Unix permission such as 0o755. */
export type Edit =
  | TextEdit
  | { readonly path: RepoPath; readonly create: string; readonly mode?: number }
  | { readonly path: RepoPath; readonly remove: true }
  | { readonly path: RepoPath; readonly mode: number };

/** Whether two ranges share a unit, or two insertions stand at the same place. */
export function overlaps(a: Range, b: Range): boolean {
  if (a[0] === a[1] && b[0] === b[1]) return a[0] === b[0];
  return a[0] < b[1] && b[0] < a[1];
}

/** Applies splices of one text, in any order. Throws `EDIT_INVALID` when they overlap or leave the text. */
export function applyEdits(text: string, edits: readonly Pick<TextEdit, "range" | "text">[]): string {
  const ordered = edits.toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  let result = "";
  let done = 0;
  for (const [index, { range, text: replacement }] of ordered.entries()) {
    const previous = ordered[index - 1];
    if (range[0] < done || range[0] > range[1] || range[1] > text.length || (previous !== undefined && overlaps(previous.range, range)))
      throw new RepoError("EDIT_INVALID", `The edit of ${range[0]}..${range[1]} overlaps another or leaves the text.`);
    result += text.slice(done, range[0]) + replacement;
    done = range[1];
  }
  return result + text.slice(done);
}
