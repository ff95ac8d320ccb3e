// `diff-index --raw -p`: the changes stand before the first patch, in one process for both.
import { fromBytes } from "../text/index.js";
import type { AddedLines, Change } from "./git-history.js";
import { readPatches, unquoteName } from "./patch-lines.js";

/** What the patches of two states add, as text. */
export async function* readAddedLines(chunks: AsyncIterable<Uint8Array>): AsyncIterable<AddedLines> {
  for await (const part of readPatches(chunks)) {
    if ("message" in part) continue;
    const { path, blocks, isBinary } = part;
    yield { path, isBinary, blocks: blocks.map(({ line, bytes }) => ({ line, text: fromBytes(bytes) })) };
  }
}

/** Where the records end: at the first line that does not begin with a colon; undefined while that is not seen. */
function endOfRecords(bytes: Buffer): number | undefined {
  let at = 0;
  while (at < bytes.length && bytes[at] === 58) {
    const newline = bytes.indexOf(10, at);
    if (newline === -1) return undefined;
    at = newline + 1;
  }
  return at < bytes.length ? at : undefined;
}

/** Gives all changes, then the lines that each path gains. `parse` reads a record's head and its name. */
export async function* readStaged(
  chunks: AsyncIterable<Buffer>,
  parse: (head: string, name: string) => Change | undefined,
): AsyncIterable<Change | AddedLines> {
  const source = chunks[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  let end: number | undefined;
  for (let next = await source.next(); next.done !== true; next = await source.next()) {
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
    end = endOfRecords(head);
    if (end !== undefined) break;
  }
  const submodules = new Set<string>();
  for (const line of head.toString("latin1", 0, end ?? head.length).split("\n")) {
    const tab = line.indexOf("\t");
    const change = tab === -1 ? undefined : parse(line.slice(0, tab), unquoteName(line.slice(tab + 1)));
    if (change === undefined) continue;
    if (change.newMode === "160000") submodules.add(change.path);
    yield change;
  }
  if (end === undefined) return;
  const first = head.subarray(end);
  async function* patches(): AsyncIterable<Uint8Array> {
    yield first;
    yield* { [Symbol.asyncIterator]: () => source };
  }
  // The patch of a submodule is a line for its commit.
  for await (const added of readAddedLines(patches())) if (!submodules.has(added.path)) yield added;
}
