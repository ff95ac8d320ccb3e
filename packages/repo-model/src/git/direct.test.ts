// What is read from git's files, or asked at once, is what git says of it.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { disposedRepos } from "@caio/git-fixture";
import { afterEach, describe, expect, it } from "vitest";
import { findFolders } from "./folders.js";
import { headCommit } from "./head.js";
import { openRepository, type GitHistory } from "./index.js";
import { looseObject } from "./loose-object.js";

const make = disposedRepos(afterEach);
async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}
async function gitOf(root: string, implementation: "native" | "isomorphic" = "native"): Promise<GitHistory> {
  const { git } = await openRepository(root, { implementation });
  if (git === undefined) throw new Error("no git");
  return git;
}
const one = { write: { "a.txt": "one\ntwo\n" } };

describe("HEAD", () => {
  const told = (root: string): string | undefined => headCommit(findFolders(root, undefined));
  it("is the commit that git names: on a branch, packed, loose over packed, detached, in a linked worktree", () => {
    const repo = make([one, { commit: "first" }, { git: ["checkout", "-q", "-b", "a/b"] }, { git: ["pack-refs", "--all"] }]);
    const head = (): string => repo.git("rev-parse", "HEAD");
    expect(told(repo.root)).toBe(head());
    repo.apply({ write: { "b.txt": "b\n" } }, { commit: "second" });
    expect(told(repo.root)).toBe(head());
    expect(head()).not.toBe(repo.git("rev-parse", "main"));
    repo.git("checkout", "-q", "--detach", "main");
    expect(told(repo.root)).toBe(head());
    repo.git("worktree", "add", "-q", join(repo.root, "linked"), "a/b");
    expect(told(join(repo.root, "linked"))).toBe(repo.git("rev-parse", "a/b"));
  });
  it("is left to git where its files do not say: no commit, a ref to a ref, no branch, a path out of the folder", () => {
    const repo = make([]);
    expect(told(repo.root)).toBeUndefined();
    repo.apply(one, { commit: "first" });
    repo.git("symbolic-ref", "refs/heads/alias", "refs/heads/main");
    repo.git("symbolic-ref", "HEAD", "refs/heads/alias");
    expect(told(repo.root)).toBeUndefined();
    for (const head of ["ref: refs/heads/../../secret\n", "ref: refs/tags/x\n", "ref: refs/heads/.invalid\n", "", "\0"]) {
      writeFileSync(join(repo.root, ".git/HEAD"), head);
      expect(told(repo.root)).toBeUndefined();
    }
  });
});

describe("a loose object", () => {
  it("is what git gives, of any size; packed, cut or too large it is left", async () => {
    const repo = make([{ write: { "a.txt": "one\n", empty: "", large: "x".repeat(100_000), "b.bin": new Uint8Array([0, 255, 0]) } }, { commit: "first" }]);
    const objects = join(repo.root, ".git/objects");
    const id = (path: string): string => repo.git("rev-parse", `HEAD:${path}`);
    expect((await looseObject(objects, id("a.txt"), Infinity))?.toString()).toBe("one\n");
    expect((await looseObject(objects, id("empty"), Infinity))?.toString()).toBe("");
    expect(await looseObject(objects, id("b.bin"), Infinity)).toEqual(Buffer.from([0, 255, 0]));
    expect(await looseObject(objects, id("large"), 100_000)).toHaveLength(100_000);
    expect(await looseObject(objects, id("large"), 99_999)).toBe(100_000);
    const cut = "12".repeat(20);
    mkdirSync(join(objects, "12"), { recursive: true });
    writeFileSync(join(objects, "12", cut.slice(2)), "not deflated");
    expect(await looseObject(objects, cut, Infinity)).toBeUndefined();
    repo.git("repack", "-a", "-d", "-q");
    expect(await looseObject(objects, id("a.txt"), Infinity)).toBeUndefined();
    expect(Buffer.from((await (await gitOf(repo.root)).blob(id("a.txt"))) ?? []).toString()).toBe("one\n");
  });
});

it("what is staged is what both questions, asked one by one, say of it", async () => {
  const inner = make([one, { commit: "inner" }]);
  const repo = make([{ write: { "a.txt": "one\ntwo\nthree\n", "gone.txt": "g\n", "mode.sh": "m\n", "b.bin": new Uint8Array([0, 1]) } }, { commit: "first" }]);
  repo.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.root, "sub");
  repo.apply(
    { commit: "second" },
    { write: { "a.txt": "one\n2\nthree\nfour\n", 'q"\tü\n.txt': ": a colon\n", ":100644 x": "y\n", "b.bin": new Uint8Array([0, 2]) } },
  );
  inner.apply({ write: { "a.txt": "other\n" } }, { commit: "moved" });
  repo.git("-C", "sub", "pull", "-q");
  repo.git("rm", "-q", "--cached", "gone.txt");
  repo.git("update-index", "--chmod=+x", "mode.sh");
  repo.git("add", "a.txt", "b.bin", "sub", ":(literal):100644 x", 'q"\tü\n.txt');
  for (const implementation of ["native", "isomorphic"] as const) {
    const git = await gitOf(repo.root, implementation);
    const staged = await all(git.staged("HEAD"));
    expect(staged.filter((item) => "status" in item)).toEqual(await git.changes("HEAD", "index"));
    expect(staged.filter((item) => "blocks" in item)).toEqual(await all(git.addedLines({ from: "HEAD", to: "index" })));
    expect(staged.filter((item) => "status" in item).map(({ path, status }) => `${status} ${path}`)).toContain("M sub");
  }
  const empty = make([one, { git: ["add", "-A"] }]);
  const first = await gitOf(empty.root);
  expect(await all(first.staged(first.emptyTree))).toMatchObject([{ status: "A" }, { blocks: [{ line: 1, text: "one\ntwo\n" }] }]);
});
