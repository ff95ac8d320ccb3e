// Which paths a selection names.
import { pathMatcher } from "../patterns/index.js";
import type { RepoPath } from "../text/index.js";
import type { Selection } from "./file-tree.js";

/** A predicate over paths. Throws `PATTERN_INVALID`. */
export function selects(selection: Selection): (path: RepoPath) => boolean {
  const includes = selection.include === undefined ? undefined : pathMatcher(selection.include);
  const excludes = selection.exclude === undefined || selection.exclude.length === 0 ? undefined : pathMatcher(selection.exclude);
  const folders = selection.below?.map((folder) => `${folder}/`);
  return (path) =>
    (folders === undefined || folders.some((folder) => path.startsWith(folder))) &&
    (includes === undefined || includes(path)) &&
    !(excludes !== undefined && excludes(path));
}
