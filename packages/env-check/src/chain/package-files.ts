// Which files are a project's own packages, and not its tests, documents or tools.
import { canonicalName, type Manifest } from "@caio/repo-model/manifests";
import type { RepoPath } from "@caio/repo-model/text";
import type { Projects } from "../projects.js";
import { folderOf, inFolder, type ModuleIndex } from "./modules.js";

/** Folders and files that are no part of what users install. */
const apart =
  /(?:^|\/)(?:_?tests?|testing|docs?|docs?_src|examples?|samples?|benchmarks?|scripts?|tools?|tasks?|ci|profiling|fuzz|news|changes)(?:\/|$)|(?:^|\/)(?:conftest|setup|noxfile|tasks|test_[^/]*|[^/]*_test|tests)\.py$/i;

/** Whether a path, from its project's folder, belongs to tests, documents or tools. */
export const isApart = (path: string): boolean => apart.test(path);

const inner = (path: string, folder: string): string => path.slice(folder === "" ? 0 : folder.length + 1);

export interface PackageFiles {
  has(path: string): boolean;
  /** The `__init__.py` of each project's own package, and the modules that are a whole project. */
  readonly tops: readonly RepoPath[];
  /** The modules that the programs of a project start. */
  readonly programs: readonly RepoPath[];
}

/** Finds them: packages at a project's folder or in its `src`, `lib` or `python`; only where a manifest gives the project a name. */
export function packageFiles(index: ModuleIndex, projects: Projects, manifests: readonly Manifest[]): PackageFiles {
  const folders = new Map<string, string>();
  for (const { project, ecosystem, path } of manifests)
    if (ecosystem === "python" && project !== undefined) folders.set(folderOf(path), canonicalName(project).replaceAll("-", "_"));
  const roots = ["", "src", "lib", "python"];
  const byLower = new Map(index.pythonFiles.map((path) => [path.toLowerCase(), path]));
  const tops = [...folders].flatMap(([folder, name]) => {
    const bases = roots.map((root) => inFolder(folder, root));
    const named = bases.flatMap((base) => [`${name}/__init__.py`, `${name}.py`].flatMap((file) => byLower.get(inFolder(base, file).toLowerCase()) ?? []));
    if (named.length > 0) return named;
    // Its package has another name: the only one that there is.
    const others = index.pythonFiles.filter(
      (path) => path.endsWith("/__init__.py") && bases.includes(folderOf(folderOf(path))) && !apart.test(inner(path, folder)),
    );
    return others.length === 1 ? others : [];
  });
  const programs = manifests.flatMap(({ path, programs: own = [] }) =>
    own.flatMap(({ module }) =>
      roots.flatMap((root) => {
        const base = inFolder(inFolder(folderOf(path), root), module.replaceAll(".", "/"));
        return [`${base}.py`, `${base}/__init__.py`].filter((file) => index.has(file)) as RepoPath[];
      }),
    ),
  );
  return {
    tops,
    programs: [...new Set(programs)],
    has(path) {
      const folder = projects.folderOf(path);
      if (!folders.has(folder) || apart.test(path.slice(folder === "" ? 0 : folder.length + 1))) return false;
      const inner = path.slice(folder === "" ? 0 : folder.length + 1).replace(/^(?:src|lib|python)\//, "");
      const [first = ""] = inner.split("/");
      if (!inner.includes("/")) return folders.get(folder) === first.replace(/\.py$/, "").toLowerCase();
      const root = path.slice(0, path.length - inner.length).replace(/\/$/, "");
      return root !== folder || index.isPackage(inFolder(root, first));
    },
  };
}
