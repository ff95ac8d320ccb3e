// Tests that stand in the program itself: Rust's modules that are built for tests alone (https://doc.rust-lang.org/book/ch11-03-test-organization.html).
import type { Blob } from "../detect/candidate.js";

const testModule = /(?:^|\n)#\[cfg\((?:all\()?test\b[^\]\n]{0,80}\]\s{1,8}(?:#\[[^\]\n]{0,80}\]\s{1,8})?(?:pub(?:\([a-z]{1,8}\))? )?mod \w{1,60} \{/g;

const read = new WeakMap<Blob, readonly (readonly [start: number, end: number])[]>();

function modulesOf(text: string): (readonly [start: number, end: number])[] {
  const found: (readonly [start: number, end: number])[] = [];
  for (const { index } of text.matchAll(testModule)) {
    if (index < (found.at(-1)?.[1] ?? 0)) continue;
    // What stands at the line's beginning closes what began there.
    const close = text.indexOf("\n}", index);
    found.push([index, close === -1 ? text.length : close]);
  }
  return found;
}

/** Whether an offset stands in a program's own tests. */
export function isInTestCode(blob: Blob, at: number): boolean {
  if (!blob.path.endsWith(".rs")) return false;
  let ranges = read.get(blob);
  if (ranges === undefined) read.set(blob, (ranges = modulesOf(blob.text)));
  return ranges.some(([start, end]) => start < at && at < end);
}
