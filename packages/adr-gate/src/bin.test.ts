// The gate as users meet it: the built program on real git repositories, by its output and exit code.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gitRepo, recordedIo, type GitRepo, type Step } from "@caio/testing";
import { runCommand } from "@caio/repo-model/command";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { adrGate } from "./index.js";

const bin = fileURLToPath(new URL("../dist/bin.cjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "caio-gate-"));
let repo: GitRepo | undefined;
afterEach(() => repo?.dispose());
afterAll(() => rmSync(folder, { recursive: true }));

interface Report {
  readonly findings: readonly { readonly rule: string; readonly path: string; readonly severity: string; readonly message: string }[];
  readonly troubles: readonly { readonly code: string; readonly message: string; readonly hint?: string }[];
  readonly summary: { readonly notRun: readonly { readonly check: string; readonly reason: string }[] };
}
interface Answer {
  readonly status: number | null;
  readonly report: Report;
  readonly rules: readonly string[];
  readonly text: string;
}

/** Runs the built program with a clean CI environment. */
function program(root: string, args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [bin, ...args], { cwd: root, encoding: "utf8", input: "", env: { PATH: process.env["PATH"] } });
}

/** The same in this process. */
async function run(
  root: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ status: number; stdout: string; stderr: string }> {
  const { io, out, err } = recordedIo(root, { environment });
  const status = await runCommand([adrGate], { argv: args, io });
  return { status, stdout: out(), stderr: err() };
}

async function gate(root: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { status, stdout, stderr } = await run(root, [...args, "--reporter", "json"], environment);
  if (stdout === "") throw new Error(stderr);
  const report: Report = JSON.parse(stdout);
  const rules = report.findings.filter(({ rule }) => rule.startsWith("adr-gate/")).map(({ rule, path }) => `${rule} ${path}`);
  return { status, report, rules, text: stdout };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
const body = (text: string): readonly string[] => ["--base", "main", "--body-file", file("body.md", text)];

const configuration = `adr-gate:
  guardrails:
    - { id: control-constants, paths: ["configs/constants/**"], why: "Constants decide how requests are routed." }
    - { id: control-invariants, paths: ["invariants/INV-CAIO-CONTROL*"] }
    - { id: control-module, paths: ["caio/control/**"] }
`;
const base: readonly Step[] = [
  {
    write: {
      "caio.yaml": configuration,
      "README.md": "# CAIO\n",
      "docs/NORTH_STAR.md": "# North Star\n",
      "docs/adr/0007-limits.md": "# 7. Limits\n\n## Status\n\nAccepted\n",
      "docs/adr/0008-queues.md": "# 8. Queues\n\n## Status\n\nProposed\n",
      "configs/constants/routing_thresholds.yaml": "limit: 10\n",
      "invariants/INV-CAIO-CONTROL-0001.yaml": "id: 1\n",
      "caio/control/plan.py": "PLAN = 1\n",
      "caio/core.py": "A = 1\n",
      "requirements.txt": "fastapi==0.110.0\n",
      "pyproject.toml": '[project]\nname = "caio"\ndependencies = ["fastapi", "pydantic-settings>=2.0.0"]\n',
    },
  },
  { commit: "base" },
  { git: ["switch", "--quiet", "--create", "change"] },
];
const change = (...steps: readonly Step[]): string => {
  repo = gitRepo([...base, ...steps, { commit: "change" }]);
  return repo.root;
};

describe("Step 4.5: Test ADR Gate", () => {
  it("Test with documentation change (should NOT trigger)", async () => {
    repo = gitRepo([...base, { write: { "docs/test.md": "# Test\n" } }, { git: ["add", "docs/test.md"] }, { commit: "docs: test ADR gate" }]);
    expect(await gate(repo.root, body(""))).toMatchObject({ status: 0, rules: [] });
    expect(program(repo.root, body(""))).toMatchObject({ status: 0, stdout: expect.stringContaining("nothing found") });
  });
  it("Test with guardrail change (should trigger)", async () => {
    const root = change({ write: { "configs/constants/routing_thresholds.yaml": "limit: 20\n" } });
    expect(await gate(root, body("Raise the limit."))).toMatchObject({ status: 1, rules: ["adr-gate/no-reference configs/constants/routing_thresholds.yaml"] });
    expect(program(root, body("Raise the limit."))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining("names no decision record. adr-gate/no-reference"),
    });
    expect(await gate(root, body("Raise the limit, see ADR-0007."))).toMatchObject({ status: 0, rules: [] });
    expect(await gate(root, body("See ADR-0008."))).toMatchObject({
      status: 1,
      rules: ["adr-gate/adr-not-accepted configs/constants/routing_thresholds.yaml"],
    });
  });
});

describe("ADR_GATE_SCOPE's examples", () => {
  it.each([
    ["Changing `configs/constants/routing_thresholds.yaml`", { "configs/constants/routing_thresholds.yaml": "limit: 20\n" }, 1],
    ["Adding new control invariant `invariants/INV-CAIO-CONTROL-0002.yaml`", { "invariants/INV-CAIO-CONTROL-0002.yaml": "id: 2\n" }, 1],
    ["Modifying control logic in `caio/control/`", { "caio/control/plan.py": "PLAN = 2\n" }, 1],
    ["a dependency that is new to the project", { "requirements.txt": "fastapi==0.110.0\nhttpx\n" }, 1],
    ["Updating `docs/NORTH_STAR.md`", { "docs/NORTH_STAR.md": "# North\n" }, 0],
    ["Adding `pydantic-settings` to `requirements.txt`", { "requirements.txt": "fastapi==0.110.0\npydantic-settings>=2.0.0\n" }, 0],
    ["Creating `docs/integration/TAI_INTEGRATION.md`", { "docs/integration/TAI_INTEGRATION.md": "# TAI\n" }, 0],
    [
      "Fixing `pyproject.toml` package discovery",
      { "pyproject.toml": '[project]\nname = "caio"\ndependencies = ["fastapi", "pydantic-settings>=2.0.0"]\n[tool.setuptools]\npackages = ["caio"]\n' },
      0,
    ],
    ["a version bump", { "requirements.txt": "fastapi==0.111.0\n" }, 0],
    ["Code changes", { "caio/core.py": "A = 2\n" }, 0],
    ["Example/test files", { "caio/control/plan_example.py": "A\n", "caio/control/plan_test.py": "A\n" }, 0],
  ])("%s: %j is %i", async (_name, write, status) => {
    expect((await gate(change({ write }), body(""))).status).toBe(status);
  });
});

describe("a change cannot hide", () => {
  const limits = "configs/constants/routing_thresholds.yaml";
  const silenced = async (write: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const root = change({ write: { [limits]: "limit: 20\n", ...write } });
    return (await gate(root, body("x"))).rules;
  };
  it("behind its own configuration, which is itself guarded", async () => {
    const both = [`adr-gate/no-reference caio.yaml`, `adr-gate/no-reference ${limits}`];
    expect(await silenced({ "caio.yaml": "adr-gate: { guardrails: [] }\n" })).toEqual(both);
    expect(await silenced({ "caio.yaml": "{}\n" })).toEqual(both);
    expect(await silenced({ "caio.yaml": `${configuration}  rules: { no-reference: off }\n` })).toEqual(both);
    expect(await silenced({ "caio.yaml": `${configuration}  exclude: ["**"]\n` })).toEqual(both);
    expect(await silenced({ "caio.yaml": `ignore: ["configs/**", caio.yaml]\n${configuration}` })).toEqual(both);
    expect(await silenced({ "caio.yaml": `${configuration}suppress: [{ rule: adr-gate/no-reference, path: "*", reason: because }]\n` })).toEqual(both);
  });
  it("by deleting or moving the configuration", async () => {
    const root = change({ git: ["mv", "caio.yaml", "caio.yml"] }, { write: { [limits]: "limit: 20\n", "caio.yml": "{}\n" } });
    expect((await gate(root, body("x"))).rules).toEqual(["caio.yaml", "caio.yml", limits].map((path) => `adr-gate/no-reference ${path}`));
  });
  it("behind a comment in the file, --since, or a baseline", async () => {
    expect(await silenced({ [limits]: `limit: 20 # ${"caio"}-ignore adr-gate/no-reference: because\n` })).toEqual([`adr-gate/no-reference ${limits}`]);
    const root = change({ write: { [limits]: "limit: 20\n" } });
    expect((await gate(root, [...body("x"), "--since", "HEAD"])).rules).toEqual([`adr-gate/no-reference ${limits}`]);
    await run(root, ["baseline", "write", ...body("x")]);
    expect((await gate(root, body("x"))).status).toBe(1);
  });
  it("by branching off before the gate stood", async () => {
    repo = gitRepo([
      { write: { [limits]: "limit: 10\n" } },
      { commit: "before" },
      { git: ["branch", "change"] },
      { write: { "caio.yaml": configuration } },
      { commit: "gate" },
      { git: ["switch", "--quiet", "change"] },
      { write: { [limits]: "limit: 20\n" } },
      { commit: "change" },
    ]);
    expect((await gate(repo.root, body("x"))).rules).toEqual([`adr-gate/no-reference ${limits}`]);
  });
  it("by a move out of or into a guardrail, a mode, a deletion, a link", async () => {
    const both = change({ git: ["mv", limits, "configs/limits.yaml"] });
    expect((await gate(both, body(""))).rules).toEqual([`adr-gate/no-reference ${limits}`]);
    expect((await gate(change({ git: ["mv", "caio/core.py", "caio/control/core.py"] }), body(""))).rules).toEqual([
      "adr-gate/no-reference caio/control/core.py",
    ]);
    expect((await gate(change({ write: { "caio/control/plan.py": "PLAN = 1\n" }, mode: 0o755 }), body(""))).rules).toEqual([
      "adr-gate/no-reference caio/control/plan.py",
    ]);
    expect((await gate(change({ remove: [limits] }), body(""))).rules).toEqual([`adr-gate/no-reference ${limits}`]);
    expect((await gate(change({ remove: [limits] }, { link: limits, to: "/etc/passwd" }), body(""))).rules).toEqual([`adr-gate/no-reference ${limits}`]);
    expect((await gate(change({ git: ["mv", "caio/control/plan.py", "caio/control/Plan.py"] }), body(""))).rules).toEqual([
      "adr-gate/no-reference caio/control/Plan.py",
      "adr-gate/no-reference caio/control/plan.py",
    ]);
  });
  it("by a submodule that .gitmodules says to ignore", async () => {
    const id = "1".repeat(40);
    const entry = (commit: string): Step => ({ git: ["update-index", "--add", "--cacheinfo", `160000,${commit},caio/control/engine`] });
    const gitmodules = (ignore: string): string => `[submodule "engine"]\n\tpath = caio/control/engine\n\turl = ./x\n${ignore}`;
    repo = gitRepo([
      { write: { "caio.yaml": configuration, ".gitmodules": gitmodules("") } },
      { git: ["add", "--all"] },
      entry(id),
      { git: ["commit", "--quiet", "--message", "base"] },
      { git: ["switch", "--quiet", "--create", "change"] },
      { write: { ".gitmodules": gitmodules("\tignore = all\n") } },
      { git: ["add", ".gitmodules"] },
      entry("2".repeat(40)),
      { git: ["commit", "--quiet", "--message", "change"] },
    ]);
    expect((await gate(repo.root, body(""))).rules).toEqual(["adr-gate/no-reference caio/control/engine"]);
  });
  it("by a stale branch on which a record is still accepted", async () => {
    repo = gitRepo([
      ...base,
      { write: { [limits]: "limit: 20\n" } },
      { commit: "change" },
      { git: ["switch", "--quiet", "main"] },
      { write: { "docs/adr/0007-limits.md": "# 7. Limits\n\n## Status\n\nSuperseded by ADR-0009\n" } },
      { commit: "supersede" },
      { git: ["switch", "--quiet", "change"] },
    ]);
    expect((await gate(repo.root, body("ADR-0007"))).rules).toEqual([`adr-gate/adr-superseded ${limits}`]);
  });
});

describe("in GitHub Actions", () => {
  const limits = "configs/constants/routing_thresholds.yaml";
  const event = (text: string | null, draft = false): string => {
    const [from, to] = [repo?.git("rev-parse", "main") ?? "", repo?.git("rev-parse", "change") ?? ""];
    const pull = {
      body: text,
      draft,
      user: { login: "ada" },
      base: { sha: from, ref: "main", repo: { full_name: "acme/app" } },
      head: { sha: to, repo: { full_name: "acme/app" } },
    };
    return file("event.json", JSON.stringify({ action: "edited", pull_request: pull, repository: { full_name: "acme/app" } }));
  };
  const environment = (path: string, name = "pull_request"): Readonly<Record<string, string>> => ({
    CI: "true",
    GITHUB_EVENT_PATH: path,
    GITHUB_EVENT_NAME: name,
    GITHUB_REPOSITORY: "acme/app",
  });
  it("reads the event by itself, on the head and on the merge commit", async () => {
    const root = change({ write: { [limits]: "limit: 20\n" } });
    expect((await gate(root, [], environment(event("x")))).rules).toEqual([`adr-gate/no-reference ${limits}`]);
    expect((await gate(root, [], environment(event(null)))).status).toBe(1);
    expect((await gate(root, [], environment(event("https://github.com/acme/app/blob/main/docs/adr/0007-limits.md")))).status).toBe(0);
    repo?.git("switch", "--quiet", "--detach", "main");
    repo?.git("merge", "--quiet", "--no-ff", "--no-edit", "change");
    expect((await gate(root, [], environment(event("x")))).rules).toEqual([`adr-gate/no-reference ${limits}`]);
    expect((await gate(root, [], environment(event("ADR-7")))).status).toBe(0);
  });
  it("judges a fork's head with the base checked out (pull_request_target)", async () => {
    const root = change({ write: { [limits]: "limit: 20\n" } });
    repo?.git("switch", "--quiet", "main");
    expect((await gate(root, [], environment(event("x"), "pull_request_target"))).rules).toEqual([`adr-gate/no-reference ${limits}`]);
  });
  it("does not run without a pull request, and says why", async () => {
    const root = change({ write: { [limits]: "limit: 20\n" } });
    const push = file("push.json", JSON.stringify({ ref: "refs/heads/main", before: "0".repeat(40), after: "1".repeat(40) }));
    expect((await gate(root, [], environment(file("schedule.json", "{}"), "schedule"))).report.summary.notRun).toEqual([
      { check: "adr-gate", reason: "no-pull-request" },
    ]);
    expect(await gate(root, [], environment(push, "push"))).toMatchObject({ status: 0, report: { summary: { notRun: [{ reason: "no-pull-request" }] } } });
  });
  it("tells an event that cannot be read", async () => {
    const root = change({ write: { [limits]: "limit: 20\n" } });
    for (const text of ["{", "[]", "", '{"pull_request":{"body":7}}', "{}"])
      expect(await gate(root, [], environment(file("broken.json", text)))).toMatchObject({ status: 2, report: { troubles: [{ code: "EVENT_UNREADABLE" }] } });
    expect(await gate(root, ["--event", join(folder, "none.json")])).toMatchObject({ status: 2, report: { troubles: [{ code: "EVENT_UNREADABLE" }] } });
    expect(await gate(root, ["--base", "main", "--body-file", join(folder, "none.md")])).toMatchObject({
      status: 2,
      report: { troubles: [{ code: "BODY_UNAVAILABLE" }] },
    });
  });
  it("says what to fetch in a shallow clone without a remote, and is quiet there without a gate", async () => {
    change({ write: { [limits]: "limit: 20\n" } });
    const path = event("x");
    const clone = join(folder, "shallow");
    execFileSync("git", ["clone", "--quiet", "--depth", "1", "--branch", "change", `file://${repo?.root ?? ""}`, clone], { stdio: "ignore" });
    execFileSync("git", ["-C", clone, "remote", "remove", "origin"]);
    const answer = await gate(clone, [], environment(path));
    expect(answer).toMatchObject({ status: 2, report: { troubles: [{ code: "NO_BASE", hint: expect.stringContaining("fetch-depth: 0") }] } });
    rmSync(join(clone, "caio.yaml"));
    expect(await gate(clone, [], environment(path))).toMatchObject({ status: 0, report: { summary: { notRun: [{ reason: "no-guardrails" }] } } });
  });
  it("annotates ten places and counts the rest", async () => {
    const write = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`configs/constants/${10 + index}.yaml`, "a\n"]));
    const root = change({ write });
    const { stdout, status } = await run(root, ["--reporter", "github"], environment(event("x")));
    const lines = stdout.trim().split("\n");
    expect([status, lines.length, lines.at(-1)]).toEqual([1, 11, "::notice title=adr-gate::and 3 more"]);
    expect(lines.slice(0, 10).every((line) => /^::error file=configs\/constants\/\d+\.yaml,line=1,/.test(line))).toBe(true);
    expect((await gate(root, [], environment(event("x")))).rules).toHaveLength(13);
    const { stdout: summary } = await run(root, ["comment"], environment(event("x")));
    expect(summary).toContain("- … and 3 more\n");
  });
  it("gives the verdict in the first shard alone", async () => {
    const root = change({ write: { [limits]: "limit: 20\n" } });
    expect((await gate(root, [...body("x"), "--shard", "1/3"])).rules).toEqual([`adr-gate/no-reference ${limits}`]);
    for (const shard of ["2/3", "3/3"]) expect((await gate(root, [...body("x"), "--shard", shard])).rules).toEqual([]);
  });
  it("lets nothing of the text end a workflow command", async () => {
    const root = change({ write: { [limits]: "limit: 20\n" } });
    const hostile = "ADR-0042\n::error::x\r::set-env name=A::b\n[ADR-9](https://x.org/%0A::warning::y) docs/adr/`::stop-commands::x`.md";
    const { stdout } = await run(root, ["--reporter", "github", "--reporter", `text=${join(folder, "out.txt")}`], environment(event(hostile)));
    expect(
      stdout
        .split("\n")
        .filter((line) => line !== "")
        .every((line) => line.startsWith("::error file=configs/constants/routing_thresholds.yaml")),
    ).toBe(true);
  });
  it("lets no name, title, subject or text of the change be a command of a CI system, whatever is asked", async () => {
    const names = ["::stop-commands::x.yaml", "##[add-mask]e.yaml", "##vso[task.setvariable variable=A]b.yaml", "docs/adr/0001-##[x]::error::y.md"];
    repo = gitRepo([
      { write: { "caio.yaml": 'adr-gate: { guardrails: ["*.yaml", "::*"], exclude: [] }\n' } },
      { commit: "base" },
      { git: ["switch", "--quiet", "--create", "change"] },
      { write: Object.fromEntries(names.map((name) => [name, `::error::${name}\n##vso[x]${name}\n`])) },
      { commit: "::error::subject ##vso[x]\n\nADR: ##[x]" },
    ]);
    const given = body("::warning::x ADR-1 ADR-42 docs/adr/::error::x.md `##vso[task.x]docs/adr/0001.md`");
    const calls = [[], ["--reporter", "json"], ["--reporter", "sarif"], ["--reporter", "markdown"], ["explain"], ["comment"]].map((args) => [
      ...args,
      ...given,
    ]);
    const others = [["explain", ...names], ["list"], ["lint"], ["replay"], ["explain", "--base", "main"], ["--base", "::error::nowhere"], ["##vso[x]"]];
    for (const args of [...calls, ...others]) {
      const { stdout, stderr } = await run(repo.root, args);
      expect(`${stdout}${stderr}`, args.join(" ")).not.toMatch(/^[ \t]*::|##(?:vso|teamcity)?\[/im);
    }
    const { stdout } = await run(repo.root, ["--reporter", "json", ...given]);
    expect(JSON.parse(stdout).findings.map(({ path }: { path: string }) => path)).toEqual(expect.arrayContaining(names.slice(0, 3)));
  });
});

describe("locally", () => {
  it("does not run unless it is asked", async () => {
    const root = change({ write: { "configs/constants/a.yaml": "a\n" } });
    for (const args of [[], ["--staged"], ["--since", "main"]])
      expect(await gate(root, args)).toMatchObject({ status: 0, report: { summary: { notRun: [{ check: "adr-gate", reason: "local-skip" }] } } });
  });
  it("judges the trailers of the commits with --base alone", async () => {
    const root = change({ write: { "configs/constants/a.yaml": "a\n" } });
    expect((await gate(root, ["--base", "main"])).status).toBe(1);
    repo?.git("commit", "--quiet", "--amend", "--message", "Raise\n\nWhy.\n\nADR: ADR-0007");
    expect((await gate(root, ["--base", "main"])).status).toBe(0);
  });
  it("is quiet where there is no section, no commit, no git", async () => {
    repo = gitRepo();
    expect(await gate(repo.root, [])).toMatchObject({ status: 0, report: { summary: { notRun: [{ reason: "no-guardrails" }] } } });
    rmSync(join(repo.root, ".git"), { recursive: true });
    expect(await gate(repo.root, [])).toMatchObject({ status: 0, report: { summary: { notRun: [{ reason: "no-guardrails" }] } } });
  });
  it("says in plain words why it did not run, and what to write", async () => {
    repo = gitRepo([{ write: { "a.md": "a\n" } }, { commit: "first" }]);
    const shown = async (): Promise<string> => (await run(repo?.root ?? "", [])).stdout;
    expect(await shown()).toMatch(/^adr-gate did not run: no path is guarded here\. .*caio\.yaml.*guardrails: \[/m);
    repo.apply({ write: { "caio.yaml": "adr-gate: { guardrails: [a/**] }\n" } }, { commit: "a guardrail" });
    expect(await shown()).toMatch(/^adr-gate did not run: there is no pull request here\. `--base main` /m);
  });
  it("tells a base that is not there", async () => {
    const root = change({ write: { "configs/constants/a.yaml": "a\n" } });
    expect(await gate(root, ["--base", "nowhere"])).toMatchObject({ status: 2, report: { troubles: [{ code: "NO_BASE" }] } });
    expect(await gate(root, ["--base", "--upload-pack=x"].slice(0, 1).concat("main", "--head", "-x"))).toMatchObject({ status: 2 });
  });
});

it("judges merge commits, both parents' changes in", async () => {
  repo = gitRepo([
    ...base,
    { write: { "configs/constants/a.yaml": "a\n" } },
    { commit: "one" },
    { git: ["switch", "--quiet", "--create", "side", "main"] },
    { write: { "caio/control/side.py": "a\n" } },
    { commit: "side" },
    { git: ["switch", "--quiet", "change"] },
    { git: ["merge", "--quiet", "--no-ff", "--no-edit", "side"] },
  ]);
  expect((await gate(repo.root, body(""))).rules).toEqual(["adr-gate/no-reference caio/control/side.py", "adr-gate/no-reference configs/constants/a.yaml"]);
});
