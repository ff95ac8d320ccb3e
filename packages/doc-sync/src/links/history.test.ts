// What git knows of links: where files were moved to, and what a change breaks in documents that it does not touch.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openRepository } from "@caio/repo-model/git";
import { runCommand } from "@caio/repo-model/command";
import { disposedRepos, judge, recordedIo, type GitRepo } from "@caio/testing";
import { afterEach, expect, it } from "vitest";
import { docSync } from "../index.js";

const make = disposedRepos(afterEach);

const guide = "# Guide\n\nOne line of it.\nAnother line.\nA third.\n";

it("a link and a path to a file that git moved, and moved again, are written anew; what was copied twice or rewritten is not guessed", async () => {
  const repo = make([
    {
      write: {
        "README.md": "See [the guide](docs/guide.md#guide), `docs/guide.md`, `docs/lost.md` and [c](docs/copied.md).\n",
        "docs/guide.md": guide,
        "docs/lost.md": "x\n",
        "docs/copied.md": "copy\n",
      },
    },
    { commit: "first" },
    { remove: ["docs/guide.md", "docs/lost.md", "docs/copied.md"] },
    { write: { "docs/intro/guide.md": guide.replace("third", "third one"), "docs/other.md": "y\n", "docs/c1.md": "copy\n", "docs/c2.md": "copy\n" } },
    { commit: "move" },
    { git: ["mv", "docs/intro/guide.md", "docs/The guide.md"] },
    { commit: "move on" },
  ]);
  const { findings } = await judge(docSync, {}, { context: await contextOf(repo) });
  expect(findings.map(({ rule, data, fix }) => [rule, data?.["path"], fix?.kind, fix?.title])).toEqual([
    ["doc-sync/broken-link", "docs/guide.md", "safe", "write `docs/The%20guide.md#guide`"],
    ["doc-sync/path-missing", "docs/guide.md", "safe", "write `docs/The guide.md`"],
    ["doc-sync/path-missing", "docs/lost.md", undefined, undefined],
    ["doc-sync/broken-link", "docs/copied.md", undefined, undefined],
  ]);
});

it("asks the history for what is told alone: not for what a site may make", async () => {
  const repo = make([
    {
      write: {
        "README.md": "[gone](gone.md), `docs/lost.py`\n",
        "CHANGELOG.md": "`docs/old.py` went.\n",
        "docs/conf.py": "extensions = ['myst_parser']\n",
        "docs/index.md": "# Home\n\n[a label](some_label) and [a page](page.html)\n",
      },
    },
    { commit: "first" },
  ]);
  const context = await contextOf(repo);
  const { git } = context;
  if (git === undefined) throw new Error("no git");
  const asked: string[] = [];
  const removals: typeof git.removals = (paths, limit) => {
    asked.push(...paths);
    return git.removals(paths, limit);
  };
  const { findings } = await judge(docSync, {}, { context: { ...context, git: { ...git, removals } } });
  expect(findings.map(({ rule, data }) => [rule, data?.["path"]])).toEqual([["doc-sync/broken-link", "gone.md"]]);
  expect(asked).toEqual(["gone.md", "docs/lost.py"]);
});

async function contextOf(repo: GitRepo) {
  const repository = await openRepository(repo.root);
  return { repository, files: repository.files, ...(repository.git === undefined ? {} : { git: repository.git }) };
}

const run = async (repo: GitRepo, ...argv: readonly string[]): Promise<{ code: number; broken: string[] }> => {
  const { io, out } = recordedIo(repo.root);
  const code = await runCommand([docSync], { argv: [...argv, "--reporter", "json"], io });
  const { findings } = JSON.parse(out()) as { findings: { rule: string; path: string; data: { target?: string } }[] };
  return { code, broken: findings.map(({ rule, path, data }) => `${rule.replace("doc-sync/", "")} ${path} ${data.target ?? ""}`) };
};

it.each([
  ["--staged", ["--staged"]],
  ["--since", ["--since", "HEAD"]],
])("%s tells what a removal breaks on lines that did not change, and nothing that was broken before", async (_name, flags) => {
  const repo = make([
    {
      write: {
        "README.md": "[a](docs/a.md) [b](docs/b.md#two) [old](docs/never.md) [folder](docs/sub/)\n\n[older](docs/b.md#never)\n",
        "docs/a.md": "# A\n",
        "docs/b.md": "# One\n\n# Two\n",
        "docs/sub/c.md": "c\n",
      },
    },
    { commit: "first" },
  ]);
  expect(await run(repo, ...flags)).toEqual({ code: 0, broken: [] });
  repo.apply({ remove: ["docs/a.md", "docs/sub/c.md"] }, { write: { "docs/b.md": "# One\n" } });
  repo.git("add", "-A");
  expect(await run(repo, ...flags)).toEqual({
    code: 1,
    broken: ["broken-link README.md docs/a.md", "broken-anchor README.md docs/b.md#two", "broken-link README.md docs/sub/"],
  });
  expect(readFileSync(join(repo.root, "README.md"), "utf8")).toContain("docs/a.md");
});

it("a path that was there once is not told by documents of older versions, nor where a letter of it stands for those that are there", async () => {
  const text = "See `src/gone.ts`, `.github/workflows/test_x.yml` and `.github/workflows/other_x.yml`.\n";
  const repo = make([
    {
      write: {
        "src/gone.ts": "",
        "src/a.ts": "",
        ".github/workflows/test_x.yml": "",
        ".github/workflows/other_x.yml": "",
        ".github/workflows/test_0.yml": "",
        "README.md": text,
        "versioned_docs/version-1.0/x.md": text,
      },
    },
    { commit: "first" },
    { remove: ["src/gone.ts", ".github/workflows/test_x.yml", ".github/workflows/other_x.yml"] },
    { commit: "second" },
  ]);
  const { findings } = await judge(docSync, {}, { context: await contextOf(repo) });
  expect(findings.map(({ at, data }) => [at.path, data?.["path"]])).toEqual([
    ["README.md", "src/gone.ts"],
    ["README.md", ".github/workflows/other_x.yml"],
  ]);
});

it("a path from the root of a site to what git ignores may be there when the site is built", async () => {
  const repo = make([
    {
      write: {
        "web/docusaurus.config.js": "",
        "web/.gitignore": "docs/api\n",
        "web/docs/a.md": "[a](/api/x.md) [b](/gone.md)\n",
      },
    },
    { commit: "first" },
  ]);
  const { findings } = await judge(docSync, {}, { context: await contextOf(repo) });
  expect(findings.map(({ rule, data }) => [rule, data?.["target"]])).toEqual([["doc-sync/absolute-link", "/gone.md"]]);
});
