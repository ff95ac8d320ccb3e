// Cases through `evaluate` and through the command on a real git repository: both give the reason that is written down.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordedIo } from "@caio/testing";
import { runCommand } from "@caio/repo-model/command";
import { parseYamlNow, toValue } from "@caio/repo-model/data";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adrGate, evaluate, type AdrGateOptions, type GateInput } from "./index.js";
import { isInFolders } from "./records/record-path.js";
import { textNeeds } from "./event/gather.js";
import { isKnowingManifest } from "./change/declared.js";
import { isMap } from "./event/review.js";
import { errorReasons, failReasons, passReasons, skipReasons, verdictOf, type Reason } from "./reasons.js";

/** A file by its text; `null` takes one away; a mode stands before the text. */
type Files = Readonly<Record<string, string | null | { readonly mode: string; readonly text: string }>>;
interface Case {
  readonly name: string;
  /** Options beside the guardrail `configs/constants/**`. */
  readonly options?: string;
  readonly base?: Files;
  readonly change?: Files;
  readonly body?: string;
  readonly event?: "merge_group" | "push" | "draft";
  readonly message?: string;
  readonly reason: Reason;
  readonly at?: readonly string[];
  readonly notices?: readonly string[];
}

const limits = "configs/constants/limits.yaml";
const accepted = "# 7. Limits\n\n## Status\n\nAccepted\n";
const record = (status: string): string => `# A decision\n\nDate: 2025-12-20\n\n## Status\n\n${status}\n`;
const common: Files = { [limits]: "limit: 10\n", "docs/adr/0007-limits.md": accepted, "requirements.txt": "fastapi==1\n", "src/a.py": "A = 1\n" };
const raised: Files = { [limits]: "limit: 20\n" };
const named = (name: string, status: string, reason: Reason): Case => ({
  name,
  base: { "docs/adr/0008-x.md": record(status) },
  change: raised,
  body: "ADR-0008",
  reason,
});
const waiver = "waiver: { enabled: true }";
const implicit = "reference: { implicit: added-in-pr }";

const cases: readonly Case[] = [
  { name: "nothing guarded", change: { "src/a.py": "A = 2\n" }, reason: "not-required" },
  { name: "documentation in a guardrail", change: { "configs/constants/README.md": "x\n" }, reason: "not-required" },
  { name: "an example", options: 'guardrails: ["caio/control/**"]', change: { "caio/control/plan_example.py": "x\n" }, reason: "not-required" },
  { name: "no reference", change: raised, body: "Raise the limit.", reason: "no-reference", at: [limits] },
  { name: "no text", change: raised, reason: "no-reference" },
  { name: "an accepted record by number", change: raised, body: "As ADR-0007 says.", reason: "adr-accepted" },
  { name: "by its short number", change: raised, body: "adr#7", reason: "adr-accepted" },
  { name: "by path", change: raised, body: "see docs/adr/0007-limits.md", reason: "adr-accepted" },
  { name: "by name", change: raised, body: "see 0007-limits", reason: "adr-accepted" },
  { name: "by link", change: raised, body: "[why](docs/adr/0007-limits.md#status)", reason: "adr-accepted" },
  { name: "in a comment", change: raised, body: "<!-- ADR-0007 -->", reason: "no-reference" },
  { name: "in a code block", change: raised, body: "```\nADR-0007\n```", reason: "no-reference" },
  { name: "in a quote", change: raised, body: "> ADR-0007", reason: "no-reference" },
  { name: "struck through", change: raised, body: "~~ADR-0007~~", reason: "no-reference" },
  { name: "in an unticked task", change: raised, body: "- [ ] ADR-0007", reason: "no-reference" },
  { name: "in a ticked task", change: raised, body: "- [x] ADR-0007", reason: "adr-accepted" },
  { name: "a number that is not there", change: raised, body: "ADR-0042", reason: "adr-missing" },
  { name: "a path that is not there", change: raised, body: "docs/adr/0042-x.md", reason: "adr-missing" },
  { name: "the path in other case", change: raised, body: "docs/ADR/0007-limits.md", reason: "adr-missing" },
  { name: "a template", base: { "docs/adr/template.md": "x\n" }, change: raised, body: "docs/adr/template.md", reason: "adr-not-a-record" },
  { name: "another repository", change: raised, body: "https://github.com/other/app/blob/main/docs/adr/0007-limits.md", reason: "adr-foreign-repo" },
  {
    name: "two with one number",
    base: { "docs/adr/0007-b.md": accepted },
    change: raised,
    body: "ADR-7",
    reason: "adr-ambiguous",
    notices: ["adr-duplicate-number"],
  },
  named("superseded", "Superseded by ADR-0009", "adr-superseded"),
  named("partly superseded", "Partly superseded by ADR-0007", "adr-accepted"),
  named("deprecated", "Deprecated", "adr-deprecated"),
  named("rejected", "Rejected", "adr-rejected"),
  named("proposed", "Proposed", "adr-not-accepted"),
  named("without a status", "", "adr-no-status"),
  {
    name: "MADR's placeholder",
    base: { "docs/adr/0008-x.md": "---\nstatus: {proposed | accepted}\n---\n# x\n" },
    change: raised,
    body: "ADR-8",
    reason: "adr-no-status",
  },
  {
    name: "a missing status that counts",
    options: "missingStatus: accept",
    base: { "docs/adr/0008-x.md": "# x\n" },
    change: raised,
    body: "ADR-8",
    reason: "adr-accepted",
  },
  {
    name: "a word of the house",
    options: "acceptedStatuses: [implemented]",
    base: { "docs/adr/0008-x.md": record("Implemented") },
    change: raised,
    body: "ADR-8",
    reason: "adr-accepted",
  },
  {
    name: "out of scope",
    base: { "docs/adr/0008-x.md": "---\nstatus: accepted\naffects: [src/**]\n---\n# x\n" },
    change: raised,
    body: "ADR-8",
    reason: "adr-out-of-scope",
  },
  {
    name: "in scope",
    base: { "docs/adr/0008-x.md": "---\nstatus: accepted\naffects: [configs/]\n---\n# x\n" },
    change: raised,
    body: "ADR-8",
    reason: "adr-accepted",
  },
  { name: "strict", options: "coverage: strict", change: raised, body: "ADR-7", reason: "adr-out-of-scope" },
  { name: "too old", options: "maxAgeDays: 10", base: { "docs/adr/0008-x.md": record("Accepted") }, change: raised, body: "ADR-8", reason: "adr-too-old" },
  {
    name: "young enough",
    options: "maxAgeDays: 30",
    base: { "docs/adr/0008-x.md": record("Accepted") },
    change: raised,
    body: "ADR-8",
    reason: "adr-accepted",
  },
  { name: "added in this change", change: { ...raised, "docs/adr/0008-x.md": accepted }, body: "ADR-8", reason: "adr-in-same-pr" },
  { name: "added, and not named", change: { ...raised, "docs/adr/0008-x.md": accepted }, reason: "no-reference" },
  { name: "added, and counted unnamed", options: implicit, change: { ...raised, "docs/adr/0008-x.md": accepted }, reason: "adr-in-same-pr" },
  {
    name: "touched, and not counted unnamed",
    options: implicit,
    change: { ...raised, "docs/adr/0007-limits.md": `${accepted}\nMore.\n` },
    reason: "no-reference",
  },
  {
    name: "accepted in this change",
    base: { "docs/adr/0008-x.md": record("Proposed") },
    change: { ...raised, "docs/adr/0008-x.md": record("Accepted") },
    body: "ADR-8",
    reason: "adr-in-same-pr",
    notices: ["adr-accepted-in-same-pr"],
  },
  { name: "not on the base", options: "requireOnBase: true", change: { ...raised, "docs/adr/0008-x.md": accepted }, body: "ADR-8", reason: "adr-not-on-base" },
  {
    name: "a record that the change deletes",
    change: { ...raised, "docs/adr/0007-limits.md": null, "docs/adr/0009-x.md": accepted },
    body: "ADR-7",
    reason: "adr-missing",
  },
  { name: "no records at all", base: { "docs/adr/0007-limits.md": null }, change: raised, body: "ADR-7", reason: "adr-folder-missing" },
  { name: "all of them must do", options: "require: all", change: raised, body: "ADR-7 ADR-42", reason: "adr-missing" },
  {
    name: "one-sided supersession",
    base: { "docs/adr/0006-x.md": record("Superseded by ADR-0007") },
    change: raised,
    body: "ADR-7",
    reason: "adr-accepted",
    notices: ["one-sided-supersession"],
  },
  { name: "a waiver that does not count", change: raised, body: "No-ADR: only a comment changes here", reason: "waiver-disabled" },
  { name: "a waiver", options: waiver, change: raised, body: "No-ADR: only a comment changes here", reason: "waiver" },
  { name: "a waiver without a reason", options: waiver, change: raised, body: "No-ADR: todo", reason: "waiver-no-reason" },
  {
    name: "a failing reference before a waiver",
    options: waiver,
    change: raised,
    body: "ADR-42\n\nNo-ADR: only a comment changes here",
    reason: "adr-missing",
  },
  { name: "a new dependency", change: { "requirements.txt": "fastapi==1\nhttpx\n" }, reason: "no-reference", at: ["requirements.txt"] },
  { name: "a version bump", change: { "requirements.txt": "fastapi==2\n" }, reason: "not-required" },
  {
    name: "what pyproject.toml has",
    base: { "pyproject.toml": '[project]\nname = "x"\ndependencies = ["Pydantic_Settings"]\n' },
    change: { "requirements.txt": "fastapi==1\npydantic-settings\n" },
    reason: "not-required",
  },
  { name: "an unreadable manifest", change: { "package.json": "{" }, reason: "no-reference", at: ["package.json"], notices: ["manifest-unparseable"] },
  { name: "a dev dependency", change: { "requirements-dev.txt": "x\n" }, reason: "not-required", notices: ["dependency-dev-added"] },
  {
    name: "a pre-approved one",
    options: "dependencies: { preApproved: [httpx] }",
    change: { "requirements.txt": "fastapi==1\nhttpx\n" },
    reason: "not-required",
  },
  { name: "the configuration", change: { "caio.yaml": "{}\n" }, reason: "no-reference", at: ["caio.yaml"] },
  { name: "the configuration, unprotected", options: "protectConfig: false", change: { "caio.yaml": "{}\n" }, reason: "not-required" },
  { name: "an executable bit", change: { [limits]: { mode: "100755", text: "limit: 10\n" } }, reason: "no-reference", at: [limits] },
  { name: "a link", change: { [limits]: { mode: "120000", text: "/etc/passwd" } }, reason: "no-reference", at: [limits] },
  { name: "a deletion", change: { [limits]: null }, reason: "no-reference", at: [limits] },
  { name: "a move out", change: { [limits]: null, "limits.yaml": "limit: 10\n" }, reason: "no-reference", at: [limits] },
  { name: "a move in", change: { "configs/constants/a.py": "A = 1\n", "src/a.py": null }, reason: "no-reference", at: ["configs/constants/a.py"] },
  { name: "a name with a line end", change: { "configs/constants/a\nb": "x" }, reason: "no-reference", at: ["configs/constants/a\nb"] },
  { name: "a name in NFD", options: 'guardrails: ["\u00e9/**"]', change: { "e\u0301/a": "x" }, reason: "no-reference", at: ["e\u0301/a"] },
  { name: "other case", options: 'guardrails: ["Src/**"]', change: { "src/a.py": "A = 2\n" }, reason: "not-required" },
  { name: "a negated pattern", options: 'guardrails: [{ id: g, paths: ["!src/**", "**"] }]', change: { "src/a.py": "A = 2\n" }, reason: "not-required" },
  { name: "negated patterns alone", options: 'guardrails: ["!src/**"]', change: raised, reason: "config-invalid" },
  { name: "a backslash", options: 'guardrails: ["configs\\\\constants\\\\**"]', change: raised, reason: "no-reference", notices: ["pattern-backslash"] },
  {
    name: "a dead pattern",
    options: 'guardrails: ["docs/NORTH_STAR.md"]',
    change: { "docs/NORTH_STAR.md": "x\n" },
    reason: "not-required",
    notices: ["pattern-dead"],
  },
  { name: "equal data", options: "semantic: true", change: { [limits]: "# why\nlimit:   10\n" }, reason: "semantic-noop" },
  { name: "other data", options: "semantic: true", change: raised, reason: "no-reference" },
  { name: "a draft", change: raised, event: "draft", reason: "no-reference" },
  { name: "a draft that may wait", options: "draft: notice", change: raised, event: "draft", reason: "draft-notice" },
  { name: "a merge queue", change: raised, event: "merge_group", reason: "body-unavailable" },
  { name: "a merge queue without anything guarded", change: { "src/a.py": "A = 2\n" }, event: "merge_group", reason: "not-required" },
  { name: "a merge queue that is trusted", options: "mergeGroup: skip", change: raised, event: "merge_group", reason: "merge-group-trusted" },
  { name: "a push", change: raised, event: "push", reason: "no-pull-request" },
  { name: "a push with a trailer", options: "onPush: trailers", change: raised, event: "push", message: "x\n\nADR: 7", reason: "adr-accepted" },
  { name: "a push without one", options: "onPush: trailers", change: raised, event: "push", message: "x", reason: "no-reference" },
  { name: "a body over 1 MB", change: raised, body: "x".repeat(1_000_001), reason: "body-truncated" },
];

const sectionOf = ({ options = "" }: Case): string =>
  `adr-gate:\n${options.startsWith("guardrails") ? "" : '  guardrails: ["configs/constants/**"]\n'}${options === "" ? "" : `  ${options}\n`}`;
const filesOf = (one: Case, isHead: boolean): Files => ({ ...common, "caio.yaml": sectionOf(one), ...one.base, ...(isHead ? one.change : {}) });
const present = (files: Files): Map<string, { mode: string; text: string }> =>
  new Map(
    Object.entries(files).flatMap(([path, file]) => (file === null ? [] : [[path, typeof file === "string" ? { mode: "100644", text: file } : file] as const])),
  );

const folder = mkdtempSync(join(tmpdir(), "caio-git-cases-"));
const root = join(folder, "repository");
const ids = new Map<string, string>();
const git = (args: readonly string[], input = ""): string => execFileSync("git", ["-C", root, ...args], { input, encoding: "utf8" });

beforeAll(() => {
  execFileSync("git", ["init", "--quiet", "--initial-branch", "none", root]);
  const parts: string[] = [];
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const quoted = (path: string): string => `"${path.replaceAll("\n", "\\n")}"`;
  for (const [index, one] of cases.entries()) {
    for (const isHead of [false, true]) {
      parts.push(`commit refs/heads/${isHead ? "head" : "base"}-${index}\ncommitter a <a@example.org> 1700000000 +0000\n${data(one.message ?? "x")}`);
      if (isHead) parts.push(`from refs/heads/base-${index}\ndeleteall\n`);
      for (const [path, { mode, text }] of present(filesOf(one, isHead))) parts.push(`M ${mode} inline ${quoted(path)}\n${data(text)}`);
    }
  }
  git(["fast-import", "--quiet"], parts.join(""));
  for (const line of git(["for-each-ref", "--format=%(refname:short) %(objectname)"]).trim().split("\n")) {
    const [name = "", id = ""] = line.split(" ");
    ids.set(name, id);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The input that the command must arrive at by itself. */
async function inputOf(one: Case): Promise<GateInput> {
  const schema = await adrGate.options.schema();
  const { root: node } = parseYamlNow(sectionOf(one));
  const section = node === undefined ? undefined : toValue(node);
  const config = schema.parse(isMap(section) ? section["adr-gate"] : undefined) as AdrGateOptions;
  const [before, after] = [present(filesOf(one, false)), present(filesOf(one, true))];
  const needs = textNeeds(config);
  const changes = [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((path): GateInput["changes"] => {
    const [old, now] = [before.get(path), after.get(path)];
    if (old?.mode === now?.mode && old?.text === now?.text) return [];
    const status = old === undefined ? "A" : now === undefined ? "D" : old.mode.slice(0, 3) === now.mode.slice(0, 3) ? "M" : "T";
    const textOf = (file: typeof old): string | undefined => (needs(path) && file?.mode.startsWith("100") === true ? file.text : undefined);
    return [{ status, path, oldMode: old?.mode ?? "000000", newMode: now?.mode ?? "000000", before: textOf(old), after: textOf(now) }];
  });
  const texts = (files: typeof before, isWanted: (path: string) => boolean): Record<string, string> =>
    Object.fromEntries([...files].flatMap(([path, { text }]) => (isWanted(path) ? [[path, text]] : [])));
  const isRecord = (path: string): boolean => isInFolders(path, config.adr.dirs);
  return {
    config,
    event: one.event === undefined || one.event === "draft" ? "pull_request" : one.event,
    repository: "acme/app",
    body: one.event === "merge_group" || one.event === "push" ? null : (one.body ?? ""),
    draft: one.event === "draft",
    ...(one.event === "push" ? { commitMessages: [one.message ?? "x"] } : {}),
    changes,
    records: texts(after, isRecord),
    baseRecords: texts(before, isRecord),
    baseManifests: texts(before, isKnowingManifest),
    now: "2026-01-10T09:00:00Z",
  };
}

function payloadOf(one: Case, base: string, head: string): object {
  const repository = { full_name: "acme/app" };
  if (one.event === "merge_group") return { merge_group: { base_sha: base, head_sha: head }, repository };
  if (one.event === "push") return { before: base, after: head, repository };
  const pull = {
    body: one.body ?? "",
    draft: one.event === "draft",
    base: { sha: base, ref: "main", repo: repository },
    head: { sha: head, repo: repository },
  };
  return { pull_request: pull, repository };
}

/** What the command says. */
async function told(index: number, one: Case): Promise<{ readonly reason: string; readonly at: readonly string[] }> {
  const event = join(folder, "event.json");
  writeFileSync(event, JSON.stringify(payloadOf(one, ids.get(`base-${index}`) ?? "", ids.get(`head-${index}`) ?? "")));
  // What a run without a configuration of its own does not judge at all.
  writeFileSync(join(root, "caio.yaml"), sectionOf(one));
  const GITHUB_EVENT_NAME = one.event === undefined || one.event === "draft" ? "pull_request" : one.event;
  const { io, said } = recordedIo(root, { environment: { GITHUB_EVENT_PATH: event, GITHUB_EVENT_NAME } });
  await runCommand([adrGate], { argv: ["--reporter", "json"], io });
  const report: {
    findings: { rule: string; path: string }[];
    troubles: { code: string }[];
    summary: { notRun: { reason: string }[] };
  } = JSON.parse(said());
  const [trouble] = report.troubles;
  const [skipped] = report.summary.notRun;
  const rules = new Set(report.findings.map(({ rule }) => rule.replace("adr-gate/", "")));
  const reason = trouble?.code.toLowerCase().replaceAll("_", "-") ?? skipped?.reason ?? ([...rules].join(" ") || "pass");
  return { reason, at: [...new Set(report.findings.map(({ path }) => path))] };
}

describe("both ways", () => {
  it.each(cases.map((one, index) => ({ index, ...one })))("$name: $reason", async ({ index, ...one }) => {
    const verdict = evaluate(await inputOf(one));
    expect([verdict.reason, verdict.notices]).toEqual([one.reason, one.notices ?? []]);
    const answer = await told(index, one);
    expect(answer.reason).toBe(verdictOf(one.reason) === "pass" ? "pass" : one.reason);
    if (verdictOf(one.reason) === "fail") expect(answer.at).toEqual([...new Set(verdict.triggers.map(({ path }) => path))]);
    if (one.at !== undefined) expect(answer.at).toEqual(one.at);
  });
  it("there are more than sixty, and every reason is among them but those that only a run can meet", () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    const missing = [...passReasons, ...failReasons, ...errorReasons, ...skipReasons].filter((reason) => !cases.some((one) => one.reason === reason));
    // The program's own tests show these: a shallow clone, an unreadable event, no pull request at a machine of one's own.
    expect(missing).toEqual(["no-base", "event-unreadable", "local-skip"]);
  });
});
