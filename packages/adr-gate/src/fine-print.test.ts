// The verdict's fine print, sentence by sentence: how references, records, waivers, trailers and data are read.
import { describe, expect, it } from "vitest";
import { defaults, evaluate, type AdrGateOptions, type GateInput } from "./index.js";

const limits = { status: "M", path: "configs/constants/limits.yaml" } as const;
const accepted = "# 7. Limits\n\n## Status\n\nAccepted\n";
const record = (status: string): string => `# A decision\n\n## Status\n\n${status}\n\n## Context\n`;
const front = (lines: string): string => `---\n${lines}\n---\n\n# A decision\n`;

type Overrides = Partial<Omit<GateInput, "config">> & { readonly config?: Partial<AdrGateOptions> };
const judge = ({ config, ...rest }: Overrides): ReturnType<typeof evaluate> =>
  evaluate({
    event: "pull_request",
    repository: "acme/app",
    body: "",
    changes: [limits],
    records: { "docs/adr/0007-limits.md": accepted },
    ...rest,
    config: { ...defaults, guardrails: ["configs/constants/**"], ...config },
  });

describe("references", () => {
  it.each([
    ["ADR-00000000000007", "adr-accepted"],
    ["ADR-7-1", "no-reference"],
    ["ADR\u20117\u20111", "no-reference"],
    ["ADR-\u200b7", "no-reference"],
    ["ADR-\uff10\uff10\uff10\uff17", "no-reference"],
    ["ADR-000\uff17", "no-reference"],
    ["ADR-7/8", "adr-accepted"],
    ["ADRs 7", "no-reference"],
    ["ADR No. 7", "no-reference"],
    ["ADR&#45;0007", "adr-accepted"],
    ["ADR&#x2011;0007", "adr-accepted"],
    ["`ADR\\-0007`", "no-reference"],
    ["AD\\R-0007", "no-reference"],
    ["docs/adr/0007-limits", "adr-missing"],
    ["docs/adr/ADR-0007", "adr-missing"],
    ["Docs/ADR/0007-limits.md", "adr-missing"],
    ["docs/adr/0007-limits.md.bak", "adr-missing"],
    ["docs/adr/../adr/./0007-limits.md", "adr-accepted"],
    ["docs//adr/0007-limits.md,", "adr-accepted"],
    ["docs/adr", "no-reference"],
    ["docs/adr/index.md", "adr-not-a-record"],
    ["docs/adr/0000-template.md", "adr-not-a-record"],
    ["docs/adr/0039-template-engine.md", "adr-missing"],
    ["docs/adr/0012-email-template.md", "adr-missing"],
    ["docs/adr/adr-template-minimal.md", "adr-not-a-record"],
    ["docs/adr/0000-adr-template.md", "adr-not-a-record"],
    ["docs/adr/nnnn_template.md", "adr-not-a-record"],
    ["docs/adr/template.md", "adr-not-a-record"],
    ["docs/adr/adr-template.md", "adr-not-a-record"],
    ["[ADR-0007](docs/adr/README.md)", "adr-not-a-record"],
    ["[![x](y.png)](docs/adr/0007-limits.md)", "adr-accepted"],
    ["[docs/adr/0007-limits.md](https://elsewhere.example/x)", "adr-foreign-repo"],
    ["[ADR-0007](https://github.com/acme/app/blob/main/src/x.ts)", "adr-not-a-record"],
    ["https://other.example/?q=ADR-0007", "adr-foreign-repo"],
    ["https://github.com/other/app/issues/ADR-0007", "adr-foreign-repo"],
    ["https://github.com/acme/app/blob/docs/adr/x/docs/adr/0007-limits.md", "adr-accepted"],
    ["https://github.com/acme/app/blob/main/docs/adr/0007-limits.md?plain=1#L3", "adr-accepted"],
    ["https://github.com/acme/app/blob/main/docs/adr/README.md", "adr-not-a-record"],
    ["ADR-0042 https://elsewhere/adr/1", "adr-missing"],
    ["https://elsewhere/adr/1 ADR-0042", "adr-foreign-repo"],
    ["[x]: docs/adr/0007-limits.md", "no-reference"],
    ["https://github.com/adr/madr", "no-reference"],
    ["https://github.com/adr/madr/blob/4.0.0/README.md", "no-reference"],
    ["https://github.com/other/decisions/issues/12", "no-reference"],
    ["https://elsewhere.example/adr/0042-x", "adr-foreign-repo"],
    ["https://github.com/other/app/blob/main/docs/decisions/2024/0042-x.md#why", "adr-foreign-repo"],
    ["> [!NOTE]\n> ADR-0007", "no-reference"],
    ["1. [ ] ADR-0007", "no-reference"],
    ["* [X] ADR-0007", "adr-accepted"],
    ["~ADR-0007~", "no-reference"],
    ["\tADR-0007", "no-reference"],
    ["<!-- the decision: --> ADR-0007", "adr-accepted"],
    ["<!--> ADR-0007 -->", "adr-accepted"],
    ["a <!-- ADR-0007 --> b", "no-reference"],
    ["a <?x ADR-0007 ?> b", "no-reference"],
    ["a <![CDATA[ADR-0007]]> b", "no-reference"],
    ["<?x ADR-0007 ?>", "no-reference"],
    ["<p>ADR-0007</p>", "adr-accepted"],
    ["<details><summary>ADR-0007</summary></details>", "adr-accepted"],
    ["<div>\n\nADR-0007\n\n</div>", "adr-accepted"],
    ["<div title='ADR-0007'", "no-reference"],
    ["<div\ntitle='ADR-0007'>", "no-reference"],
    ["<p><del>ADR-0007</del></p>", "no-reference"],
    ["<pre>ADR-0007</pre>", "no-reference"],
    ["<script>ADR-0007</script>", "no-reference"],
  ])("%j is %s", (body, reason) => {
    expect(judge({ body }).reason).toBe(reason);
  });
  it.each([
    ["20240102-use-x", "docs/decisions/20240102-use-x.md", "adr-accepted"],
    ["2024-01-02-use-x", "docs/decisions/2024-01-02-use-x.md", "adr-accepted"],
    ["20240102", "docs/decisions/20240102-use-x.md", "no-reference"],
    ["2024-01-02", "docs/decisions/2024-01-02.md", "no-reference"],
    ["adr001", "docs/adr/adr001-log.md", "adr-accepted"],
    ["ADR 23", "docs/adr/2023-04-26_023-local-state.md", "adr-accepted"],
    ["ADR-0007", "docs/adr/2023-04-26-0007-x.md", "adr-accepted"],
    ["ADR-10", "docs/adr/2023-04-26-10-reasons.md", "adr-missing"],
    ["ADR-2024", "docs/adr/20230426-2024-plan.md", "adr-missing"],
  ])("%j with the record %s", (text, path, reason) => {
    expect(judge({ body: text, records: { [path]: accepted } }).reason).toBe(reason);
  });
});

describe("of several references", () => {
  const covers = (status: string, affects: string): string => front(`status: ${status}\naffects: [${affects}]`);
  it.each([
    ["ADR-8, then ADR-9", { "docs/adr/0008-x.md": record("Rejected"), "docs/adr/0009-x.md": record("Superseded by 1") }, "adr-rejected"],
    ["ADR-9, then ADR-8", { "docs/adr/0008-x.md": record("Rejected"), "docs/adr/0009-x.md": record("Superseded by 1") }, "adr-superseded"],
    ["ADR-42, ADR-7", { "docs/adr/0007-x.md": covers("accepted", "src/**") }, "adr-missing"],
    ["ADR-7, ADR-42", { "docs/adr/0007-x.md": covers("accepted", "src/**") }, "adr-out-of-scope"],
    ["ADR-7, ADR-42", { "docs/adr/0007-x.md": covers("accepted", "configs/**") }, "adr-accepted"],
    ["ADR-7", { "docs/adr/0007-x.md": covers("accepted", "configs/**, '!configs/constants/**'") }, "adr-out-of-scope"],
  ])("%s", (body, records, reason) => {
    expect(judge({ body, records }).reason).toBe(reason);
  });
  it("each may cover a part", () => {
    const records = {
      "docs/adr/0007-x.md": covers("accepted", "configs/constants/limits.yaml"),
      "docs/adr/0008-x.md": covers("accepted", "configs/constants/b.yaml"),
    };
    const changes = [limits, { status: "M", path: "configs/constants/b.yaml" } as const];
    expect(judge({ body: "ADR-7 ADR-8", changes, records })).toMatchObject({ reason: "adr-accepted", satisfiedBy: ["ADR-0007", "ADR-0008"] });
    expect(judge({ body: "ADR-7", changes, records }).reason).toBe("adr-out-of-scope");
  });
  it("an accepted one beats one of the same pull request, which beats a waiver", () => {
    const added = { status: "A", path: "docs/adr/0008-x.md", after: accepted } as const;
    const input = {
      changes: [limits, added],
      baseRecords: { "docs/adr/0007-x.md": accepted },
      records: { "docs/adr/0007-x.md": accepted, "docs/adr/0008-x.md": accepted },
      config: { waiver: { enabled: true, minLength: 15 } },
    };
    const waiver = "No-ADR: only a comment changes here";
    expect(judge({ ...input, body: `ADR-8 ADR-7\n\n${waiver}` })).toMatchObject({ reason: "adr-accepted", satisfiedBy: ["ADR-0008", "ADR-0007"] });
    expect(judge({ ...input, body: `${waiver}\n\nADR-8` })).toMatchObject({ reason: "adr-in-same-pr", satisfiedBy: ["ADR-0008"] });
    expect(judge({ ...input, body: waiver })).toMatchObject({ reason: "waiver", satisfiedBy: [] });
  });
  it("`ADR-0004..0007` names 4 alone", () => {
    expect(judge({ body: "ADR-0004..0007" }).references).toMatchObject([{ text: "ADR-0004", reason: "adr-missing" }]);
    expect(judge({ body: "ADR-0004..0007", records: { "docs/adr/0004-x.md": accepted } }).reason).toBe("adr-accepted");
  });
  it("with `requireOnBase`, one that was only proposed there does not do", () => {
    const path = "docs/adr/0007-limits.md";
    const changes = [limits, { status: "M", path, before: record("Proposed"), after: accepted } as const];
    const input = { body: "ADR-7", changes, baseRecords: { [path]: record("Proposed") } };
    expect(judge(input)).toMatchObject({ reason: "adr-in-same-pr", notices: ["adr-accepted-in-same-pr"] });
    expect(judge({ ...input, config: { requireOnBase: true } }).reason).toBe("adr-not-on-base");
    expect(judge({ body: "ADR-7", baseRecords: { [path]: accepted }, config: { requireOnBase: true } }).reason).toBe("adr-accepted");
  });
  it.each([
    ["A", accepted, {}, "adr-in-same-pr"],
    ["A", record("Proposed"), {}, "no-reference"],
    ["M", accepted, { "docs/adr/0008-x.md": record("Proposed") }, "no-reference"],
  ] as const)("unnamed counts an accepted record that is added: %s %j is not touched or proposed", (status, text, baseRecords, reason) => {
    const changes = [limits, { status, path: "docs/adr/0008-x.md", after: text } as const];
    const records = { "docs/adr/0008-x.md": text };
    expect(judge({ config: { reference: { implicit: "added-in-pr" } }, changes, records, baseRecords }).reason).toBe(reason);
  });
  it("a record that moves is not added", () => {
    const moved = { status: "R", oldPath: "doc/adr/0007-limits.md", path: "docs/adr/0007-limits.md", before: accepted, after: accepted } as const;
    const input = {
      config: { reference: { implicit: "added-in-pr" } },
      changes: [limits, moved],
      baseRecords: { "doc/adr/0007-limits.md": accepted },
    } as const;
    expect(judge(input).reason).toBe("no-reference");
    expect(judge({ ...input, body: "ADR-7" }).reason).toBe("adr-accepted");
  });
});

describe("a record's status", () => {
  it.each([
    [front("status: {proposed | rejected | accepted | deprecated | … | superseded by [ADR-0005](0005-example.md)}"), "adr-no-status"],
    [front('status: "{proposed | rejected | accepted | deprecated | … | superseded by ADR-0123}"'), "adr-no-status"],
    [front("status: [accepted]"), "adr-accepted"],
    [front("status: { accepted }"), "adr-accepted"],
    [front('status: "{accepted}"'), "adr-accepted"],
    [front("status: { proposed }"), "adr-not-accepted"],
    [front("status: { superseded }"), "adr-superseded"],
    [front("status: { in-progress }"), "adr-not-accepted"],
    [front("status: { status }"), "adr-no-status"],
    [front("status: { proposed, accepted }"), "adr-no-status"],
    [front("status: accepted # since 2020"), "adr-accepted"],
    [`${front("status:")}\n## Status\n\nAccepted\n`, "adr-accepted"],
    ['+++\nstatus = "accepted"\n+++\n\n# x\n', "adr-accepted"],
    [record("Accepted, superseded by 9"), "adr-accepted"],
    [record("Accepted - partly superseded by 9"), "adr-accepted"],
    [record("Supersedes 3"), "adr-not-accepted"],
    [record("- [ ] Proposed\n- [x] Accepted"), "adr-accepted"],
    [record("- [x] Proposed\n- [ ] Accepted"), "adr-not-accepted"],
    [record("```\nAccepted\n```"), "adr-no-status"],
    [record("<!-- Proposed | Accepted -->\nAccepted"), "adr-accepted"],
    [record("Proposed | Accepted | Superseded"), "adr-no-status"],
    [record("What is the status, such as proposed, accepted, rejected, deprecated, superseded, etc.?"), "adr-not-accepted"],
    [record("accepted\n\nDeprecated by ADR-9"), "adr-deprecated"],
    [record("2020-01-01: Accepted"), "adr-accepted"],
    [record("Proposed -> Accepted"), "adr-not-accepted"],
    ["# Status\n\nAccepted", "adr-accepted"],
    ["# x\n\n### Status\n\naccepted", "adr-accepted"],
    ["# x\n## Current Status\nAccepted\n", "adr-accepted"],
    ["# x\n\n**Status: Accepted**\n", "adr-accepted"],
    ["# x\n\n- Status: superseded by [20210101-x](20210101-x.md)\n", "adr-superseded"],
    ["# x\n\n- Status: [draft | proposed | rejected | accepted | deprecated | … | superseded by [xxx](yyyymmdd-xxx.md)] <!-- optional -->\n", "adr-no-status"],
    ["| Created    | Status |\n| ---------- | ------ |\n| 2020-04-26 | Open   |\n", "adr-not-accepted"],
    ["| Created    | Status |\n| ---------- | ------ |\n| 2020-04-26 | Accepted |\n", "adr-accepted"],
  ])("%j is %s", (text, reason) => {
    expect(judge({ body: "ADR-7", records: { "docs/adr/0007-x.md": text } }).reason).toBe(reason);
  });
});

describe("a record's age", () => {
  it.each([
    [front("status: accepted\ndate: 2025-12-31"), "docs/adr/0007-x.md", "adr-too-old"],
    [front("status: accepted\ndate: 2026-01-01"), "docs/adr/0007-x.md", "adr-accepted"],
    ["# x\n\n* Status: accepted\n* Date: 2020-01-01\n", "docs/adr/0007-x.md", "adr-too-old"],
    ["# x\n\nDate: 2020-01-01\n\n## Status\n\nAccepted\n", "docs/adr/0007-x.md", "adr-too-old"],
    [front("status: accepted\ndate: 2020-9-15"), "docs/adr/0007-x.md", "adr-too-old"],
    [front("status: accepted\ndate: { 2020-09-15 }"), "docs/adr/0007-x.md", "adr-too-old"],
    ["# x\n\n- Status: accepted\n- Date: 2020-Nov-09\n", "docs/adr/0007-x.md", "adr-too-old"],
    ["# x\n\nDate: 5th of June 2020\nStatus: accepted\n", "docs/adr/0007-x.md", "adr-too-old"],
    ["# x\n\nDate: September 20, 2020\nStatus: accepted\n", "docs/adr/0007-x.md", "adr-too-old"],
    ["# x\n\nDate: 01/02/2020\nStatus: accepted\n", "docs/adr/0007-x.md", "adr-accepted"],
    [accepted, "docs/adr/20200101-x.md", "adr-too-old"],
    [accepted, "docs/adr/2020-01-01-x.md", "adr-too-old"],
    [accepted, "docs/adr/0007-x.md", "adr-accepted"],
  ])("%j at %s is %s", (text, path, reason) => {
    expect(judge({ body: path, records: { [path]: text }, config: { maxAgeDays: 30 }, now: "2026-01-31T09:00:00Z" }).reason).toBe(reason);
  });
});

describe("a waiver", () => {
  it.each([
    ["No-ADR: only a comment changes here", "waiver"],
    ["no-adr: only a comment changes here", "waiver"],
    ["- No-ADR: only a comment changes here", "waiver"],
    ["- [x] No-ADR: only a comment changes here", "waiver"],
    ["# No-ADR: only a comment changes here", "waiver"],
    ["para\nNo-ADR: only a comment changes here", "waiver"],
    ["underlined\nNo-ADR: only a comment changes here\n---", "waiver"],
    ["**No-ADR:** only a comment changes here", "waiver"],
    ["No\u2011ADR: only a comment changes here", "waiver"],
    ["No-ADR: <reason>\n\nNo-ADR: only a comment changes here", "waiver"],
    ["No-ADR: short", "waiver-no-reason"],
    ["No-ADR:", "waiver-no-reason"],
    ["No-ADR: <!-- reason goes here please -->", "waiver-no-reason"],
    ["No-ADR: {your reason goes in here}", "waiver-no-reason"],
    ["No-ADR: TODO explain the reason here later", "waiver-no-reason"],
    ["No-ADR: aaaaaaaaaaaaaaaaaaaaaa", "waiver-no-reason"],
    ["text No-ADR: only a comment changes here", "no-reference"],
    ["No-ADR only a comment changes here", "no-reference"],
    ["~~No-ADR: only a comment changes here~~", "no-reference"],
    ["- [ ] No-ADR: only a comment changes here", "no-reference"],
    ["No-ADR: only a comment changes, see ADR-0042", "adr-missing"],
    ["ADR-0007\nNo-ADR: short", "adr-accepted"],
  ])("%j is %s", (body, reason) => {
    expect(judge({ body, config: { waiver: { enabled: true, minLength: 15 } } }).reason).toBe(reason);
  });
  it("that is switched off is told before a bad reason", () => {
    expect(judge({ body: "No-ADR: short" }).reason).toBe("waiver-disabled");
  });
});

describe("trailers", () => {
  it.each([
    ["x\n\nADR: ADR-0007", "adr-accepted"],
    ["x\n\nADR: 7\nSigned-off-by: a", "adr-accepted"],
    ["x\n\nadr: 0007", "adr-accepted"],
    ["x\n\nADR: 0007-limits", "adr-accepted"],
    ["x\n\nADR: docs/adr/0007-limits.md", "adr-accepted"],
    ["x\n\nADR: https://github.com/acme/app/blob/main/docs/adr/0007-limits.md", "adr-accepted"],
    ["x\n\nADR:\n  ADR-0007", "adr-accepted"],
    ["x\r\n\r\nADR: 7\r\n", "adr-accepted"],
    ["x\n\nNo-ADR: only a comment changes here", "waiver"],
    ["x\n\nADR-0007 in the text", "no-reference"],
    ["x\n\nADR: 7\n\nthe last paragraph", "no-reference"],
    ["x\n\nSee ADR: 7", "no-reference"],
  ])("%j is %s, locally and for a push", (message, reason) => {
    const config = { onPush: "trailers", waiver: { enabled: true, minLength: 15 } } as const;
    for (const event of ["local", "push"] as const)
      expect(judge({ event, body: "ADR-0007 in the text of a pull request does not count", commitMessages: ["first", message], config }).reason).toBe(reason);
  });
});

describe("a path", () => {
  it.each([
    ["dir/**", { status: "A", path: "dir", newMode: "120000" }, true],
    ["dir/**", { status: "M", path: "dir", newMode: "160000" }, true],
    ["dir/", { status: "A", path: "dir", newMode: "120000" }, true],
    ["dir/", { status: "M", path: "dir/a/b" }, true],
    ["dir", { status: "M", path: "dir/a/b" }, true],
    ["dir/**", { status: "M", path: "directory/a" }, false],
    ["Dir/**", { status: "M", path: "dir/a" }, false],
    ["g\u00e9/**", { status: "M", path: "ge\u0301/a" }, true],
    ["ge\u0301/**", { status: "M", path: "g\u00e9/a" }, true],
    ["dir/**", { status: "M", path: "dir/\udcff" }, true],
  ] as const)("%j selects %j: %s", (pattern, change, isGuarded) => {
    expect(judge({ config: { guardrails: [pattern] }, changes: [change] }).reason).toBe(isGuarded ? "no-reference" : "not-required");
  });
});

describe("`semantic`", () => {
  it.each([
    ["a.json", '{"a":1,"b":[1,2]}', '{ "b": [1, 2],\n"a": 1 }', "semantic-noop"],
    ["a.yaml", "a: &x [1]\nb: *x", "a: [1]\nb: [1]", "semantic-noop"],
    ["a.yaml", "a: 'x'", 'a: "x"', "semantic-noop"],
    ["a.YML", "a: 1", "a: 1 # why", "semantic-noop"],
    ["a.toml", "a=1\n# x\n", "a = 1", "semantic-noop"],
    ["a.json", '{"b":[1,2]}', '{"b":[2,1]}', "no-reference"],
    ["a.json", '{"a":9007199254740993}', '{"a":9007199254740992}', "no-reference"],
    ["a.yaml", "a: 1\n---\nb: 1", "a: 1\n---\nb: 2", "no-reference"],
    ["a.yaml", "a: .nan", "a: null", "no-reference"],
    ["a.yaml", "a: .inf", "a: -.inf", "no-reference"],
    ["a.yaml", "a: 1", "a: '1'", "no-reference"],
    ["a.yaml", "1: a", "'1': a", "no-reference"],
    ["a.yaml", "a: !x 1", "a: !y 1", "no-reference"],
    ["a.yaml", "a: 1\na: 2", "a: 1\na: 2\n#", "no-reference"],
    ["a.toml", "a = 1979-05-27", 'a = "1979-05-27"', "no-reference"],
    ["a.py", "a", "a ", "no-reference"],
  ])("%s from %j to %j is %s", (name, before, after, reason) => {
    expect(judge({ config: { semantic: true }, changes: [{ status: "M", path: `configs/constants/${name}`, before, after }] }).reason).toBe(reason);
  });
  it("a change of mode is one", () => {
    const change = { status: "M", path: "configs/constants/a.yaml", before: "a: 1", after: "a: 1 #", oldMode: "100644", newMode: "100755" } as const;
    expect(judge({ config: { semantic: true }, changes: [change] }).reason).toBe("no-reference");
  });
});
