// caio's command line within this process: what a suite takes that runs it thousands of times.
import { runCommand, type LazyCheck } from "@caio/repo-model/command";
import { recordedIo } from "@caio/git-fixture";

/** The five checks. */
export const checks: readonly LazyCheck[] = [
  { name: "doc-sync", summary: "", load: async () => (await import("@caio/doc-sync")).docSync },
  {
    name: "secret-scan",
    summary: "",
    mask: async () => (await import("@caio/secret-scan/mask-text")).maskText,
    load: async () => (await import("@caio/secret-scan")).secretScan,
  },
  { name: "hook-config", summary: "", load: async () => (await import("@caio/hook-config")).hookConfig },
  { name: "adr-gate", summary: "", load: async () => (await import("@caio/adr-gate")).adrGate },
  { name: "env-check", summary: "", load: async () => (await import("@caio/env-check")).envCheck },
];

export interface Answer {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the five checks' command line in a folder, or that of `others`, without the environment of this process but for PATH. */
export async function inProcess(
  cwd: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  others: readonly LazyCheck[] = checks,
): Promise<Answer> {
  const recorded = recordedIo(cwd, { environment });
  const status = await runCommand(others, { argv, io: recorded.io, tool: { name: "@caio/cli", version: "0.0.0", bin: "caio" } });
  return { status, out: recorded.out(), err: recorded.err() };
}
