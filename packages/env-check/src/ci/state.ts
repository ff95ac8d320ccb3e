// What a job has installed so far.
import { canonicalName, readRequirement, type Manifest } from "@caio/repo-model/manifests";
import { folderOf } from "../chain/modules.js";
import { join } from "../chain/paths.js";
import { brings } from "../data/brings.js";
import { verifiedBrings } from "../data/verified-brings.js";

/**
 * The groups that a tool installs beside those that are named. `required`: all that are not optional; `named-or-all`: all, where none of the named is a group.
 * Sources: the documents of `poetry install` and `pdm install`.
 */
export type GroupDefault = "none" | "required" | "named-or-all";

/** A project that a job installs. */
export interface ProjectInstall {
  readonly folder: string;
  readonly extras: ReadonlySet<string> | "all";
  readonly groups: ReadonlySet<string> | "all";
  readonly byDefault?: GroupDefault;
  /** Groups that are left out by name. */
  readonly without?: ReadonlySet<string>;
  readonly hasDependencies: boolean;
}

/** What is installed at a point of a job. It grows as the job goes on. */
export interface JobState {
  /** Canonical names with their extras. */
  readonly names: Map<string, Set<string>>;
  /** Requirements files and conda's environments by path, each with the folder that it was installed from: pip finds local projects from there. */
  readonly manifests: Map<string, string>;
  readonly projects: ProjectInstall[];
  /** Programs on the PATH that are installed apart. */
  readonly programs: Set<string>;
  /** Folders in which Node's packages were installed. */
  readonly node: Set<string>;
  /** Why it is not known what is installed. */
  opaque: string | undefined;
}

export const emptyState = (): JobState => ({ names: new Map(), manifests: new Map(), projects: [], programs: new Set(), node: new Set(), opaque: undefined });

export const copyOf = (state: JobState): JobState => ({
  ...state,
  names: new Map(state.names),
  manifests: new Map(state.manifests),
  projects: [...state.projects],
  programs: new Set(state.programs),
  node: new Set(state.node),
});

/** Adds a requirement as it stands on a command line; false where it is none. */
export function addRequirement(state: JobState, text: string): boolean {
  const requirement = readRequirement(text);
  if (requirement === undefined || requirement.url !== undefined) return false;
  const extras = state.names.get(requirement.canonical) ?? new Set();
  for (const extra of requirement.extras) extras.add(canonicalName(extra));
  state.names.set(requirement.canonical, extras);
  return true;
}

/** What is there by a state, as far as it is known. */
export interface Present {
  readonly names: ReadonlySet<string>;
  /** Distributions whose own dependencies are not known: any of them may bring more. */
  readonly open: readonly string[];
  /** Why more may be there. */
  readonly opaque: string | undefined;
}

/** Tools that bring nothing which a project would import. */
const tools = new Set(
  "pip setuptools wheel build twine uv poetry poetry-core pdm hatch hatchling tox tox-gh-actions tox-uv nox pre-commit prek virtualenv ruff black flake8 mypy isort pylint codespell coverage pytest pytest-cov pytest-xdist pytest-mock pytest-timeout pytest-github-actions-annotate-failures coveralls codecov bandit pyright".split(
    " ",
  ),
);
const alsoBrings: Readonly<Record<string, string>> = {
  "pre-commit": "cfgv identify nodeenv pyyaml virtualenv distlib filelock platformdirs",
  tox: "cachetools chardet colorama filelock packaging platformdirs pluggy pyproject-api virtualenv distlib",
  nox: "argcomplete attrs colorlog dependency-groups packaging virtualenv distlib filelock platformdirs",
  black: "click mypy-extensions packaging pathspec platformdirs pytokens",
  poetry: "requests packaging virtualenv cleo tomlkit platformdirs",
  mypy: "typing-extensions mypy-extensions pathspec",
  build: "packaging pyproject-hooks",
  coveralls: "coverage requests docopt",
  bandit: "pyyaml stevedore rich",
};

/** A set as a text: what is the same comes to the same. */
export const listed = (set: ReadonlySet<string> | "all"): string => (set === "all" ? "*" : [...set].toSorted().join(","));

/** The install of a project as a text. */
export const installKey = ({ folder, extras, groups, byDefault, without = new Set(), hasDependencies }: ProjectInstall): string =>
  [folder, listed(extras), listed(groups), byDefault, listed(without), hasDependencies].join(" ");

/** The groups of a manifest that an install takes. */
function groupsOf({ groups, byDefault = "none", without = new Set() }: ProjectInstall, manifest: Manifest): ReadonlySet<string> | "all" {
  if (groups === "all" && without.size === 0) return groups;
  const own = manifest.groups.filter(({ kind }) => kind === "group").map((one) => ({ ...one, canonical: canonicalName(one.name) }));
  const isNamed = groups !== "all" && own.some(({ canonical }) => groups.has(canonical));
  if (byDefault === "named-or-all" && !isNamed) return "all";
  const chosen = own.filter(({ isOptional }) => groups === "all" || (byDefault === "required" && isOptional !== true)).map(({ canonical }) => canonical);
  return withIncluded(new Set([...chosen, ...(groups === "all" ? [] : groups)].filter((name) => !without.has(name))), manifest);
}

/** Groups with those that they take in. */
function withIncluded(groups: ReadonlySet<string> | "all", manifest: Manifest): ReadonlySet<string> | "all" {
  if (groups === "all") return groups;
  const all = new Set([...groups].map(canonicalName));
  for (const one of all)
    for (const { name, includes } of manifest.groups) if (canonicalName(name) === one) for (const taken of includes) all.add(canonicalName(taken));
  return all;
}

/** The distributions that a state comes to. `locked` are names that a lockfile's graph adds, by canonical name. */
export function presentOf(state: JobState, manifests: readonly Manifest[], locked: ReadonlyMap<string, readonly string[]>): Present {
  const names = new Set<string>();
  const open = new Set<string>();
  let opaque = state.opaque;
  const byPath = new Map<string, Manifest>(manifests.map((manifest) => [manifest.path, manifest]));
  const waiting: { name: string; extras: Iterable<string> }[] = [...state.names].map(([name, extras]) => ({ name, extras }));
  const siblings = new Map(manifests.flatMap(({ project, path }) => (project === undefined ? [] : [[canonicalName(project), folderOf(path)] as const])));
  const declare = (manifest: Manifest, wants: (scope: string, group: string | undefined) => boolean, from = ""): void => {
    if (manifest.isPartial) opaque ??= `\`${manifest.path}\` may declare more than can be read`;
    for (const { canonical, name, extras, scope, group, source } of manifest.declarations) {
      if (scope === "constraint" || !wants(scope, group)) continue;
      const local = source === "local" && /^\.|\//.test(name) ? pathFrom(from, name.replace(/\[[^\]]*\]$/, "")) : undefined;
      const own = manifest.project !== undefined && canonicalName(manifest.project) === canonical ? folderOf(manifest.path) : local;
      // `-e .` in a requirements file, and `demo[test]` in demo's own groups.
      if (own !== undefined) install({ folder: own, extras: new Set(extras.map(canonicalName)), groups: new Set(), hasDependencies: true });
      else waiting.push({ name: canonical, extras });
      // What the repository holds itself is read.
      if (source !== "registry" && own === undefined && !siblings.has(canonical)) open.add(canonical);
      // A URL that does not tell what it brings.
      if (name.includes("://") && own === undefined) opaque ??= `what \`${name}\` brings is not known`;
    }
    for (const { path, isConstraint, group } of manifest.includes)
      if (!isConstraint && (group === undefined || wants("optional", group) || wants("dev", group))) include(path, manifest.path, from);
  };
  const seen = new Set<string>();
  const include = (path: string, by: string, from: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const manifest = byPath.get(path);
    if (manifest === undefined) opaque ??= `\`${by}\` takes in \`${path}\`, which is not here`;
    else declare(manifest, () => true, from);
  };
  const installed = new Set<string>();
  const install = (project: ProjectInstall): void => {
    const key = installKey(project);
    if (installed.has(key)) return;
    installed.add(key);
    const own = manifests.filter(
      ({ path, format, ecosystem }) =>
        ecosystem === "python" && folderOf(path) === project.folder && /^(?:pyproject|setup\.cfg|setup\.py|pipfile)$/.test(format),
    );
    if (own.length === 0) opaque ??= `the project in \`${project.folder || "."}\` cannot be read`;
    if (!project.hasDependencies) return;
    const has = (set: ReadonlySet<string> | "all", group: string | undefined): boolean =>
      set === "all" || (group !== undefined && set.has(canonicalName(group)));
    for (const manifest of own) {
      const groups = groupsOf(project, manifest);
      declare(
        manifest,
        (scope, group) => scope === "runtime" || (scope === "optional" && has(project.extras, group)) || (scope === "dev" && has(groups, group)),
      );
    }
  };
  for (const [path, from] of state.manifests) include(path, "the job", from);
  for (const project of state.projects) install(project);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { name } = next;
    const folder = siblings.get(name);
    // A release of the project: it brings what this one declares, as far as that was so then.
    if (folder !== undefined) install({ folder, extras: new Set([...next.extras].map(canonicalName)), groups: new Set(), hasDependencies: true });
    const extras = [...next.extras].map(canonicalName);
    const keys = [name, ...extras.map((extra) => `${name}[${extra}]`)].filter((key) => !names.has(key));
    for (const key of keys) {
      names.add(key);
      const table = Object.hasOwn(brings, key) ? brings[key] : undefined;
      const more = Object.hasOwn(alsoBrings, key) ? alsoBrings[key] : undefined;
      // A lockfile's list holds what the extras bring, too.
      const graph = locked.get(key) ?? (key !== name && locked.has(name) ? [] : verifiedBrings.get(key));
      if (table === undefined && more === undefined && graph === undefined && !tools.has(name)) open.add(name);
      for (const brought of [...(table ?? "").split(" "), ...(more ?? "").split(" "), ...(graph ?? [])])
        if (brought !== "") waiting.push({ name: brought, extras: [] });
    }
  }
  return { names, open: [...open], opaque };
}

/** A path of a command line from the root; undefined where it leaves it or is a URL. */
export function pathFrom(folder: string, path: string): string | undefined {
  return path.includes("://") ? undefined : join(folder, path);
}
