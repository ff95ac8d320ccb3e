// What is put in for GitHub's expressions, and beginnings that never end.
import { expect, it } from "vitest";
import { substitute } from "./expressions.js";

const known = new Map([
  ["matrix.python", "3.11"],
  ["env.X", "y"],
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
it("a megabyte of beginnings costs its length", () => {
  const text = "${{ a ".repeat(180_000);
  const { user } = process.cpuUsage();
  expect(substitute(text, known)).toBe(text);
  expect(process.cpuUsage().user - user).toBeLessThan(1_000_000);
});
