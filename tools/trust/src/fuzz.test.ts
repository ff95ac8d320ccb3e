// Every parser of the core on broken real texts and on texts of its format's marks: it answers or throws the error that it promises, and never hangs.
// (Patches: packages/repo-model/src/git/patch-fuzz.test.ts; event files: packages/adr-gate/src/event/event-fuzz.test.ts.)
// The planted faults are tests here: a parser that throws an error of the language, one that hangs, and one whose answer is not what it promises.
import { describe, expect, it } from "vitest";
import { fuzz, seed } from "./fuzz.js";
import { parsers, type Parser } from "./parsers.js";
import { isFull } from "./program.js";

/** Inputs for each parser. */
const count = Number(process.env["CAIO_TRUST_FUZZ"] ?? (isFull ? 1_000_000 : 10_000));
describe.each(parsers)("$name", (parser) => {
  it(
    "answers, or throws what it promises",
    async () => {
      const seen = await fuzz(parser, count);
      expect(seen).toBeGreaterThanOrEqual(count);
      if (isFull) console.log(`${parser.name}: ${seen} texts, seed ${seed}`);
    },
    isFull ? 36_000_000 : 120_000,
  );
});

describe("a parser with a fault is found out", () => {
  const plain: Parser = { name: "planted", seeds: ["a[b]c"], marks: ["[", "]", "x"], parse: () => undefined };
  it("one that throws an error of the language", async () => {
    const parse = (text: string): unknown => (text.includes("[[") ? (undefined as unknown as { a: string }).a : text);
    await expect(fuzz({ ...plain, parse }, 2000)).rejects.toThrow(/^planted: ".*\[\[/);
  });
  it("one that hangs on some", async () => {
    const hang = (): void => {
      const { user } = process.cpuUsage();
      while (process.cpuUsage().user - user < 1_200_000);
    };
    await expect(fuzz({ ...plain, parse: (text) => (text.includes("]]x") ? hang() : text) }, 2000)).rejects.toThrow(/^planted takes [\d.]+ s/);
  });
  it("one whose answer is not what it promises", async () => {
    await expect(fuzz({ ...plain, parse: async (text) => (text.endsWith("x") ? Promise.reject(new Error("no")) : text) }, 2000)).rejects.toThrow(/^planted: /);
  });
});
