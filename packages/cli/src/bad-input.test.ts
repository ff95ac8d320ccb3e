// Bad input through the whole program: a clear message with its place and what to do, the documented exit code, and nothing written below `.git`.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { disposedRepos, folderDigest, outsideCi, type GitRepo, type Step } from "@caio/testing";
import { afterEach, describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../dist/bin.cjs", import.meta.url));
const make = disposedRepos(afterEach);
const repository = (...steps: readonly Step[]): GitRepo => make(steps);

interface Ran {
  readonly status: number | null;
  readonly out: string;
}

/** Runs caio with a time limit: what hangs is a fault. */
function caio(cwd: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd, encoding: "utf8", input: "", timeout: 60_000, env: outsideCi() });
  return { status, out: stdout + stderr };
}

const start: readonly Step[] = [{ write: { "README.md": "# A\n" } }, { commit: "one" }];

describe("the repository", () => {
  it("is none: clean, and what needs git says so", () => {
    const { root } = repository();
    rmSync(join(root, ".git"), { recursive: true });
    writeFileSync(join(root, "a.md"), "[x](gone.md)\n");
    expect(caio(root)).toMatchObject({ status: 1, out: expect.stringContaining("gone.md") });
    for (const args of [["--staged"], ["--since", "HEAD"], ["secret-scan", "history"]]) {
      expect(caio(root, ...args)).toMatchObject({ status: 2, out: expect.stringMatching(/needs a git repository.*\n.*Run it inside/) });
    }
  });
  it("is empty, or has no commit yet", () => {
    const { root } = repository();
    expect(caio(root)).toMatchObject({ status: 0, out: expect.stringContaining("no files read") });
    writeFileSync(join(root, "a.md"), "[x](gone.md)\n");
    execFileSync("git", ["add", "a.md"], { cwd: root });
    expect(caio(root, "--staged")).toMatchObject({ status: 1 });
  });
  it("is a shallow clone without the base: what to fetch", () => {
    const origin = repository(...start, { write: { "b.md": "" } }, { commit: "two" }, { write: { "c.md": "" } }, { commit: "three" });
    const clone = repository();
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${origin.root}`, join(clone.root, "clone")], { stdio: "ignore" });
    const { status, out } = caio(join(clone.root, "clone"), "--since", origin.git("rev-parse", "HEAD~2"));
    expect(status).toBe(2);
    expect(out).toContain("git fetch --unshallow");
    expect(caio(join(clone.root, "clone"), "secret-scan", "history")).toMatchObject({ status: 2, out: expect.stringContaining("git fetch --unshallow") });
  });
});

describe("the configuration is broken: file, line, column, what was expected", () => {
  it.each([
    ["caio.yaml", "doc-sync:\n  rules: [\n", /caio\.yaml:\d+:\d+/],
    ["caio.yaml", "doc-sync:\n  rulez: {}\n", /caio\.yaml:2:3.*rulez[^]*rules/],
    ["caio.yaml", "doc-sync:\n  rules: { broken-link: loud }\n", /caio\.yaml:2:25[^]*off/],
    ["caio.json", '{ "doc-sync": { "rules": { "broken-link": "off", } \n', /caio\.json:\d+:\d+/],
    ["caio.toml", "[doc-sync]\nrules = { broken-link = off }\n", /caio\.toml:2:\d+/],
    ["pyproject.toml", "[tool.caio]\nignore = 3\n", /pyproject\.toml:2:\d+/],
    ["package.json", '{ "caio": { "ignore": "vendor" } }\n', /package\.json:1:\d+/],
  ])("%s: %j", (path, text, expected) => {
    const { root } = repository(...start, { write: { [path]: text } });
    const { status, out } = caio(root);
    expect(status).toBe(2);
    expect(out).toMatch(expected);
  });
  it("there are two of them", () => {
    const { root } = repository(...start, { write: { "caio.yaml": "{}\n", "caio.json": "{}\n" } });
    expect(caio(root)).toMatchObject({ status: 2, out: expect.stringMatching(/caio\.json[^]*caio\.yaml|caio\.yaml[^]*caio\.json/) });
  });
});

it.each([
  [["doc-snyc"], "`doc-sync`"],
  [["explain", "broken-lnik"], "`broken-link`"],
  [["--stagd"], "`--staged`"],
  [["hook-config", "migrat"], "`migrate`"],
  [["--reporter", "jsn"], "json"],
  [["--since"], "REF"],
])("an unknown word: %j offers %s, exit 2", (args, near) => {
  const { root } = repository(...start);
  expect(caio(root, ...args)).toMatchObject({ status: 2, out: expect.stringContaining(near) });
});

describe("files", () => {
  it("binary, invalid UTF-8, huge, a link loop, a link out of the root, a FIFO, odd names: the rest is judged, and nothing hangs", () => {
    const { root } = repository(...start);
    writeFileSync(join(root, "image.md"), Buffer.from([0x89, 0x50, 0, 0, 1]));
    writeFileSync(join(root, "latin.md"), Buffer.concat([Buffer.from("# caf"), Buffer.from([0xe9]), Buffer.from("\n[x](gone.md)\n")]));
    writeFileSync(join(root, "huge.md"), Buffer.alloc(11 * 1024 * 1024, "a\n"));
    symlinkSync("loop-b.md", join(root, "loop-a.md"));
    symlinkSync("loop-a.md", join(root, "loop-b.md"));
    symlinkSync("/etc/passwd", join(root, "out.md"));
    symlinkSync("..", join(root, "up"));
    execFileSync("mkfifo", [join(root, "pipe.md"), join(root, ".pre-commit-config.yaml")]);
    writeFileSync(join(root, "esc\u001b[31m\nname.md"), "[x](gone.md)\n");
    const was = folderDigest(join(root, ".git"));
    const { status, out } = caio(root);
    expect(status).toBe(1);
    expect(out).toContain("latin.md:2:5");
    expect(out).not.toContain("\u001b[31m");
    expect(out).not.toContain("root:");
    const report = JSON.parse(
      spawnSync(process.execPath, [bin, "--reporter", "json"], { cwd: root, encoding: "utf8", env: outsideCi(), timeout: 60_000 }).stdout,
    );
    expect(report.findings.filter(({ rule }: { rule: string }) => rule === "doc-sync/broken-link")).toHaveLength(2);
    expect(report.skipped).toEqual(
      expect.arrayContaining([
        { path: "image.md", reason: "binary" },
        { path: "huge.md", reason: "too large" },
      ]),
    );
    expect(folderDigest(join(root, ".git"))).toBe(was);
  });
  it("unreadable: exit 2, the rest is judged", () => {
    const { root } = repository(...start, { write: { "a.md": "[x](gone.md)\n", "b.md": "[x](gone.md)\n" } });
    chmodSync(join(root, "a.md"), 0);
    // Root reads everything: then another user looks.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) execFileSync("chown", ["-R", "65534", root]);
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin], {
      cwd: root,
      encoding: "utf8",
      ...(isRoot ? { uid: 65_534 } : {}),
      env: { ...outsideCi(), HOME: "/nonexistent" },
      timeout: 60_000,
    });
    expect({ status, out: stdout + stderr }).toMatchObject({ status: 2, out: expect.stringContaining("a.md") });
    expect(stdout).toContain("b.md:1:5");
  });
  it("broken hook configuration, lock of another run, empty files: told with their place", () => {
    const { root } = repository(...start, {
      write: { ".pre-commit-config.yaml": "repos: [\n", "empty.md": "", "requirements.txt": "===\n", "pyproject.toml": "[project\n" },
    });
    mkdirSync(join(root, "folder.md"));
    const { status, out } = caio(root);
    expect(status).toBe(1);
    expect(out).toMatch(/\.pre-commit-config\.yaml:\d+:\d+ error/);
  });
});
