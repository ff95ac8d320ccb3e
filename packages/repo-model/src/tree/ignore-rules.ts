// What the `.gitignore` files of a tree ignore, whether it is there or not: what a build makes is in no fresh clone.
import { pathMatcher, type PathMatcher } from "../patterns/index.js";
import { repoPath } from "../text/index.js";
import type { FileTree } from "./file-tree.js";

/** Lines that stand together, all with `!` or all without. */
interface Run {
  readonly isIgnored: boolean;
  readonly matches: PathMatcher;
}

function matcherOf(lines: readonly string[]): PathMatcher {
  try {
    return pathMatcher(lines);
  } catch {
    // One that is no pattern ignores nothing.
    const [only, second] = lines;
    if (only === undefined || second === undefined) return () => false;
    const half = lines.length >> 1;
    const [one, two] = [matcherOf(lines.slice(0, half)), matcherOf(lines.slice(half))];
    return (path) => one(path) || two(path);
  }
}

/** Reads an ignore file, the last line first, for the last one that matches decides. */
function runsOf(text: string): Run[] {
  const runs: { isIgnored: boolean; lines: string[] }[] = [];
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.replace(/(?<![\\ ]) +$/, "");
    if (line === "" || line.startsWith("#")) continue;
    const isIgnored = !line.startsWith("!");
    const last = runs.at(-1);
    // Choices in braces are not git's.
    const pattern = line.slice(isIgnored ? 0 : 1).replaceAll("{", "\\{");
    if (last?.isIgnored === isIgnored) last.lines.push(pattern);
    else runs.push({ isIgnored, lines: [pattern] });
  }
  return runs.toReversed().map(({ isIgnored, lines }) => ({ isIgnored, matches: matcherOf(lines) }));
}

/** Of the paths asked for, of files or of folders, those that the `.gitignore` files among `listed` ignore. */
export async function ignoredAmong(files: FileTree, listed: ReadonlySet<string>, asked: Iterable<string>): Promise<ReadonlySet<string>> {
  const known = new Map<string, readonly Run[]>();
  const rulesIn = async (folder: string): Promise<readonly Run[]> => {
    const path = `${folder}.gitignore`;
    if (!listed.has(path)) return [];
    const runs = known.get(folder) ?? runsOf((await files.text(repoPath(path)).catch(() => undefined))?.text ?? "");
    known.set(folder, runs);
    return runs;
  };
  const isIgnored = async (path: string): Promise<boolean> => {
    // The nearest file decides.
    for (let slash = path.lastIndexOf("/"); ; slash = path.lastIndexOf("/", slash - 1)) {
      const folder = path.slice(0, slash + 1);
      const inside = path.slice(folder.length);
      const run = (await rulesIn(folder)).find(({ matches }) => matches(inside) || matches(`${inside}/`));
      if (run !== undefined) return run.isIgnored;
      if (slash <= 0) return false;
    }
  };
  const found = new Set<string>();
  for (const path of new Set(asked)) if (path !== "" && (await isIgnored(path))) found.add(path);
  return found;
}
