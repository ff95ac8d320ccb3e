// Which files of the repository an import names.
import type { RepoPath } from "@caio/repo-model/text";

/** A place where a top-level name can be imported from. */
interface Candidate {
  /** The folder that would have to be on `sys.path`, "" for the root. */
  readonly root: string;
  readonly isNamespace: boolean;
}

/** The Python modules of a tree. */
export interface ModuleIndex {
  readonly pythonFiles: readonly RepoPath[];
  readonly notebooks: readonly RepoPath[];
  has(path: string): boolean;
  /** Whether anything lies below a folder. */
  hasFolder(path: string): boolean;
  /** The `src`, `lib` or `python` of a project that a file lies in; undefined for others. */
  sourceRoot(path: string): string | undefined;
  /** Whether a folder has an `__init__.py`. */
  isPackage(folder: string): boolean;
  /** Whether pytest may leave a file out where it goes through folders: a conftest says so, or another program runs it. */
  isUncollected(path: string): boolean;
  /** Whether a top-level name is, or may be, the repository's own. */
  isOwn(name: string, from: string): boolean;
  /** The files that an import runs: each package's `__init__.py` on the way, and the module; empty where it is not ours or ambiguous. */
  resolve(from: RepoPath, level: number, module: string, names: readonly string[] | undefined, roots: readonly string[]): readonly RepoPath[];
}

/** Folders of projects that tests are tried on. */
const trial = /(?:^|\/)(?:fixtures?|test_?data|snapshots?)\//i;

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));
export const inFolder = (folder: string, name: string): string => (folder === "" ? name : name === "" ? folder : `${folder}/${name}`);

/** The folders of paths, the root among them. */
function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const found = new Set([""]);
  for (const path of paths) for (let folder = folderOf(path); !found.has(folder); folder = folderOf(folder)) found.add(folder);
  return found;
}

/** Indexes the paths of a tree. `projects` are folders that hold a project; `isUncollected` tells of files that pytest does not collect by itself. */
export function indexModules(paths: readonly RepoPath[], projects: readonly string[], isUncollected: (path: string) => boolean = () => false): ModuleIndex {
  const files = new Map<string, RepoPath>(paths.map((path) => [path, path]));
  const pythonFiles = paths.filter((path) => /\.pyw?$/.test(path));
  const packages = new Set(pythonFiles.filter((path) => /(?:^|\/)__init__\.py$/.test(path)).map(folderOf));
  const mainRoots = new Set(["", ...projects].flatMap((folder) => ["", "src", "lib", "python"].map((name) => inFolder(folder, name))));
  const byName = new Map<string, Map<string, Candidate>>();
  const add = (name: string, root: string, isNamespace: boolean): void => {
    const known = byName.get(name) ?? new Map<string, Candidate>();
    byName.set(name, known);
    if (!known.has(root)) known.set(root, { root, isNamespace });
  };
  const seen = new Set<string>();
  for (const path of paths) {
    const module = /(?:^|\/)([^/]+?)(?:\.cpython-[^/]*)?\.(?:pyw?|pyi|pyx|so|pyd)$/.exec(path)?.[1];
    if (module === undefined) continue;
    const folder = folderOf(path);
    if (module !== "__init__" && !packages.has(folder)) add(module, folder, false);
    for (let inner = folder; inner !== "" && !seen.has(inner); inner = folderOf(inner)) {
      seen.add(inner);
      const parent = folderOf(inner);
      if (!packages.has(parent)) add(inner.slice(inner.lastIndexOf("/") + 1), parent, !packages.has(inner));
    }
  }
  const file = (path: string): RepoPath | undefined => files.get(path);
  /** Whether a folder holds what tests are tried on, and a file that lies outside of it cannot come by its modules. */
  const isForTrial = (root: string, from: string): boolean => trial.test(`${root}/`) && !from.startsWith(`${root}/`) && !trial.test(from);
  let folders: ReadonlySet<string> | undefined;

  /** The files of a dotted module below a folder. */
  function below(root: string, module: string, names: readonly string[] | undefined): RepoPath[] {
    const found: RepoPath[] = [];
    let folder = root;
    let isPackage = true;
    for (const part of module === "" ? [] : module.split(".")) {
      const inner = inFolder(folder, part);
      const initial = file(`${inner}/__init__.py`);
      const single = file(`${inner}.py`);
      if (initial !== undefined) found.push(initial);
      else if (single !== undefined) {
        found.push(single);
        isPackage = false;
        break;
      }
      folder = inner;
    }
    if (isPackage) {
      if (module === "") {
        const initial = file(inFolder(root, "__init__.py"));
        if (initial !== undefined) found.push(initial);
      }
      for (const name of names ?? []) {
        const inner = file(inFolder(folder, `${name}.py`)) ?? file(inFolder(folder, `${name}/__init__.py`));
        if (inner !== undefined) found.push(inner);
      }
    }
    return found;
  }

  return {
    pythonFiles,
    notebooks: paths.filter((path) => path.endsWith(".ipynb") && !path.includes(".ipynb_checkpoints/")),
    has: (path) => files.has(path),
    hasFolder: (path) => (folders ??= foldersOf(paths)).has(path),
    sourceRoot(path) {
      for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder))
        if (/(?:^|\/)(?:src|lib|python)$/.test(folder) && mainRoots.has(folder)) return folder;
      return undefined;
    },
    isPackage: (folder) => packages.has(folder),
    isUncollected,
    isOwn(name, from) {
      for (const { root, isNamespace } of byName.get(name)?.values() ?? [])
        if (!isForTrial(root, from) && (!isNamespace || mainRoots.has(root) || root === folderOf(from))) return true;
      return false;
    },
    resolve(from, level, module, names, roots) {
      if (level > 0) {
        let folder = folderOf(from);
        for (let up = 1; up < level; up++) folder = folderOf(folder);
        return below(folder, module, names);
      }
      const [top = ""] = module.split(".");
      const candidates = byName.get(top);
      if (candidates === undefined) return [];
      for (const root of roots) {
        const candidate = candidates.get(root);
        const found = candidate === undefined ? [] : below(root, module, names);
        // Another folder may hold the rest of a namespace package.
        if (candidate !== undefined && (!candidate.isNamespace || found.length > 0)) return found;
      }
      const real = [...candidates.values()].filter(({ root, isNamespace }) => !isForTrial(root, from) && (!isNamespace || mainRoots.has(root)));
      const main = real.filter(({ root }) => mainRoots.has(root));
      const left = main.length > 0 ? main : real;
      const [only] = left;
      if (only !== undefined && left.length === 1) return below(only.root, module, names);
      // A namespace package lies in several places: it is the one that has the module.
      const parts = left.every(({ isNamespace }) => isNamespace) ? left.map(({ root }) => below(root, module, names)).filter((found) => found.length > 0) : [];
      return parts.length === 1 ? (parts[0] ?? []) : [];
    },
  };
}
