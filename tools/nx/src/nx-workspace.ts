// A workspace of Nx on disk, with caio as if a package manager had installed it.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gitRepo, outsideCi, type GitRepo } from "@caio/git-fixture";
import { workspace } from "./versions.js";

export interface Ran {
  readonly status: number | null;
  readonly printed: string;
  /** The tasks that were run, by `project:target`; whether the cache answered. */
  readonly tasks: ReadonlyMap<string, "run" | "cached">;
}

export interface NxWorkspace extends GitRepo {
  nx(...args: readonly string[]): Ran;
  caio(...args: readonly string[]): { readonly status: number | null; readonly stdout: string };
}

const bins = (folder: string): Readonly<Record<string, string>> => {
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { readonly bin: Readonly<Record<string, string>> | string };
  return typeof bin === "string" ? { nx: bin } : bin;
};

function tasksOf(printed: string): Map<string, "run" | "cached"> {
  const tasks = new Map<string, "run" | "cached">();
  for (const [, name = "", more = ""] of printed.matchAll(/^> nx run (\S+)(.*)$/gm))
    tasks.set(name, /\[(?:local cache|existing outputs)/.test(more) ? "cached" : "run");
  return tasks;
}

/** What a lockfile of npm says of caio: its version alone is of interest here. */
export function lockfile(version: string): string {
  const own = { version, integrity: `sha512-${Buffer.alloc(64, version).toString("base64")}`, dev: true };
  const linked = Object.fromEntries(["a", "b"].map((name) => [`node_modules/@s/${name}`, { resolved: `packages/${name}`, link: true }]));
  const packages = { "": { name: "ws", workspaces: ["packages/*"], devDependencies: { "@caio/cli": "^0.1.0" } }, "node_modules/@caio/cli": own, ...linked };
  return JSON.stringify({ name: "ws", lockfileVersion: 3, requires: true, packages }, undefined, 2);
}

/** Makes a workspace with `files`; `nxFolder` is where Nx is installed. */
export function nxWorkspace(nxFolder: string, files: Readonly<Record<string, string>>): NxWorkspace {
  const repo = gitRepo([{ write: files }, { commit: "one" }]);
  const modules = join(repo.root, "node_modules");
  mkdirSync(join(modules, "@caio"), { recursive: true });
  mkdirSync(join(modules, ".bin"));
  const nx = join(nxFolder, "node_modules/nx");
  symlinkSync(nx, join(modules, "nx"));
  symlinkSync(join(workspace, "packages/cli"), join(modules, "@caio/cli"));
  // A package manager makes the bin executable.
  writeFileSync(join(modules, ".bin/caio"), `#!/bin/sh\nexec "${process.execPath}" "${join(workspace, "packages/cli/dist/bin.cjs")}" "$@"\n`, { mode: 0o755 });
  const environment = {
    ...outsideCi(),
    NX_DAEMON: "false",
    NX_NO_CLOUD: "true",
    NO_COLOR: "1",
    NX_TUI: "false",
    NX_CACHE_DIRECTORY: join(repo.root, ".nx/cache"),
    NX_WORKSPACE_DATA_DIRECTORY: join(repo.root, ".nx/workspace-data"),
  };
  const run = (program: string, args: readonly string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, [program, ...args], { cwd: repo.root, env: environment, encoding: "utf8", input: "", timeout: 200_000 });
  return {
    ...repo,
    nx(...args) {
      const { status, stdout, stderr } = run(join(nx, bins(nx)["nx"] ?? ""), args);
      return { status, printed: stdout + stderr, tasks: tasksOf(stdout) };
    },
    caio: (...args) => run(join(workspace, "packages/cli/dist/bin.cjs"), args),
  };
}
