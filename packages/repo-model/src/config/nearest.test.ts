// nearest: what passes over names without a closer look changes no answer.
import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest, nearestIn } from "./nearest.js";

/** Optimal string alignment, all cells; beyond the table nothing is near. */
function distance(a: string, b: string): number {
  const rows: number[][] = [];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 0; row <= a.length; row++) {
    rows.push([]);
    for (let column = 0; column <= b.length; column++) {
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const ways = [at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1)];
      rows[row]?.push(row + column === 0 ? 0 : Math.min(...ways, isSwap ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY));
    }
  }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "A", "é", "-", "1", "İ"), maxLength: 9 });

test("the first of the nearest names, as all of them compared in full give it", () => {
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 8 }), (sought, known) => {
      const distances = known.map((name) => distance(sought.toLowerCase(), name.toLowerCase()));
      const least = Math.min(...distances);
      const wanted = least <= Math.max(1, Math.floor(sought.length / 3)) ? known[distances.indexOf(least)] : undefined;
      expect(nearest(sought, known)).toBe(wanted);
    }),
    { numRuns: 3000 },
  );
});

test("a list that is asked often answers as each name alone, until its work is spent", () => {
  const names = Array.from({ length: 100_000 }, (_, at) => `heading-${at}`);
  const find = nearestIn(names);
  let asked = 0;
  for (; asked < 1000 && find(`heading-${asked}x`) !== undefined; asked++)
    if (asked < 3) expect(find(`headinq-${asked}`)).toBe(nearest(`headinq-${asked}`, names));
  expect(asked).toBeGreaterThan(3);
  expect(asked).toBeLessThan(1000);
});
