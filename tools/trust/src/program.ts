// The built caio as a process of its own.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { outsideCi } from "@caio/git-fixture";

export const bin = fileURLToPath(new URL("../../../packages/cli/dist/bin.cjs", import.meta.url));
export const faults = fileURLToPath(new URL("../preload/fault.mjs", import.meta.url));

/** Whether the long form of the suites is asked for (`npm run trust`). */
export const isFull = process.env["CAIO_TRUST"] === "full";

export interface Ran {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs caio in a folder. What hangs is a fault: it is ended after `timeout` milliseconds. */
export function caio(
  cwd: string,
  args: readonly string[],
  more: { readonly environment?: Readonly<Record<string, string>>; readonly node?: readonly string[]; readonly timeout?: number; readonly input?: string } = {},
): Ran {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...(more.node ?? []), bin, ...args], {
    cwd,
    env: { ...outsideCi(), NO_COLOR: "1", ...more.environment },
    input: more.input ?? "",
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: more.timeout ?? 60_000,
    killSignal: "SIGKILL",
  });
  return { status, signal, stdout, stderr };
}
