// Fixes of links, on documents put together by chance: one line each, no other byte, line ends and mark kept, and nothing left to fix after them.
import { applyEdits, type TextEdit } from "@caio/repo-model/text";
import { judge } from "@caio/testing";
import { array, assert, asyncProperty, boolean, constantFrom } from "fast-check";
import { expect, it, test } from "vitest";
import { docSync } from "../index.js";
import { relativePath, rewritten } from "./rewrite.js";

const lines = [
  "[a](Guide/Start.md)",
  "[a](./guide/START.md#one) and [b](<Guide/Start.md> 'title')",
  "![i](IMG/Logo.PNG) `docs/Guide/start.md`",
  '<img src="img/LOGO.png" alt="x"> <a href=Guide/Start.md>y</a>',
  "[r]: GUIDE/start.md",
  "> * [in a list][r] [c](docs/guide/start.md)",
  "| [t](Guide/start.md) | `DOCS/guide/start.md` |",
  "[space](My%20file.md) [ü](Ü.md) [e](guide/Start%2Emd)",
  "[d](guide/start.md#One--Two) [e](#x-y)",
  "[p](Guide/Start.md?plain=1#L1) [entity](Guide/Start&#46;md)",
  "# X--y",
  "| --- | --- |",
  "```",
  "",
  "  text with trailing spaces  ",
];

const files = { "docs/guide/start.md": "# One  Two\n\n# One\n", "docs/img/logo.png": "x", "docs/my file.md": "x", "docs/ü.md": "x" };

test("what is fixed is one line, and nothing else", { timeout: 120_000 }, async () => {
  await assert(
    asyncProperty(array(constantFrom(...lines), { minLength: 1, maxLength: 12 }), constantFrom("\n", "\r\n"), boolean(), async (chosen, eol, hasMark) => {
      const path = "docs/page.md";
      const text = (hasMark ? "\ufeff" : "") + chosen.join(eol);
      const found = (await judge(docSync, { ...files, [path]: text })).findings.flatMap(({ fix }) => fix ?? []);
      const edits: TextEdit[] = [];
      for (const fix of found) {
        const [edit, second] = fix.edits.flatMap((one) => ("range" in one ? [one] : []));
        expect([fix.edits.length, second]).toEqual([1, undefined]);
        if (edit === undefined) continue;
        expect(/[\r\n]/.test(edit.text + text.slice(...edit.range))).toBe(false);
        const alone = applyEdits(text, [edit]).split(eol);
        expect(alone.filter((line, at) => line !== text.split(eol)[at]).length).toBe(1);
        edits.push(edit);
      }
      const after = applyEdits(text, edits);
      expect(after.startsWith("\ufeff")).toBe(hasMark);
      expect(after.split(eol).length).toBe(text.split(eol).length);
      const left = (await judge(docSync, { ...files, [path]: after })).findings.flatMap(({ fix }) => fix ?? []);
      expect(left).toEqual([]);
    }),
    { numRuns: 150, seed: 5 },
  );
});

it.each([
  ["docs/a.md", "src/x.ts", "../Src/x.ts#L3", "../src/x.ts#L3"],
  ["a.md", "b.md", "./B.md", "./b.md"],
  ["a.md", "docs", "Docs/", "docs/"],
  ["a.md", "a b (1).md", "A%20b.md", "a%20b%20%281%29.md"],
  ["a.md", "ü.md", "Ü.md", "ü.md"],
  ["a.md", "ü.md", "%C3%9C.md", "%C3%BC.md"],
  ["docs/a.md", "docs/b.md", "/docs/B.md?x#y", "b.md?x#y"],
])("from %s to %s: %s is written %s", (from, to, written, expected) => expect(rewritten(from, to, written)).toBe(expected));

it("the way from one file to another", () => {
  expect([relativePath("a/b/c.md", "a/d.md"), relativePath("c.md", "a/d.md"), relativePath("a/c.md", "a/c.md")]).toEqual(["../d.md", "a/d.md", "c.md"]);
});
