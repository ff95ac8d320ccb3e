// Workflows and templates, by the schemas of their systems and by what their scripts do.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gitRepo, type GitRepo } from "@caio/git-fixture";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { blocksOf, read, runStep, workspace, type Step } from "./steps.js";

const [actionlint, schemas] = ["actionlint", "check-jsonschema"].map((name) => join(workspace, ".peers/bin", name));
const isInstalled = [actionlint, schemas].every((path) => path !== undefined && existsSync(path));
if (!isInstalled)
  console.warn("SKIPPED: CI files, since actionlint and check-jsonschema are not installed: `tools/peers actionlint check-jsonschema` installs them.");

const guide = "packages/cli/docs/guides/run-in-ci.md";
const blocks = blocksOf(guide);
const own = existsSync(join(workspace, ".github/workflows"))
  ? readdirSync(join(workspace, ".github/workflows")).map((name) => `.github/workflows/${name}`)
  : [];

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } } }>>;
}

function run(program: string | undefined, ...args: readonly string[]): { status: number | null; printed: string } {
  const { status, stdout, stderr } = spawnSync(program ?? "", args, { encoding: "utf8", cwd: workspace });
  return { status, printed: stdout + stderr };
}

describe.skipIf(!isInstalled && process.env["CI"] !== "true")("what is offered to CI systems", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "caio-ci-"));
    for (const { path, text } of blocks) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("holds to the schemas", () => {
    const workflows = blocks.filter(({ path }) => path.startsWith(".github")).map(({ path }) => join(folder, path));
    expect(workflows.length).toBeGreaterThanOrEqual(5);
    expect(run(schemas, "--builtin-schema", "vendor.github-actions", "action.yml")).toMatchObject({ status: 0 });
    expect(run(schemas, "--builtin-schema", "vendor.github-workflows", ...workflows, ...own)).toMatchObject({ status: 0 });
    expect(
      run(schemas, "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", "ci/gitlab.yml", join(folder, ".gitlab-ci.yml")),
    ).toMatchObject({
      status: 0,
    });
    expect(run(actionlint, "-no-color", ...workflows, ...own)).toEqual({ status: 0, printed: "" });
  });

  it("is refused where it is broken", () => {
    const broken = join(folder, "broken.yml");
    writeFileSync(
      broken,
      readFileSync(join(folder, ".github/workflows/parts.yml"), "utf8").replace("runs-on", "run-on").replace("matrix.shard }}/4", "matrix.part }}/4"),
    );
    expect(run(schemas, "--builtin-schema", "vendor.github-workflows", broken).status).toBe(1);
    expect(run(actionlint, "-no-color", broken)).toMatchObject({ status: 1, printed: expect.stringContaining("matrix") });
  });
});

describe("the scripts of the guide", () => {
  let repo: GitRepo;
  beforeAll(() => {
    repo = gitRepo([{ write: { "a.md": "[x](gone.md)\n" } }, { commit: "one" }, { write: { "b.md": "[y](gone.md)\n" } }, { commit: "two" }]);
  });
  afterAll(() => repo.dispose());
  const workflow = (name: string): Workflow => parse(blocks.find(({ path }) => path.endsWith(name))?.text ?? "") as Workflow;
  const scripts = (name: string, job: string): string[] =>
    (workflow(name).jobs[job]?.steps ?? []).flatMap(({ run: script }) => (script === undefined ? [] : [script]));

  it("judge in parts, and join them into the report of the whole", () => {
    const shards = workflow("parts.yml").jobs["part"]?.strategy?.matrix.shard ?? [];
    const [part = ""] = scripts("parts.yml", "part");
    expect(shards.length).toBe(4);
    for (const shard of shards) expect(runStep(repo.root, part.replaceAll("${{ matrix.shard }}", String(shard)), {})).toMatchObject({ status: 0, printed: "" });
    const [join_ = ""] = scripts("parts.yml", "report");
    const joined = runStep(repo.root, join_, {});
    expect(joined.status).toBe(1);
    expect(joined.printed).toContain("a.md:1:5 error");
    expect(joined.printed).toContain("b.md:1:5 error");
    repo.git("clean", "-fdq");
  });

  it("scan the history", () => {
    const [script = ""] = scripts("history.yml", "secrets");
    expect(runStep(repo.root, script, {}).status).toBe(0);
    const token = `glpat-${Buffer.from(Array.from({ length: 15 }, (_, at) => (at * 89 + 57) % 251)).toString("base64url")}`;
    repo.apply({ write: { "c.js": `const token = "${token}";\n` } }, { commit: "three" }, { remove: ["c.js"] }, { commit: "four" });
    const ran = runStep(repo.root, script, {});
    expect(ran.status).toBe(1);
    expect(ran.printed).toContain("c.js");
    expect(ran.printed).not.toContain(token);
  });

  it("GitLab's job judges what a merge request adds, and writes its report", () => {
    const { caio } = read("ci/gitlab.yml") as { readonly caio: { readonly script: readonly string[]; readonly variables: Readonly<Record<string, string>> } };
    repo.apply({ write: { "d.md": "[z](gone.md)\n" } }, { commit: "five" });
    const environment = { ...caio.variables, CAIO_ARGS: "doc-sync secret-scan", CI_MERGE_REQUEST_DIFF_BASE_SHA: repo.git("rev-parse", "HEAD~1") };
    const ran = runStep(repo.root, caio.script.join("\n"), environment);
    expect(ran.status).toBe(1);
    const report = JSON.parse(readFileSync(join(repo.root, "gl-code-quality-report.json"), "utf8")) as { readonly location: { readonly path: string } }[];
    expect(report.map(({ location }) => location.path)).toEqual(["d.md"]);
    rmSync(join(repo.root, "gl-code-quality-report.json"));
  });
});
