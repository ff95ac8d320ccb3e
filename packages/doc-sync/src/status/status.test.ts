// Statuses end to end: Phase 12's own documents, declared and not.
import { applyEdits, type TextEdit } from "@caio/repo-model/text";
import { judge } from "@caio/testing";
import { expect, it } from "vitest";
import { docSync } from "../index.js";

const northStar = (phases: readonly [string, string, string, string]): string => `# North Star

## 8. Mathematical Autopsy (MA) Process

### Phase 1: Intuition & Problem Framing ✅
- Frame the problem

### Phase 2: Master Equation ✅
- Write the master equation

${phases[0]}
- Create \`invariants/INV-CAIO-XXXX.yaml\` for each guarantee
- Write lemmas proving properties
- Link to master equation

${phases[1]}
- Service discovery verification

${phases[2]}
- Artifacts from notebooks

${phases[3]}
- Implement master equation

\`\`\`markdown
### Phase 3: Invariants & Lemmas (Pending)
\`\`\`

> ### Phase 4: Verification Notebooks (Pending)

<!-- ### Phase 5: CI Enforcement (Pending) -->

## Changelog

### Phase 6: Code Implementation (Pending)
`;

const plan = `# Execution plan

## Phase completion status

| Phase | Title | Status | Notes |
|---|---|---|---|
| Phase 1 | Intuition & Problem Framing | ✅ Complete | 2025-10-01 |
| Phase 2 | Master Equation | ✅ Complete | 2025-10-12 |
| **Phase 3** | Invariants & Lemmas | ✅ **Complete** | 2025-11-02 |
| Phase 4 | Verification Notebooks | ✅ Complete (2025-11-20) | |
| Phase 5 | CI Enforcement | Done | |
| Phase 6 | Code Implementation | ✅ | |
| Phase 7 | Service | 🚧 In Progress | |
`;

const pending = [
  "### Phase 3: Invariants & Lemmas (Pending)",
  "### Phase 4: Verification Notebooks ⏳ Pending",
  "### Phase 5: CI Enforcement ⏳",
  "### Phase 6: Code Implementation - *Pending*",
] as const;
const complete = [
  "### Phase 3: Invariants & Lemmas ✅",
  "### Phase 4: Verification Notebooks ✅",
  "### Phase 5: CI Enforcement ✅",
  "### Phase 6: Code Implementation ✅",
] as const;

const files = { "docs/NORTH_STAR.md": northStar(pending), "docs/operations/execution_plan.md": plan };
const options = {
  sources: [
    {
      id: "phases",
      file: "docs/operations/execution_plan.md",
      select: { heading: "Phase completion status", table: { key: "Phase", value: "Status" } },
      entity: "Phase {key}",
    },
  ],
  mirrors: [{ source: "phases", files: ["docs/**/*.md", "README.md"] }],
};

it("North Star Section 8 shows Phases 3-6 as complete: byte for byte what step 1.3 of Phase 12 writes", async () => {
  const { findings, troubles } = await judge(docSync, files, { options });
  expect(troubles).toEqual([]);
  expect(findings.map(({ severity, message }) => [severity, message])).toEqual(
    [
      ["Phase 3", "Pending", "Complete"],
      ["Phase 4", "Pending", "Complete"],
      ["Phase 5", "⏳", "Done"],
      ["Phase 6", "Pending", "✅"],
    ].map(([entity, here, there]) => ["error", `\`${entity}\` is \`${here}\` here and \`${there}\` in \`docs/operations/execution_plan.md\`.`]),
  );
  const edits = findings.flatMap(({ fix }) => (fix?.kind === "safe" ? fix.edits : [])).filter((edit): edit is TextEdit => "range" in edit);
  const after = applyEdits(files["docs/NORTH_STAR.md"], edits);
  expect(after).toBe(northStar(complete));
  expect((await judge(docSync, { ...files, "docs/NORTH_STAR.md": after }, { options })).findings).toEqual([]);
});

it("without configuration the same conflicts are warnings that name both places, and are not fixed", async () => {
  const { findings } = await judge(docSync, files);
  expect(findings).toHaveLength(4);
  for (const { severity, fix, related } of findings) {
    expect([severity, fix]).toEqual(["warning", undefined]);
    expect(related?.map(({ at }) => at.path)).toEqual(["docs/operations/execution_plan.md"]);
  }
});

it("another plan's own phase of the same number is another thing", async () => {
  const other = "# Store\n\n### Phase 3: Migration of the store (Pending)\n\n### Phase 4: Clean-up of the old tables (Pending)\n";
  expect((await judge(docSync, { ...files, "docs/NORTH_STAR.md": northStar(complete), "docs/store.md": other })).findings).toEqual([]);
  expect((await judge(docSync, { ...files, "docs/NORTH_STAR.md": northStar(complete), "docs/store.md": other }, { options })).findings).toEqual([]);
});

it("what a source contradicts is told once, whatever documents that are no mirrors say", async () => {
  const record = "---\nstatus: done\n---\n\n# Phase 3: Invariants & Lemmas\n";
  const { findings } = await judge(docSync, { ...files, "plans/three.md": record }, { options, rule: "status-conflict" });
  expect(findings.map(({ at, severity }) => [at.path, severity])).toEqual(Array.from({ length: 4 }, () => ["docs/NORTH_STAR.md", "error"]));
});

it("plans of the same name for other subjects are other plans", async () => {
  const plan = (state: string): string => `# Plan\n\n## Phase 2: Type classes (${state})\n\n## Phase 4: Worked examples (${state})\n`;
  const found = async (first: string, second: string): Promise<number> =>
    (await judge(docSync, { [first]: plan("Done"), [second]: plan("Pending") })).findings.length;
  expect(await found("docs/HASKELL_GUIDE_TODO.md", "docs/RUST_GUIDE_TODO.md")).toBe(0);
  expect(await found("docs/HASKELL_GUIDE_TODO.md", "docs/HASKELL_GUIDE_PLAN.md")).toBe(2);
  expect(await found("docs/MASTER_GUIDE_TODO.md", "docs/RUST_GUIDE_TODO.md")).toBe(2);
});

it("a document that says two things of one phase in two places is told; parts of one list are not", async () => {
  const head = "# Plan\n\n## Phase 1: Parser\n\nText.\n\n## Phase 2: Kotlin guide\n\n**Status**: Not started\n\n";
  const list = "## Progress\n\n- ✅ Phase 1: Parser - Complete\n- ✅ Phase 2: Kotlin - Complete\n";
  expect((await judge(docSync, { "docs/todo.md": head + list })).findings.map(({ at, related }) => [at.start.line, related?.[0]?.at.start.line])).toEqual([
    [9, 14],
  ]);
  const bold = "## Work\n\n**Phase 2**: Pending\n\n## Close\n\n**Phase 2**: 7/7 tasks ✅ Complete\n";
  expect((await judge(docSync, { "docs/todo.md": head.replace("**Status**: Not started\n\n", "") + bold })).findings).toHaveLength(1);
  const parts = "## Work\n\n- Phase 2: first half: done\n- Phase 2: second half: pending\n";
  expect((await judge(docSync, { "docs/todo.md": parts })).findings).toEqual([]);
});

it("of two plans that call all phases but one alike, the others are compared", async () => {
  const plan = (third: string, state: string): string =>
    `# Plan\n\n| Sprint | Title | Status |\n|---|---|---|\n| Sprint 1 | Foundation | Done |\n| Sprint 2 | Tool integration | Done |\n| Sprint 3 | ${third} | Done |\n| Sprint 4 | Polish | ${state} |\n`;
  expect((await judge(docSync, { "PLAN.md": plan("Memory", "Pending"), "TESTS.md": plan("Persistence", "Done") })).findings).toHaveLength(1);
});

it("what several documents say stands together, though one of them alone has titles of both", async () => {
  const plan = (titles: Readonly<Record<number, string>>, state: string): string =>
    `# Plan\n\n${Object.entries(titles)
      .map(([number, title]) => `## Phase ${number}: ${title}\n\n**Status:** ${state}\n`)
      .join("\n")}`;
  const shared = { 4: "Canvas rewrite", 5: "Team roster", 6: "Watch board" };
  const files = {
    "docs/STATUS.md": plan({ 1: "Broker core", 2: "Agent forms", 3: "Context loading", 4: "Canvas services", 5: "Team roster", 6: "Watch board" }, "Complete"),
    "docs/ROADMAP.md": plan({ 1: "Telemetry counters", 2: "Release notes", 3: "Ledger files", ...shared }, "Not started"),
    "docs/specs.md": plan({ 3: "Context loading", ...shared }, "Not started"),
    "docs/design/specs.md": plan({ 3: "Context loading", ...shared }, "Not started"),
  };
  const { findings } = await judge(docSync, files, { rule: "status-conflict" });
  const fourth = findings.filter(({ message }) => message.startsWith("`Phase 4"));
  expect(fourth.map(({ at, related }) => [at.path, ...(related ?? []).map((one) => one.at.path)])).toEqual([
    ["docs/STATUS.md", "docs/design/specs.md", "docs/specs.md", "docs/ROADMAP.md"],
  ]);
});

it("one plan that sections divide, or says a thing twice in other words, is one plan", async () => {
  const sections =
    "# Work\n\n## Active\n\n### Mission 6: Learning loop\n\n**Status**: Ready to start\n\n## Done\n\n### Mission 4: First runs\n\n**Status**: Complete\n\n";
  const table = "| Mission | Status |\n|---|---|\n| Mission 4 | ✅ Complete |\n| Mission 6 | ✅ Complete |\n";
  expect((await judge(docSync, { "docs/index.md": `${sections}## All\n\n${table}` })).findings.map(({ at }) => at.start.line)).toEqual([7]);
  const list =
    "# Plan\n\n**Phase 8.0: Local set-up of services** ✅ DONE\n\n**Phase 8.1: End-to-End Testing (scripts)** 🟡 IN PROGRESS\n\n**Phase 8.2: Fault scenarios** ✅ DONE\n\n## Done\n\n";
  const done = "1. ✅ **Phase 8.0**: Local set-up\n2. ✅ **Phase 8.1**: Script-based E2E tests\n3. ✅ **Phase 8.2**: Fault scenarios\n";
  expect((await judge(docSync, { "docs/state.md": list + done })).findings.map(({ at }) => at.start.line)).toEqual([5]);
});

it("a list of a document that calls its phases more shortly belongs to its headings", async () => {
  const state = "# State\n\n- **Phase 3 (Universal rules)**: ✅ Complete\n- **Phase 4 (Cleanup)**: ✅ Complete\n- **Phase 5 (Page server)**: Pending\n\n";
  const headings = "## Phase 3: Universal rules\n\n## Phase 4: Tool-specific cleanup\n\n## Phase 5: Page server of all\n\n## Phase 6: Route tables\n";
  const plan = "# Plan\n\n## Phase 4: Tool-specific cleanup\n\n**Status**: Pending\n\n## Phase 5: Page server of all\n\n**Status**: Pending\n";
  expect((await judge(docSync, { "docs/left.md": state + headings, "docs/todo.md": plan })).findings.map(({ at }) => [at.path, at.start.line])).toEqual([
    ["docs/todo.md", 5],
  ]);
});

it("two documents whose numbers are all called alike, if not the same, are one plan", async () => {
  const plan = (titles: readonly string[], state: string): string =>
    titles.map((title, number) => `## Phase ${number}: ${title}\n\n**Status**: ${state}\n\n`).join("");
  const one = plan(["Clean repo state", "Forge agent registry", "Ultra layer of services", "First ultra missions"], "Complete");
  const two = plan(["Clean state on both sides", "Forge as the chart", 'Ultra "layer" of services: prompts', 'First "ultra" missions'], "In progress");
  expect((await judge(docSync, { "docs/state.md": one, "system/docs/roadmap.md": two })).findings).toHaveLength(4);
  const other = plan(["Clean state on both sides", "Ledger of parts", 'Ultra "layer" of services: prompts', "Route tables"], "In progress");
  expect((await judge(docSync, { "docs/state.md": one, "system/docs/roadmap.md": other })).findings).toEqual([]);
});

it("what has no title joins no two things that are called otherwise", async () => {
  const readme =
    "| Phase | Component | Status |\n|---|---|---|\n| 1 | Modem core | ✅ Complete |\n| 2 | Word structure | ✅ Complete |\n| 3 | State machine | ✅ Complete |\n| 4 | Ledger store | ✅ Complete |\n";
  const summary =
    "- Phase 1: Complete (Modem core)\n- Phase 2: Complete (Word structure)\n- Phase 3: Complete (State machine)\n- Phase 4: Next (Audio ports)\n";
  expect((await judge(docSync, { "README.md": readme, "docs/state.md": summary })).findings).toEqual([]);
  expect((await judge(docSync, { "README.md": readme, "docs/state.md": summary.replace("Audio ports", "Ledger store") })).findings).toHaveLength(1);
});

it("a summary of the work is read; a report of a moment is not", async () => {
  const plan = { "plan.md": "# Plan\n\n## Phase 4.2: Template builder ✅\n\n## Phase 4.3: Theme variants ✅\n" };
  const text = "# All phases\n\n## Phase 4.2: Template builder (Planned)\n\n## Phase 4.3: Theme variants ✅\n";
  expect((await judge(docSync, { ...plan, "docs/IMPLEMENTATION_SUMMARY.md": text })).findings).toHaveLength(1);
  expect((await judge(docSync, { ...plan, "docs/TEST_REPORT.md": text })).findings).toEqual([]);
  expect((await judge(docSync, { ...plan, "docs/SUMMARY_2025-01-02.md": text })).findings).toEqual([]);
  expect((await judge(docSync, { ...plan, "docs/plan_discussion.md": text })).findings).toEqual([]);
  expect((await judge(docSync, { ...plan, "docs/agents/web.md": text })).findings).toEqual([]);
  expect((await judge(docSync, { ...plan, "docs/agent-framework.md": text })).findings).toHaveLength(1);
});

it("what a report on one phase calls next is next no more when it is done elsewhere", async () => {
  const report = "# Phase 2 COMPLETE\n\n## Phase 2.1: Tools module ✅\n\n## Phase 2.2: Page module ✅\n\n**Next Phase**: Phase 3: Ledger files\n";
  const plan = "# Plan\n\n## Phase 2: Big files ✅\n\n## Phase 3: Ledger files ✅\n";
  expect((await judge(docSync, { "PHASE_2_COMPLETE.md": report, "plan.md": plan })).findings).toEqual([]);
  expect((await judge(docSync, { "STATE.md": report, "plan.md": plan })).findings).toHaveLength(1);
  const behind = report.replace("**Next Phase**: Phase 3: Ledger files", "### Phase 3: Ledger files (Next)");
  expect((await judge(docSync, { "PHASE_2_COMPLETE.md": behind, "plan.md": plan })).findings).toEqual([]);
});

it("what stands as next behind a title, or in a column of states, is begun or done elsewhere", async () => {
  const plan = "# Phase 1: Core framework - COMPLETE\n";
  const readme = "# Tool\n\n### Phase 0: Preparation of work ✅ COMPLETE\n\n### Phase 1: Core framework (Weeks 1-4) - NEXT\n";
  expect((await judge(docSync, { "docs/PHASE1_DONE.md": plan, "README.md": readme })).findings).toHaveLength(1);
  const table = "| Phase | Status |\n|---|---|\n| Phase 0: Preparation of work | ✅ Complete |\n| Phase 1: Core framework | ⏭️ Next |\n";
  expect((await judge(docSync, { "docs/PHASE1_DONE.md": plan, "docs/PHASE0_COMPLETE.md": table })).findings).toHaveLength(1);
});

it("numbers without titles speak of the one plan beside them", async () => {
  const plan = "# Plan\n\n## Phase 1: Portal (done)\n\n## Phase 2: Access rules (in progress)\n\n## Phase 3: Services (pending)\n";
  const other = "# Nodes\n\n## Phase 1: Servers (done)\n\n## Phase 2: Container runtime (done)\n\n## Phase 3: Storage classes (done)\n";
  const bare = "| Phase | Status |\n|---|---|\n| Phase 1 | Complete |\n| Phase 2 | Next |\n| Phase 3 | Pending |\n";
  const told = async (files: Readonly<Record<string, string>>): Promise<number> => (await judge(docSync, files)).findings.length;
  expect(await told({ "docs/sso/plan.md": plan, "docs/nodes/plan.md": other, "docs/sso/overview.md": bare })).toBe(1);
  expect(await told({ "docs/sso/plan.md": plan, "docs/sso/nodes.md": other, "docs/sso/overview.md": bare })).toBe(0);
  expect(await told({ "docs/sso/plan.md": plan, "docs/nodes/plan.md": other, "docs/overview.md": bare })).toBe(0);
});

it("what a status line says of several things is compared with other documents", async () => {
  const plan = "# Plan\n\n## Phase 1: Portal (done)\n\n## Phase 2: Access rules (in progress)\n\n## Phase 3: Services (pending)\n";
  const told = async (text: string, more: Readonly<Record<string, string>> = {}): Promise<number> =>
    (await judge(docSync, { "docs/plan.md": plan, "docs/state.md": `# State\n\n${text}\n`, ...more })).findings.length;
  expect(await told("**Status**: Phases 1-3 Complete")).toBe(2);
  expect(await told("**Status**: Phase 1 complete, Phase 2 complete, Phase 3 not started")).toBe(1);
  expect(await told("**Status**: Phases 1-2 complete")).toBe(0);
  expect(await told("**Status**: Phases 1-3 in progress")).toBe(0);
  expect(await told("## Success criteria\n\n### Phase 1-3 Complete")).toBe(0);
  expect(await told("- [Rights](plan.md) - their own plan (Phases 1-3 complete)")).toBe(0);
  const other = "# Nodes\n\n## Phase 1: Servers (done)\n\n## Phase 2: Container runtime (done)\n\n## Phase 3: Storage classes (done)\n";
  expect(await told("**Status**: Phases 1-3 Complete", { "docs/nodes.md": other })).toBe(0);
});

it("two documents of one title speak of one thing", async () => {
  const plan = (title: string): string => `# ${title}\n\n## Phase 1: Portal (done)\n\n## Phase 2: Access rules (done)\n\n## Phase 3: Services (done)\n`;
  const state = (title: string): string => `# ${title}\n\n### Phase 1 (done)\n\n### Phase 2 (next - 2 days)\n\n### Phase 3 (planned)\n`;
  const told = async (one: string, two: string): Promise<number> =>
    (await judge(docSync, { "docs/a/x.md": plan(one), "docs/b/x.md": state(two), "docs/c.md": plan("Nodes").replaceAll(/Portal|Access rules/g, "Racks") }))
      .findings.length;
  expect(await told("Complex data extraction - Status", "Complex Data Extraction: Status")).toBe(2);
  expect(await told("Implementation Status", "Implementation Status")).toBe(0);
  expect(await told("Complex data extraction", "Simple data extraction")).toBe(0);
});

it("the first part of a thing may be done before the thing", async () => {
  const text = (state: string): string => `# State\n\n## Phase 3: Query learning foundation ✅\n\n## Later\n\n### Phase 3: Query learning (${state})\n`;
  expect((await judge(docSync, { "a.md": text("next sprint") })).findings).toEqual([]);
  expect((await judge(docSync, { "a.md": text("next sprint").replace(" foundation", "") })).findings).toHaveLength(1);
  expect((await judge(docSync, { "a.md": text("done").replace("✅", "(pending)") })).findings).toHaveLength(1);
});

it("what goes on from some week on may not be begun; it is not done", async () => {
  const told = async (state: string): Promise<number> =>
    (await judge(docSync, { "a.md": "# A\n\n## Phase 7: Polish of parts (Ongoing)\n", "b.md": `# B\n\n## Phase 7: Polish of parts (${state})\n` })).findings
      .length;
  expect(await told("Not started")).toBe(0);
  expect(await told("Done")).toBe(1);
});

it("a plan about reports is a plan", async () => {
  const plan = { "plan.md": "# Plan\n\n## Phase 4.2: Audit links ✅\n\n## Phase 4.3: Theme variants ✅\n" };
  const text = "# Audits\n\n## Phase 4.2: Audit links (Planned)\n\n## Phase 4.3: Theme variants ✅\n";
  const told = async (path: string): Promise<number> => (await judge(docSync, { ...plan, [path]: text })).findings.length;
  for (const path of [
    "docs/AUDIT_LINKS_IMPLEMENTATION.md",
    "docs/release-plan.v2.md",
    "docs/reviews/REVIEW-TODO.md",
    "docs/milestones/plan.md",
    "docs/v2-plan.md",
  ])
    expect(await told(path)).toBe(1);
  for (const path of [
    "docs/PLAN_AUDIT.md",
    "docs/AUDIT_IMPLEMENTATION_SUMMARY.md",
    "docs/archive/AUDIT_PLAN.md",
    "docs/releases/plan.md",
    "docs/2025-01-02_plan.md",
  ])
    expect(await told(path)).toBe(0);
});

it("an id without a title is what a document near it calls so", async () => {
  const one = "# Requirements\n\n- [x] **AUTH-01**: Log in\n- [ ] **AUTH-02**: Log out\n";
  const rows = (state: string): string =>
    `# Roadmap\n\n| Requirement | Phase | Status |\n|---|---|---|\n| AUTH-01 | Phase 1 | ${state} |\n| AUTH-02 | Phase 2 | Pending |\n`;
  const told = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    (await judge(docSync, files)).findings.map(({ at }) => `${at.path}:${at.start.line}`);
  expect(await told({ "plan/a.md": one, "plan/b.md": rows("Pending") })).toEqual(["plan/b.md:5"]);
  expect(await told({ "plan/a.md": one, "plan/b.md": rows("Complete") })).toEqual([]);
  // An icon may say that the row has what it needs; what lies elsewhere or is called otherwise, too, may be another thing.
  expect(await told({ "plan/a.md": one, "plan/b.md": rows("⏳") })).toEqual([]);
  expect(await told({ "plan/a.md": one, "other/b.md": rows("Pending") })).toEqual([]);
  expect(await told({ "plan/a.md": one, "plan/b.md": rows("Pending"), "plan/c.md": one.replace("Log in", "Sign of trust") })).toEqual([]);
  expect(await told({ "plan/a.md": one, "plan/02-03-SUMMARY.md": rows("Pending") })).toEqual([]);
});

it("a check list and the table below it are compared", async () => {
  const text =
    "# Roadmap\n\n## Phases\n\n- [x] **Phase 1: Grammar** - lexer\n- [ ] **Phase 2: Route tables** - sorted\n\n## Progress\n\n| Phase | Plans Complete | Status | Completed |\n|---|---|---|---|\n| 1. Grammar | 2/2 | Complete | 2026-03-02 |\n| 2. Route tables | 3/3 | Complete | 2026-03-03 |\n";
  expect((await judge(docSync, { ".planning/ROADMAP.md": text })).findings.map(({ at }) => at.start.line)).toEqual([6]);
});

it("a section that is called by a state is told at what it lists", async () => {
  const files = {
    "plan.md": "# Plan\n\n## Phase 1: Portal (done)\n\n## Phase 2: Access rules (done)\n",
    "state.md": "# State\n\n## Planned\n\n- Phase 1: Portal\n\n## Done\n\n- Phase 2: Access rules\n",
  };
  const { findings } = await judge(docSync, files);
  expect(findings.map(({ at, message, fix }) => [at.path, at.start.line, message, fix])).toEqual([
    ["state.md", 5, "`Phase 1: Portal` is `Planned` here and `done` in `plan.md:3`.", undefined],
  ]);
});

it("a short form in capitals is the words that it stands for", async () => {
  const files = { "README.md": "### Phase 7: Bytecode Virtual Machine ✅\n", "docs/words.md": "### Phase 7: Bytecode compiler & VM (Pending)\n" };
  expect((await judge(docSync, files)).findings).toHaveLength(1);
  expect((await judge(docSync, { ...files, "README.md": "### Phase 7: Bytecode verifier ✅\n" })).findings).toEqual([]);
});

it("two plans of the same numbers are one where one number is called alike and the others share a word", async () => {
  const plan = (title: string, state: string): string => `## Phase 7: Agent migration (${state})\n\n## Phase 8: ${title} (${state})\n`;
  const told = async (title: string): Promise<number> =>
    (await judge(docSync, { "docs/left.md": plan("CI/CD & Deployment", "Pending"), "docs/all.md": plan(title, "Done") })).findings.length;
  expect(await told("CI/CD & Operations")).toBe(2);
  expect(await told("Chart themes")).toBe(0);
});

it("a source that is not there, or has no such heading or table, is said", async () => {
  const bad = async (select: unknown, file = "docs/operations/execution_plan.md"): Promise<string[]> =>
    (await judge(docSync, files, { options: { sources: [{ id: "phases", file, select, entity: "Phase {key}" }] } })).troubles.map(({ message }) => message);
  expect(await bad({}, "gone.md")).toEqual(["The source `phases` of doc-sync names `gone.md`, which is not there."]);
  expect(await bad({ heading: "Status" })).toEqual(["The source `phases`: There is no heading `Status`."]);
  expect(await bad({ table: { key: "Phase", value: "State" } })).toEqual(["The source `phases`: There is no table with the columns `Phase` and `State`."]);
});
