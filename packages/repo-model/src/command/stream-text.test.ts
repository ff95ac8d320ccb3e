// The text report is shown while it is made: each check here waits until what came before it was seen.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gitRepo, recordedIo, type GitRepo } from "@caio/git-fixture";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { defineCheck, readText, type Check } from "../check/index.js";
import type { RepoPath, SourceText } from "../text/index.js";
import { runCommand } from "./index.js";

let repo: GitRepo;
beforeEach(() => {
  repo = gitRepo([{ write: { "a.txt": "early late\n", "b.txt": "early note\n", "c.txt": "early late\n" } }, { commit: "one" }]);
});
afterEach(() => repo.dispose());

type Wait = (path: RepoPath, rules: readonly string[]) => Promise<void> | undefined;
interface Facts {
  readonly sources: readonly SourceText[];
  readonly rules: readonly string[];
}

/** Finds its words, after having waited for some files. With parts, `early` comes before the others. */
function finder(name: string, wait: Wait, hasParts = false): Check {
  const rule = (id: string, severity: "error" | "note") => ({
    id,
    summary: "A word.",
    severity,
    ...(hasParts && id !== "early" ? { part: 2 } : {}),
    *find({ sources, rules }: Facts) {
      if (!rules.includes(id)) return;
      for (const source of sources) {
        const at = source.text.indexOf(id);
        if (at !== -1) yield { message: `${name} sees ${id}.`, at: source.at([at, at + id.length]) };
      }
    },
  });
  return defineCheck<Facts, object>({
    name,
    summary: "finds words",
    version: "1.0.0",
    scope: "repository",
    ...(hasParts ? { hasParts } : {}),
    documents: new URL(import.meta.url),
    options: { defaults: {}, schema: async () => z.strictObject({}) },
    rules: [rule("early", "error"), rule("late", "error"), rule("note", "note")],
    async *read(context) {
      const sources: SourceText[] = [];
      for (const rules of hasParts ? [["early"], ["late", "note"]] : [["early", "late", "note"]]) {
        for (const { path } of await context.files.list({ include: ["*.txt"] })) {
          await wait(path, rules);
          const source = rules.includes("early") ? await readText(context, path) : undefined;
          if (source !== undefined) sources.push(source);
        }
        yield { sources, rules };
      }
    },
  });
}

/** Runs checks made by `make`, which is given what waits until a text was shown. Piece by piece, as it is written. */
async function piecesOf(make: (until: (text: string) => Promise<void>) => readonly Check[], ...argv: readonly string[]): Promise<readonly string[]> {
  const pieces: string[] = [];
  const recorded = recordedIo(repo.root);
  const waiting: { text: string; go(): void }[] = [];
  const until = async (text: string): Promise<void> =>
    recorded.out().includes(text) ? undefined : new Promise((resolve) => void waiting.push({ text, go: resolve }));
  const io = {
    ...recorded.io,
    async write(text: string) {
      await recorded.io.write(text);
      pieces.push(text);
      for (const { text: wanted, go } of waiting) if (recorded.out().includes(wanted)) go();
    },
  };
  await runCommand(make(until), { argv, io });
  expect(recorded.err()).toBe("");
  return pieces;
}

const shownBy = async (...asked: Parameters<typeof piecesOf>): Promise<string> => (await piecesOf(...asked)).join("");

const finds = (text: string): string[] => [...text.matchAll(/^(\w)\.txt:\d+:\d+ \w+ (\w+) sees (\w+)/gm)].map(([, ...words]) => words.join(" "));
const at =
  (path: string, wait: () => Promise<void>): Wait =>
  (one) =>
    one === path ? wait() : undefined;

describe("the text report", () => {
  it("shows what one check found while the next goes on, and notes behind all", async () => {
    const text = await shownBy((until) => [
      finder("one", () => undefined),
      finder(
        "two",
        at("a.txt", () => until("c.txt:1:7 error one sees late")),
        false,
      ),
    ]);
    expect(finds(text)).toEqual([
      ..."a one early,a one late,b one early,c one early,c one late".split(","),
      ..."a two early,a two late,b two early,c two early,c two late".split(","),
      ..."b one note,b two note".split(","),
    ]);
    expect(text).toContain("✗ 10 errors, 0 warnings, 2 notes (one, two: 3 files)\n");
  });

  it("keeps what a later check has found until its turn", async () => {
    let isDone = (): void => {};
    const done = new Promise<void>((resolve) => (isDone = resolve));
    const last: Wait = (path) => void (path === "c.txt" && isDone());
    const text = await shownBy(() => [
      finder(
        "one",
        at("c.txt", () => done),
        false,
      ),
      finder("two", last),
    ]);
    expect(finds(text).map((one) => one.split(" ")[1])).toEqual([...Array<string>(5).fill("one"), ...Array<string>(5).fill("two"), "one", "two"]);
  });

  it("shows the findings of one part while the next is read", async () => {
    const text = await shownBy((until) => [
      finder("one", (_path, rules) => (rules.includes("late") ? until("c.txt:1:1 error one sees early") : undefined), true),
    ]);
    expect(finds(text)).toEqual("a one early,b one early,c one early,a one late,c one late,b one note".split(","));
  });

  it("shows the first few of many at once", async () => {
    for (let index = 0; index < 40; index++) writeFileSync(join(repo.root, `d${index}.txt`), "early\n");
    const pieces = await piecesOf(() => [finder("one", () => undefined)]);
    expect(pieces.map((piece) => piece.split(" one sees ").length - 1)).toEqual([4, 16, 25, 1]);
  });

  it("is what the reporter makes of the whole where other reports are asked for beside it", async () => {
    const checks = (): readonly Check[] => [finder("one", () => undefined, true), finder("two", () => undefined)];
    const streamed = await shownBy(checks);
    const beside = await shownBy(checks, "--reporter", "text", "--reporter", "json");
    expect(beside.startsWith(streamed)).toBe(true);
  });

  it("shows with --quiet errors alone, and nothing twice", async () => {
    const text = await shownBy(() => [finder("one", () => undefined, true)], "--quiet");
    expect(finds(text)).toEqual("a one early,b one early,c one early,a one late,c one late".split(","));
    expect(text).not.toContain("✗");
  });
});
