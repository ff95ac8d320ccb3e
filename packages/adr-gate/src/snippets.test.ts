// The README's snippets: valid, and what they run does what the README says, in the environment of each CI system.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseYamlNow, toValue } from "@caio/repo-model/data";
import { gitRepo, type GitRepo } from "@caio/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isMap } from "./event/review.js";

const bin = fileURLToPath(new URL("../dist/bin.cjs", import.meta.url));
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const blocks = [...readme.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text = ""]) => text);
const block = (part: string): string => blocks.find((text) => text.includes(part)) ?? "";

/** A snippet as data; it must be YAML without a fault. */
function data(text: string): Readonly<Record<string, unknown>> {
  const { root, problems } = parseYamlNow(text);
  expect(problems).toEqual([]);
  const value = root === undefined ? undefined : toValue(root);
  return isMap(value) ? value : {};
}

/** The value at keys and indices. */
function at(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((inner, key) => (Array.isArray(inner) ? inner[Number(key)] : isMap(inner) ? inner[key] : undefined), value);
}
const workflow = data(`${block("# .github/workflows").trimEnd()}\n${block("gh api")}`);
const steps = at(workflow, "jobs", "decisions", "steps");
const runOf = (index: number): string => String(at(steps, index, "run"));
const gitlab = data(block("merge_request_event"));

const folder = mkdtempSync(join(tmpdir(), "caio-snippets-"));
let repo: GitRepo;
let [base, head, merge] = ["", "", ""];
beforeAll(() => {
  mkdirSync(join(folder, "bin"));
  const program = (name: string, script: string): void => {
    writeFileSync(join(folder, "bin", name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, "bin", name), 0o755);
  };
  program("npx", `[ "$1" = @caio/adr-gate ] || exit 99\nshift\nexec ${process.execPath} ${bin} "$@"`);
  // Tells what it is asked, and knows one comment where FOUND says so.
  program("gh", `echo "gh $*" >> ${folder}/calls\ncase "$*" in *--jq*) echo "$FOUND";; esac`);
  repo = gitRepo([
    {
      write: {
        "caio.yaml": 'adr-gate:\n  guardrails: ["configs/**"]\n',
        "docs/adr/0007-x.md": "# 7. x\n\n## Status\n\nAccepted\n",
        "configs/a.yaml": "a: 1\n",
      },
    },
    { commit: "base" },
    { git: ["switch", "--quiet", "--create", "change"] },
    { write: { "configs/a.yaml": "a: 2\n" } },
    { commit: "change" },
    { git: ["switch", "--quiet", "--create", "merged", "main"] },
    { git: ["merge", "--quiet", "--no-ff", "--no-edit", "change"] },
  ]);
  [base, head, merge] = [repo.git("rev-parse", "main"), repo.git("rev-parse", "change"), repo.git("rev-parse", "merged")];
  repo.git("update-ref", "refs/remotes/origin/main", base);
});
afterAll(() => {
  repo.dispose();
  rmSync(folder, { recursive: true });
});

/** Runs a command line as a CI system does, at a commit. */
function shell(commit: string, script: string, environment: Readonly<Record<string, string>>): { readonly status: number | null; readonly output: string } {
  repo.git("switch", "--quiet", "--detach", commit);
  const env = { PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}`, HOME: folder, CI: "true", ...environment };
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", script], { cwd: repo.root, encoding: "utf8", env });
  return { status, output: stdout + stderr };
}

function githubEvent(body: string, name = "pull_request"): Readonly<Record<string, string>> {
  const path = join(folder, "event.json");
  const repository = { full_name: "acme/app" };
  const pull = { body, base: { sha: base, ref: "main", repo: repository }, head: { sha: head, repo: repository } };
  writeFileSync(
    path,
    JSON.stringify(name === "merge_group" ? { merge_group: { base_sha: base, head_sha: merge } } : { number: 7, pull_request: pull, repository }),
  );
  return {
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: "acme/app",
    GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
    RUNNER_TEMP: folder,
  };
}

describe("GitHub's workflow", () => {
  it("asks for the events at which the text may change, and may only read", () => {
    expect(at(workflow, "on", "pull_request", "types")).toEqual(["opened", "edited", "synchronize", "reopened", "ready_for_review"]);
    expect(at(workflow, "on", "pull_request", "paths")).toBeUndefined();
    expect(at(workflow, "jobs", "decisions", "permissions")).toEqual({ contents: "read" });
  });
  it("fails with an annotation and a summary, and passes with a record", () => {
    const failed = shell(merge, runOf(1), githubEvent("x"));
    expect(failed).toMatchObject({ status: 1, output: expect.stringMatching(/^::error file=configs\/a\.yaml,line=1,/) });
    expect(failed.output).toContain("configs/a.yaml:1:1 error");
    expect(shell(merge, runOf(2), githubEvent("x")).status).toBe(0);
    expect(readFileSync(join(folder, "summary.md"), "utf8")).toContain("### ❌ This change needs an accepted decision record (`no-reference`)");
    expect(shell(merge, runOf(1), githubEvent("ADR-0007")).status).toBe(0);
  });
  it.each([
    ["", "gh pr comment 7 --repo acme/app --body-file"],
    ["99", "gh api -X PATCH repos/acme/app/issues/comments/99 -F body=@"],
  ])("writes one comment over: known %j", (found, call) => {
    rmSync(join(folder, "calls"), { force: true });
    const script = runOf(3).replaceAll("${{ github.event.number }}", "7");
    expect(script).not.toContain("${{");
    expect(shell(merge, script, { ...githubEvent("x"), FOUND: found })).toMatchObject({ status: 0 });
    const calls = readFileSync(join(folder, "calls"), "utf8").trim().split("\n");
    expect([calls.length, calls.at(-1)]).toEqual([2, expect.stringContaining(call)]);
    expect(readFileSync(join(folder, "comment.md"), "utf8")).toMatch(/^<!-- caio:adr-gate -->\n/);
  });
  it("in a merge queue is an error, and with the README's line a skip", () => {
    expect(shell(merge, runOf(1), githubEvent("", "merge_group"))).toMatchObject({ status: 2, output: expect.stringContaining("BODY_UNAVAILABLE") });
    expect(data(block("mergeGroup: skip"))).toEqual({ "adr-gate": { mergeGroup: "skip" } });
  });
});

describe("GitLab's job", () => {
  const environment = (description: string): Readonly<Record<string, string>> => ({
    GITLAB_CI: "true",
    CI_MERGE_REQUEST_IID: "7",
    CI_MERGE_REQUEST_DESCRIPTION: description,
    CI_MERGE_REQUEST_DESCRIPTION_IS_TRUNCATED: String(description.length >= 2700),
    CI_MERGE_REQUEST_PROJECT_PATH: "acme/app",
    CI_MERGE_REQUEST_SOURCE_PROJECT_PATH: "acme/app",
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
    CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
    CI_COMMIT_SHA: head,
  });
  it("runs in pipelines of merge requests alone, with the whole history", () => {
    expect(at(gitlab, "decisions", "rules")).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
    expect(at(gitlab, "decisions", "variables", "GIT_DEPTH")).toBe(0);
  });
  it("judges the description, and does not judge one that is cut off", () => {
    const script = String(at(gitlab, "decisions", "script", 0));
    expect(shell(head, script, environment("x")).status).toBe(1);
    expect(shell(head, script, environment("ADR-0007")).status).toBe(0);
    expect(shell(head, script, environment(`ADR-0007 ${"x".repeat(2700)}`))).toMatchObject({ status: 2, output: expect.stringContaining("BODY_TRUNCATED") });
  });
});

describe("the other systems", () => {
  const systems: Readonly<Record<string, () => readonly [commit: string, environment: Readonly<Record<string, string>>]>> = {
    Azure: () => [merge, { TF_BUILD: "True", SYSTEM_PULLREQUEST_TARGETBRANCH: "refs/heads/main", SYSTEM_PULLREQUEST_SOURCECOMMITID: head }],
    Bitbucket: () => [head, { BITBUCKET_PR_ID: "7", BITBUCKET_PR_DESTINATION_BRANCH: "main", BITBUCKET_COMMIT: head, BITBUCKET_REPO_FULL_NAME: "acme/app" }],
    "Jenkins, the head": () => [head, { CHANGE_ID: "7", CHANGE_TARGET: "main", JENKINS_URL: "x" }],
    "Jenkins, the target merged into the head": () => [
      execFileSync("git", ["-C", repo.root, "commit-tree", "-p", head, "-p", base, "-m", "merge", `${merge}^{tree}`], {
        encoding: "utf8",
        env: { ...process.env, GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a", GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a" },
      }).trim(),
      { CHANGE_ID: "7", CHANGE_TARGET: "main" },
    ],
  };
  it.each(Object.keys(systems))("%s gives the text with --body-file", (name) => {
    const [commit, environment] = systems[name]?.() ?? ["", {}];
    const file = join(folder, "body.md");
    const judged = (body: string): number | null => {
      writeFileSync(file, body);
      return shell(commit, `npx @caio/adr-gate --body-file ${file}`, environment).status;
    };
    expect([judged("x"), judged("ADR-0007")]).toEqual([1, 0]);
    expect(shell(commit, "npx @caio/adr-gate", environment)).toMatchObject({ status: 2, output: expect.stringContaining("BODY_UNAVAILABLE") });
  });
  it.each(["GITEA_ACTIONS", "FORGEJO_ACTIONS"])("%s has GitHub's event", (name) => {
    expect(shell(merge, "npx @caio/adr-gate", { ...githubEvent("x"), [name]: "true" }).status).toBe(1);
    expect(shell(merge, "npx @caio/adr-gate", { ...githubEvent("ADR-0007"), [name]: "true" }).status).toBe(0);
  });
});
