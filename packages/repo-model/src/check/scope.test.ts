// Scopes: what a change adds, and what it breaks elsewhere by touching or removing a path.
import { expect, test } from "vitest";
import { repoPath, sourceText } from "../text/index.js";
import { addedRanges, bothScopes, changeScope, fullScope, pathScope } from "./scope.js";

const added = addedRanges({ path: repoPath("a.md"), blocks: [{ line: 2, text: "new\n" }], isBinary: false });
const source = sourceText(repoPath("a.md"), "old\nnew\n");

test("a change keeps what stands on its lines, and touches what it adds or removes", () => {
  const scope = changeScope("index", [added], [repoPath("gone.md")], [repoPath("fresh.md")]);
  expect([scope.keeps(source.at([0, 3])), scope.keeps(source.at([4, 7]))]).toEqual([false, true]);
  expect(["a.md", "gone.md", "fresh.md", "b.md"].map((path) => scope.touches(repoPath(path)))).toEqual([true, true, true, false]);
  // What is removed has no line to keep.
  expect(scope.includes(repoPath("gone.md"))).toBe(false);
  expect(scope.changed).toEqual(["a.md", "fresh.md", "gone.md"]);
});

test("paths that are named touch themselves; both scopes touch what each does", () => {
  const change = changeScope("index", [], [repoPath("docs/gone.md"), repoPath("gone.md")]);
  const both = bothScopes(change, pathScope(["docs"]));
  expect(["docs/gone.md", "docs", "gone.md"].map((path) => both.touches(repoPath(path)))).toEqual([true, true, false]);
  expect([both.changed, bothScopes(pathScope(["docs"]), change).changed, fullScope.changed]).toEqual([["docs/gone.md"], ["docs/gone.md"], undefined]);
  expect(fullScope.touches(repoPath("any"))).toBe(true);
});

test("a large file comes in parts, and every part counts", () => {
  const lines = (line: number, text: string) => addedRanges({ path: repoPath("a.md"), blocks: [{ line, text }], isBinary: false });
  const scope = changeScope("index", [lines(1, "one\r\n"), lines(3, "three\rfour")]);
  const text = sourceText(repoPath("a.md"), "one\r\ntwo\nthree\rfour");
  expect([0, 5, 9, 15].map((at) => scope.keeps(text.at([at, at + 1])))).toEqual([true, false, true, true]);
});
