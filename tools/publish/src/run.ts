// Runs a program to its end.
import { spawn } from "node:child_process";

/** A program's exit code and all it printed. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly printed: string;
}

/** Runs without a shell and without standard input. Not `spawnSync`: the registry's output must be read meanwhile. */
export function run(cwd: string, env: Readonly<Record<string, string | undefined>>, program: string, ...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let [stdout, printed] = ["", ""];
    child.stdout.on("data", (part) => {
      stdout += String(part);
      printed += String(part);
    });
    child.stderr.on("data", (part) => void (printed += String(part)));
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, stdout, printed }));
  });
}

/** Runs what has to succeed; throws all it printed when it does not. */
export async function must(cwd: string, env: Readonly<Record<string, string | undefined>>, program: string, ...args: readonly string[]): Promise<string> {
  const { status, stdout, printed } = await run(cwd, env, program, ...args);
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}:\n${printed}`);
  return stdout;
}
