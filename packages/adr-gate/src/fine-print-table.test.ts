// The table of `docs/fine-print.md` is true: each case that it names stands in its file.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const table = read("../docs/fine-print.md");
const rows = table.split("\n").filter((line) => /^\| (?!sentence \|)/.test(line));
/** Columns are parted by ` | `; the last one is a piece between backticks. */
const cases = rows.map((row) => /^\| (.+) \| (\S+\.test\.ts) \| `(.+)` \|$/.exec(row)?.slice(1) ?? [row, "", ""]);

it("every row names a file and a piece of it, every sentence once", () => {
  expect(cases.filter(([, , piece]) => piece === "")).toEqual([]);
  expect(new Set(cases.map(([sentence]) => sentence)).size).toBe(cases.length);
  expect(cases.length).toBeGreaterThan(80);
});
it.each(cases)("%s: %s", (_sentence, file, piece) => {
  expect(read(`./${file}`)).toContain(piece);
});
