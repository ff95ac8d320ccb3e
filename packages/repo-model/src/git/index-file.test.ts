// The index file as `git ls-files` tells it, in every version; what git alone can read is left to it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gitRepo, type GitRepo } from "@caio/git-fixture";
import { afterEach, describe, expect, it } from "vitest";
import { parseIndex } from "./index-file.js";

let repo: GitRepo | undefined;
afterEach(() => repo?.dispose());

/** Names that share prefixes, are long, and are not ASCII. */
const names = ["a", "a.b", "a/b", "a/b/c", "abc", "abd/e", "ä/ü", `long/${"n".repeat(200)}/${"m".repeat(200)}`, "z"];

function told(git: GitRepo["git"]): string {
  return git("-c", "core.quotePath=false", "ls-files", "-s", "-z").replace(/\0$/, "");
}

describe.each(["2", "4"])("version %s", (version) => {
  it.each([20, 32] as const)("ids of %d bytes", (length) => {
    repo = gitRepo(
      [{ write: Object.fromEntries(names.map((name) => [`${name}.txt`, name])) }, { write: { "run.sh": "#" }, mode: 0o755 }, { link: "link", to: "a.txt" }],
      {
        init: length === 32 ? ["--object-format=sha256"] : [],
      },
    );
    repo.git("add", ".");
    repo.git("update-index", "--index-version", version);
    const read = (): ReturnType<typeof parseIndex> => parseIndex(readFileSync(join(repo?.root ?? "", ".git/index")), length);
    expect(
      read()
        ?.map(({ mode, id, stage, path }) => `${mode} ${id} ${stage}\t${path}`)
        .join("\0"),
    ).toBe(told(repo.git.bind(repo)));
    repo.git("update-index", "--skip-worktree", "a.txt");
    repo.git("update-index", "--assume-unchanged", "z.txt");
    writeFileSync(join(repo.root, "intended"), "later");
    repo.git("add", "-N", "intended");
    const marks = read()?.flatMap(({ path, isSkipped, isAssumed, isIntended }) =>
      isSkipped || isAssumed || isIntended ? [[path, isSkipped, isAssumed, isIntended]] : [],
    );
    expect(marks).toEqual([
      ["a.txt", true, false, false],
      ["intended", false, false, true],
      ["z.txt", false, true, false],
    ]);
  });
});

it("leaves to git what is cut, of an unknown version, or has an extension that must be understood", () => {
  repo = gitRepo([{ write: { a: "a", b: "b" } }, { git: ["add", "."] }]);
  const bytes = readFileSync(join(repo.root, ".git/index"));
  expect(parseIndex(bytes, 20)).toHaveLength(2);
  for (let length = 0; length < bytes.length; length++) expect(parseIndex(bytes.subarray(0, length), 20)).toBeUndefined();
  const fifth = Buffer.from(bytes);
  fifth.writeUInt32BE(5, 4);
  expect(parseIndex(fifth, 20)).toBeUndefined();
  repo.git("update-index", "--split-index");
  expect(parseIndex(readFileSync(join(repo.root, ".git/index")), 20)).toBeUndefined();
});
