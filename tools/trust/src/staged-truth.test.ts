// What `--staged` judges inside a hook is exactly what the commit will hold, however the commit is made.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gitRepo, outsideCi, type GitRepo } from "@caio/git-fixture";
import { afterEach, describe, expect, it } from "vitest";
import { bin } from "./program.js";

const preCommit = fileURLToPath(new URL("../../../.peers/bin/pre-commit", import.meta.url));
const open: GitRepo[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const repo of open.splice(0)) repo.dispose();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A document whose broken links name the state that they stand in. */
const document = (...states: readonly string[]): string =>
  `# A\n\n${"filler\n\n".repeat(12)}${states.map((state) => `[x](${state}.md)\n\n${"filler\n\n".repeat(12)}`).join("")}`;

interface Stage {
  readonly repo: GitRepo;
  /** Where the hook leaves its report. */
  readonly report: string;
  /** The targets of the links that the hook's run found broken. */
  told(): string[];
  /** Those that the commit at HEAD holds. */
  committed(...paths: readonly string[]): string[];
  commit(cwd: string, args: readonly string[], input?: string): void;
}

function stage(): Stage {
  const repo = gitRepo([{ write: { "a.md": document("old"), "b.md": document("old-b"), "old.md": "", "old-b.md": "" } }, { commit: "one" }]);
  open.push(repo);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "caio-staged-")));
  folders.push(folder);
  const report = join(folder, "report.json");
  const hook = join(repo.root, ".git/hooks/pre-commit");
  writeFileSync(hook, `#!/bin/sh\n'${process.execPath}' '${bin}' doc-sync --staged --reporter 'json=${report}'\ntrue\n`);
  chmodSync(hook, 0o755);
  const links = (text: string): string[] => [...text.matchAll(/\]\((\w[\w-]*)\.md\)/g)].map(([, name = ""]) => name);
  return {
    repo,
    report,
    told() {
      const { findings, troubles } = JSON.parse(readFileSync(report, "utf8")) as {
        findings: { rule: string; path: string; message: string }[];
        troubles: unknown[];
      };
      expect(troubles).toEqual([]);
      return findings
        .filter(({ rule }) => rule === "doc-sync/broken-link")
        .map(({ message }) => /`([\w-]+)\.md`/.exec(message)?.[1] ?? message)
        .toSorted();
    },
    committed: (...paths) =>
      paths
        .flatMap((path) => links(repo.git("show", `HEAD:${path}`)))
        .filter((name) => !name.startsWith("old"))
        .toSorted(),
    commit(cwd, args, input = "") {
      rmSync(report, { force: true });
      const environment = {
        ...outsideCi(),
        HOME: "/nonexistent",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_AUTHOR_NAME: "A",
        GIT_AUTHOR_EMAIL: "a@example.org",
        GIT_COMMITTER_NAME: "A",
        GIT_COMMITTER_EMAIL: "a@example.org",
        GIT_EDITOR: "true",
        NO_COLOR: "1",
      };
      execFileSync("git", args, { cwd, env: environment, input, stdio: ["pipe", "pipe", "pipe"] });
      expect(existsSync(report), "the hook ran").toBe(true);
    },
  };
}

describe("git's own hook", () => {
  it("git commit: the staged bytes, not the worktree's", () => {
    const { repo, commit, told, committed } = stage();
    repo.apply({ write: { "a.md": document("old", "staged") } }, { git: ["add", "a.md"] }, { write: { "a.md": document("old", "worktree") } });
    commit(repo.root, ["commit", "-q", "-m", "x"]);
    expect(told()).toEqual(["staged"]);
    expect(committed("a.md")).toEqual(["staged"]);
  });
  it("git commit -a: the worktree's bytes, all of them", () => {
    const { repo, commit, told, committed } = stage();
    repo.apply(
      { write: { "a.md": document("old", "staged") } },
      { git: ["add", "a.md"] },
      { write: { "a.md": document("old", "later"), "b.md": document("old-b", "also") } },
    );
    commit(repo.root, ["commit", "-q", "-a", "-m", "x"]);
    expect(told()).toEqual(["also", "later"]);
    expect(committed("a.md", "b.md")).toEqual(["also", "later"]);
  });
  it("git commit PATH: that path alone, whatever else is staged", () => {
    const { repo, commit, told, committed } = stage();
    repo.apply({ write: { "a.md": document("old", "left") } }, { git: ["add", "a.md"] }, { write: { "b.md": document("old-b", "named") } });
    commit(repo.root, ["commit", "-q", "-m", "x", "--", "b.md"]);
    expect(told()).toEqual(["named"]);
    expect(committed("a.md", "b.md")).toEqual(["named"]);
  });
  it("git add -p: the hunks that were taken", () => {
    const { repo, commit, told, committed } = stage();
    repo.apply({ write: { "a.md": document("old", "first", "second") } });
    spawnSync("git", ["add", "-p", "a.md"], { cwd: repo.root, input: "s\ny\nn\n", env: outsideCi() });
    repo.apply({ write: { "a.md": document("first", "old", "second") } });
    spawnSync("git", ["add", "-p", "a.md"], { cwd: repo.root, input: "y\nn\nn\n", env: outsideCi() });
    commit(repo.root, ["commit", "-q", "-m", "x"]);
    expect(committed("a.md")).toEqual(told());
    expect(told().length).toBeGreaterThan(0);
  });
  it("git add -N: what is only intended is not judged", () => {
    const { repo, commit, told } = stage();
    repo.apply({ write: { "c.md": document("intended"), "b.md": document("old-b", "real") } }, { git: ["add", "-N", "c.md"] }, { git: ["add", "b.md"] });
    commit(repo.root, ["commit", "-q", "-m", "x"]);
    expect(told()).toEqual(["real"]);
    expect(repo.git("ls-tree", "--name-only", "HEAD").split("\n")).not.toContain("c.md");
  });
  it("a link is whole by what the commit holds: a target that is not staged is missing, one removed from the index too", () => {
    const { repo, commit, told } = stage();
    repo.apply(
      { write: { "a.md": document("old", "untracked"), "untracked.md": "" } },
      { git: ["add", "a.md"] },
      { git: ["rm", "-q", "--cached", "old-b.md"] },
    );
    commit(repo.root, ["commit", "-q", "-m", "x"]);
    expect(told()).toEqual(["old-b", "untracked"]);
  });
  it("in a linked worktree", () => {
    const { repo, commit, told } = stage();
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "caio-staged-linked-")));
    folders.push(folder);
    repo.git("worktree", "add", "-q", "-b", "side", join(folder, "linked"));
    const linked = gitRepo([{ write: { "a.md": document("old", "linked") } }, { git: ["add", "a.md"] }, { write: { "a.md": document("old", "disk") } }], {
      at: join(folder, "linked"),
    });
    commit(linked.root, ["commit", "-q", "-m", "x"]);
    expect(told()).toEqual(["linked"]);
  });
  it("ending a merge: the bytes of the merge commit", () => {
    const { repo, commit, told, committed } = stage();
    const off = ["-c", "core.hooksPath=/dev/null"];
    repo.git("checkout", "-q", "-b", "theirs");
    repo.apply({ write: { "a.md": document("theirs") } });
    repo.git(...off, "commit", "-q", "-a", "-m", "theirs");
    repo.git("checkout", "-q", "main");
    repo.apply({ write: { "a.md": document("ours") } });
    repo.git(...off, "commit", "-q", "-a", "-m", "ours");
    expect(() => repo.git("merge", "theirs")).toThrow();
    repo.apply({ write: { "a.md": document("merged") } }, { git: ["add", "a.md"] }, { write: { "a.md": document("after") } });
    commit(repo.root, ["commit", "-q", "-m", "merge"]);
    expect(told()).toEqual(["merged"]);
    expect(committed("a.md")).toEqual(["merged"]);
  });
});

it("as a hook of the real pre-commit, which puts unstaged work aside and back", () => {
  const { repo, commit, told, report } = stage();
  repo.apply({
    write: {
      ".pre-commit-config.yaml": `repos:\n- repo: local\n  hooks:\n  - id: caio\n    name: caio\n    entry: sh -c "'${process.execPath}' '${bin}' doc-sync --staged --reporter 'json=${report}'; true"\n    language: system\n    pass_filenames: false\n    always_run: true\n`,
    },
  });
  repo.git("add", ".pre-commit-config.yaml");
  repo.git("-c", "core.hooksPath=/dev/null", "commit", "-q", "-m", "configuration");
  rmSync(join(repo.root, ".git/hooks/pre-commit"));
  execFileSync(preCommit, ["install"], { cwd: repo.root, env: { ...outsideCi(), PRE_COMMIT_HOME: join(repo.root, ".git/pre-commit-home") }, stdio: "ignore" });
  repo.apply({ write: { "a.md": document("old", "staged") } }, { git: ["add", "a.md"] }, { write: { "a.md": document("old", "worktree") } });
  commit(repo.root, ["commit", "-q", "-m", "x"]);
  expect(told()).toEqual(["staged"]);
  expect(readFileSync(join(repo.root, "a.md"), "utf8")).toBe(document("old", "worktree"));
});
