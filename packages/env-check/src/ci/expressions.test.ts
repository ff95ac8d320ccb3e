// What is put in for GitHub's expressions, and beginnings that never end.
import { expect, it } from "vitest";
import { holds, substitute } from "./expressions.js";

const known = new Map([
  ["matrix.python", "3.11"],
  ["matrix.flag", "false"],
  ["matrix.", ""],
  ["env.X", "y"],
  ["env.COMPUTED", "${{ secrets.A }}"],
]);
it.each([
  ["py${{ matrix.python }}-${{env.X}}", "py3.11-y"],
  ["${{ matrix['python'] }}", "3.11"],
  ["${{ other }} ${{ env.X }}", "${{ other }} y"],
  ["${{ env.X }}}", "y}"],
  ["${{ a ${{ env.X }}", "${{ a ${{ env.X }}"],
  ["}} ${{ env.X", "}} ${{ env.X"],
])("%s", (text, expected) => {
  expect(substitute(text, known)).toBe(expected);
});
it.each([
  ["${{ matrix.os || 'ubuntu-latest' }}", "ubuntu-latest"],
  ["${{ matrix.tox || format('py{0}', matrix.python) }}", "py3.11"],
  ["${{ matrix.python == '3.11' && 'new' || 'old' }}", "new"],
  ["${{ (matrix.flag && 'a') || (!matrix.flag && 'it''s') }}", "it's"],
  ["${{ github.ref || 'x' }}", "${{ github.ref || 'x' }}"],
  ["${{ env.COMPUTED || 'x' }}", "${{ env.COMPUTED || 'x' }}"],
  ["${{ env.COMPUTED }}", "${{ secrets.A }}"],
  ["${{ matrix.python | 'x' }}", "${{ matrix.python | 'x' }}"],
  ["${{ ('x' }}", "${{ ('x' }}"],
  ["${{ fromJSON('[1]')[0] }}", "${{ fromJSON('[1]')[0] }}"],
])("what is chosen: %s", (text, expected) => {
  expect(substitute(text, known)).toBe(expected);
});
it.each([
  ["matrix.python == '3.11' && env.X == 'Y'", true],
  ["${{ matrix.python != '3.11' && github.ref == 'x' }}", false],
  ["github.ref == 'x' && matrix.flag", false],
  ["github.ref == 'x' || matrix.python == '3.11'", undefined],
  ["!startsWith(matrix.python, '3.')", false],
  ["matrix.experimental", false],
  ["success() || always()", undefined],
  [`${"(".repeat(1000)}true`, undefined],
  [`${"!".repeat(1000)}true`, undefined],
])("whether it holds: %s", (text, expected) => {
  expect(holds(text, known)).toBe(expected);
});
it("a megabyte of beginnings costs its length", () => {
  const text = "${{ a ".repeat(180_000);
  const { user } = process.cpuUsage();
  expect(substitute(text, known)).toBe(text);
  expect(process.cpuUsage().user - user).toBeLessThan(1_000_000);
});
