// Which files a file runs by importing them, and how sure that is.
import type { RepoPath } from "@caio/repo-model/text";
import type { Import } from "../imports/import.js";
import { removedIn } from "../data/standard-library.js";
import { isStandard } from "../standard.js";
import { folderOf, type ModuleIndex } from "./modules.js";
import { isSurer, lesser, type Certainty, type Step } from "./step.js";

/** A file that was reached, from where, and how sure that is. */
export interface Reached {
  readonly path: RepoPath;
  readonly certainty: Certainty;
  /** Where the chain begins: for a start and what it reaches. */
  readonly steps: readonly Step[];
  /** The file whose import led here; absent for a start. */
  readonly from?: { readonly path: RepoPath; readonly import: Import };
}

/** An import of a reached file that is not the repository's own. */
export interface Outside {
  readonly reached: Reached;
  readonly import: Import;
  readonly certainty: Certainty;
}

/** The most files that one start's closure holds. */
const mostFiles = 20_000;

/** How sure an import is to be executed when its file is. */
export function certaintyOf({ context, via, isGuarded }: Import, isTest: boolean): Certainty | undefined {
  if (context.includes("tc")) return undefined;
  if (isGuarded === true) return "optional";
  if (context.includes("try") || context.includes("except") || via === "pytest.importorskip") return "optional";
  if (context.includes("if")) return "optional";
  if (context.includes("def")) return isTest ? "maybe" : "optional";
  return "sure";
}

/** The folder that pytest puts on `sys.path` for a file: the first above it that is no package. */
export function baseFolder(index: ModuleIndex, path: string): string {
  let folder = folderOf(path);
  while (folder !== "" && index.isPackage(folder)) folder = folderOf(folder);
  return folder;
}

/** Walks from the starts, the sure ways first. `imports` gives what a file imports. */
export async function walk(
  starts: readonly Reached[],
  index: ModuleIndex,
  imports: (path: RepoPath) => Promise<readonly Import[]>,
  roots: readonly string[],
  isTest: (path: RepoPath) => boolean,
): Promise<{ readonly reached: ReadonlyMap<RepoPath, Reached>; readonly outside: readonly Outside[]; readonly isCut: boolean }> {
  const best = new Map<RepoPath, Reached>();
  const outside: Outside[] = [];
  const queues: Record<Certainty, Reached[]> = { sure: starts.filter(({ certainty }) => certainty === "sure"), maybe: [], optional: [] };
  for (const start of starts) if (start.certainty !== "sure") queues[start.certainty].push(start);
  let isCut = false;
  for (const level of ["sure", "maybe", "optional"] as const) {
    for (let next = queues[level].shift(); next !== undefined; next = queues[level].shift()) {
      const known = best.get(next.path);
      if (known !== undefined && !isSurer(next.certainty, known.certainty)) continue;
      if (best.size >= mostFiles) {
        isCut = true;
        break;
      }
      best.set(next.path, next);
      await visit(next);
    }
  }
  return { reached: best, outside, isCut };

  async function visit(reached: Reached): Promise<void> {
    const all = await imports(reached.path);
    const skipped = new Set(all.filter(({ via }) => via === "pytest.importorskip").map(({ module }) => module.split(".")[0]));
    const searched = [baseFolder(index, reached.path), folderOf(reached.path), ...roots];
    for (const one of all) {
      const own = certaintyOf(one, isTest(reached.path));
      if (own === undefined) continue;
      const [top = ""] = one.module.split(".");
      const certainty = lesser(reached.certainty, skipped.has(top) ? "optional" : own);
      // Python finds its own modules first.
      if (one.level === 0 && isStandard(top)) {
        if (Object.hasOwn(removedIn, top)) outside.push({ reached, import: one, certainty });
        continue;
      }
      const files = index.resolve(reached.path, one.level, one.module, one.names, searched);
      for (const path of files) queues[certainty].push({ path, certainty, steps: reached.steps, from: { path: reached.path, import: one } });
      if (files.length === 0 && one.level === 0 && !index.isOwn(top, reached.path)) outside.push({ reached, import: one, certainty });
    }
  }
}
