// The workflow for a merge queue, step by step, with the environment and the payloads that GitHub documents for `pull_request` and `merge_group`.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gitRepo, type GitRepo } from "@caio/git-fixture";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { blocksOf, read, runStep, type Ran, type Step } from "./steps.js";

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}
const action = read("action.yml") as Action;
const workflow = parse(blocksOf("packages/cli/docs/guides/run-in-ci.md").find(({ path }) => path.endsWith("merge-queue.yml"))?.text ?? "") as {
  readonly on: object;
  readonly jobs: { readonly caio: { readonly steps: readonly Step[] } };
};

/** An event as a runner hands it on: GITHUB_EVENT_NAME, the payload, and the commit that is checked out. */
interface Event {
  readonly name: "pull_request" | "merge_group";
  readonly payload: object;
  readonly sha: string;
  readonly ref: string;
}

/** The value of a path in contexts, as an expression reads it: what is not there is empty. */
function valueAt(contexts: object, path: string): string {
  let value: unknown = contexts;
  for (const key of path.split(".")) value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return typeof value === "string" ? value : "";
}
/** `${{ a.b || c.d }}` filled in. */
const filled = (text: string, contexts: object): string =>
  text.replaceAll(
    /\$\{\{ *([^}]+?) *\}\}/g,
    (_whole, expression: string) =>
      expression
        .split("||")
        .map((path) => valueAt(contexts, path.trim()))
        .find((value) => value !== "") ?? "",
  );

const folders: string[] = [];
let origin: GitRepo;
const of = (name: string): string => origin.git("rev-parse", name);
beforeAll(() => {
  // One pull request takes a page away, with all links to it; another one adds a link to it. Each is right by itself.
  origin = gitRepo([
    { write: { "docs/page.md": "# Page\n", "docs/index.md": "[page](page.md)\n", "old.md": "[x](gone-before.md)\n" } },
    { commit: "one" },
    { git: ["config", "uploadpack.allowAnySHA1InWant", "true"] },
    { git: ["checkout", "--quiet", "-b", "first"] },
    { write: { "docs/index.md": "Nothing.\n" } },
    { remove: ["docs/page.md"] },
    { commit: "takes the page away" },
    { git: ["checkout", "--quiet", "-b", "second", "main"] },
    { write: { "guide.md": "[page](docs/page.md)\n" } },
    { commit: "leads to the page" },
  ]);
  const merged = (name: string, from: string, ...topics: readonly string[]): void => {
    origin.git("checkout", "--quiet", "-b", name, from);
    for (const topic of topics) origin.git("merge", "--quiet", "--no-ff", "--message", topic, topic);
  };
  merged("pull/1/merge", "main", "first");
  merged("pull/2/merge", "main", "second");
  merged("gh-readonly-queue/main/pr-1-x", "main", "first");
  merged("gh-readonly-queue/main/pr-2-x", "gh-readonly-queue/main/pr-1-x", "second");
  origin.git("checkout", "--quiet", "main");
});
afterAll(() => {
  origin.dispose();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

const pull = (number: number, head: string): Event => ({
  name: "pull_request",
  ref: `refs/pull/${number}/merge`,
  sha: of(`pull/${number}/merge`),
  payload: { action: "opened", number, pull_request: { number, base: { ref: "main", sha: of("main") }, head: { ref: head, sha: of(head) } } },
});
/** https://docs.github.com/webhooks/webhook-events-and-payloads#merge_group */
const group = (number: number, parent: string): Event => {
  const ref = `gh-readonly-queue/main/pr-${number}-x`;
  return {
    name: "merge_group",
    ref: `refs/heads/${ref}`,
    sha: of(ref),
    payload: {
      action: "checks_requested",
      merge_group: { head_sha: of(ref), head_ref: `refs/heads/${ref}`, base_sha: of(parent), base_ref: "refs/heads/main", head_commit: { id: of(ref) } },
    },
  };
};

/** Carries out the workflow's job: the checkout of depth 1, then the action's steps with what its caller gives. */
function carriedOut(event: Event): { readonly ran: readonly Ran[]; readonly at: string; readonly summary: string } {
  const at = mkdtempSync(join(tmpdir(), "caio-queue-"));
  folders.push(at);
  const git = (...args: readonly string[]): unknown => execFileSync("git", args, { cwd: at, stdio: ["ignore", "ignore", "pipe"] });
  git("init", "--quiet");
  git("remote", "add", "origin", `file://${origin.root}`);
  git("fetch", "--quiet", "--no-tags", "--depth=1", "origin", event.sha);
  git("checkout", "--quiet", "--detach", event.sha);
  const [payload, summary] = [join(at, ".git/event.json"), join(at, ".git/summary.md")];
  writeFileSync(payload, JSON.stringify(event.payload));
  const environment = {
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: payload,
    GITHUB_SHA: event.sha,
    GITHUB_REF: event.ref,
    GITHUB_WORKSPACE: at,
    GITHUB_STEP_SUMMARY: summary,
    // Set for pull requests alone.
    ...(event.name === "pull_request" ? { GITHUB_BASE_REF: "main", GITHUB_HEAD_REF: "topic" } : {}),
  };
  const uses = workflow.jobs.caio.steps.find((step) => step.uses?.startsWith("OWNER/caio@") === true);
  const inputs = { ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])), ...uses?.with };
  const outputs: Record<string, { outputs: Record<string, string> }> = {};
  const ran: Ran[] = [];
  for (const { id, run = "", env = {} } of action.runs.steps) {
    const contexts = { inputs, github: { event: event.payload }, steps: outputs };
    const given = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(value, contexts)]));
    const one = runStep(at, run, { ...environment, ...given });
    ran.push(one);
    if (id !== undefined)
      outputs[id] = {
        outputs: Object.fromEntries(
          one.output
            .trim()
            .split("\n")
            .map((line) => line.split("=") as [string, string]),
        ),
      };
    if (one.status !== 0) break;
  }
  return { ran, at, summary: existsSync(summary) ? readFileSync(summary, "utf8") : "" };
}

describe("the workflow for a merge queue", () => {
  it("begins for pull requests and for groups", () => {
    expect(Object.keys(workflow.on).toSorted()).toEqual(["merge_group", "pull_request"]);
  });

  it.each([
    ["the pull request that takes a page away", () => pull(1, "first")],
    ["the pull request that leads to it", () => pull(2, "second")],
    ["the first group", () => group(1, "main")],
  ])("passes %s", (_name, event) => {
    const { ran, at } = carriedOut(event());
    expect(ran.map(({ status, printed }) => [status, printed.includes("error")])).toEqual([
      [0, false],
      [0, false],
    ]);
    expect(ran[1]?.calls).toContain("--reporter github --reporter sarif=caio.sarif --since ");
    expect(existsSync(join(at, "caio.sarif"))).toBe(true);
  });

  it("fails the second group, where both come together, at the line that it adds", () => {
    const { ran, at, summary } = carriedOut(group(2, "gh-readonly-queue/main/pr-1-x"));
    expect(ran.map(({ status }) => status)).toEqual([0, 1]);
    expect(ran[1]?.printed).toMatch(/^::error file=guide\.md,line=1,.*docs\/page\.md/m);
    expect(ran[1]?.printed).not.toContain("old.md");
    expect(summary).toContain("guide.md");
    const sarif = JSON.parse(readFileSync(join(at, "caio.sarif"), "utf8")) as { runs: { results: { ruleId: string }[] }[] };
    expect(sarif.runs.flatMap(({ results }) => results.map(({ ruleId }) => ruleId))).toEqual(["doc-sync/broken-link"]);
  });
});
