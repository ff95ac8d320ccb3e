// Where the tests play: the example in a folder of its own, the built caio on PATH, the real pre-commit, real virtual environments.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { outsideCi } from "@caio/git-fixture";

const workspace = fileURLToPath(new URL("../../..", import.meta.url));
const bin = join(workspace, "packages/cli/dist/bin.cjs");
const preCommit = join(workspace, ".peers/bin/pre-commit");

/** What a command gave. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder for shims, environments and pre-commit's cache. */
export interface Stage {
  readonly folder: string;
  /** Runs caio in a repository. */
  caio(root: string, args: readonly string[], more?: { readonly input?: string; readonly environment?: Readonly<Record<string, string>> }): Ran;
  /** Runs the real pre-commit; `python` is a virtual environment whose programs come first on PATH. */
  preCommit(root: string, args: readonly string[], python?: string): Ran;
  /** Makes a virtual environment at `at` with what `pip install` is given. */
  python(at: string, install: readonly string[], cwd: string): string;
  dispose(): void;
}

/** Sets the stage. Throws where pre-commit was not installed by `tools/peers`. */
export function setStage(): Stage {
  if (!existsSync(preCommit)) throw new Error("The real pre-commit is missing: run `tools/peers pre-commit`.");
  const folder = mkdtempSync(join(tmpdir(), "caio-phase-12-"));
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "bin/caio"), `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`);
  chmodSync(join(folder, "bin/caio"), 0o755);
  const environment = (first: readonly string[] = []): NodeJS.ProcessEnv => {
    const { PATH = "" } = process.env;
    return { ...outsideCi(), PATH: [...first, join(folder, "bin"), PATH].join(":"), PRE_COMMIT_HOME: join(folder, "cache"), NO_COLOR: "1" };
  };
  const ran = (command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv, input = ""): Ran => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, input, encoding: "utf8", maxBuffer: 1 << 26 });
    return { status, stdout, stderr };
  };
  return {
    folder,
    caio: (root, args, more = {}) => ran(process.execPath, [bin, ...args], root, { ...environment(), ...more.environment }, more.input),
    preCommit: (root, args, python) => ran(preCommit, args, root, environment(python === undefined ? [] : [join(python, "bin")])),
    python(at, install, cwd) {
      const env = environment();
      execFileSync("python3", ["-m", "venv", at], { env });
      execFileSync(join(at, "bin/python"), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...install], {
        cwd,
        env,
        stdio: ["ignore", "ignore", "pipe"],
      });
      return at;
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
