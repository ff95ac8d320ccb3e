// What is held of a secret is the same in whatever order its commits come.
import type { AddedBytes, CommitMessage } from "@caio/repo-model/git";
import { repoPath } from "@caio/repo-model/text";
import { expect, it } from "vitest";
import { randomFrom, sampleValue } from "../samples/sample.js";
import { searchHistory } from "./search.js";

const random = randomFrom(41);
const value = sampleValue(32, random);
/** A hundred commits, each of which brings the secret to two files of its own; the oldest came last. */
const parts = Array.from({ length: 100 }, (_, age): AddedBytes[] => {
  const commit = { id: String(age).padStart(40, "0"), parents: [], author: "", authorDate: "", message: "", age };
  return ["a", "b"].map((name) => ({
    path: repoPath(`${name}${age}.py`),
    commit,
    isBinary: false,
    isCut: false,
    blocks: [{ line: 1, bytes: Buffer.from(`API_SECRET = "${value}"\n`) }],
  }));
});

async function found(order: readonly (readonly AddedBytes[])[]): Promise<unknown> {
  async function* history(): AsyncIterable<readonly (AddedBytes | CommitMessage)[]> {
    yield* await Promise.resolve(order);
  }
  const all = await searchHistory(
    { parts: history(), messages: history },
    { signal: new AbortController().signal, isScanned: () => true, onFault: () => {}, onCut: () => {} },
  );
  return all.map((one) => ({ first: one.first.map(({ path }) => path), paths: [...one.paths.keys()].toSorted() }));
}

it("the oldest places and the newest paths", async () => {
  const inOrder = await found(parts);
  const newest = parts.slice(0, 25).flatMap((of) => of.map(({ path }) => path));
  expect(inOrder).toEqual([{ first: ["b99.py", "a99.py", "b98.py", "a98.py"], paths: newest.toSorted() }]);
  expect(await found(parts.toReversed())).toEqual(inOrder);
  expect(await found([...parts.filter((_, at) => at % 3 === 0), ...parts.filter((_, at) => at % 3 !== 0)])).toEqual(inOrder);
});
