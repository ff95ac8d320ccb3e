// Reads what all else is built on: a tree's Python modules, manifests, hooks and settings.
import { readText, type Context } from "@caio/repo-model/check";
import { listHooks, type Hook } from "@caio/repo-model/hooks";
import { readManifests, type Manifest } from "@caio/repo-model/manifests";
import type { RepoPath, SourceText } from "@caio/repo-model/text";
import { resolver, type Resolver } from "./chain/closure.js";
import { folderOf, indexModules, inFolder, type ModuleIndex } from "./chain/modules.js";
import { readPytestSettings, settingsFiles, type PytestSettings } from "./chain/pytest.js";
import { uncollected } from "./chain/uncollected.js";
import type { Import } from "./imports/import.js";
import { scanImports } from "./imports/scan.js";
import { lockGraph } from "./lock-graph.js";
import { findProjects, type Projects } from "./projects.js";
import { once } from "./once.js";

/** Texts and imports of a tree, each read once. */
export interface Sources {
  text(path: RepoPath): Promise<SourceText | undefined>;
  imports(path: RepoPath): Promise<readonly Import[]>;
}

/** A dynamic import in a `lambda` is made when that is called, as in a function. */
function late(one: Import, source: SourceText): Import {
  if (one.via === undefined || one.context.includes("def")) return one;
  const [start, end] = source.lineRange(one.line) ?? [0, 0];
  const before = source.text.slice(start, Math.min(end, Math.max(start, one.offset)));
  return /\blambda\b[^:]*:/.test(before.slice(0, 1000)) ? { ...one, context: [...one.context, "def"] } : one;
}

function cached(context: Pick<Context, "files" | "skip" | "trouble">): Sources {
  const texts = new Map<RepoPath, Promise<SourceText | undefined>>();
  const scans = new Map<RepoPath, Promise<readonly Import[]>>();
  const text = (path: RepoPath): Promise<SourceText | undefined> => once(texts, path, () => readText(context as Context, path));
  return {
    text,
    imports: (path) =>
      once(scans, path, async () => {
        const source = await text(path);
        if (source === undefined) return [];
        return path.endsWith(".ipynb")
          ? (await import("./imports/notebook.js")).scanNotebook(source.text)
          : scanImports(source.text).map((one) => late(one, source));
      }),
  };
}

/** A tree's Python world: its modules, manifests, hooks and pytest's settings. */
export interface Project {
  readonly index: ModuleIndex;
  readonly paths: readonly RepoPath[];
  readonly manifests: readonly Manifest[];
  /** Python's projects; Node's. */
  readonly projects: Projects;
  readonly nodeProjects: Projects;
  readonly hooks: readonly Hook[];
  readonly settings: ReadonlyMap<string, PytestSettings>;
  readonly sources: Sources;
  readonly resolve: Resolver;
  /** What brings what by the lockfiles, read when first asked for. */
  locked(): Promise<ReadonlyMap<string, readonly string[]>>;
}

const mostPackages = 500;

/** Reads a project. */
export async function readProject(context: Context): Promise<Project> {
  const entries = await context.files.list();
  const paths = entries.filter(({ path, kind }) => (kind === "file" || kind === "executable") && context.ignores?.(path) !== true).map(({ path }) => path);
  const sources = cached(context);
  const skip = (path: RepoPath, reason: string): void => context.skip(path, reason);
  let packages = 0;
  const manifests = await readManifests(context.files, skip, (format) => format !== "package.json" || ++packages <= mostPackages);
  const hooks = await listHooks(context.files, skip);
  const python = manifests.filter(({ ecosystem }) => ecosystem === "python");
  const folders = [...new Set(python.filter(({ format }) => /^(?:pyproject|setup\.cfg|setup\.py)$/.test(format)).map(({ path }) => folderOf(path)))];
  const index = indexModules(paths, folders, await uncollected(paths, sources.text));
  // Nx knows its projects by their project.json; they share what the root declares.
  const nx = index.has("nx.json") ? [["", ...paths.filter((path) => path.endsWith("/project.json")).map(folderOf)]] : [];
  let locked: ReturnType<Project["locked"]> | undefined;
  const settings = new Map<string, PytestSettings>();
  for (const folder of new Set(["", ...folders])) {
    for (const name of settingsFiles) {
      const path = inFolder(folder, name);
      const source = index.has(path) ? await sources.text(path as RepoPath) : undefined;
      const found = source === undefined ? undefined : readPytestSettings(source);
      if (found === undefined) continue;
      settings.set(folder, found);
      break;
    }
  }
  return {
    index,
    paths,
    manifests,
    projects: findProjects(python, index.pythonFiles, nx),
    nodeProjects: findProjects(
      manifests.filter(({ ecosystem }) => ecosystem === "node"),
      paths,
      nx,
    ),
    hooks,
    settings,
    sources,
    resolve: resolver(index, sources.imports),
    locked: () => (locked ??= lockGraph(paths, sources.text)),
  };
}
