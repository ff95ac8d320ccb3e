// Which manifests speak for a file: those of its project and of the folders above, and those that a workspace lends.
import type { Manifest } from "@caio/repo-model/manifests";
import { pathMatcher } from "@caio/repo-model/patterns";
import { folderOf, inFolder } from "./chain/modules.js";

/** Folders whose manifests describe other projects. */
const foreign = /(?:^|\/)(?:fixtures?|test_?data|testing\/resources|examples?|samples?|templates?|cookiecutter[^/]*|vendor(?:ed)?|third_party)(?:\/|$)/i;

/** Folders that hold what belongs to the project around them: a requirements file there makes no project of its own. */
const helper =
  /^(?:requirements?(?:[-_.].*)?|reqs?|deps|dependencies|\.?ci|\.github|\.gitlab|\.circleci|\.azure.*|\.buildkite|\.binder|binder|workflows|actions|tests?|testing|docs?|doc|documentation|dev|devel|development|build|build_tools|etc|tools?|utils?|scripts?|contrib|conda|conda-envs|\.devcontainer|docker|dockerfiles|benchmarks?|bench|asv_bench|envs?|environments?|resources|lint|linting|release|\.release)$/i;

const projectFormats = new Set(["pyproject", "setup.cfg", "setup.py", "pipfile", "package.json", "go.mod", "cargo"]);

/** Whether a manifest describes a project, and not only tools. */
function isProject({ format, project, declarations, isPartial }: Manifest): boolean {
  if (!projectFormats.has(format)) return false;
  return project !== undefined || isPartial || declarations.some(({ scope }) => scope !== "build");
}

/** The projects of a repository, by their folders. */
export interface Projects {
  /** The folder of the nearest project above a file; "" where only the root is left. */
  folderOf(path: string): string;
  /** The manifests that speak for a file. */
  manifestsFor(path: string): readonly Manifest[];
  /** Those of other projects of the repository. */
  othersFor(path: string): readonly Manifest[];
  /** Requirements files of the repository that stand for no project: who installs them cannot be told. */
  readonly stray: readonly Manifest[];
}

const isBelow = (path: string, folder: string): boolean => folder === "" || path === folder || path.startsWith(`${folder}/`);

/** The folder of the project that a manifest belongs to. */
function homeOf({ path, format }: Manifest, own: ReadonlySet<string>, hasCode: (folder: string) => boolean): string {
  let folder = folderOf(path);
  if (foreign.test(`${folder}/`) || projectFormats.has(format)) return folder;
  while (folder !== "" && !own.has(folder) && (helper.test(folder.slice(folder.lastIndexOf("/") + 1)) || !hasCode(folder))) folder = folderOf(folder);
  return folder;
}

/** The folders that a workspace's globs name, its own among them. */
function workspaceOf({ path, members = [] }: Manifest, folders: readonly string[]): readonly string[] {
  const root = folderOf(path);
  const globs = members.map((glob) => glob.replace(/\/+$/, "").replace(/^\.\//, ""));
  const inner = globs.filter((glob) => !glob.startsWith("!") && glob !== "." && glob !== "");
  try {
    const isMember = pathMatcher(inner.map((glob) => (glob.includes("/") ? glob : `/${glob}`)));
    const isOut = pathMatcher(globs.filter((glob) => glob.startsWith("!")).map((glob) => `/${glob.slice(1)}`));
    return [
      root,
      ...folders.filter((folder) => isBelow(folder, root) && folder !== root && isMember(relative(folder, root)) && !isOut(relative(folder, root))),
    ];
  } catch {
    // A glob that is none names nothing.
    return [root];
  }
}

const relative = (folder: string, root: string): string => (root === "" ? folder : folder.slice(root.length + 1));

/** Finds the projects of one ecosystem. `code` are the paths of its sources; `workspaces` are folders that lend to each other for another reason (Nx). */
export function findProjects(manifests: readonly Manifest[], code: readonly string[], workspaces: readonly (readonly string[])[] = []): Projects {
  const withCode = new Set<string>();
  for (const path of code) for (let folder = folderOf(path); folder !== "" && !withCode.has(folder); folder = folderOf(folder)) withCode.add(folder);
  const own = new Set(manifests.filter(isProject).map(({ path }) => folderOf(path)));
  const homes = new Map(manifests.map((manifest) => [manifest, homeOf(manifest, own, (folder) => withCode.has(folder))]));
  const folders = [...new Set(homes.values())].toSorted((a, b) => b.length - a.length);
  const groups = [
    ...manifests.filter(({ members }) => members !== undefined).map((manifest) => workspaceOf(manifest, folders)),
    ...workspaces,
    ...localGroups(manifests, homes, folders),
  ].filter((group) => group.length > 1);
  const nearest = (path: string): string => folders.find((folder) => isBelow(path, folder)) ?? "";
  const cache = new Map<string, readonly Manifest[]>();
  return {
    folderOf: nearest,
    manifestsFor(path) {
      const folder = folderOf(path);
      const known = cache.get(folder);
      if (known !== undefined) return known;
      const project = nearest(path);
      const lent = new Set(groups.filter((group) => group.includes(project)).flat());
      const found = manifests.filter((manifest) => {
        const home = homes.get(manifest) ?? "";
        return isBelow(folder, home) || lent.has(home);
      });
      cache.set(folder, found);
      return found;
    },
    // The environments of tox in an example are of that example.
    stray: manifests.filter(
      (manifest) =>
        !projectFormats.has(manifest.format) &&
        !(manifest.format === "tox" && foreign.test(`${folderOf(manifest.path)}/`)) &&
        !/(?:^|\/)(?:requirements\.(?:txt|in)|environment\.ya?ml)$/.test(manifest.path),
    ),
    othersFor(path) {
      const mine = new Set(this.manifestsFor(path));
      return manifests.filter((manifest) => !mine.has(manifest) && !foreign.test(`${folderOf(manifest.path)}/`));
    },
  };
}

/** Projects that are installed from a path: what they declare comes with them. */
function localGroups(manifests: readonly Manifest[], homes: ReadonlyMap<Manifest, string>, folders: readonly string[]): readonly (readonly string[])[] {
  return manifests.flatMap((manifest) => {
    const home = homes.get(manifest) ?? "";
    return manifest.declarations.flatMap(({ source, name, specifier }) => {
      if (source !== "local") return [];
      const written = /^(?:file:(?:\/\/)?)?(\.{0,2}\/?[^[#;\s]+)/.exec(name.includes("/") || name.startsWith(".") ? name : specifier)?.[1];
      const folder = written === undefined ? undefined : resolve(folderOf(manifest.path), written);
      return folder !== undefined && folder !== home && folders.includes(folder) ? [[home, folder]] : [];
    });
  });
}

function resolve(from: string, path: string): string | undefined {
  const parts = from === "" ? [] : from.split("/");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return inFolder("", parts.join("/"));
}
