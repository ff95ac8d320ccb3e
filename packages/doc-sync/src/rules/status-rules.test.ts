// The rules about single documents and ranges: what each tells, and the look-alikes that it leaves alone.
import { judge } from "@caio/testing";
import { describe, expect, it } from "vitest";
import { docSync } from "../index.js";

const told = async (rule: string, files: Readonly<Record<string, string>>, options?: unknown): Promise<readonly string[]> =>
  (await judge(docSync, files, { rule, ...(options === undefined ? {} : { options }) })).findings.map(
    ({ at, message }) => `${at.path}:${at.start.line} ${message}`,
  );

const table = "| Phase | Title | Status |\n|---|---|---|\n| 1 | Parser | Done |\n| 2 | Router | Done |\n| 3 | Ledger | Pending |\n";
const declared = {
  sources: [{ id: "p", file: "plan.md", select: { table: { key: "Phase", value: "Status" } }, entity: "Phase {key}" }],
  mirrors: [{ source: "p", files: ["docs/*.md"] }],
};

describe("range-conflict", () => {
  it.each([
    ["a heading", "## Phases 1-3: Complete ✅\n", 1],
    ["a status in front", "## ✅ COMPLETED (Phase 1-3)\n", 1],
    ["capitals without a sign", "Phases 2–3 COMPLETE\n", 1],
    ["a bracket", "**Version:** 2.0 (Phase 1-3 Complete, Phase 4 partial)\n", 1],
    ["a list item", "- Phases 1 to 3 are done\n", 1],
    ["none begun", "- Phases 1-2: not started\n", 1],
    ["one of a summary", "**Status:** Phase 1 complete | Phase 2 in progress 🔨\n", 1],
    ["one of a heading's summary", "## Overall Status: Phases 1-2 COMPLETE ✅, Phase 3 done\n", 1],
    ["a summary that agrees", "**Status:** Phase 1 complete, Phase 2 done, Phase 3 not started\n", 0],
    ["one thing alone, which may be the document's own", "**Status:** Phase 3 complete\n", 0],
    ["a summary in a sentence", "We saw Phase 1 complete, Phase 3 done.\n", 0],
    ["what agrees", "- Phases 1-2: done\n", 0],
    ["partly in progress", "- Phases 1-3: in progress\n", 0],
    ["a condition", "Once phases 1-3 are complete, we ship.\n", 0],
    ["a demand", "Phases 1-3 must be complete.\n", 0],
    ["other things", "Versions 1-3: done\n", 0],
    ["a quote", "> Phases 1-3: done\n", 0],
    ["a dated entry", "## 2025-01-02\n\nPhases 1-3: done\n", 0],
  ])("%s", async (_name, text, count) => {
    expect(await told("range-conflict", { "a.md": `${text}\n# Plan\n\n${table}` })).toHaveLength(count);
    expect(await told("range-conflict", { "plan.md": table, "docs/a.md": text }, declared)).toHaveLength(count);
  });

  it("parts of one number are a range", async () => {
    const parts = "| Phase | Status |\n|---|---|\n| 4.1 | Done |\n| 4.2 | ⏳ Ready |\n";
    expect(await told("range-conflict", { "a.md": `# Plan\n\n${parts}\n**Phase 4.1-4.2 Status**: ✅ **COMPLETE AND SHIPPED!**\n` })).toEqual([
      "a.md:8 `Phases 4.1-4.2` are `✅ COMPLETE` here; `Phase 4.2` is `⏳ Ready` in `a.md:6`.",
    ]);
    expect(await told("range-conflict", { "a.md": `# Plan\n\n${parts}\nPhases 4.1-5.2: complete\n` })).toEqual([]);
  });

  it("is an error against a source, a warning within a document", async () => {
    const severities = async (files: Readonly<Record<string, string>>, options?: unknown): Promise<unknown> =>
      (await judge(docSync, files, { rule: "range-conflict", ...(options === undefined ? {} : { options }) })).findings.map(({ severity }) => severity);
    expect(await severities({ "plan.md": table, "docs/a.md": "- Phases 1-3: done\n" }, declared)).toEqual(["error"]);
    expect(await severities({ "plan.md": `- Phases 1-3: done\n\n${table}` })).toEqual(["warning"]);
  });
});

describe("rollup-conflict", () => {
  const rows = "| Task | Status |\n|---|---|\n| A | Done |\n| B | ✅ |\n| C | Pending |\n";
  it.each([
    ["a fraction", `Progress: 3/3\n\n${rows}`, 1],
    ["words", `**3 of 3 tasks complete (100%)**\n\n${rows}`, 1],
    ["all", `All 3 tasks are done.\n\n${rows}`, 1],
    ["boxes", "Completed: 2/2\n\n- [x] a\n- [ ] b\n", 1],
    ["the sections below", "## Parts (2/2 completed)\n\n### A ✅\n\n### B\n\n**Status:** Pending\n", 1],
    ["more than there are", "## Parts (3/2 completed)\n\n### A ✅\n\n### B ✅\n", 1],
    ["sections that agree", "## Parts (1/2 completed)\n\n### A ✅\n\n### B (pending)\n", 0],
    ["another number of sections", "## Parts (2/4 completed)\n\n### A ✅\n\n### B (pending)\n", 0],
    ["a section that states nothing", "## Parts (2/3 completed)\n\n### A ✅\n\n### B (pending)\n\n### C\n", 0],
    ["what is right", `Progress: 2/3 (67 %)\n\n${rows}`, 0],
    ["another length", `Progress: 7/9\n\n${rows}`, 0],
    ["another section", `Progress: 3/3\n\n## List\n\n${rows}`, 0],
    ["a status that is not known", `Progress: 3/3\n\n${rows.replace("Pending", "Sunny")}`, 0],
    ["what is done in part, counted", `Progress: 3/3\n\n${rows.replace("Pending", "Partial")}`, 0],
    ["what is done in part, left out of too little", `Progress: 1/3\n\n${rows.replace("Pending", "Partial")}`, 1],
    ["a sum in one of the boxes", "- [x] a\n- [ ] b (0/2 tasks)\n", 0],
    ["what is expected", `**Expected result**: ✓ 3/3 tasks pass\n\n${rows}`, 0],
    ["a score", `12/15 tests and 3/3 stars.\n\n${rows}`, 0],
    ["a date", `Done: 3/3/2025\n\n${rows}`, 0],
  ])("%s", async (_name, text, count) => {
    expect(await told("rollup-conflict", { "a.md": `# Tasks\n\n${text}` })).toHaveLength(count);
  });
});

describe("open-checklist", () => {
  it.each([
    ["an icon", "## Parser ✅\n\n- [x] a\n- [ ] b\n", 1],
    ["a word", "## Parser - COMPLETE\n\n- [x] a\n- [ ] b\n- [ ] c\n", 1],
    ["a status line", "## Parser\n\n**Status:** Done\n\n### Tasks\n\n- [x] a\n- [ ] b\n", 1],
    ["a bracket", "## Parser (Completed ✅)\n\n- [x] a\n- [ ] b\n", 1],
    ["a date", "## Parser ✅ (2025-03-01)\n\n- [x] a\n- [ ] b\n", 1],
    ["a remark", "## Parser (done in parts)\n\n- [x] a\n- [ ] b\n", 0],
    ["a remark behind a bracket", "## Parser (done) but for b\n\n- [x] a\n- [ ] b\n", 0],
    ["a version in code, which is no excuse", "## Parser ✅\n\n- [x] a\n- [ ] **Tag:** `v0.5.1-parser`\n", 1],
    ["nothing ticked", "## Parser ✅\n\n- [ ] a\n- [ ] b\n", 0],
    ["a section below that is open", "## Parser ✅\n\n- [x] a\n\n### Tables (in progress)\n\n- [x] a\n- [ ] b\n", 0],
    ["what comes later", "## Parser ✅\n\n- [x] a\n- [ ] b (deferred)\n- [ ] ~~c~~\n", 0],
    ["done with a remark", "## Parser ✅ (documents pending)\n\n- [x] a\n- [ ] b\n", 0],
    ["quoted", "## Parser ✅\n\n- [x] a\n\n> - [ ] b\n", 0],
    ["code", "## Parser ✅\n\n- [x] a\n\n```md\n- [ ] b\n```\n", 0],
  ])("%s", async (_name, text, count) => {
    expect(await told("open-checklist", { "a.md": `# Plan\n\n${text}` })).toHaveLength(count);
  });
});

describe("stale-tense", () => {
  it.each([
    ["will be", "Exports will be added in Phase 2.", 1],
    ["planned", "- **Dark mode** (planned for Phase 1)", 1],
    ["the number goes on", "Exports will be added in Phase 2.1 and Phase 20.", 0],
    ["a pending one", "Exports will be added in Phase 3.", 0],
    ["the past", "Exports were to be added in Phase 2.", 0],
    ["what was planned and is done", "All planned exports for Phase 2 have been successfully added.", 0],
    ["a range", "Exports will be added in Phase 2-3.", 0],
    ["after it", "Exports will be added after Phase 2.", 0],
    ["a condition", "Exports will be added if users ask for more than in Phase 2.", 0],
    ["code", "`will be added in Phase 2`", 0],
  ])("%s", async (_name, text, count) => {
    expect(await told("stale-tense", { "a.md": `# Plan\n\n${text}\n\n${table}` })).toHaveLength(count);
    expect(await told("stale-tense", { "plan.md": table, "docs/a.md": `${text}\n` }, declared)).toHaveLength(count);
  });

  it.each([
    ["an id in brackets", "Planned (v0.2 — PR-7)", 1],
    ["a word before it", "Coming in PR-7 (see the notes)", 0],
    ["what it waits for", "Planned (after PR-7)", 0],
    ["one that is not done", "Planned (PR-8)", 0],
    ["two", "Planned (PR-7, PR-8)", 0],
    ["one that nothing is known of", "Planned (PR-9)", 0],
    ["what is there", "Implemented (PR-7)", 0],
  ])("a cell: %s", async (_name, cell, count) => {
    const files = {
      "releases/PR-7-export.md": "# PR-7-export\n\n- Status: Complete\n",
      "PR-8-import.md": "# PR-8-import\n\n- Status: In progress\n",
      "README.md": `# Shop\n\nIt follows PR-7.\n\n| Feature | Status |\n|---|---|\n| Export | ${cell} |\n`,
    };
    expect(await told("stale-tense", files)).toHaveLength(count);
  });

  it("another plan that leaves the number open makes it unknown", async () => {
    const other = { "b.md": "## Phase 2: Store (pending)\n" };
    expect(await told("stale-tense", { "c.md": "To be added in Phase 2.\n", "a.md": table })).toHaveLength(1);
    expect(await told("stale-tense", { "c.md": "To be added in Phase 2.\n", "a.md": table, ...other })).toEqual([]);
  });
});

describe("stale-absence", () => {
  it.each([
    ["a code span", "`docs/x.md` (to be created)", 1],
    ["a link", "[x](docs/x.md) - not yet created", 1],
    ["a folder", "`docs/` (coming soon)", 1],
    ["from the root", "`/docs/x.md` — to be written.", 1],
    ["absent", "`docs/y.md` (to be created)", 0],
    ["a sentence", "`docs/x.md` will be created when the tool runs.", 0],
    ["a question", "If `docs/x.md` does not exist, run the tool.", 0],
    ["out of the root", "`../../docs/x.md` (to be created)", 0],
    ["no path", "`x` (to be created)", 0],
  ])("%s", async (_name, text, count) => {
    expect(await told("stale-absence", { "a.md": `${text}\n`, "docs/x.md": "", x: "" })).toHaveLength(count);
  });
});

describe("duplicate-section-number", () => {
  const headings = (...texts: readonly string[]): string => texts.map((text) => `## ${text}\n`).join("\n");
  it.each([
    ["twice in a row", headings("1. A", "2. B", "2. C", "3. D"), 1],
    ["with dots", headings("6.1 A", "6.2 B", "6.2 C", "6.3 D"), 1],
    ["anew from 1", headings("1. A", "2. B", "3. C", "1. D", "2. E", "3. F"), 0],
    ["other levels", "## 1. A\n\n### 1. X\n\n### 2. Y\n\n## 2. B\n\n### 1. X\n\n## 3. C\n", 0],
    ["status codes", headings("200 OK", "400 Bad", "400 Worse", "500 Worst"), 0],
    ["too few", headings("1. A", "1. B"), 0],
  ])("%s", async (_name, text, count) => {
    expect(await told("duplicate-section-number", { "a.md": text })).toHaveLength(count);
  });
});

describe("unknown-status", () => {
  const rows = (status: string): string => `| Phase | Title | Status |\n|---|---|---|\n| 1 | Parser | ${status} |\n`;
  it.each([
    ["imlpemented", 1],
    ["✅ Complte", 1],
    ["**Pendng** (May)", 1],
    ["in progess", 1],
    ["Completes", 0],
    ["Schedule", 0],
    ["Sunny", 0],
    ["Draft", 0],
    ["–", 0],
    ["50%", 0],
  ])("a slip is told anywhere: %s", async (status, count) => {
    expect(await told("unknown-status", { "a.md": rows(status) })).toHaveLength(count);
    expect(await told("unknown-status", { "a.md": `## Phase 1: Parser\n\n**Status:** ${status}\n` })).toHaveLength(count);
  });

  it("any word is told in what is declared, in a selected mirror too", async () => {
    const mirrors = [{ source: "p", files: ["docs/*.md"], select: { table: { key: "Part", value: "Where" } } }];
    const files = { "plan.md": rows("Sunny"), "docs/a.md": "| Part | Where |\n|---|---|\n| 1 | Cloudy |\n" };
    expect(await told("unknown-status", files, { ...declared, mirrors })).toEqual([
      "docs/a.md:3 The status `Cloudy` of `Phase 1` is not known.",
      "plan.md:3 The status `Sunny` of `Phase 1` is not known.",
    ]);
  });
});
