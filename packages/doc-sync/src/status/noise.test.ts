// What tells of statuses and states none: history, prompts, quotes, forms, names; and what the configuration leaves out.
import { openRepository } from "@caio/repo-model/git";
import { gitRepo, judge } from "@caio/testing";
import { describe, expect, it } from "vitest";
import { docSync } from "../index.js";

const plan =
  "# Plan\n\n| Phase | Title | Status |\n|---|---|---|\n| 1 | Grammar and lexer | Done |\n| 2 | Route tables | Done |\n| 3 | Ledger store | Pending |\n";
const state = "### Phase 1: Grammar and lexer (done)\n\n### Phase 2: Route tables (pending)\n";
const declared = {
  sources: [{ id: "p", file: "plan.md", select: { table: { key: "Phase", value: "Status" } }, entity: "Phase {key}" }],
  mirrors: [{ source: "p", files: ["**/*.md"] }],
};

async function told(files: Readonly<Record<string, string>>, options?: unknown): Promise<readonly string[]> {
  const { findings } = await judge(docSync, { "plan.md": plan, ...files }, options === undefined ? {} : { options });
  return findings
    .filter(({ rule }) => rule !== "doc-sync/missing-entity")
    .map(({ rule, severity, at }) => `${severity} ${rule.slice("doc-sync/".length)} ${at.path}`);
}

describe("without configuration", () => {
  it("a document with more ranges than a call may be given is read", { timeout: 30_000 }, async () => {
    expect(await told({ "docs/state.md": `# State\n\n${"Phases 6-8: IN PROGRESS\n\n".repeat(200_000)}` })).toEqual([]);
  });

  it("a document that keeps the state is told", async () => {
    expect(await told({ "docs/state.md": `# State\n\n${state}` })).toEqual(["warning status-conflict docs/state.md"]);
  });

  it.each([
    ["a changelog", { "CHANGELOG.md": `# Changes\n\n${state}` }],
    ["prompts", { "docs/prompts/next.md": `# Task\n\n${state}` }],
    ["a dated section", { "docs/log-book.md": `# State\n\n## 2025-03-01\n\n${state}` }],
    ["recent work", { "docs/state.md": `# State\n\n## Recent Work\n\n${state}` }],
    ["a quote", { "docs/state.md": `# State\n\n${state.replace(/^(?=.)/gm, "> ")}` }],
    ["a fence", { "docs/state.md": `# State\n\n\`\`\`md\n${state}\`\`\`\n` }],
    ["a form", { "docs/state.md": "# Release\n\n## Phase 2: Route tables\n\n- [ ] built\n- [ ] signed\n" }],
    ["names alone", { "docs/state.md": "# State\n\n## Phase 2: Route tables\n\nThe tables of phase 2 are sorted. Phase 2 depends on Phase 1.\n" }],
    ["another plan", { "docs/other.md": "# Move\n\n### Phase 1: Export of users (done)\n\n### Phase 2: Import of users (pending)\n" }],
    ["a life cycle", { "docs/state.md": "# Phase 2: Route tables\n\n**Status:** Accepted\n" }],
  ])("%s is no state", async (_name, files) => {
    expect(await told(files as Record<string, string>)).toEqual([]);
  });
});

describe("`ignore`", () => {
  const files = { "drafts/a.md": state, "b.md": `# B\n\n## Working notes\n\n${state}`, "c.md": `# C\n\n## 2025-03-01\n\n${state}` };
  it("leaves out files, sections and entries under dates", async () => {
    expect(await told(files, declared)).toEqual(["error status-conflict b.md", "error status-conflict drafts/a.md"]);
    expect(await told(files, { ...declared, ignore: { files: ["drafts/**"], sections: ["working notes"], dated: true } })).toEqual([]);
  });

  it("reads what stands under dates where it is told to", async () => {
    expect(await told(files, { ...declared, ignore: { dated: false } })).toContain("error status-conflict c.md");
  });
});

it("a line that is not committed is the newest; lines of one commit are of one age", async () => {
  const repo = gitRepo([{ write: { "plan.md": plan, "a.md": state.replace("done", "pending") } }, { commit: "all" }]);
  try {
    const kinds = async (): Promise<(string | undefined)[][]> => {
      const found: (string | undefined)[][] = [];
      for await (const { at, fix } of docSync.run(await openRepository(repo.root), { options: declared }))
        found.push([`${at.path}:${at.start.line}`, fix?.kind]);
      return found;
    };
    expect(await kinds()).toEqual([
      ["a.md:1", "safe"],
      ["a.md:3", "safe"],
    ]);
    repo.apply({ write: { "a.md": state.replace("done", "pending").replace("Route tables (pending)", "Route tables (blocked)") } });
    expect(await kinds()).toEqual([
      ["a.md:1", "safe"],
      ["a.md:3", undefined],
    ]);
  } finally {
    repo.dispose();
  }
});
