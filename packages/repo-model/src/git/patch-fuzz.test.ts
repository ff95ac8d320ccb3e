// Patches as git writes them, and broken ones, cut anywhere: what is read does not depend on the cuts, nothing throws, and a whole patch gives the lines that it adds.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { PastCommit } from "./git-history.js";
import { readPatches } from "./patch-lines.js";

const isFull = process.env["CAIO_TRUST"] === "full";
const numRuns = Number(process.env["CAIO_TRUST_FUZZ"] ?? (isFull ? 1_000_000 : 10_000));
const seed = 3 + Number(process.env["CAIO_TRUST_SEED"] ?? 0);

async function* stream(chunks: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* chunks;
}
const head = { prefix: "\u0001", parse: (line: string): PastCommit => ({ age: 0, id: line.slice(1), parents: [], author: "", authorDate: "", message: "" }) };

async function read(chunks: readonly Uint8Array[]): Promise<string[]> {
  const said: string[] = [];
  for await (const part of readPatches(stream(chunks), head))
    if ("message" in part) said.push(`${part.commit.id}: ${part.message}`);
    else said.push(...part.blocks.map(({ line, bytes }) => `${part.commit?.id ?? ""} ${part.path} ${line} ${Buffer.from(bytes).toString("latin1")}`));
  return said;
}

/** Cuts bytes at some of their places. */
function cut(bytes: Buffer, places: readonly number[]): Uint8Array[] {
  const at = [0, ...places.map((place) => place % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  return at.slice(1).map((to, index) => bytes.subarray(at[index], to));
}

const line = fc.oneof(
  fc.stringMatching(/^[ -~\t]{0,12}$/),
  fc.constantFrom("@@ -1 +1 @@", "diff --git a/x b/x", "+++ b/y", "--- a/z", "\\ No newline", "\u0001c9", "\0", "\r"),
);
const hunk = fc.record({ from: fc.integer({ min: 1, max: 900 }), gone: fc.array(line, { maxLength: 4 }), added: fc.array(line, { maxLength: 5 }) });
const file = fc.record({ name: fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,3})?\.md$/), hunks: fc.array(hunk, { minLength: 1, maxLength: 3 }) });

/** A patch in git's form, and the lines that it adds. */
const whole = fc.array(file, { minLength: 1, maxLength: 3 }).map((files) => {
  const wanted: string[] = [];
  const text = files
    .map(({ name, hunks }) => {
      const told = hunks.map(({ from, gone, added }) => {
        const lines = added.map((one) => one.replaceAll("\0", ""));
        for (const [index, one] of lines.entries()) wanted.push(`${name} ${from + index} ${one}`);
        return `@@ -${from},${gone.length} +${from},${lines.length} @@ x\n${gone.map((one) => `-${one.replaceAll("\0", "")}\n`).join("")}${lines.map((one) => `+${one}\n`).join("")}`;
      });
      return `diff --git a/${name} b/${name}\nindex 1..2 100644\n--- a/${name}${name.includes(" ") ? "\t" : ""}\n+++ b/${name}${name.includes(" ") ? "\t" : ""}\n${told.join("")}`;
    })
    .join("");
  return { text, wanted };
});

/** Pieces of patches, in any order. */
const piece = fc.oneof(
  line.map((text) => `${text}\n`),
  fc.constantFrom(
    "diff --cc a b\n",
    "diff --git a/a b/b\n",
    '+++ "b/\\303\\244\\"\\n"\n',
    "+++ /dev/null\n",
    "@@ -0,0 +1 @@\n",
    "@@@ -1,2 -1 +1,3 @@@\n",
    "@@ -1,99999999999 +1,99999999999 @@\n",
    "@@@@ -1 -1 -1 +1 @@@@\n",
    "Binary files a/x and b/y differ\n",
    "\u0001c1\nmessage\0",
    "\\ No newline at end of file\n",
    "+",
    "-",
    " ",
    "++x\n",
    "- y\n",
  ),
);
const cuts = fc.array(fc.nat(5000), { maxLength: 5 });

const half = Math.ceil(numRuns / 2);
it(
  `${half} patches of git's form give the lines that they add, wherever the stream is cut`,
  async () => {
    await fc.assert(
      fc.asyncProperty(whole, cuts, async ({ text, wanted }, places) => {
        const found = (await read(cut(Buffer.from(text, "latin1"), places))).flatMap((one) => {
          const [, name = "", first = "", lines = ""] = /^ (.*?\.md) (\d+) ([^]*)$/.exec(one) ?? [];
          return lines
            .replace(/\n$/, "")
            .split("\n")
            .map((added, index) => `${name} ${Number(first) + index} ${added}`);
        });
        expect(found).toEqual(wanted);
      }),
      { numRuns: half, seed },
    );
  },
  isFull ? 3_600_000 : 120_000,
);
it(
  `${half} broken patches say the same wherever the stream is cut`,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), cuts, async (pieces, places) => {
        const bytes = Buffer.from(pieces.join(""), "latin1");
        expect(await read(cut(bytes, places))).toEqual(await read([bytes]));
      }),
      { numRuns: half, seed },
    );
  },
  isFull ? 3_600_000 : 120_000,
);
