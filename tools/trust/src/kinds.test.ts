// Every kind of repository: caio's answers are git's, by native git and by isomorphic-git, or the shape that cannot be read is named.
import { rmSync } from "node:fs";
import { folderDigest } from "@caio/git-fixture";
import { openRepository, type GitHistory, type Repository } from "@caio/repo-model/git";
import { toBytes } from "@caio/repo-model/text";
import { afterEach, describe, expect, it } from "vitest";
import { answersOf, type Answers } from "./answers.js";
import { kinds, type Built } from "./kinds.js";

let open: Built | undefined;
afterEach(() => {
  open?.dispose();
  open = undefined;
});

const latin = (path: string): string => Buffer.from(toBytes(path)).toString("latin1");
const modes = { file: "100644", executable: "100755", link: "120000", submodule: "160000" };

async function ours({ files, git }: Repository & { git: GitHistory }, expected: Answers): Promise<Answers> {
  const entries = async (at: string): Promise<readonly string[]> =>
    (await git.tree(at).list()).map(({ kind, id, path }) => `${modes[kind]} ${id} ${latin(path)}`).toSorted();
  const commits: string[] = [];
  for await (const parts of git.history({ only: "messages" })) for (const one of parts) if ("message" in one) commits.push(one.commit.id);
  return {
    files: (await files.list()).map(({ path }) => latin(path)).toSorted(),
    staged: expected.staged === undefined ? undefined : await entries("index"),
    head: expected.head === undefined ? undefined : await entries("HEAD"),
    changed:
      expected.changed === undefined ? undefined : (await git.changes("HEAD", "worktree")).map(({ status, path }) => `${status} ${latin(path)}`).toSorted(),
    commits: commits.toSorted(),
  };
}

async function opened(root: string, implementation: "native" | "isomorphic"): Promise<Repository & { git: GitHistory }> {
  const repository = await openRepository(root, { implementation });
  if (repository.git === undefined) throw new Error("no git was found");
  return { ...repository, git: repository.git };
}

describe.each(kinds)("$name", (kind) => {
  it("by native git: git's answers, nothing below `.git` written", async () => {
    open = kind.build();
    const expected = answersOf(open);
    const folder = open.git("rev-parse", "--absolute-git-dir");
    const was = folderDigest(folder);
    expect(await ours(await opened(open.root, "native"), expected)).toEqual(expected);
    expect(folderDigest(folder)).toBe(was);
  });
  it("by isomorphic-git: the same, or the shape is named", async () => {
    open = kind.build();
    const expected = answersOf(open);
    const folder = open.git("rev-parse", "--absolute-git-dir");
    const was = folderDigest(folder);
    const { root } = open;
    const answer = (async () => ours(await opened(root, "isomorphic"), expected))();
    if (kind.without === undefined) expect(await answer).toEqual(expected);
    else await expect(answer).rejects.toMatchObject({ code: "GIT_UNSUPPORTED", message: expect.stringMatching(kind.without) });
    expect(folderDigest(folder)).toBe(was);
  });
});

it("a bare repository is named as one", async () => {
  open = kinds[0]?.build();
  const root = open?.root ?? "";
  open?.git("clone", "-q", "--bare", root, `${root}/bare.git`);
  // Inside another repository its files are that one's; alone it has none.
  expect((await openRepository(`${root}/bare.git`)).root).toBe(root);
  open?.git("clone", "-q", "--bare", root, `${root}-bare`);
  await expect(openRepository(`${root}-bare`)).rejects.toMatchObject({ code: "GIT_UNSUPPORTED", message: expect.stringContaining("bare repository") });
  rmSync(`${root}-bare`, { recursive: true });
});

it("without git: every file but those that .gitignore names", async () => {
  open = kinds[1]?.build();
  const root = open?.root ?? "";
  rmSync(`${root}/.git`, { recursive: true });
  const { files, git } = await openRepository(root);
  expect(git).toBeUndefined();
  expect((await files.list()).map(({ path }) => path)).toEqual([
    ".gitignore",
    "README.md",
    "docs/b.md",
    "docs/deep/c.md",
    "link.md",
    "new.md",
    "staged.md",
    "ü ä.md",
  ]);
});
