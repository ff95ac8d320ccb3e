// The composite action's own scripts, in clones as a runner makes them.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gitRepo, type GitRepo } from "@caio/git-fixture";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { read, runStep, type Ran, type Step } from "./steps.js";

const { inputs, runs } = read("action.yml") as {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
};
const [base, judge] = runs.steps.map(({ run = "" }) => run);
const folders: string[] = [];
let origin: GitRepo;
/** The commits: what the pull request begins from, its head, what main went on to, and the merge that is judged. */
let commits: Readonly<Record<"root" | "base" | "head" | "merge", string>>;

beforeAll(() => {
  origin = gitRepo([
    { write: { "old.md": "[x](gone-before.md)\n" } },
    { commit: "one" },
    { git: ["config", "uploadpack.allowAnySHA1InWant", "true"] },
    { git: ["checkout", "--quiet", "-b", "topic"] },
    { write: { "new.md": "[y](gone.md)\n" } },
    { commit: "two" },
    { git: ["checkout", "--quiet", "main"] },
    ...Array.from({ length: 60 }, (_, at) => ({ commit: `main ${at}` })),
  ]);
  const of = (name: string): string => origin.git("rev-parse", name);
  const [root, main, head] = [of("main~60"), of("main"), of("topic")];
  origin.git("checkout", "--quiet", "--detach");
  origin.git("merge", "--quiet", "--no-ff", "--message", "merge", "topic");
  commits = { root, base: main, head, merge: of("HEAD") };
  origin.git("checkout", "--quiet", "main");
});
afterAll(() => {
  origin.dispose();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

/** A clone of depth 1 at a commit, as actions/checkout makes it. */
function checkedOut(commit: string): string {
  const at = mkdtempSync(join(tmpdir(), "caio-runner-"));
  folders.push(at);
  const git = (...args: readonly string[]): unknown => execFileSync("git", args, { cwd: at, stdio: ["ignore", "ignore", "pipe"] });
  git("init", "--quiet");
  git("remote", "add", "origin", `file://${origin.root}`);
  git("fetch", "--quiet", "--no-tags", "--depth=1", "origin", commit);
  git("checkout", "--quiet", "--detach", commit);
  return at;
}

function act(
  at: string,
  event: { readonly base: string; readonly since?: string; readonly args?: string; readonly reporters?: string },
): { first: Ran; second: Ran } {
  const first = runStep(at, base ?? "", { WANTED: event.since ?? "", EVENT_BASE: event.base });
  const since = /^since=(.*)$/m.exec(first.output)?.[1] ?? "none";
  const settings = { VERSION: inputs["version"]?.default ?? "", ARGS: event.args ?? "", REPORTERS: event.reporters ?? inputs["reporters"]?.default ?? "" };
  return { first, second: runStep(at, judge ?? "", { ...settings, SINCE: since }) };
}

describe("the composite action", () => {
  it("judges the lines of a pull request alone, from a clone of depth 1", () => {
    const { first, second } = act(checkedOut(commits.merge), { base: commits.base });
    expect(first, first.printed).toMatchObject({ status: 0, output: `since=${commits.base}\n` });
    expect(second.status).toBe(1);
    expect(second.calls).toBe(`--yes @caio/cli@0.1 --reporter github --reporter text --since ${commits.base}\n`);
    expect(second.printed).toContain("::error file=new.md,line=1");
    expect(second.printed).not.toContain("old.md");
  });

  it("fetches what a clone lacks of the commit where both part", () => {
    const at = checkedOut(commits.head);
    const { first, second } = act(at, { base: commits.base, reporters: "text" });
    expect(first, first.printed).toMatchObject({ status: 0, output: `since=${commits.base}\n` });
    expect(second.printed).toContain("new.md:1:5");
    expect(second.printed).not.toContain("old.md");
  });

  it.each([
    ["a new branch", "0".repeat(40), ""],
    ["no commit to begin from", "", ""],
    ["`all`", "", "all"],
    ["a commit that was pushed over", "1".repeat(40), ""],
  ])("judges everything for %s", (_name, from, since) => {
    const { first, second } = act(checkedOut(commits.merge), { base: from, since, reporters: "text" });
    expect(first, first.printed).toMatchObject({ status: 0, output: "since=\n" });
    expect(second.printed).toContain("old.md:1:5");
    expect(second.printed).toContain("new.md:1:5");
  });

  it("hands on checks, options and reports with a file, and its exit code", () => {
    const at = checkedOut(commits.merge);
    const { second } = act(at, { base: commits.base, args: "secret-scan --max-warnings 0", reporters: "sarif=caio.sarif" });
    expect(second.status).toBe(0);
    expect(second.calls).toBe(`--yes @caio/cli@0.1 secret-scan --max-warnings 0 --reporter sarif=caio.sarif --since ${commits.base}\n`);
    expect(act(at, { base: commits.base, args: "--nonsense" }).second.status).toBe(2);
  });
});
