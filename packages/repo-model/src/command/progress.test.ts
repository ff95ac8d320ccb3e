// Progress: nothing for short work, one line at a time for long work, nothing without a terminal.
import { expect, it } from "vitest";
import { progressOn } from "./progress.js";

it("shows a line after half a second, ten times a second at most, and takes it away", () => {
  const lines: string[] = [];
  let time = 0;
  const progress = progressOn({ progress: (line) => void lines.push(line), width: 20 }, false, () => time);
  for (; time <= 1000; time += 10) progress.note("doc-sync\u001b[31m", time);
  progress.end();
  progress.end();
  expect(lines).toHaveLength(7);
  expect(lines[0]).toBe("doc-sync\\x1b[31m: 500 files".slice(0, 19));
  expect(lines.at(-1)).toBe("");
});

it.each([
  ["short work", { progress: true, quiet: false, until: 400 }],
  ["--quiet", { progress: true, quiet: true, until: 5000 }],
  ["no terminal", { progress: false, quiet: false, until: 5000 }],
])("shows nothing: %s", (_name, { progress: hasTerminal, quiet, until }) => {
  const lines: string[] = [];
  let time = 0;
  const progress = progressOn({ ...(hasTerminal ? { progress: (line: string) => void lines.push(line) } : {}), width: 80 }, quiet, () => time);
  for (; time <= until; time += 100) progress.note("doc-sync", 1);
  progress.end();
  expect(lines).toEqual([]);
});
