// The verdict on a table of cases: bodies, records, changes, dependencies, events.
import { describe, expect, it } from "vitest";
import { defaults, evaluate, type AdrGateOptions, type GateInput } from "./index.js";

const constants = { status: "M", path: "configs/constants/limits.yaml" } as const;
const accepted = "# 7. Limits\n\n## Status\n\nAccepted\n";
const record = (status: string): string => `# A decision\n\n## Status\n\n${status}\n\n## Context\n`;

type Overrides = Partial<Omit<GateInput, "config">> & { readonly config?: Partial<AdrGateOptions> };
const judge = ({ config, ...rest }: Overrides): ReturnType<typeof evaluate> =>
  evaluate({
    event: "pull_request",
    repository: "acme/app",
    body: "",
    changes: [constants],
    records: { "docs/adr/0007-limits.md": accepted },
    ...rest,
    config: { ...defaults, guardrails: ["configs/constants/**", "invariants/INV-CAIO-CONTROL*", "caio/control/**"], ...config },
  });

describe("the text", () => {
  it.each([
    ["ADR-0007", "adr-accepted"],
    ["adr-7", "adr-accepted"],
    ["ADR 7", "adr-accepted"],
    ["ADR#7", "adr-accepted"],
    ["ADR #7", "adr-accepted"],
    ["adr:7", "adr-accepted"],
    ["ADR: 0007", "adr-accepted"],
    ["ADR0007", "adr-accepted"],
    // No front matter: GitHub shows a rule and a heading.
    ["---\nadr: ADR-7\n---\n", "adr-accepted"],
    ["---\nadr: x\n---\nADR-7", "adr-accepted"],
    ["ADR\u20110007 and ADR\u00a08", "adr-accepted"],
    ["see (ADR-0007), please", "adr-accepted"],
    ["**ADR-0007**", "adr-accepted"],
    ["_ADR-0007_", "adr-accepted"],
    ["`ADR-0007`", "adr-accepted"],
    ["ADR\\-0007", "adr-accepted"],
    ["ADR&nbsp;0007", "adr-accepted"],
    ["ADR-0007.", "adr-accepted"],
    ["ADR-0007..0009", "adr-accepted"],
    ["ADR-0007-limits", "adr-accepted"],
    ["# ADR-0007", "adr-accepted"],
    ["Title\n=====\n\nADR-0007", "adr-accepted"],
    ["| why | what |\n|--|--|\n| ADR-0007 | x |", "adr-accepted"],
    ["- [x] ADR-0007", "adr-accepted"],
    ["- [ ] open\n  - [x] ADR-0007", "adr-accepted"],
    ["- ADR-0007", "adr-accepted"],
    ["docs/adr/0007-limits.md", "adr-accepted"],
    ["./docs/adr/0007-limits.md", "adr-accepted"],
    ["docs/adr/x/../0007-limits.md", "adr-accepted"],
    ["docs/adr/0007-limits.md:12", "adr-accepted"],
    ["docs/adr/0007-limits.md#status.", "adr-accepted"],
    ["0007-limits", "adr-accepted"],
    ["0007-limits.md", "adr-accepted"],
    ["[the decision](docs/adr/0007-limits.md)", "adr-accepted"],
    ["[the decision](../docs/adr/0007-limits.md)", "adr-accepted"],
    ["[d]\n\n[d]: docs/adr/0007-limits.md", "adr-accepted"],
    ["[ADR-0007]", "adr-accepted"],
    ["[ADR-0007](#decision)", "adr-accepted"],
    ["https://github.com/acme/app/blob/main/docs/adr/0007-limits.md", "adr-accepted"],
    ["https://github.com/Acme/App/blob/feature/x/docs/adr/0007-limits.md#L3.", "adr-accepted"],
    ["<https://github.com/acme/app/blob/main/docs/adr/0007-limits.md>", "adr-accepted"],
    ["https://gitlab.example.org/acme/app/-/blob/main/docs/adr/0007-limits.md", "adr-accepted"],
    ["https://raw.githubusercontent.com/acme/app/main/docs/adr/0007-limits.md", "adr-accepted"],
    ["ADR-0008, ADR-0007", "adr-accepted"],
    ["text\r\n\r\nADR-0007\r\n", "adr-accepted"],
    ["", "no-reference"],
    ["#7", "no-reference"],
    ["MADR 7", "no-reference"],
    ["ADR-7.1", "no-reference"],
    ["ADR-2024-0007", "no-reference"],
    ["ADR-7th", "no-reference"],
    ["ADR", "no-reference"],
    ["<!-- ADR-0007 -->", "no-reference"],
    ["<!-- a\n\nADR-0007\n\n-->", "no-reference"],
    ["<!-- unclosed\nADR-0007", "no-reference"],
    ["```\nADR-0007\n```", "no-reference"],
    ["~~~~\nADR-0007", "no-reference"],
    ["    ADR-0007", "no-reference"],
    ["> ADR-0007", "no-reference"],
    ["> a\nADR-0007", "no-reference"],
    ["- > ADR-0007", "no-reference"],
    ["~~ADR-0007~~", "no-reference"],
    ["<del>ADR-0007</del>", "no-reference"],
    ["a <s>ADR-0007</s>", "no-reference"],
    ["- [ ] ADR-0007", "no-reference"],
    ["- [ ] open\n  - ADR-0007", "no-reference"],
    ["- [ ] open\n\n  ADR-0007", "no-reference"],
    ["![ADR-0007](x.png)", "no-reference"],
    ["src/adr-7.ts", "no-reference"],
    ["docs/adr/", "no-reference"],
    ["https://github.com/acme/app/issues/7", "no-reference"],
    ["<span title='ADR-0007'>x</span>", "no-reference"],
    ["ADR-0042", "adr-missing"],
    ["docs/adr/0042-x.md", "adr-missing"],
    ["docs/adr/0007-other.md", "adr-missing"],
    ["DOCS/ADR/0007-limits.md", "adr-missing"],
    ["docs/adr/../../etc/0007-limits.md", "adr-missing"],
    ["docs/adr/README.md", "adr-not-a-record"],
    ["docs/adr/template.md", "adr-not-a-record"],
    ["[ADR-0007](https://elsewhere.example/x)", "adr-foreign-repo"],
    ["https://github.com/other/app/blob/main/docs/adr/0007-limits.md", "adr-foreign-repo"],
    ["https://github.com/acme/app-evil/blob/main/docs/adr/0007-limits.md", "adr-foreign-repo"],
    ["[ADR-0007](src/x.ts)", "adr-not-a-record"],
    ["No-ADR: only a comment changes", "waiver-disabled"],
  ])("%j is %s", (body, reason) => {
    expect(judge({ body }).reason).toBe(reason);
  });
});

describe("the record", () => {
  it.each([
    [accepted, "adr-accepted"],
    [record("Accepted 2020-01-01"), "adr-accepted"],
    [record("**Accepted**"), "adr-accepted"],
    [record("✅ Accepted"), "adr-accepted"],
    [record("Accepted\n\nSupersedes [3. x](0003-x.md)"), "adr-accepted"],
    [record("Accepted\n\nPartly superseded by [9. y](0009-y.md)"), "adr-accepted"],
    [record("Partly superseded by [9. y](0009-y.md)"), "adr-accepted"],
    [record("ACCEPTED"), "adr-accepted"],
    [record("Accepted\n\nSuperseded by [9. y](0009-y.md)"), "adr-superseded"],
    [record("Superseded by [9. y](0009-y.md)"), "adr-superseded"],
    [record("~~Accepted~~ Superseded by 9"), "adr-superseded"],
    [record("Superceded by 9"), "adr-superseded"],
    [record("Deprecated"), "adr-deprecated"],
    [record("Rejected"), "adr-rejected"],
    [record("Proposed"), "adr-not-accepted"],
    [record("Draft, to be accepted"), "adr-not-accepted"],
    [record("Not accepted"), "adr-not-accepted"],
    [record("Foo"), "adr-not-accepted"],
    [record("<!-- Accepted -->"), "adr-no-status"],
    [record(""), "adr-no-status"],
    ["# x\n", "adr-no-status"],
    ["# x\n\nThis was accepted.\n", "adr-no-status"],
    ["---\nstatus: accepted\n---\n# x\n", "adr-accepted"],
    ["---\nstatus: 'superseded by [9](0009.md)'\n---\n# x\n", "adr-superseded"],
    ["---\nstatus: proposed\n---\n# x\n\n## Status\n\nAccepted\n", "adr-not-accepted"],
    ["---\nstatus: {proposed | rejected | accepted | deprecated}\n---\n# x\n", "adr-no-status"],
    ['---\nstatus: "{proposed | accepted}"\n---\n# x\n', "adr-no-status"],
    ["---\nStatus: Accepted\n---\n# x\n", "adr-accepted"],
    ["# x\n\n* Status: accepted\n* Date: 2020-01-01\n\n## Context\n", "adr-accepted"],
    ["# x\n\n- Status: [proposed | rejected | accepted] <!-- optional -->\n\n## Context\n", "adr-no-status"],
    ["# x\n\n* Status: accepted <!-- optional -->\n", "adr-accepted"],
    ["# x\n\n**Status:** Accepted\n", "adr-accepted"],
    ["# x\n\nStatus: Accepted\nDate: 2020-01-01\n", "adr-accepted"],
    ["# x\n\n## Options\n\n* Status: accepted\n", "adr-no-status"],
    ["# x\n\n| Status | Accepted |\n|---|---|\n| Date | 2020-01-01 |\n", "adr-accepted"],
    ["# x\n\n| Status | Date |\n|---|---|\n| Rejected | 2020 |\n", "adr-rejected"],
    ["# x\n\n| key | value |\n|---|---|\n| Status | Deprecated |\n", "adr-deprecated"],
    ["# x\n\n## Status: Accepted\n", "adr-accepted"],
    ["# x\n\nStatus\n------\n\nAccepted\n", "adr-accepted"],
    ["# x\r\n\r\n## Status\r\n\r\nAccepted\r\n", "adr-accepted"],
    ["\ufeff# x\n\n## Status\n\nAccepted\n", "adr-accepted"],
  ])("%j is %s", (text, reason) => {
    expect(judge({ body: "ADR-0007", records: { "docs/adr/0007-limits.md": text } }).reason).toBe(reason);
  });
  it.each([
    ["docs/adr/adr-0007-x.md", "ADR-0007"],
    ["docs/adr/ADR-0007.md", "ADR-0007"],
    ["doc/adr/7-x.md", "ADR-0007"],
    ["docs/decisions/2020/0007-x.md", "ADR-0007"],
    ["docs/decisions/20240102-use-x.md", "docs/decisions/20240102-use-x.md"],
    ["docs/decisions/2024-01-02-use-x.md", "docs/decisions/2024-01-02-use-x.md"],
    ["docs/decisions/use-x.md", "docs/decisions/use-x.md"],
  ])("%s is named by its path and gives %s", (path, name) => {
    expect(judge({ body: path, records: { [path]: accepted } })).toMatchObject({ reason: "adr-accepted", satisfiedBy: [name] });
  });
  it("is found by the number of its file name, never of its heading", () => {
    expect(judge({ body: "ADR-0008", records: { "docs/adr/0007-x.md": "# ADR-0008\n\nStatus: accepted\n" } }).reason).toBe("adr-missing");
    expect(judge({ body: "ADR-20240102", records: { "docs/adr/20240102-x.md": accepted } }).reason).toBe("adr-missing");
  });
  it("that another one supersedes without saying so is noticed", () => {
    const old = { "docs/adr/0006-old.md": record("Superseded by ADR-0007") };
    const judged = (text: string): readonly string[] => judge({ body: "ADR-7", records: { ...old, "docs/adr/0007-limits.md": text } }).notices;
    expect(judged(accepted)).toEqual(["one-sided-supersession"]);
    expect(judged(`${accepted}\nSupersedes ADR-0006\n`)).toEqual([]);
  });
  it("twice with one number is ambiguous, by its path it is not", () => {
    const records = { "docs/adr/0007-a.md": accepted, "docs/adr/0007-b.md": accepted };
    expect(judge({ body: "ADR-7", records })).toMatchObject({ reason: "adr-ambiguous", notices: ["adr-duplicate-number"] });
    expect(judge({ body: "0007-a", records }).reason).toBe("adr-accepted");
  });
});

const change = (status: "A" | "M" | "D" | "R" | "C" | "T", path: string, rest: object = {}): GateInput["changes"][number] => ({ status, path, ...rest });

describe("the change", () => {
  const paths = (input: Overrides): readonly string[] => judge(input).triggers.map(({ path }) => path);
  it.each([
    [[change("M", "docs/test.md")], []],
    [[change("M", "README.md"), change("A", "docs/integration/TAI_INTEGRATION.md")], []],
    [[change("M", "configs/constants/README.md")], []],
    [[change("M", "caio/control/plan_example.py"), change("M", "caio/control/plan_test.py")], []],
    [[change("M", "src/a.ts")], []],
    [[change("M", "Configs/constants/a.yaml")], []],
    [[change("A", "configs/constants/a.yaml")], ["configs/constants/a.yaml"]],
    [[change("D", "configs/constants/a.yaml")], ["configs/constants/a.yaml"]],
    [[change("T", "configs/constants/a.yaml", { oldMode: "100644", newMode: "120000" })], ["configs/constants/a.yaml"]],
    [[change("M", "configs/constants/a.sh", { oldMode: "100644", newMode: "100755" })], ["configs/constants/a.sh"]],
    [[change("M", "configs/constants", { oldMode: "160000", newMode: "160000" })], ["configs/constants"]],
    [[change("R", "src/a.yaml", { oldPath: "configs/constants/a.yaml" })], ["configs/constants/a.yaml"]],
    [[change("R", "configs/constants/a.yaml", { oldPath: "src/a.yaml" })], ["configs/constants/a.yaml"]],
    [[change("R", "configs/constants/a.yaml", { oldPath: "configs/constants/a.md" })], ["configs/constants/a.yaml"]],
    [[change("C", "src/a.yaml", { oldPath: "configs/constants/a.yaml" })], []],
    [[change("M", "invariants/INV-CAIO-CONTROL-0002.yaml")], ["invariants/INV-CAIO-CONTROL-0002.yaml"]],
    [[change("M", "caio/control/a\nb.py")], ["caio/control/a\nb.py"]],
    [[change("M", "caio.yaml")], ["caio.yaml"]],
    [[change("M", "package.json", { before: '{"name":"a"}', after: '{"name":"b"}' })], []],
    [[change("M", "package.json", { before: '{"caio":{"ignore":[]}}', after: "{}" })], ["package.json"]],
    [[change("M", "pyproject.toml", { before: "[tool.caio]\nignore=[]\n", after: "[tool.caio]\nignore=['x']\n" })], ["pyproject.toml"]],
  ])("%j triggers at %j", (changes, expected) => {
    expect(paths({ changes })).toEqual(expected);
  });
  it("tells a pattern in NFC from none in NFD", () => {
    const config = { guardrails: ["ge\u0301/**"] };
    expect(paths({ config, changes: [change("M", "g\u00e9/a")] })).toEqual(["g\u00e9/a"]);
  });
  it("takes paths out by a negated pattern, whatever the order, and never selects the rest", () => {
    const changes = [change("M", "configs/a"), change("M", "configs/local/a"), change("M", "src/a")];
    for (const list of [
      ["configs/**", "!configs/local/**"],
      ["!configs/local/**", "configs/**"],
    ])
      expect(paths({ config: { guardrails: [{ id: "g", paths: list }] }, changes })).toEqual(["configs/a"]);
    expect(judge({ config: { guardrails: ["!src/**"] } }).reason).toBe("config-invalid");
    expect(paths({ config: { guardrails: ["src/**"], exclude: ["!docs/**"] }, changes })).toEqual(["src/a"]);
  });
  it("reads a backslash as a slash, and says so", () => {
    expect(judge({ config: { guardrails: ["configs\\constants\\**"] } })).toMatchObject({ reason: "no-reference", notices: ["pattern-backslash"] });
  });
  it("never leaves the configuration out", () => {
    expect(paths({ config: { exclude: ["**"] }, changes: [change("M", "caio.yaml")] })).toEqual(["caio.yaml"]);
    expect(paths({ config: { protectConfig: false }, changes: [change("M", "caio.yaml")] })).toEqual([]);
  });
  it("takes equal data for no change where `semantic` says so", () => {
    const changes = [change("M", "configs/constants/a.yaml", { before: "a: 1\nb: 2\n", after: "# why\nb: 2\na: 1\n" })];
    expect(judge({ config: { semantic: true }, changes }).reason).toBe("semantic-noop");
    expect(judge({ changes }).reason).toBe("no-reference");
    expect(judge({ config: { semantic: true }, changes: [change("M", "configs/constants/a.yaml", { before: "a: 1\n", after: "a: 2\n" })] }).reason).toBe(
      "no-reference",
    );
    expect(judge({ config: { semantic: true }, changes: [change("M", "configs/constants/a.yaml", { before: "a: [\n", after: "a: [\n#\n" })] }).reason).toBe(
      "no-reference",
    );
  });
});

describe("the event", () => {
  it.each([
    [{ event: "local" }, "skip", "local-skip"],
    [{ event: "local", commitMessages: ["Raise\n\nADR: ADR-0007"] }, "pass", "adr-accepted"],
    [{ event: "local", commitMessages: ["Raise\n\nADR: 7\n\nmore text"] }, "fail", "no-reference"],
    [{ event: "local", commitMessages: ["ADR: 7"] }, "fail", "no-reference"],
    [{ event: "push" }, "skip", "no-pull-request"],
    [{ event: "push", config: { onPush: "trailers" }, commitMessages: ["Raise\n\nADR: docs/adr/0007-limits.md"] }, "pass", "adr-accepted"],
    [{ event: "merge_group" }, "error", "body-unavailable"],
    [{ event: "merge_group", config: { mergeGroup: "skip" } }, "skip", "merge-group-trusted"],
    [{ event: "merge_group", changes: [] }, "pass", "not-required"],
    [{ body: null }, "fail", "no-reference"],
    [{ body: null, bodyAvailable: false }, "error", "body-unavailable"],
    [{ body: "ADR-7", bodyTruncated: true }, "error", "body-truncated"],
    [{ body: "x".repeat(1_000_001) }, "error", "body-truncated"],
    [{ body: "ADR-7", records: {} }, "error", "adr-folder-missing"],
    [{ body: "x", records: {} }, "fail", "no-reference"],
    [{ draft: true }, "fail", "no-reference"],
    [{ draft: true, config: { draft: "notice" } }, "pass", "draft-notice"],
    [{ config: { waiver: { enabled: true, minLength: 15 } }, body: "No-ADR: only a comment changes" }, "pass", "waiver"],
    [{ config: { waiver: { enabled: true, minLength: 15 } }, body: "> No-ADR: only a comment changes" }, "fail", "no-reference"],
    [{ config: { waiver: { enabled: true, minLength: 0 } }, body: "No-ADR: <reason>" }, "fail", "waiver-no-reason"],
    [{ config: { waiver: { enabled: true, minLength: 15 } }, body: "No-ADR: ..................." }, "fail", "waiver-no-reason"],
    [{ config: { waiver: { enabled: true, minLength: 15 } }, body: "ADR-42\n\nNo-ADR: only a comment changes" }, "fail", "adr-missing"],
    [{ config: { waiver: { enabled: true, minLength: 15 } }, body: "ADR-7\n\nNo-ADR: only a comment changes" }, "pass", "adr-accepted"],
    [{ config: { require: "all" }, body: "ADR-7 ADR-42" }, "fail", "adr-missing"],
    [{ config: { requireOnBase: true }, body: "ADR-7", baseRecords: {} }, "fail", "adr-not-on-base"],
    [{ body: "ADR-7", baseRecords: {}, changes: [constants, change("A", "docs/adr/0007-limits.md")] }, "pass", "adr-in-same-pr"],
    [
      { config: { reference: { implicit: "added-in-pr" } }, baseRecords: {}, changes: [constants, change("A", "docs/adr/0007-limits.md")] },
      "pass",
      "adr-in-same-pr",
    ],
    [{ config: { reference: { implicit: "added-in-pr" } }, changes: [constants, change("M", "docs/adr/0007-limits.md")] }, "fail", "no-reference"],
    [{ config: { missingStatus: "accept" }, body: "ADR-7", records: { "docs/adr/0007-x.md": "# x\n" } }, "pass", "adr-accepted"],
    [{ config: { acceptedStatuses: ["implemented"] }, body: "ADR-7", records: { "docs/adr/0007-x.md": record("Implemented") } }, "pass", "adr-accepted"],
    [
      {
        config: { maxAgeDays: 30 },
        body: "ADR-7",
        now: "2026-01-10T00:00:00Z",
        records: { "docs/adr/0007-x.md": "# x\n\nDate: 2025-01-01\nStatus: accepted\n" },
      },
      "fail",
      "adr-too-old",
    ],
  ] satisfies readonly (readonly [Overrides, string, string])[])("%j is %s: %s", (input, verdict, reason) => {
    expect(judge(input)).toMatchObject({ verdict, reason });
  });
  it("tells that a record was accepted in the same change", () => {
    const path = "docs/adr/0007-limits.md";
    const input = { body: "ADR-7", baseRecords: { [path]: record("Proposed") }, changes: [constants, change("M", path)] };
    expect(judge(input)).toMatchObject({ reason: "adr-in-same-pr", notices: ["adr-accepted-in-same-pr"] });
  });
  it("takes a record that moved for the one that it was", () => {
    const changes = [constants, change("R", "docs/adr/0007-limits.md", { oldPath: "doc/adr/0007-limits.md" })];
    expect(judge({ body: "ADR-7", baseRecords: { "doc/adr/0007-limits.md": accepted }, changes }).reason).toBe("adr-accepted");
  });
});

describe("what a record covers", () => {
  const covering = (affects: string): Readonly<Record<string, string>> => ({ "docs/adr/0007-x.md": `---\nstatus: accepted\naffects: ${affects}\n---\n# x\n` });
  it.each([
    ["[configs/constants/**]", {}, "adr-accepted"],
    ["configs/constants/", {}, "adr-accepted"],
    ["[src/**]", {}, "adr-out-of-scope"],
    ["[]", {}, "adr-out-of-scope"],
    ["[src/**]", { coverage: "off" }, "adr-accepted"],
    ["null", { coverage: "strict" }, "adr-out-of-scope"],
    [`["${"**/a".repeat(100)}"]`, {}, "adr-out-of-scope"],
  ] satisfies readonly (readonly [string, Partial<AdrGateOptions>, string])[])("%s with %j is %s", (affects, config, reason) => {
    expect(judge({ body: "ADR-7", records: covering(affects), config }).reason).toBe(reason);
  });
});

describe("a hostile text of 300 kB is judged in a moment", () => {
  const size = 300_000;
  it.each([
    "word ",
    "> ",
    "ADR-7 ",
    "ADR ",
    "[",
    "[a](",
    "![",
    "<!-- ",
    "`a``",
    "~~a",
    "<del>",
    "<s></s>",
    "- ",
    "- [ ] a\n",
    "docs/adr/../",
    "/",
    "*a_",
    "|a",
    "No-ADR: *",
    "http://x.y/adr-7 ",
    "[ADR-7](docs/adr/0007-x.md) ",
    "#a\n",
    "[a]: b\n",
    "\r",
    "\\",
  ])("%j", (part) => {
    const text = part.repeat(size / part.length);
    const started = process.cpuUsage();
    judge({ body: text });
    judge({ body: "ADR-7", records: { "docs/adr/0007-limits.md": record(text) } });
    const { user, system } = process.cpuUsage(started);
    // Twice the work of one text, on a machine that does other things: what is quadratic takes minutes.
    expect((user + system) / 1000).toBeLessThan(3000);
  });
  it("deeply nested images", () => {
    const started = process.cpuUsage();
    judge({ body: `${"![".repeat(40_000)}${"](b)".repeat(40_000)}` });
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000);
  });
});
