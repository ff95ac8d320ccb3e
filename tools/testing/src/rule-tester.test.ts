// The rule tester itself: it must fail where a rule does.
import { defineCheck, readText } from "@caio/repo-model/check";
import { repoPath, type SourceText } from "@caio/repo-model/text";
import { describe, expect, it } from "vitest";
import { documentBlocks, judge, ruleTester } from "./index.js";

const demo = defineCheck<SourceText, object>({
  name: "demo",
  summary: "finds a word",
  version: "1.0.0",
  scope: "file",
  documents: new URL(import.meta.url),
  options: { defaults: {}, schema: () => Promise.reject(new Error("The defaults need no schema.")) },
  rules: [
    {
      id: "word",
      summary: "A word is there.",
      severity: "off",
      *find(source) {
        for (const { index } of source.text.matchAll(/teh/g)) yield { message: "It is misspelt.", at: source.at([index, index + 3]) };
      },
    },
  ],
  async *read(context) {
    const source = await readText(context, repoPath("a.txt"));
    if (source !== undefined) yield source;
  },
});

describe("ruleTester", () => {
  const tester = ruleTester(demo, "word");
  it("draws what a rule finds under its line, and takes a rule that is off", async () => {
    const picture = `
      a.txt:2
      x teh
        ^^^ demo/word: It is misspelt.
    `;
    await tester.finds({ "a.txt": "\nx teh\n" }, picture);
    await expect(tester.finds({ "a.txt": "\nx  teh\n" }, picture)).rejects.toThrow("Found:");
    await expect(tester.finds({ "a.txt": "" }, picture)).rejects.toThrow("Expected:");
  });
  it("is clean where nothing is found, and fails where something is", async () => {
    await tester.clean({ "a.txt": "the\n" });
    await expect(tester.clean({ "a.txt": "teh\n" })).rejects.toThrow("It is misspelt.");
  });
  it("knows the check's rules", () => {
    expect(() => ruleTester(demo, "other")).toThrow("demo has no rule other.");
  });
});

it("a rule that is off is not judged unasked", async () => {
  expect((await judge(demo, { "a.txt": "teh" })).findings).toEqual([]);
});

it("the blocks of a document stand under their heading, by their path", () => {
  const document = "# r\n\n## Wrong\n\n```md path=a.md\none\n```\n\n````yaml path=b.yaml\ntwo\n````\n\n## Right\n\n```md path=a.md\nthree\n```\n";
  expect(documentBlocks(document, "Wrong")).toEqual({ "a.md": "one\n", "b.yaml": "two\n" });
  expect(documentBlocks(document, "Right")).toEqual({ "a.md": "three\n" });
  expect(documentBlocks(document, "None")).toEqual({});
});
