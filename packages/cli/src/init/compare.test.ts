// `init --compare` beside the real gitleaks and pre-commit, and what their reports are read as.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gitRepo, outsideCi, type GitRepo } from "@caio/testing";
import { afterAll, describe, expect, it } from "vitest";
import { readGitleaks, readLychee, sideBySide } from "./compare.js";

const bin = fileURLToPath(new URL("../../dist/bin.cjs", import.meta.url));
const peers = fileURLToPath(new URL("../../../../.peers/bin", import.meta.url));
const isInstalled = ["gitleaks", "pre-commit"].every((name) => existsSync(join(peers, name)));
if (!isInstalled) console.warn("SKIPPED: init --compare, since gitleaks and pre-commit are not installed: `tools/peers gitleaks pre-commit` installs them.");
/** Drawn at run time, and in no file. */
const token = `glpat-${Buffer.from(Array.from({ length: 15 }, (_, at) => (at * 89 + 57) % 251)).toString("base64url")}`;

const repos: GitRepo[] = [];
afterAll(() => {
  for (const repo of repos) repo.dispose();
});

/** Runs `init --compare` where only these programs can be found. */
function compared(files: Readonly<Record<string, string>>, path: readonly string[]): { status: number | null; stdout: string; changed: string } {
  const repo = gitRepo([{ write: files }, { commit: "one" }]);
  repos.push(repo);
  const environment = {
    ...outsideCi(),
    NO_COLOR: "1",
    PATH: [...path, "/usr/bin", "/bin"].join(delimiter),
    PRE_COMMIT_HOME: join(repo.root, ".git/pre-commit"),
  };
  const { status, stdout } = spawnSync(process.execPath, [bin, "init", "--compare"], {
    cwd: repo.root,
    encoding: "utf8",
    input: "",
    env: environment,
    timeout: 100_000,
  });
  return { status, stdout, changed: repo.git("status", "--short") };
}

const legacy = "repos:\n- repo: local\n  hooks:\n  - id: t\n    name: t\n    entry: t\n    language: python_venv\n    stages: [commit]\n";

describe.skipIf(!isInstalled && process.env["CI"] !== "true")("init --compare", () => {
  it("prints what both find, and what one alone does; no secret is shown whole, and nothing is written", () => {
    const files = {
      "a.js": `const token = "${token}";\n`,
      "b.env": "# DB\nDATABASE_URL=postgres://admin:Tr0ub4dor-31-horse@db.corp.internal/x\n",
      ".pre-commit-config.yaml": legacy,
    };
    const { status, stdout, changed } = compared(files, [peers]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/gitleaks dir \. \| caio secret-scan\n {2}both \(1\):\n {4}a\.js:1 {2}gitlab-pat \| secret-scan\/provider-token\n/);
    expect(stdout).toMatch(/caio alone \(1\):\n {4}b\.env:2 {2}secret-scan\//);
    expect(stdout).not.toContain(token);
    expect(stdout).not.toContain("Tr0ub4dor");
    expect(stdout).toContain("pre-commit migrate-config | caio hook-config migrate\n  both write the same:\n");
    expect(stdout).toContain("+    language: python\n");
    expect(stdout.includes("Not installed here, so not compared: lychee.")).toBe(!existsSync(join(peers, "lychee")));
    expect(changed).toBe("");
  });

  it("says so where neither finds anything, where a program fails, and where none is installed", () => {
    const clean = compared({ "a.md": "# A\n", ".pre-commit-config.yaml": "repos: []\n" }, [peers]);
    expect(clean.stdout).toContain("neither finds anything");
    expect(clean.stdout).toContain("neither changes anything");
    const broken = compared({ ".pre-commit-config.yaml": "repos: [\n", ".gitleaks.toml": "[[" }, [peers]);
    expect(broken.stdout).toMatch(/gitleaks dir \. \| caio secret-scan\n {2}it failed: /);
    expect(broken.stdout).toMatch(/migrate\n {2}it failed: /);
    const alone = compared({ "a.md": "# A\n" }, []);
    expect(alone).toMatchObject({ status: 0, stdout: "Not installed here, so not compared: gitleaks, lychee, pre-commit.\n" });
  });
});

describe("the reports of others", () => {
  it("are read as places, and as nothing where they are none", () => {
    expect(readGitleaks("/r", '[{ "File": "/r/a.js", "StartLine": 3, "RuleID": "x" }]')).toEqual([{ place: "a.js:3", words: "x" }]);
    expect(readGitleaks("/r", "fatal")).toBeUndefined();
    const links = { "./a.md": [{ url: "file:///r/b%20c.md", status: { text: "Cannot find file" } }] };
    for (const key of ["error_map", "fail_map"])
      expect(readLychee("/r", JSON.stringify({ [key]: links }))).toEqual([{ place: "a.md → b c.md", words: "Cannot find file" }]);
    expect(readLychee("/r", "[]")).toBeUndefined();
  });
  it("stand side by side by place, and print no control characters", () => {
    const text = sideBySide(
      "peer",
      [
        { place: "a:1", words: "x" },
        { place: "b\u001b:2", words: "y" },
      ],
      [{ place: "a:1", words: "z" }],
    );
    expect(text).toBe("  both (1):\n    a:1  x | z\n  peer alone (1):\n    b\\x1b:2  y\n");
  });
});
