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
    expect(ran("hook-config", "doc-sync")).toEqual(["hook-config", "doc-sync"]);
    expect(ran("check", "hook-config", "doc-sync")).toEqual(["hook-config", "doc-sync"]);
    expect(ran("hook-config")).toEqual(["hook-config"]);
    expect(caio(repo.root, "doc-sync", "hook-confg")).toMatchObject({ status: 2, stderr: expect.stringContaining("`hook-confg`") });
  });
  it("explains a rule, and offers the nearest name for a wrong one", () => {
    expect(caio(workspace, "explain", "legacy-stage").stdout).toContain("## Wrong");
    expect(caio(workspace, "explain", "legacy-stag")).toMatchObject({ status: 2, stderr: expect.stringContaining("Did you mean `legacy-stage`?") });
    expect(caio(workspace, "hook-confg")).toMatchObject({ status: 2, stderr: expect.stringContaining("`hook-config`") });
  });
  it("says why a path is judged or not, by the line that decides", () => {
    repo = gitRepo([
      {
        write: {
          "caio.yaml":
            "ignore: [vendor/**]\ndoc-sync:\n  overrides:\n    - { files: [docs/**], rules: { broken-link: off } }\nsuppress:\n  - { rule: doc-sync/broken-link, path: a.md, reason: later }\n",
          "a.md": "[x](gone.md)\n",
          "b.md": `x <!-- caio-${"ignore"} doc-sync/broken-link: known -->\n`,
          "c.md": "# C\n",
          "vendor/v.txt": "v\n",
          "docs/d.md": "# D\n",
          ".gitignore": "build/\n*.log\n!kept.log\n",
          "sub/.gitignore": "# ours\n!x.log\n*.tmp\n",
        },
      },
      { commit: "one" },
      { write: { "x.log": "", "kept.log": "", "sub/x.log": "", "sub/y.tmp": "", "build/kept.log": "", own: "", ".git/info/exclude": "own\n" } },
    ]);
    const why = (path: string): string => caio(repo?.root ?? "", "why", path).stdout;
    expect(why("a.md")).toBe("a.md is tracked (file).\ncaio.yaml:6:5 `suppress` holds doc-sync/broken-link back: later\n");
    expect(why("b.md")).toContain("b.md:1:8 a comment holds doc-sync/broken-link back on this line and the next: known");
    expect(why("c.md")).toBe("c.md is tracked (file).\nNo line of the configuration speaks of it: every check reads it.\n");
    expect(why("vendor/v.txt")).toContain("caio.yaml:1:10 `ignore` (vendor/**) leaves it to no check.");
    expect(why("docs/d.md")).toContain("caio.yaml:4:7 `overrides` (docs/**) sets doc-sync/broken-link to off.");
    expect(why("x.log")).toBe("x.log is ignored by git, by .gitignore:2 `*.log`; `--no-ignore` adds such files.\n");
    expect(why("sub/y.tmp")).toContain("by sub/.gitignore:3 `*.tmp`;");
    expect(why("build/kept.log")).toContain("by .gitignore:1 `build/`;");
    expect(why("own")).toContain("by no `.gitignore` of the repository");
    for (const path of ["kept.log", "sub/x.log"]) expect(why(path)).toContain("is untracked and not ignored (file).");
    expect(why("nothing.md")).toBe("nothing.md is not there.\n");
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
