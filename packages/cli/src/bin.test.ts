// The cli as users meet it: the built program on real repositories, by its output and exit code.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gitRepo, type GitRepo } from "@caio/testing";
import { afterEach, describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../dist/bin.cjs", import.meta.url));
const workspace = fileURLToPath(new URL("../../..", import.meta.url));
let repo: GitRepo | undefined;
afterEach(() => repo?.dispose());
function caio(cwd: string, ...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [bin, ...args], { cwd, encoding: "utf8", input: "", env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" } });
}
const legacy = "repos:\n- repo: local\n  hooks:\n  - id: t # stages: [commit]\n    name: t\n    entry: t\n    language: system\n    stages: [commit]\n";

describe("caio", () => {
  it("checks, shows the patch, fixes, and is clean; git apply takes the patch", () => {
    repo = gitRepo([{ write: { ".pre-commit-config.yaml": legacy } }, { commit: "one" }]);
    const { root } = repo;
    const check = caio(root);
    expect(check.stdout).toContain(".pre-commit-config.yaml:8:14 warning The stage `commit` is called `pre-commit` today. hook-config/legacy-stage");
    const { stdout: patch } = caio(root, "--diff");
    execFileSync("git", ["apply", "--check"], { cwd: root, input: patch });
    expect(caio(root, "hook-config", "migrate").status).toBe(0);
    expect(repo.git("diff", "--unified=0").split("\n").slice(-2)).toEqual(["-    stages: [commit]", "+    stages: [pre-commit]"]);
    expect(caio(root).stdout).toContain("nothing found");
  });
  it("is quiet in a folder without git or files, and says so", () => {
    repo = gitRepo();
    execFileSync("rm", ["-rf", `${repo.root}/.git`]);
    expect(caio(repo.root)).toMatchObject({ status: 0, stdout: expect.stringContaining("no files read") });
  });
  it("runs the checks that are named, one or several, and those alone", () => {
    repo = gitRepo([{ write: { "a.md": "[x](gone.md)\n", ".pre-commit-config.yaml": legacy } }, { commit: "one" }]);
    const ran = (...args: readonly string[]): unknown =>
      (JSON.parse(caio(repo?.root ?? "", ...args, "--reporter", "json").stdout) as { summary: { checks: string[] } }).summary.checks;
    expect(ran("hook-config", "doc-sync")).toEqual(["doc-sync", "hook-config"]);
    expect(ran("check", "hook-config", "doc-sync")).toEqual(["doc-sync", "hook-config"]);
    expect(ran("hook-config")).toEqual(["hook-config"]);
    expect(caio(repo.root, "doc-sync", "hook-confg")).toMatchObject({ status: 2, stderr: expect.stringContaining("`hook-confg`") });
  });
  it("explains a rule, and offers the nearest name for a wrong one", () => {
    expect(caio(workspace, "explain", "legacy-stage").stdout).toContain("## Wrong");
    expect(caio(workspace, "explain", "legacy-stag")).toMatchObject({ status: 2, stderr: expect.stringContaining("Did you mean `legacy-stage`?") });
    expect(caio(workspace, "hook-confg")).toMatchObject({ status: 2, stderr: expect.stringContaining("`hook-config`") });
  });
  it("prints its version and help", () => {
    expect(existsSync(bin)).toBe(true);
    expect(caio(workspace, "--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const help = caio(workspace, "--help").stdout.split("\n");
    expect(help.length).toBeLessThanOrEqual(42);
    for (const line of help) expect(line.length).toBeLessThanOrEqual(100);
    const all = caio(workspace, "--help", "--verbose").stdout;
    for (const flag of ["--shard", "--trend", "--event", "--color"]) {
      expect(all).toContain(flag);
      expect(help.join("\n")).not.toContain(flag);
    }
  });
});
