// The commands on real git repositories, by what they print and write.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "@caio/repo-model/command";
import { gitRepo, recordedIo, type GitRepo, type Step } from "@caio/testing";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { adrGate, defaults } from "../index.js";
import { scanMarkdown } from "@caio/repo-model/markdown";
import type { Reference, Verdict } from "../verdict.js";
import { commentText } from "./comment.js";
import { failReasons, noticeTexts } from "../reasons.js";
import { contradiction, scopeExamples } from "./scope-examples.js";

const folder = mkdtempSync(join(tmpdir(), "caio-gate-"));
let repo: GitRepo | undefined;
afterEach(() => repo?.dispose());
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...argv: readonly string[]): Promise<readonly [number, string]> {
  const { io, said } = recordedIo(repo?.root ?? "");
  return [await runCommand([adrGate], { argv, io }), said()];
}

const configuration = `adr-gate:
  guardrails:
    - { id: control-constants, paths: ["configs/constants/**"], why: "Control constants and thresholds" }
    - { id: control-invariants, paths: ["invariants/INV-CAIO-CONTROL*"] }
    - "caio/control/**"
`;
const nygard = (status: string): string => `# A decision\n\nDate: 2020-01-02\n\n## Status\n\n${status}\n`;
const start = (files: Readonly<Record<string, string>>, ...steps: readonly Step[]): void => {
  repo = gitRepo([{ write: files }, { commit: "base" }, ...steps]);
};
const read = (path: string): string => readFileSync(join(repo?.root ?? "", path), "utf8");

describe("scope", () => {
  it("writes the document of step 4.4, and finds it up to date", async () => {
    start({ "caio.yaml": configuration });
    expect(await run("scope", "--check")).toMatchObject([1, expect.stringContaining("+## When ADR is Required")]);
    expect(await run("scope")).toEqual([0, "Written: docs/operations/ADR_GATE_SCOPE.md\n"]);
    const text = read("docs/operations/ADR_GATE_SCOPE.md");
    expect(text).toMatch(/^# ADR Gate Scope\n\n<!-- caio:begin adr-gate\/scope sha256=[0-9a-f]{64} -->\n/);
    for (const line of [
      "- `configs/constants/**` (`control-constants`) - Control constants and thresholds\n",
      "## When ADR is NOT Required\n",
      "- Changing `caio/control/example.yaml`\n",
    ])
      expect(text).toContain(line);
    expect(await run("scope", "--check")).toEqual([0, ""]);
  });
  it("keeps what a user wrote around it, and does not overwrite what was edited within", async () => {
    start({ "caio.yaml": configuration });
    await run("scope");
    const path = join(repo?.root ?? "", "docs/operations/ADR_GATE_SCOPE.md");
    writeFileSync(path, `${read("docs/operations/ADR_GATE_SCOPE.md")}\nOur own words.\n`);
    writeFileSync(join(repo?.root ?? "", "caio.yaml"), configuration.replace("constants/**", "limits/**"));
    expect(await run("scope")).toMatchObject([0, expect.stringContaining("Written")]);
    expect(read("docs/operations/ADR_GATE_SCOPE.md")).toContain("configs/limits/");
    expect(read("docs/operations/ADR_GATE_SCOPE.md").endsWith("\nOur own words.\n")).toBe(true);
    writeFileSync(path, read("docs/operations/ADR_GATE_SCOPE.md").replace("## Examples", "## Samples"));
    expect(await run("scope")).toMatchObject([2, expect.stringContaining("SECTION_EDITED")]);
    expect(await run("scope", "--force")).toMatchObject([0, expect.anything()]);
  });
  it("fails where a guardrail and an exclusion contradict each other", async () => {
    start({ "caio.yaml": 'adr-gate: { guardrails: ["docs/policy/*.md"] }\n' });
    expect(await run("scope")).toMatchObject([
      2,
      expect.stringContaining(
        "`docs/policy/example.md` should need a decision by `docs/policy/*.md` of the guardrail `docs/policy/*.md`, and `**/*.md` in `exclude` leaves it out.",
      ),
    ]);
  });
  it("runs every example that it prints", () => {
    for (const pattern of ["a/**", "**/x/*.ts", "a/{b,c}/*.yml", "a/", "a/b?.x", "x", "*.tf", "a/**/b/*", "[ab]/c*"]) {
      const config = { ...defaults, guardrails: [pattern] };
      expect(contradiction(scopeExamples(config), config), pattern).toBeUndefined();
    }
    const config = { ...defaults, guardrails: ["a/**"] };
    expect(contradiction([{ text: "x", path: "b", changes: [{ status: "M", path: "b" }], needsDecision: true }], config)).toBeDefined();
  });
  it("says that there is no gate", async () => {
    start({ "a.txt": "" });
    expect(await run("scope")).toMatchObject([2, expect.stringContaining("There is no gate")]);
  });
});

describe("explain", () => {
  it.each([
    ["configs/constants/a.yaml", "needs a decision: `configs/constants/**` of the guardrail `control-constants` (Control constants and thresholds)"],
    ["./docs/../caio/control/x.py", "needs a decision: `caio/control/**`"],
    ["docs/NORTH_STAR.md", "needs no decision: `**/*.md` in `exclude` leaves it out"],
    ["configs/constants/README.md", "though `control-constants` guards it"],
    ["requirements.txt", "needs a decision only for a dependency that is new to the project"],
    ["caio.yaml", "needs a decision: it holds the gate's configuration"],
    ["src/a\u001b[31m.ts", "src/a\\x1b[31m.ts needs no decision: no guardrail names it"],
  ])("%s: %s", async (path, text) => {
    start({ "caio.yaml": configuration });
    expect(await run("explain", path)).toMatchObject([0, expect.stringContaining(text)]);
  });
  it("tells the verdict on a change", async () => {
    start(
      { "caio.yaml": configuration, "docs/adr/0007-x.md": nygard("Accepted") },
      { git: ["switch", "--quiet", "--create", "change"] },
      { write: { "caio/control/a.py": "" } },
      { commit: "a\n\nADR: 7" },
    );
    expect(await run("explain", "--base", "main")).toEqual([
      0,
      "pass: adr-accepted\n  caio/control/a.py: caio/control/** (caio/control/**)\n  names ADR: 7: adr-accepted (docs/adr/0007-x.md)\n  satisfied by ADR-0007\n  matches no file: configs/constants/**\n  matches no file: invariants/INV-CAIO-CONTROL*\n",
    ]);
    expect(await run("explain")).toMatchObject([0, expect.stringMatching(/^skip: local-skip\n {2}there is no pull request here\. /)]);
  });
});

describe("comment", () => {
  const verdict = { verdict: "fail", reason: "no-reference", triggers: [], references: [], satisfiedBy: [], addedDependencies: [], notices: [] } as const;
  const trigger = (path: string): Verdict["triggers"][number] => ({ path, guardrail: "constants", pattern: "configs/**" });
  const config = { ...defaults, guardrails: [{ id: "constants", paths: ["configs/**"], why: "They <b>route</b>." }] };
  it("shows ten places and a count, and what to do", () => {
    const text = commentText({ ...verdict, triggers: Array.from({ length: 23 }, (_, index) => trigger(`configs/${index}.yaml`)) }, config);
    expect(text).toMatch(
      /^<!-- caio:adr-gate -->\n### ❌ This change needs an accepted decision record \(`no-reference`\)\n\n- `configs\/0\.yaml`: `constants` \(They \\<b\\>route\\<\/b\\>\.\)\n/,
    );
    expect(text.match(/^- `configs/gm)).toHaveLength(10);
    expect(text).toContain("- … and 13 more\n");
    expect(text).toContain("Name the accepted record");
  });
  it("says what satisfies, and what keeps the gate from deciding", () => {
    expect(commentText({ ...verdict, verdict: "pass", reason: "adr-accepted", satisfiedBy: ["ADR-0007"] }, config)).toContain(
      "### ✅ An accepted decision record stands for this change: `ADR-0007`\n",
    );
    expect(commentText({ ...verdict, verdict: "error", reason: "body-truncated" }, config)).toContain("### 🛑 The text of the pull request was cut off");
  });
  it("says of each record that is named what it is", () => {
    const reference = (text: string, reason: Reference["reason"], path?: string): Reference => ({
      text,
      kind: "number",
      reason,
      ...(path === undefined ? {} : { path }),
    });
    const references = [reference("ADR-7", "adr-accepted", "docs/adr/0007-x.md"), reference("ADR-8", "adr-superseded"), reference("ADR-9", "adr-missing")];
    expect(commentText({ ...verdict, references }, config)).toContain(
      "- `ADR-7` (`docs/adr/0007-x.md`) is accepted\n- `ADR-8` is superseded\n- `ADR-9` is no record of this repository\n",
    );
    const ofRecords = failReasons.filter((reason) => reason.startsWith("adr-"));
    for (const reason of ofRecords) expect(commentText({ ...verdict, references: [reference("A", reason)] }, config)).toMatch(/^- `A` [a-z][^{}]+$/m);
  });
  it("says notices in words", () => {
    const text = commentText({ ...verdict, notices: Object.keys(noticeTexts) }, config);
    expect(text.match(/^- noticed: [a-z].* .*$/gm)).toHaveLength(13);
    expect(Object.keys(noticeTexts)).toContain("adr-accepted-in-same-pr");
  });
  it("lets nothing of the pull request be markup", () => {
    const hostile = "a`b\n## x <!-- caio:adr-gate --> @team [x](y)\u001b[2J";
    const reference = { text: hostile, kind: "number", reason: "adr-missing" } as const;
    const text = commentText({ ...verdict, reason: "adr-missing", triggers: [trigger(hostile)], references: [reference] }, config);
    expect(text.split("\n").filter((line) => line.startsWith("#"))).toHaveLength(1);
    expect(text).not.toContain("\u001b");
    const scanned = scanMarkdown(text);
    expect([scanned.links, scanned.comments.length, scanned.tags]).toEqual([[], 1, []]);
  });
});

describe("list, lint and index", () => {
  const files = {
    "docs/adr/README.md": "# Ours\n",
    "docs/adr/template.md": "# T\n",
    "docs/adr/0001-a.md": nygard("Superseded by [2. b](0002-b.md)"),
    "docs/adr/0002-b.md": nygard("Accepted"),
    "docs/adr/0002-c.md": `${nygard("Accepted")}\n[gone](0009-gone.md)\n`,
    "docs/adr/0003-d.md": "# No | status\n",
  };
  it("list", async () => {
    start(files);
    const [, text] = await run("list");
    expect(text.split("\n").map((line) => line.split(/ {2,}/).slice(0, 3).join(" "))).toEqual([
      "ADR-0001 superseded 2020-01-02",
      "ADR-0002 accepted 2020-01-02",
      "ADR-0002 accepted 2020-01-02",
      "ADR-0003 no status -",
      "",
    ]);
  });
  it("lint", async () => {
    start(files);
    const [code, text] = await run("lint", "--reporter", "json");
    const { findings }: { findings: { rule: string; path: string }[] } = JSON.parse(text);
    expect(code).toBe(1);
    expect(findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      "adr-gate/one-sided-supersession docs/adr/0002-b.md",
      "adr-gate/duplicate-number docs/adr/0002-c.md",
      "adr-gate/broken-record-link docs/adr/0002-c.md",
      "adr-gate/missing-status docs/adr/0003-d.md",
    ]);
  });
  it("lint is quiet where the successor speaks of what it supersedes", async () => {
    for (const words of ["Supersedes [1. a](0001-a.md)", "Supersedes ADR-1", "supersedes 0001-a.md"]) {
      repo?.dispose();
      start({ "docs/adr/0001-a.md": nygard("Superseded by ADR-0002"), "docs/adr/0002-b.md": nygard(`Accepted\n\n${words}`) });
      expect(await run("lint")).toMatchObject([0, expect.stringContaining("nothing found")]);
    }
  });
  it("index", async () => {
    start(files);
    expect(await run("index")).toEqual([0, "Written: docs/adr/README.md\n"]);
    const text = read("docs/adr/README.md");
    expect(text.startsWith("# Ours\n")).toBe(true);
    expect(text).toContain("| [ADR-0003](0003-d.md) | No \\| status |  |  |\n");
    expect(await run("index", "--check")).toEqual([0, ""]);
  });
});

describe("new", () => {
  it("takes a number that is free on the base and on the head", async () => {
    start(
      { "doc/adr/0001-a.md": nygard("Accepted") },
      { git: ["switch", "--quiet", "--create", "side"] },
      { git: ["switch", "--quiet", "main"] },
      { write: { "doc/adr/0002-b.md": "" } },
      { commit: "b" },
      { git: ["switch", "--quiet", "side"] },
    );
    expect(await run("new", "Use", "PostgreSQL <b>", "now")).toEqual([0, "Written: doc/adr/0003-use-postgresql-b-now.md\n"]);
    expect(read("doc/adr/0003-use-postgresql-b-now.md")).toMatch(/^# Use PostgreSQL \\<b\\> now\n\nDate: 2026-01-10\n\n## Status\n\nProposed\n\n## Context\n/);
    expect((await run("list"))[1]).toContain("ADR-0003  Proposed");
  });
  it.each([
    ["docs/adr/adr-007-a.md", "docs/adr/adr-008-b.md"],
    ["docs/adr/ADR-0007.md", "docs/adr/ADR-0008-b.md"],
    ["docs/adr/7-a.md", "docs/adr/8-b.md"],
    ["docs/adr/0099_a.md", "docs/adr/0100_b.md"],
    ["docs/adr/2021-06-05_001-a.md", "docs/adr/2026-01-10_002-b.md"],
  ])("writes the number as %s does: %s", async (path, written) => {
    start({ [path]: nygard("Accepted") });
    expect(await run("new", "B")).toEqual([0, `Written: ${written}\n`]);
  });
  it.each([
    [nygard("Accepted").replace(/^# .*/, "# 7. A"), "# 8. B\n\nDate: 2026-01-10\n\n## Status\n\nProposed\n\n## Context\n"],
    ["---\nstatus: accepted\n---\n# A\n", "---\nstatus: proposed\ndate: 2026-01-10\n---\n\n# B\n\n## Context\n"],
    ["# A\n\n* Status: accepted\n", "# B\n\n- Status: proposed\n- Date: 2026-01-10\n\n## Context\n"],
  ])("begins it in the form of the record before: %j", async (text, begins) => {
    start({ "docs/adr/0007-a.md": text });
    expect(await run("new", "B")).toEqual([0, "Written: docs/adr/0008-b.md\n"]);
    expect(read("docs/adr/0008-b.md").startsWith(begins)).toBe(true);
    expect((await run("list"))[1]).toMatch(/^ADR-0008 {2}[Pp]roposed {2}2026-01-10/m);
  });
  it("takes the date where the records have dates, and begins the folder where there is none", async () => {
    start({ "docs/decisions/20250102-a.md": nygard("Accepted") });
    expect(await run("new", "B")).toEqual([0, "Written: docs/decisions/20260110-b.md\n"]);
    repo?.dispose();
    start({ "a.txt": "" });
    expect(await run("new", "B")).toEqual([0, "Written: docs/adr/0001-b.md\n"]);
    expect(await run("new")).toMatchObject([2, expect.stringContaining("needs a title")]);
  });
});

describe("replay", () => {
  it("counts what past changes would have triggered, by pattern, and compares with labels", async () => {
    start(
      { "caio.yaml": configuration, "requirements.txt": "a==1\n" },
      { write: { "docs/a.md": "a" } },
      { commit: "docs" },
      { write: { "caio/control/a.py": "a" } },
      { commit: "control" },
      { write: { "requirements.txt": "a==2\n" } },
      { commit: "bump" },
      { write: { "requirements.txt": "a==2\nb\n" } },
      { commit: "dependency" },
    );
    const id = (ref: string): string => repo?.git("rev-parse", ref) ?? "";
    const labels = join(folder, "labels");
    writeFileSync(labels, `# by hand\n${id("HEAD")} needed\n${id("HEAD~1").slice(0, 12)} needed\n${id("HEAD~2")} free\n`);
    const [code, text] = await run("replay", `${id("HEAD~4")}..HEAD`, "--labels", labels);
    expect(code).toBe(0);
    expect(text.split("\n").slice(0, 7)).toEqual([
      "4 changes, 2 would have needed a decision",
      "     1  caio/control/**: caio/control/**",
      "     1  dependencies",
      "     0  control-constants: configs/constants/** (never)",
      "     0  control-invariants: invariants/INV-CAIO-CONTROL* (never)",
      `${id("HEAD").slice(0, 10)} dependency`,
      "    requirements.txt (dependencies: b)",
    ]);
    expect(text).toContain("3 of 3 labels found, 2 judged otherwise\n");
    expect(text).toContain(`missed ${id("HEAD~1").slice(0, 10)} bump`);
    expect(text).toContain(`false alarm ${id("HEAD~2").slice(0, 10)} control`);
    expect((await run("replay", "--limit", "1"))[1]).toContain("1 change, 1 would");
    expect(await run("replay", "--limit", "x")).toMatchObject([2, expect.stringContaining("not a number")]);
  });
});
