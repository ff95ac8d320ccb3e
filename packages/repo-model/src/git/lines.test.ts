// Lines and patches from a stream: cut anywhere, with carriage returns, and larger than is held at once.
import { expect, it } from "vitest";
import type { AddedLines } from "./git-history.js";
import { readPatches } from "./patch-lines.js";
import { linesOf } from "./process.js";

async function* stream(chunks: readonly string[]): AsyncIterable<string> {
  yield* chunks;
}
async function lines(chunks: readonly string[], longest?: number): Promise<string[]> {
  const all: string[] = [];
  for await (const line of linesOf(stream(chunks), longest)) all.push(line);
  return all;
}

it("lines end at LF alone, wherever the stream is cut", async () => {
  const text = "a\rb\r\n\nlast";
  for (let cut = 0; cut <= text.length; cut++) expect(await lines([text.slice(0, cut), text.slice(cut)])).toEqual(["a\rb\r", "", "last"]);
});
it("a line beyond the limit is cut, and the next one is whole", async () => {
  expect(await lines(["abcdef", "gh\nxy\n"], 4)).toEqual(["abcd", "xy"]);
  expect(await lines(["abcdefgh\nxy\n"], 4)).toEqual(["abcd", "xy"]);
});
it("a large file comes in parts that say their lines", async () => {
  const added = Array.from({ length: 40 }, (_, index) => `+${String(index).padEnd(1024 * 1024, "x")}`);
  const patch = ["diff --git a/big b/big", "--- /dev/null", "+++ b/big", "@@ -0,0 +1,40 @@", ...added];
  const parts: AddedLines[] = [];
  for await (const part of readPatches(stream(patch))) parts.push(part);
  expect(parts.length).toBeGreaterThan(2);
  expect(new Set(parts.map(({ path }) => path))).toEqual(new Set(["big"]));
  const starts = parts.flatMap(({ blocks }) => blocks.map(({ line, text }) => `${line} ${Number.parseInt(text, 10)}`));
  for (const start of starts) expect(Number(start.split(" ")[0])).toBe(Number(start.split(" ")[1]) + 1);
  expect(parts.reduce((sum, { blocks }) => sum + blocks.reduce((lengths, { text }) => lengths + text.length, 0), 0)).toBe(40 * (1024 * 1024 + 1));
});
