// Groups of copies: what is compared, how it is fixed, and who outranks whom.
import { applyEdits } from "@caio/repo-model/text";
import { gitRepo, judge } from "@caio/testing";
import { openRepository } from "@caio/repo-model/git";
import { describe, expect, it } from "vitest";
import { docSync } from "../index.js";

type Files = Readonly<Record<string, string>>;

const groups = [{ files: "plans/*/*.{md,yaml,json}", same: "basename", canonical: "md" }];

/** The files after the safe fixes of all rules. */
async function fixed(files: Files, options: unknown): Promise<Files> {
  const { findings } = await judge(docSync, files, { options });
  const edits = findings.flatMap(({ fix }) => (fix?.kind === "safe" ? fix.edits : [])).flatMap((edit) => ("range" in edit ? [edit] : []));
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      applyEdits(
        text,
        edits.filter((edit) => edit.path === path),
      ),
    ]),
  );
}

const record = {
  "plans/a/plan.md": "# Phase 12: Operations\n\n**Status:** ✅ Complete\n\n| Task | Status |\n|---|---|\n| Phase 1 | Done |\n| Phase 2 | Pending |\n",
  "plans/a/plan.yaml": 'plan_id: phase-12\nstatus: "in_progress"  # soon\nphases:\n  - { id: 1, status: done }\n  - { id: 2, status: DONE }\n',
  "plans/a/plan.json": '{ "status": "complete", "phases": [{ "number": 2, "title": "Store", "status": "planned" }] }\n',
  "plans/b/plan.yaml": "status: pending\n",
};

describe("groups", () => {
  it("the record and the things in it follow the canonical copy, in the copy's own style", async () => {
    const after = await fixed(record, { groups });
    expect(after).toEqual({
      ...record,
      "plans/a/plan.yaml": 'plan_id: phase-12\nstatus: "done"  # soon\nphases:\n  - { id: 1, status: done }\n  - { id: 2, status: PENDING }\n',
    });
    expect((await judge(docSync, after, { options: { groups }, rule: "copy-conflict" })).findings).toEqual([]);
  });

  it("a data file may be the canonical copy; named things are known by its names", async () => {
    const files = {
      "x/plan.json": '{ "status": "done", "parts": [{ "name": "Rule engine", "status": "blocked" }] }\n',
      "x/plan.md": "---\nstatus: pending\n---\n\n# Plan\n\n- Rule engine: Complete\n",
    };
    expect((await fixed(files, { groups: [{ files: ["x/*"], canonical: "json" }] }))["x/plan.md"]).toBe(
      "---\nstatus: done\n---\n\n# Plan\n\n- Rule engine: Blocked\n",
    );
  });

  it("a source outranks the canonical copy, and nothing oscillates", async () => {
    const files: Files = {
      ...record,
      "source.md": "| Phase | Status |\n|---|---|\n| 12 | Cancelled |\n",
    };
    const options = {
      groups,
      sources: [{ id: "s", file: "source.md", select: { table: { key: "Phase", value: "Status" } }, entity: "Phase {key}" }],
      mirrors: [
        { source: "s", files: ["plans/*/*.yaml"], pointer: "/status", key: { pointer: "/plan_id", pattern: "phase-(\\d+)" } },
        { source: "s", files: ["plans/**/*.md"] },
      ],
    };
    let last = files;
    const seen: string[] = [];
    for (let pass = 0; pass < 6; pass++) {
      last = await fixed(last, options);
      seen.push(JSON.stringify(last));
    }
    expect(new Set(seen.slice(2)).size).toBe(1);
    expect(last["plans/a/plan.yaml"]).toContain('status: "cancelled"');
    expect(last["plans/a/plan.md"]).toContain("**Status:** Cancelled");
    expect((await judge(docSync, last, { options })).findings.filter(({ fix }) => fix !== undefined)).toEqual([]);
  });

  it("two groups that hold one file are a fault of the configuration", async () => {
    const both = [...groups, { files: "plans/*/*.yaml", canonical: "yaml" }];
    const { findings, troubles } = await judge(docSync, record, { options: { groups: both }, rule: "copy-conflict" });
    expect(findings).toEqual([]);
    expect(troubles.map(({ message }) => message)).toEqual([
      "Two groups of doc-sync hold `plans/a/plan.yaml`.",
      "Two groups of doc-sync hold `plans/b/plan.yaml`.",
    ]);
  });

  it("a copy that was changed later is fixed only by force", async () => {
    const files = { "plans/a/plan.md": "# Plan\n\nStatus: done\n", "plans/a/plan.yaml": "status: done\n" };
    const repo = gitRepo([{ write: files }, { commit: "plan" }, { write: { "plans/a/plan.yaml": "status: blocked\n" } }]);
    try {
      const kinds = async (forceSource: boolean): Promise<unknown[]> => {
        const found: unknown[] = [];
        for await (const { rule, fix, data } of docSync.run(await openRepository(repo.root), { options: { groups, forceSource } }))
          found.push([rule, fix?.kind, data?.["isNewer"]]);
        return found;
      };
      expect(await kinds(false)).toEqual([["doc-sync/copy-conflict", undefined, true]]);
      expect(await kinds(true)).toEqual([["doc-sync/copy-conflict", "safe", true]]);
    } finally {
      repo.dispose();
    }
  });
});
