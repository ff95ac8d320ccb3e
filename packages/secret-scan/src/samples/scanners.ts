// Runs scanners over labelled files: ours in this process, others over the same files on disk.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { scanBytes } from "../scan.js";
import type { LabelledFile } from "./labelled.js";
import type { Hit } from "./score.js";

const run = promisify(execFile);

/** Where `tools/peers` put a program; undefined where it did not. */
export function peer(name: string): string | undefined {
  const path = join(import.meta.dirname, "../../../../.peers/bin", name);
  return existsSync(path) ? path : undefined;
}

/** What this scanner reports as secrets. */
export function caioHits(set: readonly LabelledFile[]): Hit[] {
  return set.flatMap(({ path, text }) => {
    const bytes = Buffer.from(text);
    return scanBytes(path, bytes)
      .filter(({ label }) => label === "secret")
      .map(({ start }) => ({ path, line: bytes.subarray(0, start).toString().split("\n").length }));
  });
}

/** Writes the files below a folder. */
export async function writeSet(folder: string, files: readonly LabelledFile[]): Promise<void> {
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** What gitleaks reports in a folder; `report` is where it may write. */
export async function gitleaksHits(program: string, folder: string, report: string): Promise<Hit[]> {
  await run(program, ["dir", "--no-banner", "--exit-code", "0", "-l", "error", "-f", "json", "-r", report, folder]);
  const found: unknown = JSON.parse(await readFile(report, "utf8"));
  if (!Array.isArray(found)) throw new Error("no list");
  return found.map((one: { File: string; StartLine: number }) => ({ path: relative(folder, one.File), line: one.StartLine }));
}

/** What detect-secrets reports in a folder. */
export async function detectSecretsHits(program: string, folder: string): Promise<Hit[]> {
  const { stdout } = await run(program, ["scan", "--all-files", "."], { cwd: folder, maxBuffer: 256 << 20 });
  const { results }: { results: Record<string, { line_number: number }[]> } = JSON.parse(stdout);
  return Object.entries(results).flatMap(([path, all]) => all.map((one) => ({ path, line: one.line_number })));
}
