// Where poetry keeps the environment of a project that has none in its folder. Source: `EnvManager.generate_env_name` and poetry's document of its configuration.
import { createHash } from "node:crypto";
import type { Machine } from "@caio/repo-model/check";
import { parseToml, atPointer, textOf } from "@caio/repo-model/data";

/** The name of the environment without its Python's version: the project's, and a hash of the folder. */
export function poetryEnvironmentName(project: string, folder: string): string {
  const name = project
    .toLowerCase()
    .replace(/[ $`!*@"\\\r\n\t]/g, "_")
    .slice(0, 42);
  return `${name}-${createHash("sha256").update(folder).digest("base64url").slice(0, 8)}`;
}

/** The folders of the environments that poetry made for a project: the one that `poetry env use` chose, then the newest Python first. */
export function poetryEnvironments(machine: Machine, root: string): readonly string[] {
  const text = machine.read(`${root}/pyproject.toml`);
  if (text === undefined || (!text.includes("[tool.poetry") && !machine.exists(`${root}/poetry.lock`))) return [];
  const project = parseToml(text).root;
  const name = textOf(atPointer(project, "/project/name")) ?? textOf(atPointer(project, "/tool/poetry/name")) ?? "";
  const { environment } = machine;
  const home = environment["HOME"] ?? "";
  const set = environment["POETRY_VIRTUALENVS_PATH"];
  const caches = [environment["POETRY_CACHE_DIR"], `${environment["XDG_CACHE_HOME"] ?? `${home}/.cache`}/pypoetry`, `${home}/Library/Caches/pypoetry`];
  const folders = set !== undefined && set !== "" ? [set] : caches.flatMap((cache) => (cache === undefined || cache === "" ? [] : [`${cache}/virtualenvs`]));
  const own = poetryEnvironmentName(name === "" ? "virtualenv" : name, machine.realPath(root) ?? root);
  const wanted = `${own}-py`;
  const minor = (entry: string): number => Number(/-py3\.(\d+)$/.exec(entry)?.[1] ?? 0);
  return folders.flatMap((folder) => {
    const chosen = textOf(atPointer(parseToml(machine.read(`${folder}/envs.toml`) ?? "").root, `/${own}/minor`));
    const rank = (entry: string): number => (chosen !== undefined && entry === `${wanted}${chosen}` ? Infinity : minor(entry));
    return (machine.list(folder) ?? [])
      .filter((entry) => entry.startsWith(wanted))
      .toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)))
      .map((entry) => `${folder}/${entry}`);
  });
}
