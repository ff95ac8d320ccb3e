// Which files a file runs by importing them, and how sure that is.
import type { RepoPath } from "@caio/repo-model/text";
import type { Import } from "../imports/import.js";
import { removedIn } from "../data/standard-library.js";
import { isStandard } from "../standard.js";
import { folderOf, type ModuleIndex } from "./modules.js";
import { lesser, type Certainty, type Step } from "./step.js";

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
export function certaintyOf({ context, via, isGuarded, isToFail }: Import, isTest: boolean): Certainty | undefined {
  // What is to fail needs nothing.
  if (context.includes("tc") || isToFail === true) return undefined;
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

/** What an import comes to. Python's own modules are left out, those that it no longer has excepted. */
interface Resolved {
  readonly import: Import;
  /** The files of the repository that it runs. */
  readonly files: readonly RepoPath[];
  readonly isOutside: boolean;
  /** Whether `pytest.importorskip` asks for the same before. */
  readonly isSkippable: boolean;
}

/** What the imports of files come to, for folders on `sys.path`. */
export type Resolver = (roots: readonly string[]) => (path: RepoPath) => Promise<readonly Resolved[]>;

/** A resolver that remembers: several walks pass the same files. `imports` gives what a file imports. */
export function resolver(index: ModuleIndex, imports: (path: RepoPath) => Promise<readonly Import[]>): Resolver {
  const known = new Map<string, Map<RepoPath, Promise<readonly Resolved[]>>>();
  return (roots) => {
    const key = roots.join("\0");
    const files = known.get(key) ?? new Map<RepoPath, Promise<readonly Resolved[]>>();
    known.set(key, files);
    return (path) => {
      const there = files.get(path) ?? imports(path).then((all) => resolved(path, all, roots));
      files.set(path, there);
      return there;
    };
  };

  function resolved(from: RepoPath, all: readonly Import[], roots: readonly string[]): readonly Resolved[] {
    const skipped = new Set(all.filter(({ via }) => via === "pytest.importorskip").map(({ module }) => topOf(module)));
    // A namespace package has no `__init__.py`, and is still imported from the folder of the sources.
    const source = index.sourceRoot(from);
    const searched = [...(source === undefined ? [] : [source]), baseFolder(index, from), folderOf(from), ...roots];
    return all.flatMap((one): readonly Resolved[] => {
      const top = topOf(one.module);
      const isSkippable = skipped.has(top);
      // Python finds its own modules first.
      if (one.level === 0 && isStandard(top)) return Object.hasOwn(removedIn, top) ? [{ import: one, files: [], isOutside: true, isSkippable }] : [];
      const files = index.resolve(from, one.level, one.module, one.names, searched);
      const isOutside = files.length === 0 && one.level === 0 && !index.isOwn(top, from);
      return files.length === 0 && !isOutside ? [] : [{ import: one, files, isOutside, isSkippable }];
    });
  }
}

const topOf = (module: string): string => {
  const dot = module.indexOf(".");
  return dot === -1 ? module : module.slice(0, dot);
};

/** Walks from the starts, the sure ways first. */
export async function walk(
  starts: readonly Reached[],
  resolve: Resolver,
  roots: readonly string[],
  isTest: (path: RepoPath) => boolean,
): Promise<{ readonly reached: ReadonlyMap<RepoPath, Reached>; readonly outside: readonly Outside[]; readonly isCut: boolean }> {
  const importsOf = resolve(roots);
  const best = new Map<RepoPath, Reached>();
  const outside: Outside[] = [];
  const queues: Record<Certainty, Reached[]> = { sure: starts.filter(({ certainty }) => certainty === "sure"), maybe: [], optional: [] };
  for (const start of starts) if (start.certainty !== "sure") queues[start.certainty].push(start);
  let isCut = false;
  for (const level of ["sure", "maybe", "optional"] as const) {
    const queue = queues[level];
    for (let at = 0; at < queue.length; at++) {
      const next = queue[at] as Reached;
      if (best.has(next.path)) continue;
      if (best.size >= mostFiles) {
        isCut = true;
        break;
      }
      best.set(next.path, next);
      visit(next, await importsOf(next.path));
    }
  }
  return { reached: best, outside, isCut };

  function visit(reached: Reached, all: readonly Resolved[]): void {
    const isOfTest = isTest(reached.path);
    for (const { import: one, files, isOutside, isSkippable } of all) {
      const own = certaintyOf(one, isOfTest);
      if (own === undefined) continue;
      const certainty = lesser(reached.certainty, isSkippable ? "optional" : own);
      for (const path of files)
        if (!best.has(path)) queues[certainty].push({ path, certainty, steps: reached.steps, from: { path: reached.path, import: one } });
      if (isOutside) outside.push({ reached, import: one, certainty });
    }
  }
}
