// What `.gitignore` files ignore of paths that are not there.
import { describe, expect, it } from "vitest";
import { ignoredAmong, memoryTree } from "./index.js";

const ignored = async (ignores: Readonly<Record<string, string>>, asked: readonly string[]): Promise<readonly string[]> => {
  const files = memoryTree(ignores);
  return [...(await ignoredAmong(files, new Set((await files.list()).map(({ path }) => path)), asked))];
};

describe("ignoredAmong", () => {
  it.each([
    ["a folder, and what is below it", "dist/\n", ["dist", "dist/a/b.md", "x/dist/c", "distant", "src/dist.md"], ["dist", "dist/a/b.md", "x/dist/c"]],
    ["a name at any depth", "api\n*.log\n", ["api", "docs/api/x", "a.log", "apis"], ["api", "docs/api/x", "a.log"]],
    ["a path from the file's folder", "/out\ndocs/gen\n", ["out/a", "x/out", "docs/gen/a.md", "x/docs/gen"], ["out/a", "docs/gen/a.md"]],
    ["what a later line takes back", "*.md\n!README.md\n", ["a.md", "README.md", "x/README.md"], ["a.md"]],
    ["comments, blanks and ends of lines", "# dist\r\n\r\ndist  \r\n", ["dist", "# dist"], ["dist"]],
    ["what is no pattern", "[\n[b-a]\ndist\n", ["dist", "["], ["dist"]],
    ["braces, which are no choice", "{a,b}\n", ["a", "{a,b}"], ["{a,b}"]],
  ])("%s", async (_name, text, asked, expected) => {
    expect(await ignored({ ".gitignore": text }, asked)).toEqual(expected);
  });

  it("the nearest file decides", async () => {
    const files = { ".gitignore": "*.json\n", "docs/.gitignore": "api\n!*.json\n", "docs/deep/.gitignore": "*.json\n" };
    expect(await ignored(files, ["a.json", "docs/a.json", "docs/deep/a.json", "docs/api", "docs/deep/api/x", "api"])).toEqual([
      "a.json",
      "docs/deep/a.json",
      "docs/api",
      "docs/deep/api/x",
    ]);
    expect(await ignored({}, ["a", ""])).toEqual([]);
  });

  it("a pattern that is meant to be slow is not", async () => {
    const started = performance.now();
    expect(await ignored({ ".gitignore": `${"*a".repeat(40)}b\n` }, [`${"a".repeat(2_000)}`])).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
