// The list of real repositories, tried on one that is made here: a finding that comes, goes or is told more often is shown and fails, and nothing is accepted by itself.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gitRepo } from "@caio/git-fixture";
import { afterAll, beforeAll, expect, it } from "vitest";

const program = fileURLToPath(new URL("../repositories/run.mjs", import.meta.url));
const pinned = fileURLToPath(new URL("../repositories/", import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "caio-repositories-"));
  const repo = gitRepo([{ write: { "README.md": "# A\n\n[x](gone.md)\n" } }, { commit: "one" }]);
  writeFileSync(join(folder, "list.json"), JSON.stringify([{ name: "made", commit: repo.git("rev-parse", "HEAD").trim() }]));
  renameSync(repo.root, join(folder, "made"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...more: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  return spawnSync(process.execPath, [program, folder, ...more], { encoding: "utf8", env: { ...process.env, CAIO_TRUST_LIST: folder } });
}
const expected = (text: string): void => writeFileSync(join(folder, "expected.json"), text);

it("what comes is shown, and accepted only when that is asked for", () => {
  expected("{}");
  expect(run()).toMatchObject({ status: 1, stdout: expect.stringContaining('+ "doc-sync/broken-link error README.md" 0 -> 1') });
  expect(readFileSync(join(folder, "expected.json"), "utf8")).toBe("{}");
  expect(run("--accept").status).toBe(0);
  expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining("== made: 1 findings") });
});
it("what goes, and what is told more often than it was", () => {
  expected('{"made": {"rules": {"doc-sync/broken-link error": {"README.md": 2}, "doc-sync/gone warning": {"README.md": 1}}, "troubles": []}}');
  expect(run()).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/~ "doc-sync\/broken-link error README\.md" 2 -> 1[^]*- "doc-sync\/gone warning README\.md" 1 -> 0/),
  });
});
it("the pinned list has at least twenty, each with its commit and what is expected", () => {
  const list = JSON.parse(readFileSync(join(pinned, "list.json"), "utf8")) as { name: string; commit: string; language: string }[];
  const known = JSON.parse(readFileSync(join(pinned, "expected.json"), "utf8")) as Record<string, { crash?: string }>;
  expect(list.length).toBeGreaterThanOrEqual(20);
  expect(new Set(list.map(({ language }) => language)).size).toBeGreaterThan(8);
  for (const { name, commit } of list) {
    expect(commit, name).toMatch(/^[0-9a-f]{40}$/);
    expect(known[name], name).toBeDefined();
    expect(known[name]?.crash, name).toBeUndefined();
  }
});
