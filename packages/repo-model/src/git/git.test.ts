// Native git and isomorphic-git give the same answers, run nothing of the repository's, and write nothing below `.git`.
import { existsSync, lstatSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { disposedRepos, folderDigest, type GitRepo } from "@caio/git-fixture";
import { afterEach, describe, expect, it } from "vitest";
import { repoPath } from "../text/index.js";
import { openRepository, type AddedLines, type GitHistory, type Repository } from "./index.js";

const make = disposedRepos(afterEach);

async function both(root: string): Promise<[Repository & { git: GitHistory }, Repository & { git: GitHistory }]> {
  const open = async (implementation: "native" | "isomorphic"): Promise<Repository & { git: GitHistory }> => {
    const repository = await openRepository(root, { implementation });
    if (repository.git === undefined) throw new Error("no git");
    return { ...repository, git: repository.git };
  };
  return [await open("native"), await open("isomorphic")];
}
async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}
const flat = (lines: readonly AddedLines[]): string[] =>
  lines.flatMap(({ path, blocks }) => blocks.map(({ line, text }) => `|${path}:${line}:${text}`)).toSorted();
/** What commits add, read while it holds. */
async function added(git: GitHistory): Promise<string[]> {
  const lines: string[] = [];
  for await (const parts of git.history())
    for (const part of parts)
      if ("blocks" in part)
        for (const { line, bytes } of part.blocks) lines.push(`${part.commit?.message ?? ""}|${part.path}:${line}:${Buffer.from(bytes).toString("utf8")}`);
  return lines.toSorted();
}

const history = (): GitRepo =>
  make([
    { write: { "a.txt": "one\ntwo\nthree\n", "dir/b c.txt": "b\n", "tool.sh": "#!/bin/sh\n" } },
    { commit: "first" },
    { git: ["checkout", "-q", "-b", "side"] },
    { write: { "a.txt": "one\n2\nthree\nfour\n", "ü.txt": "ü" } },
    { link: "link", to: "a.txt" },
    { commit: "second" },
    { git: ["checkout", "-q", "main"] },
    { write: { "main.txt": "m\n" } },
    { remove: ["tool.sh"] },
    { commit: "third" },
    { git: ["merge", "-q", "--no-edit", "-m", "merge", "side"] },
  ]);

describe("both implementations", () => {
  it("give each commit of the main line with what it changes of its first parent, and blobs by their ids", async () => {
    const [native, isomorphic] = await both(history().root);
    const told = async (git: GitHistory, range: object = {}): Promise<unknown[]> =>
      (await all(git.mainline({ to: "HEAD", ...range }))).map(({ commit, changes }) => [commit.message, changes]);
    const expected = await told(native.git);
    expect(expected.map((one) => (Array.isArray(one) ? one[0] : one))).toEqual(["merge", "third", "first"]);
    expect(await told(isomorphic.git)).toEqual(expected);
    expect(await told(native.git, { limit: 1 })).toEqual(expected.slice(0, 1));
    expect(await told(native.git, { from: "HEAD~1" })).toEqual(expected.slice(0, 1));
    for await (const { commit, changes } of native.git.mainline({ to: "HEAD" }))
      expect(changes).toEqual(await native.git.changes(commit.parents[0] ?? native.git.emptyTree, commit.id));
    const [merge] = await all(native.git.mainline({ to: "HEAD", limit: 1 }));
    const id = merge?.changes.find(({ path }) => path === "a.txt")?.newId ?? "";
    for (const { git } of [native, isomorphic]) {
      expect(Buffer.from((await git.blob(id)) ?? []).toString()).toBe("one\n2\nthree\nfour\n");
      expect(await git.blob("0".repeat(40))).toBeUndefined();
      expect(await git.blob("1".repeat(40))).toBeUndefined();
    }
  });
  it("tell which commit removed a path from the first-parent line, within a limit", async () => {
    const repo = make([
      { write: { "a.md": "a", "b c.md": "b", "ü.md": "u" } },
      { commit: "first" },
      { remove: ["a.md"] },
      { commit: "without a" },
      { write: { "a.md": "again" } },
      { remove: ["b c.md"] },
      { commit: "a is back" },
      { remove: ["a.md", "ü.md"] },
      { commit: "gone for good" },
    ]);
    for (const { git } of await both(repo.root)) {
      const paths = ["a.md", "b c.md", "ü.md", "never.md"].map(repoPath);
      const told = async (limit: number): Promise<[string, string][]> =>
        [...(await git.removals(paths, limit))].map(([path, { message }]): [string, string] => [path, message]).toSorted();
      expect(await told(10)).toEqual([
        ["a.md", "gone for good"],
        ["b c.md", "a is back"],
        ["ü.md", "gone for good"],
      ]);
      expect(await told(1)).toEqual([
        ["a.md", "gone for good"],
        ["ü.md", "gone for good"],
      ]);
    }
  });
  it("agree on refs, trees, changes, added lines and commits", async () => {
    const repo = history();
    repo.git("tag", "-a", "-m", "v1", "v1", "side");
    const before = folderDigest(join(repo.root, ".git"));
    const [native, isomorphic] = await both(repo.root);
    for (const ref of ["HEAD", "side", "HEAD~1", "HEAD^", repo.git("rev-parse", "--short", "HEAD")])
      expect(await isomorphic.git.resolve(ref)).toBe(await native.git.resolve(ref));
    expect(await isomorphic.git.mergeBase("side", "HEAD~1")).toBe(await native.git.mergeBase("side", "HEAD~1"));
    expect((await all(isomorphic.git.commits({ to: "HEAD" }))).map(({ id }) => id).toSorted()).toEqual(
      (await all(native.git.commits({ to: "HEAD" }))).map(({ id }) => id).toSorted(),
    );
    for (const at of ["HEAD", "side", "index"]) expect(await isomorphic.git.tree(at).list()).toEqual(await native.git.tree(at).list());
    for (const [from, to] of [
      ["HEAD~1", "HEAD"],
      ["side", "HEAD~1"],
      [native.git.emptyTree, "HEAD"],
      ["side", "index"],
    ] as const) {
      expect(await isomorphic.git.changes(from, to)).toEqual(await native.git.changes(from, to));
      expect(flat(await all(isomorphic.git.addedLines({ from, to })))).toEqual(flat(await all(native.git.addedLines({ from, to }))));
    }
    expect(await added(isomorphic.git)).toEqual(await added(native.git));
    expect(await native.git.refs()).toEqual([
      { name: "refs/heads/main", commit: await native.git.resolve("HEAD") },
      { name: "refs/heads/side", commit: await native.git.resolve("side") },
      { name: "refs/tags/v1", commit: await native.git.resolve("side") },
    ]);
    expect(await isomorphic.git.refs()).toEqual(await native.git.refs());
    const messages = async (git: GitHistory): Promise<string[]> =>
      (await all(git.history()))
        .flat()
        .flatMap((part) => ("message" in part ? [`${part.commit.id} ${part.message}`] : []))
        .toSorted();
    expect((await messages(native.git)).map((line) => line.slice(41)).toSorted()).toEqual(["first", "merge", "second", "third"]);
    expect(await messages(isomorphic.git)).toEqual(await messages(native.git));
    for (const { git } of [native, isomorphic]) {
      expect(Buffer.from((await git.bytesAt("side", repoPath("ü.txt"))) ?? []).toString()).toBe("ü");
      expect(await git.bytesAt("main", repoPath("gone.txt"))).toBeUndefined();
    }
    expect(await isomorphic.files.list()).toEqual(await native.files.list());
    expect((await native.git.tree("side").text(repoPath("a.txt")))?.text).toBe("one\n2\nthree\nfour\n");
    expect(await native.git.tree("side").target?.(repoPath("link"))).toBe("a.txt");
    expect(folderDigest(join(repo.root, ".git"))).toBe(before);
  });
  it("agree on 40 random pairs of trees, which are git's own answer", async () => {
    const repo = make([{ write: { seed: "s" } }, { commit: "c0" }]);
    let state = 7;
    const random = (below: number): number => (state = (state * 1103515245 + 12345) % 2147483648) % below;
    for (let round = 1; round <= 9; round++) {
      for (let count = 0; count < 4; count++) {
        const name = `${["", "d/", "d/e/"][random(3)]}f${random(6)}`;
        const path = join(repo.root, name);
        if (existsSync(path) && random(3) === 0) rmSync(path);
        else if (random(5) === 0 && !existsSync(path)) repo.apply({ link: name, to: "seed" });
        else if (!existsSync(path) || lstatSync(path).isFile())
          repo.apply({ write: { [name]: `${random(100)}\n`.repeat(1 + random(4)) }, mode: random(4) === 0 ? 0o755 : 0o644 });
      }
      repo.apply({ commit: `c${round}` });
    }
    const [native, isomorphic] = await both(repo.root);
    for (let pair = 0; pair < 40; pair++) {
      const from = `HEAD~${random(10)}`.replace("~0", "");
      const to = `HEAD~${random(10)}`.replace("~0", "");
      const wanted = repo.git("diff", "--raw", "-z", "--no-renames", "--no-abbrev", from, to);
      const changes = await native.git.changes(from, to);
      expect(changes.map((one) => `:${one.oldMode} ${one.newMode} ${one.oldId} ${one.newId} ${one.status}\0${one.path}\0`).join("")).toBe(wanted);
      expect(await isomorphic.git.changes(from, to)).toEqual(changes);
    }
  });
  it("see the worktree as it is: changed, added, removed, untracked, ignored", async () => {
    const repo = history();
    repo.apply({ write: { ".gitignore": "ignored\n", ignored: "i", new: "n\n", "a.txt": "one\n2\nTHREE\nfour\n" } }, { remove: ["main.txt"] });
    const before = folderDigest(join(repo.root, ".git"));
    const [native, isomorphic] = await both(repo.root);
    for (const { files, git } of [native, isomorphic]) {
      const list = await files.list();
      expect(list.filter(({ tracked }) => tracked === false).map(({ path }) => path)).toEqual([".gitignore", "new"]);
      expect(list.some(({ path }) => path === "main.txt")).toBe(false);
      expect((await files.list({ ignored: true })).some(({ path }) => path === "ignored")).toBe(true);
      expect((await git.changes("HEAD", "worktree")).map(({ status, path }) => `${status} ${path}`)).toEqual(["M a.txt", "D main.txt"]);
      expect(flat(await all(git.addedLines({ from: "HEAD", to: "worktree" })))).toEqual(["|a.txt:3:THREE\n"]);
    }
    expect(folderDigest(join(repo.root, ".git"))).toBe(before);
  });
  it("name a shape that cannot be read, and a commit that is not there", async () => {
    const sha256 = make([{ write: { a: "a" } }, { commit: "c" }], { init: ["--object-format=sha256"] });
    await expect(openRepository(sha256.root, { implementation: "isomorphic" })).rejects.toMatchObject({
      code: "GIT_UNSUPPORTED",
      message: expect.stringContaining("SHA-256"),
    });
    const native = await openRepository(sha256.root, { implementation: "native" });
    expect((await native.git?.changes(native.git.emptyTree, "HEAD"))?.length).toBe(1);
    const v4 = make([{ write: { a: "a" } }, { commit: "c" }, { git: ["update-index", "--index-version", "4"] }]);
    for (const { files } of await both(v4.root)) expect((await files.list()).map(({ path }) => path)).toEqual(["a"]);
    const split = make([{ write: { a: "a" } }, { commit: "c" }, { git: ["update-index", "--split-index"] }]);
    const isomorphic = await openRepository(split.root, { implementation: "isomorphic" });
    await expect(isomorphic.files.list()).rejects.toMatchObject({ code: "GIT_UNSUPPORTED", message: expect.stringContaining("split index") });
    const source = history();
    const clone = make([], {});
    rmSync(clone.root, { recursive: true });
    source.git("clone", "-q", "--depth=1", `file://${source.root}`, clone.root);
    for (const { git } of await both(clone.root))
      await expect(git.resolve(source.git("rev-parse", "side"))).rejects.toMatchObject({
        code: "SHALLOW_HISTORY",
        hint: expect.stringContaining("--unshallow"),
      });
  });
});

describe("native git", () => {
  it("passes over objects above a limit, and reads the ones behind them", async () => {
    const repo = make([{ write: { big: "b".repeat(3_000_000), small: "s", wide: "w".repeat(200_000) } }, { commit: "c" }]);
    const [{ git }] = await both(repo.root);
    const tree = git.tree("HEAD");
    const paths = ["small", "big", "wide", "big", "small"].map(repoPath);
    const sizes = await Promise.all(
      paths.map((path) =>
        tree.bytes(path, 1000).then(
          (bytes) => bytes?.length,
          ({ code }: { code: string }) => code,
        ),
      ),
    );
    expect(sizes).toEqual([1, "FILE_TOO_LARGE", "FILE_TOO_LARGE", "FILE_TOO_LARGE", 1]);
    expect((await tree.bytes(repoPath("big")))?.length).toBe(3_000_000);
  });
  it("runs nothing that the repository names", async () => {
    const repo = history();
    const witness = join(repo.root, "ran");
    const script = join(repo.root, ".git", "evil.sh");
    writeFileSync(script, `#!/bin/sh\necho "$0 $@" >> ${witness}\ncat\n`, { mode: 0o755 });
    for (const [key, value] of [
      ["core.fsmonitor", script],
      ["core.pager", script],
      ["diff.external", script],
      ["diff.evil.textconv", script],
      ["diff.evil.command", script],
      ["filter.evil.clean", script],
      ["filter.evil.smudge", script],
      ["filter.evil.required", "true"],
      ["core.hooksPath", join(repo.root, ".git")],
      ["alias.log", `!${script}`],
      ["gpg.program", script],
      ["log.showSignature", "true"],
    ] as const)
      repo.git("config", key, value);
    writeFileSync(join(repo.root, ".git/info/attributes"), "* filter=evil diff=evil\n");
    repo.apply({ write: { "a.txt": "changed\n" } });
    const { git, files } = await openRepository(repo.root, { implementation: "native" });
    if (git === undefined) throw new Error("no git");
    await files.list();
    await all(git.history());
    await all(git.addedLines({ from: "HEAD~1", to: "index" }));
    await all(git.addedLines({ from: "HEAD", to: "worktree" }));
    await git.changes("HEAD", "worktree");
    await git.tree("index").text(repoPath("a.txt"));
    await git.blame(repoPath("a.txt"), [[1, 1]]);
    await git.mergeBase("HEAD", "side");
    expect(existsSync(witness)).toBe(false);
    // The trap works: git's own diff springs it.
    repo.git("diff", "HEAD");
    expect(existsSync(witness)).toBe(true);
  });
  it("reads names with quotes, newlines and bytes that are not UTF-8", async () => {
    const repo = make([{ write: { 'q"uote\n.txt': "q\n", "tab\t.txt": "t\n" } }]);
    writeFileSync(Buffer.concat([Buffer.from(`${repo.root}/raw-`), Buffer.from([0xff])]), "r\n");
    repo.apply({ commit: "names" });
    const { git, files } = await openRepository(repo.root, { implementation: "native" });
    if (git === undefined) throw new Error("no git");
    const names = ['q"uote\n.txt', "raw-\udcff", "tab\t.txt"];
    expect((await files.list()).map(({ path }) => path)).toEqual(names);
    expect(await added(git)).toHaveLength(3);
    expect(
      (await all(git.history()))
        .flat()
        .flatMap((part) => ("path" in part ? [part.path] : []))
        .toSorted(),
    ).toEqual(names);
    expect((await files.text(repoPath("raw-\udcff")))?.text).toBe("r\n");
  });
  it("finds what only a merge says", async () => {
    const repo = make([
      { write: { a: "1\n" } },
      { commit: "base" },
      { git: ["checkout", "-q", "-b", "x"] },
      { write: { a: "x\n" } },
      { commit: "x" },
      { git: ["checkout", "-q", "main"] },
      { write: { a: "m\n" } },
      { commit: "m" },
    ]);
    expect(() => repo.git("merge", "x")).toThrow();
    repo.apply({ write: { a: "neither\n" } }, { commit: "evil merge" });
    const { git } = await openRepository(repo.root, { implementation: "native" });
    if (git === undefined) throw new Error("no git");
    expect(await added(git)).toContain("evil merge|a:1:neither\n");
  });
  it("takes the index that GIT_INDEX_FILE names", async () => {
    const repo = make([{ write: { a: "1\n" } }, { commit: "c" }]);
    repo.apply({ write: { b: "2\n" } });
    const environment = { ...process.env, GIT_INDEX_FILE: join(repo.root, ".git/other-index") };
    repo.git("read-tree", "--index-output=.git/other-index", "HEAD");
    const { git } = await openRepository(repo.root, { implementation: "native", environment });
    repo.git("add", "b");
    expect((await git?.tree("index").list())?.map(({ path }) => path)).toEqual(["a"]);
  });
  it("opens a linked worktree, a subfolder, a repository without commits, and no repository", async () => {
    const repo = history();
    repo.git("worktree", "add", "-q", `${repo.root}-linked`, "side");
    for (const { files } of await both(`${repo.root}-linked`)) expect((await files.list()).some(({ path }) => path === "ü.txt")).toBe(true);
    rmSync(`${repo.root}-linked`, { recursive: true });
    expect((await openRepository(join(repo.root, "dir"))).root).toBe(repo.root);
    const empty = make([{ write: { a: "" } }]);
    for (const { files, git } of await both(empty.root)) {
      expect((await files.list()).map(({ path }) => path)).toEqual(["a"]);
      await expect(git.resolve("HEAD")).rejects.toMatchObject({ code: "REF_NOT_FOUND" });
    }
    const plain = make();
    rmSync(join(plain.root, ".git"), { recursive: true });
    expect((await openRepository(plain.root)).git).toBeUndefined();
    await expect(openRepository(join(plain.root, "none"))).rejects.toMatchObject({ code: "FILE_MISSING" });
    symlinkSync("x", join(plain.root, "x"));
    unlinkSync(join(plain.root, "x"));
  });
});
