// A history that several processes read: whole, each commit with its age, and as far as it is there where an object is missing.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { gitRepo, type GitRepo } from "@caio/git-fixture";
import { afterEach, describe, expect, it } from "vitest";
import { openRepository, type GitHistory } from "./index.js";
import { together } from "./native-history.js";

let repo: GitRepo | undefined;
afterEach(() => repo?.dispose());

/** Commits as an export of another repository's gives them to `git fast-import`: each changes one file. */
function longHistory(commits: number, isLoose = false): GitRepo {
  const made = gitRepo([{ write: { seed: "s\n" } }, { commit: "seed" }]);
  const lines: string[] = [];
  for (let at = 0; at < commits; at++) {
    const message = `commit ${at}`;
    const content = `line ${at}\n`;
    lines.push("commit refs/heads/long", `committer A <a@example.com> ${1_700_000_000 + at} +0000`, `data ${message.length}`, message);
    lines.push(`M 100644 inline f${at % 7}`, `data ${content.length}`, content);
  }
  execFileSync("git", ["-c", `fastimport.unpackLimit=${isLoose ? 1e6 : 1}`, "fast-import", "--quiet"], { cwd: made.root, input: `${lines.join("\n")}\n` });
  return made;
}

async function openedGit(root: string): Promise<GitHistory> {
  const { git } = await openRepository(root, { implementation: "native" });
  if (git === undefined) throw new Error("no git");
  return git;
}
async function told(git: GitHistory): Promise<{ readonly parts: string[]; readonly ages: ReadonlyMap<number, string>; readonly error: string }> {
  const parts: string[] = [];
  const ages = new Map<number, string>();
  let error = "";
  try {
    for await (const given of git.history({ to: "long" }))
      for (const part of given)
        if ("message" in part) ages.set(part.commit.age, part.message);
        else parts.push(`${part.commit?.message} ${part.path} ${part.blocks.map(({ bytes }) => Buffer.from(bytes).toString()).join("")}`);
  } catch (failure) {
    error = String(failure);
  }
  return { parts, ages, error };
}

describe("a history of 9,000 commits, more than are held at once", () => {
  it("gives each commit once, with its place, and each line", async () => {
    repo = longHistory(9000);
    const { parts, ages, error } = await told(await openedGit(repo.root));
    expect(error).toBe("");
    const byAge = [...ages].toSorted(([a], [b]) => b - a).map(([, message]) => message);
    expect(byAge).toEqual(Array.from({ length: 9000 }, (_, at) => `commit ${at}`));
    expect(parts.toSorted()).toEqual(Array.from({ length: 9000 }, (_, at) => `commit ${at} f${at % 7} line ${at}\n`).toSorted());
  });
});

it("names a missing object, and gives the commits on both sides of it", async () => {
  repo = longHistory(600, true);
  const id = repo.git("rev-parse", "long~3:f1");
  rmSync(join(repo.root, ".git/objects", id.slice(0, 2), id.slice(2)));
  const { parts, error } = await told(await openedGit(repo.root));
  expect(error).toContain(id);
  const given = new Set(parts);
  const left = Array.from({ length: 600 }, (_, at) => `commit ${at} f${at % 7} line ${at}\n`).filter((part) => !given.has(part));
  expect(left).toEqual(["commit 596 f1 line 596\n"]);
});

it("shows the first commit and messages in UTF-8, whatever the user's own settings say", async () => {
  repo = gitRepo([{ write: { a: "first line\n" } }, { commit: "ü begins" }]);
  repo.git("config", "log.showRoot", "false");
  repo.git("config", "i18n.logOutputEncoding", "ISO-8859-1");
  repo.git("config", "diff.orderFile", "/dev/null");
  const git = await openedGit(repo.root);
  const found: string[] = [];
  for await (const parts of git.history())
    for (const part of parts) found.push("message" in part ? part.message : `${part.path}: ${Buffer.from(part.blocks[0]?.bytes ?? []).toString()}`);
  expect(found).toEqual(["ü begins", "a: first line\n"]);
});

describe("several sources together", () => {
  async function* source(values: readonly string[], failure?: string): AsyncIterable<string> {
    for (const value of values) yield await Promise.resolve(value);
    if (failure !== undefined) throw new Error(failure);
  }
  it("give all that they have, before the first failure is thrown", async () => {
    const found: string[] = [];
    const read = async (): Promise<void> => {
      for await (const value of together([source(["a", "b"], "first"), source(["1", "2", "3", "4"])])) found.push(value);
    };
    await expect(read()).rejects.toThrow("first");
    expect(found.toSorted()).toEqual(["1", "2", "3", "4", "a", "b"]);
  });
  it("are asked for no more than was taken, and are closed", async () => {
    let asked = 0;
    let closed = 0;
    async function* endless(): AsyncIterable<number> {
      try {
        for (;;) yield await Promise.resolve(asked++);
      } finally {
        closed++;
      }
    }
    for await (const value of together([endless(), endless()])) if (value > 3) break;
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(2);
    expect(asked).toBeLessThan(9);
  });
});
