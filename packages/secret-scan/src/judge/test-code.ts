// Tests that stand in the program itself, in the languages that have a form for them.
import type { Blob } from "../detect/candidate.js";

/** What a test begins with, by the ending of its file. What closes it stands as far from the line's beginning as what began it. */
const forms: readonly { readonly ending: RegExp; readonly begin: RegExp }[] = [
  // https://doc.rust-lang.org/book/ch11-03-test-organization.html
  {
    ending: /\.rs$/,
    begin:
      /(?:^|\n)([ \t]{0,40})#\[cfg\((?:all\()?test\b[^\]\n]{0,80}\]\s{1,40}(?:#\[[^\]\n]{0,80}\]\s{1,40})?(?:pub(?:\([a-z]{1,8}\))? )?mod \w{1,60} \{|(?:^|\n)([ \t]{0,40})#\[(?:\w{1,30}::)?test(?:\([^)\n]{0,80}\))?\]\s{1,40}(?:#\[[^\]\n]{0,80}\]\s{1,40}){0,4}(?:pub )?(?:async )?fn /g,
  },
  // https://ziglang.org/documentation/master/#Zig-Test
  { ending: /\.zig$/, begin: /(?:^|\n)([ \t]{0,40})test (?:"[^"\n]{0,200}" |\w{1,60} )?\{/g },
  // https://dlang.org/spec/unittest.html
  { ending: /\.d$/, begin: /(?:^|\n)([ \t]{0,40})(?:@\w{1,20}[ \t]{1,4}){0,4}unittest\s{1,40}\{/g },
  // https://vitest.dev/guide/in-source.html
  { ending: /\.[cm]?[jt]sx?$/, begin: /(?:^|\n)([ \t]{0,40})if \(import\.meta\.vitest\) \{/g },
];

const read = new WeakMap<Blob, readonly (readonly [start: number, end: number])[]>();

function testsOf({ path, text }: Blob): (readonly [start: number, end: number])[] {
  const found: (readonly [start: number, end: number])[] = [];
  for (const { ending, begin } of forms) {
    if (!ending.test(path)) continue;
    for (const { index, 0: whole, 1: one, 2: other } of text.matchAll(begin)) {
      if (index < (found.at(-1)?.[1] ?? 0)) continue;
      const close = text.indexOf(`\n${one ?? other ?? ""}}`, index + whole.length);
      found.push([index, close === -1 ? text.length : close]);
    }
  }
  return found;
}

/** Whether an offset stands in a program's own tests. */
export function isInTestCode(blob: Blob, at: number): boolean {
  let ranges = read.get(blob);
  if (ranges === undefined) read.set(blob, (ranges = testsOf(blob)));
  // Ranges rise: the last that begins before the offset is the one.
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[0] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return at < (ranges[low - 1]?.[1] ?? 0);
}
