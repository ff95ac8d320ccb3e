// Lines and patches from a stream: cut anywhere, with carriage returns, and larger than is held at once.
import { expect, it } from "vitest";
import type { AddedBytes, CommitMessage, PastCommit } from "./git-history.js";
import { readPatches } from "./patch-lines.js";
import { linesOf } from "./process.js";

async function* stream<T>(chunks: readonly T[]): AsyncIterable<T> {
  yield* chunks;
}
async function lines(chunks: readonly string[], longest?: number): Promise<string[]> {
  const all: string[] = [];
  for await (const line of linesOf(stream(chunks), longest)) all.push(line);
  return all;
}

const head = { prefix: "\x01", parse: (line: string): PastCommit => ({ age: 0, id: line.slice(1), parents: [], author: "", authorDate: "", message: "" }) };
/** The parts of a patch as they hold when they are given: what is only read later shows memory that was used again. */
async function parts(chunks: readonly Uint8Array[], limits: { readonly part?: number; readonly line?: number } = {}): Promise<unknown[]> {
  const found: unknown[] = [];
  const told = (part: AddedBytes | CommitMessage): unknown =>
    "message" in part
      ? `${part.commit.id}: ${part.message}`
      : [
          part.commit?.id,
          part.path,
          ...part.blocks.map(({ line, bytes }) => `${line} ${Buffer.from(bytes).toString("latin1")}`),
          ...(part.isCut ? ["cut"] : []),
        ];
  for await (const part of readPatches(stream(chunks), head, limits)) found.push(told(part));
  return found;
}

it("lines end at LF alone, wherever the stream is cut", async () => {
  const text = "a\rb\r\n\nlast";
  for (let cut = 0; cut <= text.length; cut++) expect(await lines([text.slice(0, cut), text.slice(cut)])).toEqual(["a\rb\r", "", "last"]);
});
it("a line beyond the limit is cut, and the next one is whole", async () => {
  expect(await lines(["abcdef", "gh\nxy\n"], 4)).toEqual(["abcd", "xy"]);
  expect(await lines(["abcdefgh\nxy\n"], 4)).toEqual(["abcd", "xy"]);
});

const patch = [
  "\x01c2",
  "what a message says",
  "diff --git a/not b/that",
  "+++ b/nor",
  "@@ -0,0 +1 @@",
  "+this",
  "\0",
  "diff --git a/one b/one",
  "index 0..1",
  "--- a/one",
  "+++ b/one",
  "@@ -1,2 +1,3 @@ heading",
  "-old",
  "-older",
  "\\ No newline at end of file",
  "+first",
  "+\\ second\r",
  "+",
  "@@ -9 +10 @@",
  "-++ old",
  "+++ b/no header",
  "\\ No newline at end of file",
  'diff --git "a/q\\"\\303\\274" "b/q\\"\\303\\274"',
  '+++ "b/q\\"\\303\\274"',
  "@@ -0,0 +1 @@",
  "+x\0y",
  "diff --git a/gone b/gone",
  "--- a/gone",
  "+++ /dev/null",
  "@@ -1 +0,0 @@",
  "-gone",
  "\x01c1",
  "",
  "\0",
  "diff --cc merged",
  "--- a/merged",
  "+++ b/merged",
  "@@@ -1,2 -1,2 +1,3 @@@",
  "  both",
  "- mine",
  " -yours",
  "++new",
  "+ mine again",
  "",
].join("\n");
const told = [
  "c2: what a message says\ndiff --git a/not b/that\n+++ b/nor\n@@ -0,0 +1 @@\n+this",
  ["c2", "one", "1 first\n\\ second\r\n\n", "10 ++ b/no header"],
  ["c2", 'q"ü', "1 x\0y\n"],
  "c1: ",
  ["c1", "merged", "2 new\n"],
];

it("a patch is the same wherever the stream is cut", async () => {
  const bytes = Buffer.from(patch, "latin1");
  expect(await parts([bytes])).toEqual(told);
  for (let cut = 0; cut <= bytes.length; cut++) expect(await parts([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(told);
  for (let size = 1; size < 9; size++)
    expect(await parts(Array.from({ length: Math.ceil(bytes.length / size) }, (_all, at) => bytes.subarray(at * size, at * size + size)))).toEqual(told);
});
it("what is above the limits is cut, and said to be; the next line is whole", async () => {
  const long = Buffer.from(
    ["diff --git a/a b/a", "+++ b/a", "@@ -0,0 +1,2 @@", "+abcdefgh", "+xy", "diff --git a/b b/b", "+++ b/b", "@@ -0,0 +1 @@", "+z", ""].join("\n"),
  );
  for (let cut = 0; cut <= long.length; cut++)
    expect(await parts([long.subarray(0, cut), long.subarray(cut)], { line: 4 })).toEqual([
      [undefined, "a", "1 abcd\nxy\n", "cut"],
      [undefined, "b", "1 z\n"],
    ]);
});
it("a large file comes in parts that say their lines", async () => {
  const added = Array.from({ length: 40 }, (_, index) => `+${String(index).padEnd(1024 * 1024, "x")}`);
  const large = Buffer.from(["diff --git a/big b/big", "--- /dev/null", "+++ b/big", "@@ -0,0 +1,40 @@", ...added, ""].join("\n"));
  const chunks = Array.from({ length: Math.ceil(large.length / 65_536) }, (_all, at) => large.subarray(at * 65_536, at * 65_536 + 65_536));
  let count = 0;
  let size = 0;
  for await (const part of readPatches(stream(chunks))) {
    if ("message" in part) continue;
    count++;
    expect(part).toMatchObject({ path: "big", isCut: false });
    for (const { line, bytes } of part.blocks) {
      expect(line).toBe(Number.parseInt(Buffer.from(bytes.subarray(0, 8)).toString(), 10) + 1);
      size += bytes.length;
    }
  }
  expect(count).toBeGreaterThan(2);
  expect(size).toBe(40 * (1024 * 1024 + 1));
});
