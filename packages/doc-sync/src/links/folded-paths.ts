// The repository's paths without their letter case: made when a path is first missed, for in most repositories none is.
import { addTo } from "@caio/repo-model/text";

/** Paths by what they are in small letters. */
export interface FoldedPaths {
  /** The paths that are `low` in small letters. */
  of(low: string): readonly string[];
  /** All keys. */
  keys(): Iterable<string>;
}

const none: readonly string[] = [];

export function foldedPaths(paths: ReadonlySet<string>): FoldedPaths {
  let made: Map<string, string[]> | undefined;
  // What joins the paths later is none of the repository's.
  const all = [...paths];
  const folded = (): ReadonlyMap<string, readonly string[]> => {
    if (made !== undefined) return made;
    made = new Map();
    for (const path of all) addTo(made, path.toLowerCase(), path);
    return made;
  };
  return { of: (low) => folded().get(low) ?? none, keys: () => folded().keys() };
}
