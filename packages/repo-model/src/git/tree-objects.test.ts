// What is read tree by tree and commit by commit is what git's own commands say.
import { spawnSync } from "node:child_process";
import { disposedRepos, type GitRepo } from "@caio/git-fixture";
import { afterEach, expect, it } from "vitest";
import { fromBytes, repoPath } from "../text/index.js";
import { openRepository, type GitHistory } from "./index.js";

const make = disposedRepos(afterEach);
async function gitOf(root: string): Promise<GitHistory> {
  const { git } = await openRepository(root, { implementation: "native" });
  if (git === undefined) throw new Error("no git");
  return git;
}
let seed = 5;
const random = (below: number): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((seed / 0x7fffffff) * below) % below;
};

// `a`, `a.b`, `a/…` and `a0` are sorted otherwise as files and as folders; two names are not UTF-8, one holds a line end.
const names = [
  "a",
  "a/b",
  "a/b/c",
  "a/d",
  "a.b",
  "a0",
  "a-b/x",
  "b/c/d/e",
  "b/c",
  "ü/x",
  "line\nend",
  Buffer.from([0x66, 0xff]),
  Buffer.from([0x62, 0x2f, 0xfe]),
];
const modes = ["100644", "100755", "120000", "160000"];

/** Writes a commit of entries picked at random, with `parents`. */
function commitOf({ root, git }: GitRepo, ids: readonly string[], parents: readonly string[]): string {
  const entries: { path: Buffer; mode: string; id: string }[] = [];
  for (const name of names) {
    const path = Buffer.from(name);
    const isTaken = entries.some(
      (one) =>
        `${path.toString("latin1")}/`.startsWith(`${one.path.toString("latin1")}/`) ||
        `${one.path.toString("latin1")}/`.startsWith(`${path.toString("latin1")}/`),
    );
    if (isTaken || random(3) === 0) continue;
    entries.push({ path, mode: modes[random(8)] ?? "100644", id: ids[random(ids.length)] ?? "" });
  }
  git("read-tree", "--empty");
  const input = Buffer.concat(entries.flatMap(({ path, mode, id }) => [Buffer.from(`${mode} ${id}\t`), path, Buffer.from([0])]));
  const { status, stderr } = spawnSync("git", ["update-index", "-z", "--index-info"], { cwd: root, input });
  if (status !== 0) throw new Error(stderr.toString());
  return git("commit-tree", "-m", "x", ...parents.flatMap((parent) => ["-p", parent]), git("write-tree"));
}

it.each([
  ["sha1", []],
  ["sha256", ["--object-format=sha256"]],
] as const)("two commits differ as diff-tree says, in its order (%s)", async (_, init) => {
  const repo = make([{ write: { one: "1\n", two: "2\n" } }, { commit: "blobs" }], { init });
  const ids = ["one", "two"].map((name) => repo.git("rev-parse", `HEAD:${name}`));
  const commits = Array.from({ length: 12 }, () => commitOf(repo, ids, []));
  const git = await gitOf(repo.root);
  let compared = 0;
  for (const from of [...commits, git.emptyTree]) {
    for (const to of commits) {
      const args = ["diff-tree", "-r", "-z", "--raw", "--no-renames", "--ignore-submodules=none", "--full-index", from, to];
      const fields = spawnSync("git", args, { cwd: repo.root }).stdout;
      const wanted = fromBytes(fields).split("\0").slice(0, -1);
      const found = (await git.changes(from, to)).flatMap((one) => [`:${one.oldMode} ${one.newMode} ${one.oldId} ${one.newId} ${one.status}`, one.path]);
      expect(found).toEqual(wanted);
      compared += wanted.length;
    }
  }
  expect(compared).toBeGreaterThan(1000);
});

it("a file and the files below a folder are those of the whole listing, also where that was made before", async () => {
  const repo = make([{ write: { one: "1\n", two: "2\n" } }, { commit: "blobs" }]);
  const ids = ["one", "two"].map((name) => repo.git("rev-parse", `HEAD:${name}`));
  const commits = Array.from({ length: 8 }, () => commitOf(repo, ids, []));
  for (const commit of commits) {
    const whole = (await gitOf(repo.root)).tree(commit);
    const all = await whole.list();
    for (const folder of ["a", "a/b", "b", "b/c/d", "ü", "none", "none/x"]) {
      const wanted = all.filter(({ path }) => path.startsWith(`${folder}/`));
      expect(await (await gitOf(repo.root)).tree(commit).list({ below: [folder] })).toEqual(wanted);
      expect(await whole.list({ below: [folder] })).toEqual(wanted);
    }
    const one = (await gitOf(repo.root)).tree(commit);
    for (const { path, kind } of all) {
      const isRegular = kind === "file" || kind === "executable";
      expect((await one.bytes(path)) !== undefined).toBe(isRegular);
      expect((await one.target?.(path)) !== undefined).toBe(kind === "link");
    }
    expect(await one.bytes(repoPath("a/none"))).toBeUndefined();
    expect(await one.bytes(repoPath("none/a"))).toBeUndefined();
  }
});

it("where two commits differ in more folders than are read one by one, git says how", async () => {
  const write = Object.fromEntries(Array.from({ length: 260 }, (_, at) => [`d${at}/x`, `${at}\n`]));
  const repo = make([{ write }, { commit: "first" }, { write: Object.fromEntries(Object.keys(write).map((path) => [path, "y\n"])) }, { commit: "second" }]);
  const changes = await (await gitOf(repo.root)).changes("HEAD~1", "HEAD");
  expect(changes.map(({ status, path }) => `${status} ${path}`)).toEqual(
    repo
      .git("diff-tree", "-r", "--name-status", "--no-renames", "HEAD~1", "HEAD")
      .split("\n")
      .map((line) => line.replace("\t", " ")),
  );
});

it("the merge base is git's, whether one is an ancestor of the other or not, near or far", async () => {
  const repo = make([{ write: { one: "1\n" } }, { commit: "first" }]);
  const tree = repo.git("rev-parse", "HEAD^{tree}");
  const commits = [repo.git("rev-parse", "HEAD")];
  const add = (...parents: string[]): string => {
    const id = repo.git("commit-tree", "-m", String(commits.length), ...parents.flatMap((parent) => ["-p", parent]), tree);
    commits.push(id);
    return id;
  };
  // A line longer than what is read one by one, then merges at random.
  for (let left = 110; left > 0; left--) add(commits.at(-1) ?? "");
  const root = repo.git("commit-tree", "-m", "another root", tree);
  commits.push(root);
  for (let left = 30; left > 0; left--) add(...new Set([commits.at(-1 - random(6)) ?? "", commits.at(-1 - random(6)) ?? ""]));
  const git = await gitOf(repo.root);
  for (let pairs = 60; pairs > 0; pairs--) {
    const [a = "", b = ""] = [commits[random(commits.length)], commits[random(commits.length)]];
    const wanted = spawnSync("git", ["merge-base", "--all", a, b], { cwd: repo.root, encoding: "utf8" }).stdout.trim().split("\n");
    expect(wanted).toContain((await git.mergeBase(a, b)) ?? "");
  }
});
