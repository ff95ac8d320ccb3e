// What sources and mirrors can be, how fixes are styled, and who wins where the mirror is newer.
import { runCommand } from "@caio/repo-model/command";
import { openRepository } from "@caio/repo-model/git";
import { applyEdits } from "@caio/repo-model/text";
import { gitRepo, judge, recordedIo } from "@caio/testing";
import { describe, expect, it } from "vitest";
import { docSync } from "../index.js";

type Files = Readonly<Record<string, string>>;

/** The text of `path` after the safe fixes. */
async function fixed(files: Files, options: unknown, path: string): Promise<string> {
  const { findings, troubles } = await judge(docSync, files, { options, rule: "status-conflict" });
  expect(troubles).toEqual([]);
  const edits = findings.flatMap(({ fix }) => (fix?.kind === "safe" ? fix.edits : [])).flatMap((edit) => ("range" in edit && edit.path === path ? [edit] : []));
  return applyEdits(files[path] ?? "", edits);
}

const plan = (status: string): string => `| Phase | Status |\n|---|---|\n| 1 | Done |\n| 2 | ${status} |\n`;
const declared = {
  sources: [{ id: "p", file: "plan.md", select: { table: { key: "Phase", value: "Status" } }, entity: "Phase {key}" }],
  mirrors: [{ source: "p", files: ["a.md"] }],
};

describe("a fix keeps the document's own style", () => {
  it.each([
    ["an icon for an icon", "✅ Complete", "## Phase 2: Store ⏳", "## Phase 2: Store ✅"],
    ["icon and word", "✅ Complete", "## Phase 2: Store ⏳ Pending", "## Phase 2: Store ✅ Complete"],
    ["letter case", "✅ Complete", "## Phase 2: Store (PENDING)", "## Phase 2: Store (COMPLETE)"],
    ["small letters", "Complete", "- Phase 2: Store - not started", "- Phase 2: Store - complete"],
    ["bold", "In Progress", "- Phase 2: **Pending**", "- Phase 2: **In progress**"],
    ["a status line", "✅ Complete", "## Phase 2: Store\n\n**Status:** Pending", "## Phase 2: Store\n\n**Status:** Complete"],
    ["remarks stay", "Complete", "## Phase 2: Store (Pending, Q3)", "## Phase 2: Store (Complete, Q3)"],
    ["percentages and dates stay", "Complete", "## Phase 2: Store (Pending, 40 %, due 2026-03-01)", "## Phase 2: Store (Complete, 40 %, due 2026-03-01)"],
    [
      "notes behind a cell's status stay",
      "Complete",
      "| Phase | Status |\n|---|---|\n| 2 | Pending (60 % of 2025-11-02) |",
      "| Phase | Status |\n|---|---|\n| 2 | Complete (60 % of 2025-11-02) |",
    ],
    [
      "the form of the nearest sibling",
      "Complete",
      "## Phase 1: Base - **DONE**\n\n## Phase 2: Store (Pending)",
      "## Phase 1: Base - **DONE**\n\n## Phase 2: Store - **DONE**",
    ],
    [
      "the word of the nearest sibling",
      "✅",
      "## Phase 1: Base (Shipped)\n\n## Phase 2: Store (pending)",
      "## Phase 1: Base (Shipped)\n\n## Phase 2: Store (shipped)",
    ],
    ["an icon before the title", "Complete", "## ⏳ Phase 2: Store", "## ✅ Phase 2: Store"],
    ["an icon beside the word", "✅ Complete", "## Phase 2: Store ⚪ Not Started", "## Phase 2: Store ✅ Complete"],
    ["an icon before the title", "Done", "## 🚧 **Phase 2: Store (IN PROGRESS)**", "## ✅ **Phase 2: Store (DONE)**"],
    [
      "the width of a cell",
      "Complete",
      "| Phase | Status   |\n|-------|----------|\n| 2     | Pending  |",
      "| Phase | Status   |\n|-------|----------|\n| 2     | Complete |",
    ],
    ["a ragged table", "Done", "| Phase | Status |\n|---|---|\n| 2 | Pending |", "| Phase | Status |\n|---|---|\n| 2 | Done |"],
    [
      "an aligned table",
      "Done",
      "| Phase | Status  |\n|-------|---------|\n| 2     | Pending |",
      "| Phase | Status  |\n|-------|---------|\n| 2     | Done    |",
    ],
    ["a state without an icon", "Cancelled", "## Phase 2: Store ⏳ Pending", "## Phase 2: Store Cancelled"],
  ])("%s", async (_name, truth, before, after) => {
    expect(await fixed({ "plan.md": plan(truth), "a.md": `${before}\n` }, declared, "a.md")).toBe(`${after}\n`);
  });

  it.each([
    ["agreement in other words", "Complete", "## Phase 2: Store (Shipped)"],
    ["negation taken back in remarks", "Complete", "## Phase 2: Store ✅ (documents pending)"],
    ["unknown words", "Complete", "## Phase 2: Store (Sunsetting)"],
    ["another life cycle", "Complete", "## Phase 2: Store (Draft)"],
    ["icons that mean nothing certain", "Complete", "## Phase 2: Store ⚠️"],
    ["a sentence", "Complete", "- Phase 2: Pending work is listed below"],
    ["a range", "Complete", "- Phase 2-4: Pending"],
    ["struck out", "Complete", "- Phase 2: ~~Pending~~"],
    ["a dated entry", "Complete", "## 2025-01-02\n\n- Phase 2: Pending"],
    ["a document about the phase", "Complete", "# Phase 2 Roadmap\n\n**Status:** Pending"],
    ["an entry of a table of contents", "Complete", "- [Phase 2: Store (Pending)](#phase-2)"],
  ])("%s is no conflict", async (_name, truth, text) => {
    expect((await judge(docSync, { "plan.md": plan(truth), "a.md": `${text}\n` }, { options: declared, rule: "status-conflict" })).findings).toEqual([]);
  });
});

describe("sources", () => {
  const mirror = { "README.md": "### Phase 1: Base (Pending)\n\n### Phase 1.2: Store ✅\n" };
  it.each([
    ["a list under a numbered heading", "plan.md", "## 3. **Progress**\n\n- Phase 1: Done\n", { heading: "Progress", list: true }],
    ["a checklist", "plan.md", "- [x] Phase 1: Base\n- [ ] Phase 9: Later\n", { checklist: true }],
    ["headings", "plan.md", "## Phase 1: Base\n\nStatus: done\n\n## Phase 9: X (pending)\n", { headings: true }],
    ["a whole document", "plan.md", "- Phase 1: Done\n", {}],
    ["a map in YAML", "plan.yaml", "phases:\n  1: { title: Base, status: done }\n  9: pending\n", { pointer: "/phases" }],
    ["a list in JSON", "plan.json", '{"phases":[{"id":1,"state":"done"}]}', { pointer: "/phases", value: "state" }],
    ["front matter", "plan.md", "---\ntitle: x\nphases:\n  Phase 1: done\n---\n\n# Plan\n", { pointer: "/phases" }],
  ])("%s", async (_name, file, text, select) => {
    const options = { sources: [{ id: "p", file, select, entity: "Phase {key}" }], mirrors: [{ source: "p", files: ["README.md"] }] };
    expect(await fixed({ [file]: text, ...mirror }, options, "README.md")).toBe("### Phase 1: Base ✅\n\n### Phase 1.2: Store ✅\n");
  });

  it("things with names, and numbers that are paths", async () => {
    const source = "| Part | State |\n|---|---|\n| Rule engine | Complete |\n| 19.8.1 | Complete |\n";
    const options = {
      sources: [{ id: "p", file: "plan.md", select: { table: { key: "Part", value: "State" } } }],
      mirrors: [{ source: "p", files: ["README.md"] }],
    };
    const text = "- Rule engine: Pending\n- Rule engines: Pending\n\n### 19.8.1 Ledger (Pending)\n\n### 19.8.10 Other (Pending)\n";
    expect(await fixed({ "plan.md": source, "README.md": text }, options, "README.md")).toBe(
      "- Rule engine: Complete\n- Rule engines: Pending\n\n### 19.8.1 Ledger (Complete)\n\n### 19.8.10 Other (Pending)\n",
    );
  });

  it("mirrors of one status a file, by pointer, with the key in the file or in its path", async () => {
    const files = {
      "plan.md": plan("Complete"),
      "plans/phase-2/plan.yaml": "id: phase-2\nstatus: 'pending' # soon\n",
      "plans/phase-1/plan.json": '{"status": "planned"}',
    };
    const mirrors = [
      { source: "p", files: ["plans/**/*.yaml"], pointer: "/status", key: { pointer: "/id", pattern: "phase-(\\d+)" } },
      { source: "p", files: ["plans/**/*.json"], pointer: "/status", key: { pattern: "phase-(\\d+)" } },
    ];
    expect(await fixed(files, { ...declared, mirrors }, "plans/phase-2/plan.yaml")).toBe("id: phase-2\nstatus: 'complete' # soon\n");
    expect(await fixed(files, { ...declared, mirrors }, "plans/phase-1/plan.json")).toBe('{"status": "done"}');
  });

  it("words of the configuration are known", async () => {
    const files = { "plan.md": plan("Ready for ship"), "a.md": "## Phase 2: Store ⏳\n" };
    expect(await fixed(files, { ...declared, vocabulary: { "ready for ship": "done" } }, "a.md")).toBe("## Phase 2: Store ✅\n");
  });

  it.each([
    ["a mirror of no source", { mirrors: [{ source: "x", files: ["a.md"] }] }],
    ["a pattern that can run away", { ...declared, mirrors: [{ source: "p", files: ["a"], key: { pattern: "(a+)+b" } }] }],
    ["a pattern of many repetitions", { ...declared, mirrors: [{ source: "p", files: ["a"], key: { pattern: "(.*.*.*.*)x" } }] }],
    ["an entity without its key", { sources: [{ id: "p", file: "a.md", entity: "Phase" }] }],
    ["two selectors", { sources: [{ id: "p", file: "a.md", select: { list: true, headings: true } }] }],
  ])("%s is refused", async (_name, options) => {
    expect((await docSync.options.schema()).safeParse(options).success).toBe(false);
  });
});

it.each([
  ["a table by its columns", "a.md", "| Part | How far |\n|---|---|\n| 2 | ⏳ Pending |\n", { table: { key: "Part", value: "How far" } }, "✅ Complete"],
  ["a list of maps", "a.yaml", "parts:\n  - name: Phase 2\n    state: pending\n", { pointer: "/parts", key: "name", value: "state" }, "state: complete"],
  ["a map in front matter", "a.md", "---\nphases:\n  2: pending\n---\n", { pointer: "/phases" }, "2: complete"],
  ["headings of a section", "a.md", "## 1. ~~The~~ *state*\n\n### Phase 2: Store (pending)\n", { heading: "The state", headings: true }, "(complete)"],
])("a mirror may be selected: %s", async (_name, path, text, select, expected) => {
  const options = { ...declared, mirrors: [{ source: "p", files: ["a.*"], select }] };
  expect(await fixed({ "plan.md": plan("✅ Complete"), [path]: text }, options, path)).toContain(expected);
});

it("boxes are told and never ticked", async () => {
  const { findings } = await judge(docSync, { "plan.md": plan("Complete"), "a.md": "- [ ] Phase 2: Store\n" }, { options: declared, rule: "status-conflict" });
  expect(findings.map(({ message, fix }) => [message, fix])).toEqual([["`Phase 2` is `[ ]` here and `Complete` in `plan.md`.", undefined]]);
});

it("links to a heading whose status is rewritten are kept alive, their labels with them", async () => {
  const heading = "Phase 2: Store (Pending)";
  const text = `- [${heading}](#phase-2-store-pending)\n- [below](a.md#phase-2-store-pending)\n- [else](#phase-2)\n\n## ${heading}\n\n## Phase 1: Base ✅\n\n# Phase 2\n`;
  const files = { "plan.md": plan("Done"), "a.md": text, "b.md": "[see](a.md#phase-2-store-pending)\n" };
  expect(await fixed(files, declared, "a.md")).toBe(
    "- [Phase 2: Store ✅](#phase-2-store-)\n- [below](a.md#phase-2-store-)\n- [else](#phase-2)\n\n## Phase 2: Store ✅\n\n## Phase 1: Base ✅\n\n# Phase 2\n",
  );
  expect(await fixed(files, declared, "b.md")).toBe("[see](a.md#phase-2-store-)\n");
});

it("two sources that claim one thing are a fault of the configuration, and nothing is fixed to and fro", async () => {
  const other = { id: "q", file: "other.md", select: { table: { key: "Phase", value: "Status" } }, entity: "Phase {key}" };
  const options = { sources: [...declared.sources, other], mirrors: [...declared.mirrors, { source: "q", files: ["a.md"] }] };
  const { findings, troubles } = await judge(docSync, { "plan.md": plan("Done"), "other.md": plan("Pending"), "a.md": "## Phase 2: Store ⏳\n" }, { options });
  expect(findings.filter(({ fix }) => fix !== undefined)).toEqual([]);
  expect(troubles.map(({ code, message }) => [code, message])).toEqual([
    ["CONFIG_INVALID", "The sources `p` and `q` state different statuses of `Phase 2` for the same mirrors."],
  ]);
});

it("a mirror that was changed later than its source is fixed only when that is asked for", async () => {
  const repo = gitRepo([{ write: { "plan.md": plan("Pending"), "a.md": "## Phase 2: Store ⏳\n\n## Phase 1: Base ⏳\n" } }, { commit: "plan" }]);
  try {
    repo.apply({ write: { "a.md": "## Phase 2: Store ✅\n\n## Phase 1: Base ⏳\n" } }, { commit: "phase 2 is done" });
    const kinds = async (more?: object): Promise<(string | undefined)[][]> => {
      const found: (string | undefined)[][] = [];
      for await (const { message, fix } of docSync.run(await openRepository(repo.root), { options: { ...declared, ...more } }))
        found.push([message.slice(0, 9), fix?.kind]);
      return found;
    };
    expect(await kinds()).toEqual([
      ["`Phase 2`", undefined],
      ["`Phase 1`", "safe"],
    ]);
    expect(await kinds({ forceSource: true })).toEqual([
      ["`Phase 2`", "safe"],
      ["`Phase 1`", "safe"],
    ]);
    repo.apply({ write: { "plan.md": plan("Blocked") } });
    expect(await kinds()).toEqual([
      ["`Phase 2`", "safe"],
      ["`Phase 1`", "safe"],
    ]);
  } finally {
    repo.dispose();
  }
});

/** What `doc-sync status` prints. */
async function statusOf(root: string, ...argv: readonly string[]): Promise<string> {
  const { io, said } = recordedIo(root);
  expect(await runCommand([docSync], { argv: ["status", ...argv], io })).toBe(0);
  return said();
}

it("`status` sorts numbers as paths of numbers", async () => {
  const numbers = ["19.8.10", "3", "19.8.2", "19.8", "20", "19.8.1"];
  const rows = numbers.map((number) => `| ${number} | Done |\n`).join("");
  const repo = gitRepo([
    { write: { "plan.md": `| Phase | Status |\n|---|---|\n${rows}`, "caio.yaml": `doc-sync: ${JSON.stringify({ sources: declared.sources })}\n` } },
    { commit: "all" },
  ]);
  try {
    expect((await statusOf(repo.root)).match(/^Phase [\d.]+/gm)).toEqual(["3", "19.8", "19.8.1", "19.8.2", "19.8.10", "20"].map((number) => `Phase ${number}`));
  } finally {
    repo.dispose();
  }
});

it("`status` prints what each document says, drift marked, and the same as JSON", async () => {
  const config = `doc-sync: ${JSON.stringify(declared)}\n`;
  const repo = gitRepo([{ write: { "plan.md": plan("Pending"), "a.md": "## Phase 2: Store ✅\n", "caio.yaml": config } }, { commit: "all" }]);
  try {
    expect(await statusOf(repo.root)).toBe(
      "[1] plan.md (source `p`)\n[2] a.md\n\n          [1]           [2]\nPhase 1   done          ·\nPhase 2   pending       done !\n\n1 thing differs.\n",
    );
    expect(JSON.parse(await statusOf(repo.root, "--json"))).toMatchObject({ version: 1, matrices: [{ source: "p", documents: ["plan.md", "a.md"] }] });
  } finally {
    repo.dispose();
  }
});
