// Recall and precision on the labelled set, beside gitleaks and detect-secrets on the same files.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { labelledFiles, type LabelledFile } from "./samples/labelled.js";
import { negatives } from "./samples/negatives.js";
import { fileNegatives } from "./samples/negatives-files.js";
import { filePositives } from "./samples/positives-files.js";
import { positives } from "./samples/positives.js";
import { scoreOf, type Hit, type Score } from "./samples/score.js";
import { scanBytes } from "./scan.js";

const run = promisify(execFile);
const peer = (name: string): string => join(import.meta.dirname, "../../../.peers/bin", name);
const rows = [...positives, ...filePositives, ...negatives, ...fileNegatives];
const files = labelledFiles(rows, 20_260);

function caioHits(set: readonly LabelledFile[]): Hit[] {
  return set.flatMap(({ path, text }) =>
    scanBytes(path, Buffer.from(text))
      .filter(({ label }) => label === "secret")
      .map(({ start }) => ({ path, line: Buffer.from(text).subarray(0, start).toString().split("\n").length })),
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const shown = (name: string, { found, total, recall, precision, false: wrong }: Score): string =>
  `${name}: recall ${percent(recall)} (${found} of ${total}), precision ${percent(precision)} (${wrong} false)`;

describe("the labelled set", () => {
  it("has 300 leaks and more, and half as many look-alikes", () => {
    const secrets = files.reduce((sum, one) => sum + one.secrets.length, 0);
    expect(secrets).toBeGreaterThan(300);
    expect(files.filter((one) => one.secrets.length === 0).length).toBeGreaterThan(150);
  });
  it.each([20_260, 1, 2, 3])("seed %i: recall is nine in ten and more, precision nineteen in twenty and more", (seed) => {
    const set = labelledFiles(rows, seed);
    const score = scoreOf(set, caioHits(set));
    console.log(
      [shown(`caio, seed ${seed}`, score), ...score.missed.map((one) => `  missed ${one}`), ...score.wrong.map((one) => `  false ${one}`)].join("\n"),
    );
    expect(score.recall).toBeGreaterThanOrEqual(0.9);
    expect(score.precision).toBeGreaterThanOrEqual(0.95);
  });
});

describe("the same files, scanned by others", () => {
  let root = "";
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "caio-labelled-"));
    for (const { path, text } of files) {
      await mkdir(dirname(join(root, "set", path)), { recursive: true });
      await writeFile(join(root, "set", path), text);
    }
  });
  afterAll(() => rm(root, { recursive: true, force: true }));
  const program = (name: string): string | undefined => {
    if (existsSync(peer(name))) return peer(name);
    if (process.env["CI"] === "true") throw new Error(`${name} is missing: run the set-up of tools/peers`);
    console.warn(`SKIPPED: ${name} is not installed, nothing was compared`);
    return undefined;
  };
  const compare = (name: string, hits: readonly Hit[]): void => {
    const theirs = scoreOf(files, hits);
    console.log(shown(name, theirs));
    expect(theirs.found).toBeGreaterThan(0);
    expect(scoreOf(files, caioHits(files)).recall).toBeGreaterThan(theirs.recall);
  };
  it("by gitleaks", async ({ skip }) => {
    const gitleaks = program("gitleaks");
    if (gitleaks === undefined) return skip("gitleaks is not installed");
    const report = join(root, "gitleaks.json");
    await run(gitleaks, ["dir", "--no-banner", "--exit-code", "0", "-l", "error", "-f", "json", "-r", report, join(root, "set")]);
    const found: unknown = JSON.parse(await readFile(report, "utf8"));
    if (!Array.isArray(found)) throw new Error("no list");
    compare(
      "gitleaks",
      found.map((one: { File: string; StartLine: number }) => ({ path: relative(join(root, "set"), one.File), line: one.StartLine })),
    );
  });
  it("by detect-secrets", async ({ skip }) => {
    const detect = program("detect-secrets");
    if (detect === undefined) return skip("detect-secrets is not installed");
    const { stdout } = await run(detect, ["scan", "--all-files", "."], { cwd: join(root, "set"), maxBuffer: 64 << 20 });
    const { results }: { results: Record<string, { line_number: number }[]> } = JSON.parse(stdout);
    compare(
      "detect-secrets",
      Object.entries(results).flatMap(([path, all]) => all.map((one) => ({ path, line: one.line_number }))),
    );
  });
});
