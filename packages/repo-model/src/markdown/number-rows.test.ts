// Rows of numbers: sorted as a stable sort of objects would.
import { expect, it } from "vitest";
import * as fc from "fast-check";
import { rowsByStart } from "./number-rows.js";

it("rows are sorted by their starts, of equal ones the longest first, and what is equal keeps its order", () => {
  const rows = fc.array(fc.tuple(fc.nat(20), fc.nat(5)), { maxLength: 40 });
  fc.assert(
    fc.property(rows, fc.boolean(), (list, isInRuns) => {
      const given = isInRuns ? [...list.slice(0, 9).toSorted((a, b) => a[0] - b[0]), ...list.slice(9).toSorted((a, b) => a[0] - b[0])] : list;
      const numbered = given.map(([start, length], index) => [start, start + length, index]);
      const wanted = numbered.toSorted(([a = 0, aEnd = 0], [b = 0, bEnd = 0]) => a - b || bEnd - aEnd);
      expect(rowsByStart(numbered.flat(), 3)).toEqual(wanted.flat());
    }),
  );
});

it("what is in order is the same list", () => {
  const rows = [0, 9, 0, 4, 3, 4];
  expect(rowsByStart(rows, 2)).toBe(rows);
});
