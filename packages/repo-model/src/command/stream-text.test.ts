// The text report is shown while it is made: each check here waits until what came before it was seen.
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

type Wait = (path: RepoPath) => Promise<void> | undefined;

/** Finds its words, file by file, after having waited. `early` is a rule that comes by path where it says so. */
function finder(name: string, wait: Wait, byPath: boolean, order = (paths: RepoPath[]): RepoPath[] => paths): Check {
  const rule = (id: string, severity: "error" | "note") => ({
    id,
    summary: "A word.",
    severity,
    ...(byPath && id === "early" ? { byPath: true as const } : {}),
    *find(source: SourceText) {
      const at = source.text.indexOf(id);
      if (at !== -1) yield { message: `${name} sees ${id}.`, at: source.at([at, at + id.length]) };
    },
  });
  return defineCheck<SourceText, object>({
    name,
    summary: "finds words",
    version: "1.0.0",
    scope: "file",
    documents: new URL(import.meta.url),
    options: { defaults: {}, schema: async () => z.strictObject({}) },
    rules: [rule("early", "error"), rule("late", "error"), rule("note", "note")],
    async *read(context) {
      for (const path of order((await context.files.list({ include: ["*.txt"] })).map((entry) => entry.path))) {
        await wait(path);
        const source = await readText(context, path);
        if (source !== undefined) yield source;
      }
    },
  });
}

/** Runs checks made by `make`, which is given what waits until a text was shown. */
async function shownBy(make: (until: (text: string) => Promise<void>) => readonly Check[], ...argv: readonly string[]): Promise<string> {
  const recorded = recordedIo(repo.root);
  const waiting: { text: string; go(): void }[] = [];
  const until = (text: string): Promise<void> => new Promise((resolve) => void waiting.push({ text, go: resolve }));
  const io = {
    ...recorded.io,
    async write(text: string) {
      await recorded.io.write(text);
      for (const { text: wanted, go } of waiting) if (recorded.out().includes(wanted)) go();
    },
  };
  await runCommand(make(until), { argv, io });
  expect(recorded.err()).toBe("");
  return recorded.out();
}

const finds = (text: string): string[] => [...text.matchAll(/^(\w)\.txt:\d+:\d+ \w+ (\w+) sees (\w+)/gm)].map(([, ...words]) => words.join(" "));
const at =
  (path: string, wait: () => Promise<void>): Wait =>
  (one) =>
    one === path ? wait() : undefined;

describe("the text report", () => {
  it("shows what one check found while the next goes on, and notes behind all", async () => {
    const text = await shownBy((until) => [
      finder("one", () => undefined, false),
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
      finder("two", last, false),
    ]);
    expect(finds(text).map((one) => one.split(" ")[1])).toEqual([...Array<string>(5).fill("one"), ...Array<string>(5).fill("two"), "one", "two"]);
  });

  it("shows the findings of rules that come by path while the check goes on", async () => {
    const whole = await shownBy((until) => [
      finder(
        "one",
        at("c.txt", () => until("a.txt:1:1 error one sees early")),
        true,
      ),
    ]);
    expect(finds(whole)).toEqual("a one early,b one early,c one early,a one late,c one late,b one note".split(","));
  });

  it("loses nothing where a rule does not come as it says", async () => {
    const of = (order: (paths: RepoPath[]) => RepoPath[], ...argv: readonly string[]): Promise<string> =>
      shownBy(() => [finder("one", () => undefined, true, order)], ...argv);
    const [right, wrong] = [await of((paths) => paths), await of((paths) => paths.toReversed())];
    expect(finds(wrong)).not.toEqual(finds(right));
    expect(finds(wrong).toSorted()).toEqual(finds(right).toSorted());
    expect(await of((paths) => paths.toReversed(), "--reporter", "json")).toBe(await of((paths) => paths, "--reporter", "json"));
  });

  it("is what the reporter makes of the whole where other reports are asked for beside it", async () => {
    const checks = (): readonly Check[] => [finder("one", () => undefined, true), finder("two", () => undefined, false)];
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
