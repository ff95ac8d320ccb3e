// A run over a change reads few documents, and says what a run that reads all of them would say of the same change.
import { changeScope, type Scope } from "@caio/repo-model/check";
import { repoPath, type RepoPath } from "@caio/repo-model/text";
import { memoryTree, type FileTree } from "@caio/repo-model/tree";
import { judge } from "@caio/testing";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { docSync } from "./index.js";

type World = Readonly<Record<string, string>>;

const names = ["README.md", "docs/guide.md", "docs/my_plan.md", "docs/sub/README.md", "docs/sub/deep notes.md", "docs/Übersicht.md", "src/main.py"];
const blocks = [
  "# Plan\n\n## Phase 1: Parser of rules (done)\n\n## Phase 2: Routing engine (pending)",
  "## Phase 1: Parser of rules - pending\n\n## Phase 2: Routing engine - done",
  "| Phase | Title | Status |\n|---|---|---|\n| 1 | Parser of rules | done |\n| 2 | Routing engine | planned |",
  "The router will be added in Phase 2.",
  "# Setup\n\nText.\n\n## First steps",
  "## First steps\n\nMore text.\n\nAnd more.",
  "See [a](docs/guide.md#first-steps), [b](guide.md#setup), [c](../README.md#setup) and [d](sub/).",
  "See [e](my%5Fplan.md#plan), [f](docs/my\\_plan.md), [g](sub/deep%20notes.md), [h](docs/%C3%9Cbersicht.md#setup).",
  "See [i](/docs/guide.md), [j](/docs/lost.md), `docs/guide.md` and `docs/sub/README.md`.",
  "See [k](docs/guide), [l](../src/main.py#L4), [m](src/main.py#L9), [n](docs/sub/README.md#first-steps).",
  "## Custom {#own}",
  "`docs/guide.md` (to be created)\n\n[ref]: docs/guide.md",
];

const text = fc.array(fc.constantFrom(...blocks), { maxLength: 4 }).map((parts) => `${parts.join("\n\n")}\n`);
const worlds = fc.dictionary(fc.constantFrom(...names), text, { minKeys: 3 });
const edits = fc.array(fc.tuple(fc.constantFrom(...names), fc.option(text)), { minLength: 1, maxLength: 2 });

/** The lines of a text that another has not, as one block: between what both begin and end with. */
function addedLines(before: string, after: string): readonly (readonly [number, number])[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  let first = 0;
  while (first < now.length && first < old.length && now[first] === old[first]) first++;
  let last = 0;
  while (last < now.length - first && last < old.length - first && now.at(-1 - last) === old.at(-1 - last)) last++;
  return now.length - last > first ? [[first + 1, now.length - last]] : [];
}

function change(before: World, after: World): Scope {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path]);
  const added = paths.flatMap((path) => (after[path] === undefined ? [] : [{ path: repoPath(path), ranges: addedLines(before[path] ?? "", after[path]) }]));
  return changeScope(
    { ref: "main" },
    added,
    paths.map((path) => repoPath(path)),
  );
}

/** A tree that notes what is read of it. */
function watched(files: World, read: Set<RepoPath>): FileTree {
  const tree = memoryTree(files);
  return {
    ...tree,
    text: (path) => {
      read.add(path);
      return tree.text(path);
    },
  };
}

async function judged(before: World, after: World, isTold: boolean): Promise<{ found: readonly string[]; read: ReadonlySet<RepoPath> }> {
  const read = new Set<RepoPath>();
  const { changed, ...scope } = change(before, after);
  const { findings } = await judge(docSync, after, {
    context: { files: watched(after, read), base: memoryTree(before), scope: { ...scope, ...(isTold && changed !== undefined ? { changed } : {}) } },
  });
  return { found: findings.map(({ rule, severity, at, message }) => `${severity} ${rule} ${at.path}:${at.start.line}:${at.start.column} ${message}`), read };
}

it("finds over any change what it finds where all documents are read", async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(worlds, edits, async (before, changes) => {
      const after: Record<string, string> = { ...before };
      for (const [path, written] of changes)
        if (written === null) delete after[path];
        else after[path] = written;
      const [few, all] = [await judged(before, after, true), await judged(before, after, false)];
      expect(few.found).toEqual(all.found);
      told += all.found.length;
    }),
    { numRuns: 400 },
  );
  // The worlds are such that there is something to miss.
  expect(told).toBeGreaterThan(200);
}, 60_000);

const world = {
  "README.md": "# Home\n\n[guide](docs/guide.md#setup)\n",
  "docs/guide.md": "# Guide\n\n## Setup\n\nText.\n",
  "docs/other.md": "# Other\n\n[guide](guide.md#setup), [main](../src/main.py#L2)\n",
  "docs/apart.md": "# Apart\n",
  "src/main.py": "one\ntwo\n",
};

it.each([
  ["prose reads its document alone", { "docs/apart.md": "# Apart\n\nText.\n" }, ["docs/apart.md"]],
  ["a link reads what it leads to", { "README.md": "# Home\n\nThe [guide](docs/guide.md#setup)\n" }, ["README.md", "docs/guide.md"]],
  ["code that grew reads no document", { "src/main.py": "one\ntwo\nthree\n" }, ["src/main.py"]],
  ["a heading that is gone reads all", { "docs/guide.md": "# Guide\n" }, ["README.md", "docs/apart.md", "docs/guide.md", "docs/other.md"]],
])("%s", async (_name, edit, wanted) => {
  const { read } = await judged(world, { ...world, ...edit }, true);
  expect([...read].filter((path) => path !== "src/main.py" || wanted.includes(path)).toSorted()).toEqual(wanted);
});

it("what a change breaks in a document that it does not touch is told: a heading, a file, lines of code", async () => {
  const { found } = await judged(world, { ...world, "docs/guide.md": "# Guide\n", "src/main.py": "one\n" }, true);
  expect(found.map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
    "error doc-sync/broken-anchor README.md:3:9",
    "error doc-sync/broken-anchor docs/other.md:3:9",
    "warning doc-sync/line-anchor docs/other.md:3:33",
  ]);
  const { "docs/guide.md": _gone, ...left } = world;
  expect((await judged(world, left, true)).found.map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
    "error doc-sync/broken-link README.md:3:9",
    "error doc-sync/broken-link docs/other.md:3:9",
  ]);
});
