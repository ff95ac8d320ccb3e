// Which fixes of one pass are taken: what overlaps waits, however many there are.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Finding } from "../check/index.js";
import { overlaps, repoPath, type Range } from "../text/index.js";
import { chooseFixes } from "./fix.js";

const path = repoPath("a.md");
const withFix = (ranges: readonly Range[], at: number): Finding =>
  ({ fix: { kind: "safe", title: "x", edits: ranges.map((range) => ({ path, range, text: String(at) })) } }) as unknown as Finding;

test("as when each is compared with all before it", () => {
  const range = fc.tuple(fc.nat(30), fc.nat(4)).map(([start, length]): Range => [start, start + length]);
  // The edits of one fix do not overlap.
  const ranges = fc.array(range, { minLength: 1, maxLength: 3 }).filter((all) => all.every((a, at) => all.slice(at + 1).every((b) => !overlaps(a, b))));
  fc.assert(
    fc.property(fc.array(ranges, { maxLength: 12 }), (all) => {
      const taken: Range[] = [];
      const wanted = all.filter((own) => {
        const isFree = own.every((one) => !taken.some((other) => overlaps(one, other)));
        if (isFree) taken.push(...own);
        return isFree;
      });
      const chosen = chooseFixes(all.map(withFix), ["safe"]);
      expect(chosen.map(({ edits }) => edits.map((edit) => ("range" in edit ? edit.range : undefined)))).toEqual(wanted);
    }),
    { numRuns: 2000 },
  );
});
