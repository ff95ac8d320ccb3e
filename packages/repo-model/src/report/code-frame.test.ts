// Frames of very many findings on one long line: each costs what it shows.
import { expect, it } from "vitest";
import { repoPath, sourceText } from "../text/index.js";
import { codeFrame } from "./code-frame.js";

it.each([
  ["tabs", "\tx"],
  ["characters of two units", "😀"],
])("a megabyte of %s", (_name, part) => {
  const source = sourceText(repoPath("a.md"), part.repeat(500_000));
  const { user } = process.cpuUsage();
  for (let at = 0; at < 20_000; at++) codeFrame(source.at([at * 40 + 1, at * 40 + 3]), source, 80);
  expect(process.cpuUsage().user - user).toBeLessThan(4_000_000);
});
it("a tab is shown as a blank, and the carets stand below their text", () => {
  const source = sourceText(repoPath("a.md"), `${"\tx".repeat(100)}😀y`);
  const { line = "", lead = 0, carets = 0 } = codeFrame(source.at([202, 203]), source, 60) ?? {};
  expect(line).toMatch(/^…[ x]+😀y$/);
  expect([lead, carets]).toEqual([line.length - 1, 1]);
});
