// A copy of this workspace in a temporary folder, with the installed packages linked, to plant faults in.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The copy; `run` gives a program of node_modules/.bin its exit code and all it printed. */
export interface WorkspaceCopy {
  readonly root: string;
  write(path: string, text: string): void;
  remove(path: string): void;
  run(program: string, ...args: readonly string[]): { readonly status: number; readonly printed: string };
  dispose(): void;
}

/** Links what is installed in `from` into `to`; the workspace's own packages lead into the copy. */
function linkInstalled(from: string, to: string): void {
  mkdirSync(join(to, "@caio"), { recursive: true });
  for (const name of readdirSync(from)) if (name !== "@caio" && (name === ".bin" || !name.startsWith("."))) symlinkSync(join(from, name), join(to, name));
  for (const name of readdirSync(join(from, "@caio"))) symlinkSync(readlinkSync(join(from, "@caio", name)), join(to, "@caio", name));
}

/** Copies what git would take of the workspace (the working tree, not HEAD), and what is built, so that a compiler need not begin anew. */
export function workspaceCopy(workspace: string): WorkspaceCopy {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "caio-layers-")));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: workspace, encoding: "utf8" });
  for (const path of listed.split("\0"))
    if (path !== "" && existsSync(join(workspace, path))) cpSync(join(workspace, path), join(root, path), { preserveTimestamps: true });
  for (const group of ["packages", "tools"])
    for (const name of readdirSync(join(workspace, group))) {
      const dist = join(group, name, "dist");
      if (existsSync(join(workspace, dist))) cpSync(join(workspace, dist), join(root, dist), { recursive: true, preserveTimestamps: true });
    }
  linkInstalled(join(workspace, "node_modules"), join(root, "node_modules"));
  return {
    root,
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    remove: (path) => rmSync(join(root, path)),
    run(program, ...args) {
      const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined };
      try {
        return { status: 0, printed: execFileSync(join(root, "node_modules/.bin", program), args, { cwd: root, env, encoding: "utf8", stdio: "pipe" }) };
      } catch (error) {
        const { status, stdout, stderr } = error as { readonly status?: number | null; readonly stdout?: string; readonly stderr?: string };
        if (typeof status !== "number") throw error;
        return { status, printed: `${stdout}${stderr}` };
      }
    },
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
}
