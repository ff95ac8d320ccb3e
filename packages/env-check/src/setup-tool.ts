// How a repository's dependencies are installed: by the tool whose files it has.
import type { Manifest } from "@caio/repo-model/manifests";

/** A tool with its commands, each a line for a shell. */
export interface SetupTool {
  readonly name: "uv" | "poetry" | "pdm" | "pipenv" | "pip" | "conda";
  /** What makes the environment; none where the tool does it by itself. */
  readonly create: readonly string[];
  readonly install: readonly string[];
  /** What runs a command in the environment: `uv run `; "" for an active environment. */
  readonly prefix: string;
  /** The command that adds a distribution. */
  add(requirement: string): string;
}

const venv = ["python3 -m venv .venv", "source .venv/bin/activate  # On Windows: .venv\\Scripts\\activate"];

/** The extras and groups that hold what tests need, by their names. */
const isForTests = (name: string): boolean => /^(?:dev|develop|development|tests?|testing|all|lint|ci)$/i.test(name);

/** The tool of a repository, by the files at its root. */
export function setupTool(paths: ReadonlySet<string>, manifests: readonly Manifest[]): SetupTool {
  const tool = (name: SetupTool["name"], install: readonly string[], prefix: string, add: string): SetupTool => ({
    name,
    create: [],
    install,
    prefix,
    add: (requirement) => `${add} ${/[<>\s;[*]/.test(requirement) ? `'${requirement}'` : requirement}`,
  });
  if (paths.has("uv.lock")) return tool("uv", ["uv sync --all-extras --all-groups"], "uv run ", "uv add");
  if (paths.has("poetry.lock")) return tool("poetry", ["poetry install --all-extras"], "poetry run ", "poetry add");
  if (paths.has("pdm.lock")) return tool("pdm", ["pdm install"], "pdm run ", "pdm add");
  if (paths.has("Pipfile")) return tool("pipenv", ["pipenv install --dev"], "pipenv run ", "pipenv install");
  const install = pipInstall(manifests);
  return { ...tool("pip", install, "", "python -m pip install"), create: venv };
}

/** The requirements files at the root, or in its folder of them, and the project itself. */
function pipInstall(manifests: readonly Manifest[]): readonly string[] {
  const files = manifests.filter(
    ({ path, format, declarations }) =>
      format === "requirements" && /^(?:requirements\/)?[^/]+\.txt$/.test(path) && declarations.some(({ scope }) => scope !== "constraint"),
  );
  const included = new Set(files.flatMap(({ includes }) => includes.map(({ path }) => path)));
  const outer = files.filter(({ path }) => !included.has(path));
  const project = manifests.find(
    ({ path, format, project: name }) =>
      (format === "pyproject" || format === "setup.py" || format === "setup.cfg") && !path.includes("/") && (name !== undefined || format === "setup.py"),
  );
  const extras = [
    ...new Set(
      manifests
        .filter(({ path }) => !path.includes("/"))
        .flatMap(({ declarations }) =>
          declarations.flatMap(({ scope, group }) => (scope === "optional" && group !== undefined && isForTests(group) ? [group] : [])),
        ),
    ),
  ].toSorted();
  const groups = [
    ...new Set(
      manifests
        .filter(({ path, format }) => path === "pyproject.toml" && format === "pyproject")
        .flatMap(({ declarations }) =>
          declarations.flatMap(({ scope, group }) => (scope === "dev" && group !== undefined && isForTests(group) ? [group] : [])),
        ),
    ),
  ].toSorted();
  const isTool = groups.length > 0 && manifests.some(({ path }) => path === "pyproject.toml");
  return [
    ...outer.map(({ path }) => `python -m pip install -r ${path}`),
    ...(project === undefined ? [] : [extras.length === 0 ? "python -m pip install -e ." : `python -m pip install -e '.[${extras.join(",")}]'`]),
    ...(isTool ? groups.map((group) => `python -m pip install --group ${group}`) : []),
  ];
}
