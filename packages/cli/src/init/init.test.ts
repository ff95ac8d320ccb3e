// `init` on real repositories: what it offers, that it only adds, and the questions at a real terminal.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { atTerminal, disposedRepos, outsideCi, type GitRepo } from "@caio/testing";
import { afterEach, describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../../dist/bin.cjs", import.meta.url));
const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
const make = disposedRepos(afterEach);
const repository = (files: Readonly<Record<string, string>>): GitRepo => make([{ write: files }, { commit: "one" }]);

function caio(cwd: string, ...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [bin, ...args], { cwd, encoding: "utf8", input: "", env: { ...outsideCi(), NO_COLOR: "1" }, timeout: 100_000 });
}

const preCommit = "repos:\r\n  - repo: local\r\n    hooks:\r\n      - { id: t, name: t, entry: t, language: system }\r\n# the end\r\n";

describe("init --yes", () => {
  it("adds to what is there, and changes nothing else: pre-commit with its line ends, GitHub, gitleaks' settings", () => {
    const { root, git } = repository({
      ".pre-commit-config.yaml": preCommit,
      ".gitleaks.toml": "[extend]\nuseDefault = true\n",
      ".github/workflows/test.yml": "on: push\n",
      "a.md": "[x](gone.md)\n",
    });
    const { status, stdout } = caio(root, "init", "--yes");
    expect(status).toBe(0);
    expect(stdout).toContain("+++ b/caio.yaml");
    expect(stdout).toContain("1 error and 0 warnings stand here today.");
    expect(
      git("diff")
        .split("\n")
        .filter((line) => line.startsWith("-") && !line.startsWith("---")),
    ).toEqual([]);
    const hook = readFileSync(join(root, ".pre-commit-config.yaml"), "utf8");
    expect(hook.replace(/\r\n/g, "")).not.toContain("\n");
    expect(hook).toContain(`  - repo: local\r\n    hooks:\r\n      - id: caio\r\n`);
    expect(hook).toContain(`additional_dependencies: ["@caio/cli@${version}"]`);
    const configuration = readFileSync(join(root, "caio.yaml"), "utf8");
    expect(configuration).toMatch(/^# yaml-language-server: \$schema=https:\/\//);
    expect(configuration).toContain("gitleaks: { config: .gitleaks.toml }");
    expect(readFileSync(join(root, ".github/workflows/caio.yml"), "utf8")).toContain(`@caio/cli@${version} --since "origin/$GITHUB_BASE_REF"`);
    // What was written holds, and a second time there is nothing to do.
    expect(caio(root, "config").status).toBe(0);
    expect(caio(root, "hook-config").status).toBe(0);
    expect(caio(root, "init", "--yes").stdout).toContain("Nothing is left to set up");
  });

  it("with a package.json: the dependency in its order, husky, lefthook, GitLab with stages of its own", () => {
    const { root } = repository({
      "package.json": '{\n  "name": "x",\n  "devDependencies": {\n    "@a/b": "1",\n    "zod": "1"\n  }\n}\n',
      "pnpm-lock.yaml": "lockfileVersion: '9.0'\n",
      ".husky/pre-commit": "pnpm test",
      "lefthook.yml": "pre-commit:\n  commands:\n    lint:\n      run: pnpm lint\n",
      ".gitlab-ci.yml": "stages: [check, ship]\n\na:\n  stage: check\n  script: [true]\n",
    });
    const { stdout } = caio(root, "init", "--yes");
    const read = (path: string): string => readFileSync(join(root, path), "utf8");
    expect(JSON.parse(read("package.json"))).toEqual({ name: "x", devDependencies: { "@a/b": "1", "@caio/cli": `^${version}`, zod: "1" } });
    expect(read(".husky/pre-commit")).toBe("pnpm test\nnpx --no-install caio --staged\n");
    expect(read("lefthook.yml")).toContain("    lint:\n      run: pnpm lint\n    caio:\n      run: npx --no-install caio --staged\n");
    expect(read(".gitlab-ci.yml")).toContain("caio:\n  stage: check\n");
    expect(read("caio.yaml")).toContain("$schema=./node_modules/@caio/cli/schema.json");
    expect(stdout).toMatch(/Next:\n {2}pnpm install\n/);
    expect(stdout).not.toContain(".github");
  });

  it("in a workspace of Nx: the plugin after those that are there, comments kept, and the folder of its parts", () => {
    const nx = '{\r\n  // ours\r\n  "plugins": [\r\n    "@nx/js"\r\n  ]\r\n}\r\n';
    const { root, git } = repository({ "package.json": '{ "name": "ws" }\n', "nx.json": nx });
    const { status, stdout } = caio(root, "init", "--yes");
    expect(status).toBe(0);
    expect(readFileSync(join(root, "nx.json"), "utf8")).toBe(nx.replace('"@nx/js"', '"@nx/js",\r\n    "@caio/cli/nx"'));
    expect(readFileSync(join(root, ".caio/.gitignore"), "utf8")).toBe("/parts/\n");
    expect(JSON.parse(readFileSync(join(root, "package.json"), "utf8"))).toMatchObject({ devDependencies: { "@caio/cli": `^${version}` } });
    expect(stdout).toContain("npx nx affected -t caio");
    expect(caio(root, "init", "--yes").stdout).toContain("Nothing is left to set up");
    git("checkout", "--quiet", "--force", ".");
    expect(caio(repository({ "nx.json": '{ "plugins": "odd" }\n' }).root, "init", "--yes").stdout).toContain("@caio/cli/nx");
  });

  it("leaves a configuration alone, and what it cannot read", () => {
    const { root, git } = repository({
      "caio.yaml": "ignore: []\n",
      ".pre-commit-config.yaml": "repos: [\n",
      "package.json": "{ broken",
      ".gitleaksignore": "",
    });
    const { status, stdout } = caio(root, "init", "--yes");
    expect(status).toBe(0);
    expect(stdout).toContain("caio.yaml stays as it is; it could say:");
    expect(stdout).toContain("gitleaks: { ignore: .gitleaksignore }");
    expect(git("status", "--short")).toBe("");
  });

  it("is refused without a terminal and without --yes; --diff writes nothing", () => {
    const { root, git } = repository({ "a.md": "# A\n" });
    expect(caio(root, "init")).toMatchObject({ status: 2, stderr: expect.stringContaining("--yes") });
    expect(caio(root, "init", "--diff").stdout).toContain("+++ b/caio.yaml");
    expect(git("status", "--short")).toBe("");
  });
});

describe("init at a terminal", () => {
  const files = {
    "a.md": "[x](gone.md)\n",
    ".pre-commit-config.yaml": "repos:\n- repo: local\n  hooks:\n  - { id: t, name: t, entry: t, language: system }\n",
  };
  it("asks three questions, shows each change, and writes it with a baseline", () => {
    const { root } = repository(files);
    const { shown, status, left } = atTerminal(
      root,
      [process.execPath, bin, "init"],
      [
        ["What shall be set up?", "\r"],
        ["What about them?", "\r"],
        ["as shown?", "\r"],
      ],
    );
    expect({ status, left }).toEqual({ status: 0, left: 0 });
    expect(shown).toContain("+++ b/.caio/baseline");
    expect(shown).toContain("and are accepted");
    expect(readFileSync(join(root, ".gitattributes"), "utf8")).toBe(".caio/baseline merge=union\n");
    expect(caio(root)).toMatchObject({ status: 0, stdout: expect.stringContaining("1 accepted by the baseline") });
  }, 150_000);

  it.each([
    ["the first question", [["What shall be set up?", "\u0003"]]],
    [
      "the last one, answered with no",
      [
        ["What shall be set up?", "\r"],
        ["What about them?", "\r"],
        ["as shown?", "n"],
      ],
    ],
  ] as const)(
    "writes nothing when it is left at %s",
    (_name, answers) => {
      const { root, git } = repository(files);
      const { shown, status } = atTerminal(root, [process.execPath, bin, "init"], answers);
      expect(status).toBe(2);
      expect(shown).toContain("Nothing was written.");
      expect(git("status", "--short")).toBe("");
    },
    150_000,
  );
});
