// A verdict: nothing in the judged state silences it, and the same check without the mark obeys all of it.
import { readFileSync } from "node:fs";
import { gitRepo, recordedIo, type GitRepo, type Step } from "@caio/git-fixture";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { defineCheck, readText, type Check } from "../check/index.js";
import { repoPath, type SourceText } from "../text/index.js";
import { runCommand } from "./index.js";

/** Finds the first line of `a.txt`. */
const gate = (isVerdict: boolean): Check =>
  defineCheck<SourceText, object>({
    name: "adr-gate",
    summary: "a gate",
    version: "1.0.0",
    scope: "repository",
    isVerdict,
    documents: new URL(import.meta.url),
    options: { defaults: {}, schema: async () => z.strictObject({}) },
    rules: [
      {
        id: "closed",
        summary: "The gate is closed.",
        severity: "error",
        *find(source) {
          yield { message: "The gate is closed.", at: source.at([0, 1]) };
        },
      },
    ],
    async *read(context) {
      const source = await readText(context, repoPath("a.txt"));
      if (source !== undefined) yield source;
    },
  });

const repos: GitRepo[] = [];
afterEach(() => {
  for (const repo of repos.splice(0)) repo.dispose();
});

async function codes(steps: readonly Step[], argv: readonly string[]): Promise<readonly number[]> {
  const repo = gitRepo(steps);
  repos.push(repo);
  const results: number[] = [];
  for (const isVerdict of [true, false]) {
    results.push(
      await runCommand([gate(isVerdict)], {
        argv,
        io: recordedIo(repo.root).io,
      }),
    );
  }
  return results;
}

const commit = (write: Readonly<Record<string, string>>): readonly Step[] => [{ write: { "a.txt": "x\n", ...write } }, { commit: "base" }];

describe("a verdict is not silenced by", () => {
  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ["rules that are off", { "caio.yaml": "adr-gate: { rules: { closed: off } }\n" }],
    ["rules that are lowered", { "caio.yaml": "adr-gate: { rules: { closed: note } }\n" }],
    ["overrides", { "caio.yaml": "adr-gate: { overrides: [{ files: ['*'], rules: { closed: off } }] }\n" }],
    ["ignore", { "caio.yaml": "ignore: ['*']\n" }],
    ["suppress", { "caio.yaml": "suppress: [{ rule: adr-gate/closed, path: '*', reason: because }]\n" }],
    ["an inline suppression", { "a.txt": "x # caio-ignore adr-gate/closed: because\n" }],
  ])("%s", async (_name, write) => {
    expect(await codes(commit(write), [])).toEqual([1, 0]);
  });

  it("a baseline", async () => {
    expect(await codes(commit({}), ["baseline", "write"])).toEqual([0, 0]);
    const text = readFileSync(`${repos.at(-1)?.root ?? ""}/.caio/baseline`, "utf8");
    expect(text).toContain("adr-gate/closed");
    expect(await codes(commit({ ".caio/baseline": text }), [])).toEqual([1, 0]);
  });

  it("--since and named paths", async () => {
    const steps = [...commit({}), { write: { "b.txt": "y\n" } }, { commit: "more" }] as const;
    expect(await codes(steps, ["--since", "HEAD~1"])).toEqual([1, 0]);
    expect(await codes(steps, ["--", "b.txt"])).toEqual([1, 0]);
  });
});
