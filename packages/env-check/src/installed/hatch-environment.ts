// Where hatch keeps the environments of a project. Source: hatch's `VirtualEnvironment`, `Path.id` and its document of the configuration.
import { createHash } from "node:crypto";
import type { Machine } from "@caio/repo-model/check";
import { atPointer, parseToml, textOf } from "@caio/repo-model/data";
import { canonicalName } from "@caio/repo-model/manifests";

const text = (set: string | undefined): string | undefined => (set === undefined || set === "" ? undefined : set);

/** The folders of virtual environments that hatch's configuration names, or that it has by itself. */
function homes(machine: Machine, root: string): readonly string[] {
  const { environment } = machine;
  const home = environment["HOME"] ?? "";
  const configurations = [text(environment["HATCH_CONFIG"]), `${text(environment["XDG_CONFIG_HOME"]) ?? `${home}/.config`}/hatch/config.toml`];
  const written = configurations.map((path) => (path === undefined ? undefined : machine.read(path))).find((one) => one !== undefined);
  const configuration = written === undefined ? undefined : parseToml(written).root;
  const named = textOf(atPointer(configuration, "/dirs/env/virtual"));
  if (named !== undefined) return [named.startsWith("/") ? named : `${root}/${named.replace(/^\.\//, "")}`];
  const data = [
    text(environment["HATCH_DATA_DIR"]) ?? textOf(atPointer(configuration, "/dirs/data")),
    `${text(environment["XDG_DATA_HOME"]) ?? `${home}/.local/share`}/hatch`,
    `${home}/Library/Application Support/hatch`,
  ];
  return [...new Set(data.flatMap((folder) => (folder === undefined ? [] : [`${folder}/env/virtual`])))];
}

/** Environments for tests come after the project's own, and before all others. */
const rank = (name: string, project: string): number => (name === project ? 0 : /^(?:hatch-)?tests?\b/.test(name) ? 1 : name.startsWith("dev") ? 2 : 3);

/** The folders of the environments that hatch made for a project, its default one first. */
export function hatchEnvironments(machine: Machine, root: string): readonly string[] {
  const manifest = machine.read(`${root}/pyproject.toml`);
  if (manifest === undefined || !(manifest.includes("hatch") || machine.exists(`${root}/hatch.toml`))) return [];
  const real = machine.realPath(root) ?? root;
  const id = createHash("sha256")
    .update(machine.platform === "darwin" ? real.toLowerCase() : real)
    .digest("base64url")
    .slice(0, 8);
  const name = textOf(atPointer(parseToml(manifest).root, "/project/name"));
  const project = name === undefined ? `${id}-unmanaged` : canonicalName(name);
  return homes(machine, root).flatMap((home) => {
    // Inside the project the environments lie side by side.
    const folder = home.startsWith(`${root}/`) ? home : `${home}/${project}/${id}`;
    const names = (machine.list(folder) ?? []).filter((one) => !one.endsWith("-build"));
    return names.toSorted((a, b) => rank(a, project) - rank(b, project) || (a < b ? -1 : 1)).map((one) => `${folder}/${one}`);
  });
}
