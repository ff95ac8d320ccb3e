// How a repository's dependencies are installed: by the tool whose files it has.
import type { Declaration, Manifest } from "@caio/repo-model/manifests";

/** A tool with its commands, each a line for a shell. */
export interface SetupTool {
  readonly name: "uv" | "poetry" | "pdm" | "pipenv" | "pip" | "conda" | "hatch";
  /** What makes the environment; none where the tool does it by itself. */
  readonly create: readonly string[];
  readonly install: readonly string[];
  /** What runs a command in the environment: `uv run `; "" for an active environment. */
  readonly prefix: string;
  /** What installs the packages of Node, where there are any. */
  readonly node?: NodeTool;
  /** The command that adds a distribution. */
  add(requirement: string): string;
  /** The command that installs what a manifest declares. */
  installing(declaration: Declaration): string;
}

/** The package manager of Node that a lockfile names. */
export interface NodeTool {
  readonly name: "npm" | "pnpm" | "yarn" | "bun";
  readonly install: string;
  /** What runs a command of a package: `npx `. */
  readonly run: string;
}

const venv = ["python3 -m venv .venv", "source .venv/bin/activate  # On Windows: .venv\\Scripts\\activate"];
const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** The extras and groups that hold what tests need, by their names. */
const isForTests = (name: string): boolean => /^(?:dev|develop|development|tests?|testing|all|lint|linting|ci|qa|hooks?|pre-commit)$/i.test(name);

/** The tool for Node, by the lockfile at the root; undefined without a package.json. */
export function nodeTool(paths: ReadonlySet<string>): NodeTool | undefined {
  if (!paths.has("package.json")) return undefined;
  if (paths.has("pnpm-lock.yaml")) return { name: "pnpm", install: "pnpm install --frozen-lockfile", run: "pnpm exec " };
  if (paths.has("yarn.lock"))
    return { name: "yarn", install: paths.has(".yarnrc.yml") ? "yarn install --immutable" : "yarn install --frozen-lockfile", run: "yarn " };
  if (paths.has("bun.lock") || paths.has("bun.lockb")) return { name: "bun", install: "bun install --frozen-lockfile", run: "bunx " };
  return { name: "npm", install: paths.has("package-lock.json") || paths.has("npm-shrinkwrap.json") ? "npm ci" : "npm install", run: "npx " };
}

/** What a manifest at the root groups its declarations by, as far as it is for tests. */
interface Groups {
  readonly extras: readonly string[];
  readonly groups: readonly string[];
}

function groupsOf(manifests: readonly Manifest[]): Groups {
  const named = (scope: "optional" | "dev"): readonly string[] => {
    const own = manifests.filter(({ path, format }) => !path.includes("/") && (scope === "optional" || format === "pyproject"));
    const all = own.flatMap(({ declarations }) => declarations.flatMap((one) => (one.scope === scope && one.group !== undefined ? [one.group] : [])));
    return [...new Set(all.filter(isForTests))].toSorted();
  };
  return { extras: named("optional"), groups: named("dev") };
}

/** The project that pip can install: the one at the root. */
function rootProject(manifests: readonly Manifest[]): Manifest | undefined {
  return manifests.find(
    ({ path, format, project }) =>
      !path.includes("/") && ((format === "pyproject" && project !== undefined) || format === "setup.py" || (format === "setup.cfg" && project !== undefined)),
  );
}

/** How each tool is called. */
interface Kind {
  readonly name: SetupTool["name"];
  readonly create?: readonly string[];
  readonly prefix: string;
  readonly add: string;
  install(groups: Groups): readonly string[];
  /** Of an extra or a group alone; "" for what every user gets. */
  one(scope: "runtime" | "optional" | "dev", group: string): string;
}

const flags = (flag: string, names: readonly string[]): string => names.map((name) => ` ${flag} ${quoted(name)}`).join("");

const uv: Kind = {
  name: "uv",
  prefix: "uv run ",
  add: "uv add",
  // The group `dev` is installed by default.
  install: ({ extras, groups }) => [
    `uv sync${flags("--extra", extras)}${flags(
      "--group",
      groups.filter((group) => group !== "dev"),
    )}`,
  ],
  one: (scope, group) =>
    group === "" || (scope === "dev" && group === "dev") ? "uv sync" : `uv sync ${scope === "dev" ? "--group" : "--extra"} ${quoted(group)}`,
};
const poetry: Kind = {
  name: "poetry",
  prefix: "poetry run ",
  add: "poetry add",
  install: ({ extras }) => [`poetry install${flags("--extras", extras)}`],
  one: (scope, group) => (group === "" ? "poetry install" : `poetry install ${scope === "dev" ? "--with" : "--extras"} ${quoted(group)}`),
};
const pdm: Kind = {
  name: "pdm",
  prefix: "pdm run ",
  add: "pdm add",
  install: ({ extras }) => [`pdm install${flags("-G", extras)}`],
  one: (_scope, group) => (group === "" ? "pdm install" : `pdm install -G ${quoted(group)}`),
};
const pipenv: Kind = {
  name: "pipenv",
  prefix: "pipenv run ",
  add: "pipenv install",
  install: () => ["pipenv install --dev"],
  one: () => "pipenv install --dev",
};
const hatch: Kind = {
  name: "hatch",
  prefix: "hatch run ",
  add: "hatch run python -m pip install",
  install: () => ["hatch env create"],
  one: () => "hatch env create",
};

/** The tool of a repository, by the files at its root. `pyproject` is pyproject.toml's text: hatch leaves no lockfile. */
export function setupTool(paths: ReadonlySet<string>, manifests: readonly Manifest[], pyproject = ""): SetupTool {
  const kind = kindOf(paths, pyproject);
  const node = nodeTool(paths);
  const withNode = node === undefined ? {} : { node };
  if (kind === undefined) return { ...(isConda(paths, manifests) ? condaTool(paths, manifests) : pipTool(manifests)), ...withNode };
  const groups = groupsOf(manifests);
  return {
    name: kind.name,
    create: kind.create ?? [],
    install: kind.install(groups),
    prefix: kind.prefix,
    ...withNode,
    add: (requirement) => `${kind.add} ${quoted(requirement)}`,
    installing: ({ scope, group = "" }) => kind.one(scope === "optional" || scope === "dev" ? scope : "runtime", scope === "runtime" ? "" : group),
  };
}

function kindOf(paths: ReadonlySet<string>, pyproject: string): Kind | undefined {
  if (paths.has("uv.lock")) return uv;
  if (paths.has("poetry.lock")) return poetry;
  if (paths.has("pdm.lock")) return pdm;
  if (paths.has("Pipfile")) return pipenv;
  // Without a lockfile pyproject.toml names the tool itself.
  if (/^\[tool\.poetry(?:\.[\w.-]+)?\]/m.test(pyproject)) return poetry;
  if (/^\[tool\.pdm\.(?:scripts|dev-dependencies)/m.test(pyproject)) return pdm;
  if (/^\[tool\.hatch\.envs\./m.test(pyproject)) return hatch;
  return /^\[tool\.uv(?:\.(?:sources|workspace|pip))?\]|^\[\[tool\.uv\.index\]\]/m.test(pyproject) ? uv : undefined;
}

const condaFile = (paths: ReadonlySet<string>): string | undefined =>
  ["environment.yml", "environment.yaml", "environment-dev.yml"].find((path) => paths.has(path));

/** Whether conda is the way: an environment file at the root, and no requirements beside it. */
function isConda(paths: ReadonlySet<string>, manifests: readonly Manifest[]): boolean {
  return condaFile(paths) !== undefined && !manifests.some(({ path, format }) => format === "requirements" && /^requirements[^/]*\.txt$/.test(path));
}

function condaTool(paths: ReadonlySet<string>, manifests: readonly Manifest[]): SetupTool {
  const file = condaFile(paths) ?? "environment.yml";
  const project = rootProject(manifests) === undefined ? [] : ["python -m pip install --no-deps -e ."];
  return {
    name: "conda",
    create: [`conda env create --prefix ./.conda --file ${file}`, "conda activate ./.conda"],
    install: [`conda env update --prefix ./.conda --file ${file}`, ...project],
    prefix: "",
    add: (requirement) => `conda install ${quoted(requirement)}`,
    installing: () => `conda env update --prefix ./.conda --file ${file}`,
  };
}

/** The requirements files at the root, or in its folder of them, and the project itself. */
function pipTool(manifests: readonly Manifest[]): SetupTool {
  const files = manifests.filter(
    ({ path, format, declarations }) =>
      format === "requirements" && /^(?:requirements\/)?[^/]+\.txt$/.test(path) && declarations.some(({ scope }) => scope !== "constraint"),
  );
  const included = new Set(files.flatMap(({ includes }) => includes.map(({ path }) => path)));
  const outer = files.filter(({ path }) => !included.has(path));
  const project = rootProject(manifests);
  const { extras, groups } = groupsOf(manifests);
  const self = (names: readonly string[]): string => (names.length === 0 ? "python -m pip install -e ." : `python -m pip install -e '.[${names.join(",")}]'`);
  return {
    name: "pip",
    create: venv,
    install: [
      ...outer.map(({ path }) => `python -m pip install -r ${quoted(path)}`),
      ...(project === undefined ? [] : [self(extras)]),
      ...groups.map((group) => `python -m pip install --group ${quoted(group)}`),
    ],
    prefix: "",
    add: (requirement) => `python -m pip install ${quoted(requirement)}`,
    installing({ at, scope, group, name, canonical, specifier }) {
      const manifest = manifests.find(({ path }) => path === at.path);
      if (manifest?.format === "requirements") return `python -m pip install -r ${quoted(at.path)}`;
      const listed = outer.find(({ declarations }) => declarations.some((one) => one.canonical === canonical && one.scope !== "constraint"));
      if (listed !== undefined) return `python -m pip install -r ${quoted(listed.path)}`;
      const isRoot = !at.path.includes("/");
      if (isRoot && scope === "dev" && group !== undefined && manifest?.format === "pyproject") return `python -m pip install --group ${quoted(group)}`;
      if (isRoot && project !== undefined && scope === "optional" && group !== undefined) return self([group]);
      return isRoot && project !== undefined && scope === "runtime" ? self([]) : `python -m pip install ${quoted(`${name}${specifier}`)}`;
    },
  };
}
