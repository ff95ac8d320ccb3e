// SARIF against the schema of version 2.1.0, and what code scanning needs beside it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Validator } from "@cfworker/json-schema";
import { describe, expect, it } from "vitest";
import type { Finding } from "../check/index.js";
import { RepoError, repoPath, sourceText } from "../text/index.js";
import { reporterNamed, type Report } from "./index.js";

// The schema of SARIF 2.1.0 rtm.5 as Microsoft's SDK ships it (draft 4).
const schema: object = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"));
const faults = (log: unknown): string[] =>
  new Validator(schema, "4", false).validate(log).errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);

const source = sourceText(repoPath("dir/é a:b\udcff#.md"), "\ufeffone\ntwo ✅ three\n\n");
const old = sourceText(repoPath("old.md"), "x\n", { commit: "a".repeat(40) });
const finding = (more: Partial<Finding>): Finding => ({
  rule: "demo/one",
  severity: "error",
  message: "m",
  at: source.at([5, 8]),
  fingerprint: "f".repeat(32),
  ...more,
});
const findings: readonly Finding[] = [
  finding({}),
  finding({ severity: "warning", at: source.at([0, source.text.length]), help: "h", related: [{ message: "r", at: source.at([1, 1]) }] }),
  finding({
    severity: "note",
    rule: "demo/two",
    at: source.at([5, 5]),
    fix: {
      kind: "safe",
      title: "t",
      edits: [
        { path: source.path, range: [5, 8], text: "\u202e" },
        { path: source.path, range: [9, 9], text: "" },
      ],
    },
  }),
  finding({ rule: "caio/unused-suppression", fix: { kind: "suggested", title: "t", edits: [{ path: repoPath("new"), create: "x" }] } }),
  finding({ at: old.at([0, 1]) }),
];
const report: Report = {
  tool: { name: "@caio/cli", version: "0.1.0" },
  outcome: {
    findings,
    troubles: [new RepoError("CONFIG_INVALID", "m", { at: source.at([0, 1]), hint: "h" }), new RepoError("X", "n")],
    skipped: [],
    notRun: [],
  },
  checks: [
    {
      name: "demo",
      rules: [
        { id: "one", summary: "One.", severity: "error" },
        { id: "two", summary: "Two.", severity: "off" },
      ],
    },
  ],
  files: 3,
  commit: "b".repeat(40),
  baseline: ({ rule }) => (rule === "demo/two" ? "known" : "new"),
  style: { color: false, width: 80, quiet: false, verbose: false },
};
const log = async (
  over: Partial<Report> = {},
): Promise<{ runs: { results: Record<string, unknown>[]; columnKind: string; tool: { driver: { rules: Record<string, unknown>[] } } }[] }> =>
  JSON.parse((await reporterNamed("sarif"))({ ...report, ...over }));

describe("sarif", () => {
  it("keeps the schema of 2.1.0, with findings and without", async () => {
    expect(faults(await log())).toEqual([]);
    expect(faults(await log({ outcome: { findings: [], troubles: [], skipped: [], notRun: [] }, checks: [] }))).toEqual([]);
  });
  it("and the schema would tell", async () => {
    const wrong = await log();
    const [run] = wrong.runs;
    expect(faults({ ...wrong, runs: [{ ...run, columnKind: "bytes" }] })).not.toEqual([]);
    expect(faults({ ...wrong, runs: [{ ...run, results: [{ ruleId: "x" }] }] })).not.toEqual([]);
  });
  it("says rules with help, places in UTF-16, fixes as splices, fingerprints, the baseline, and an older commit", async () => {
    const [run] = (await log()).runs;
    expect(run?.columnKind).toBe("utf16CodeUnits");
    expect(run?.tool.driver.rules).toMatchObject([
      { id: "demo/one", help: { text: expect.stringContaining("caio explain demo/one") } },
      { defaultConfiguration: { enabled: false } },
    ]);
    const [first, second, third, foreign, older] = run?.results ?? [];
    expect(first).toMatchObject({
      ruleIndex: 0,
      level: "error",
      locations: [
        { physicalLocation: { artifactLocation: { uri: "dir/%C3%A9%20a%3Ab%FF%23.md" }, region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 4 } } },
      ],
      partialFingerprints: { "caio/v1": "f".repeat(32) },
      baselineState: "new",
    });
    expect(second).toMatchObject({ message: { text: "m\nh" }, relatedLocations: [{ id: 0, message: { text: "r" } }] });
    expect(third).toMatchObject({
      baselineState: "unchanged",
      fixes: [
        { artifactChanges: [{ replacements: [{ deletedRegion: { charOffset: 5, charLength: 3 } }, { deletedRegion: { charOffset: 9, charLength: 0 } }] }] },
      ],
    });
    expect(foreign).not.toHaveProperty("fixes");
    expect(foreign).not.toHaveProperty("ruleIndex");
    expect(older).toMatchObject({ properties: { commit: "a".repeat(40) } });
  });
  it("splits what a run of code scanning does not take, and keeps the schema", async () => {
    const many = Array.from({ length: 25_001 }, (_, index) => finding({ fingerprint: String(index).padStart(32, "0") }));
    const { runs } = await log({ outcome: { ...report.outcome, findings: many } });
    expect(runs.map(({ results }) => results.length)).toEqual([25_000, 1]);
    expect(faults({ ...(await log()), runs: runs.map((run) => ({ ...run, results: run.results.slice(0, 2) })) })).toEqual([]);
    expect(runs).toMatchObject([
      { automationDetails: { id: "caio/1" } },
      { automationDetails: { id: "caio/2" }, invocations: [{ toolExecutionNotifications: [] }] },
    ]);
  });
  it("shows no text direction that a fix would write", async () => {
    expect((await reporterNamed("sarif"))(report)).not.toContain("\u202e");
  });
});
