// Ready and list: what keeps hooks from running, and what they are given.
import { fullScope } from "@caio/repo-model/check";
import { judge } from "@caio/testing";
import { memoryTree } from "@caio/repo-model/tree";
import { expect, it } from "vitest";
import { checkReady, hookConfig, listHooks } from "../index.js";
import { list } from "./list.js";

const config = `repos:
- repo: local
  hooks:
  - {id: a, name: a, entry: scripts/a.sh -x, language: script, stages: [pre-commit]}
  - {id: b, name: b, entry: ruff check, language: system, stages: [pre-push]}
  - {id: c, name: c, entry: bash scripts/c.sh, language: system, additional_dependencies: [x], types: [python]}
  - {id: d, name: d, entry: python -m d, language: python}
`;
const tree = memoryTree({ ".pre-commit-config.yaml": config, "scripts/a.sh": "", "src/m.py": "", "api/.pre-commit-config.yaml": config });

it("judges entries, stages and dependencies from an environment, and runs nothing", async () => {
  const hooks = [];
  for await (const hook of listHooks({ root: "/r", files: tree })) hooks.push(hook);
  const found = [
    ...checkReady(hooks, {
      which: (command) => (command === "bash" ? "/bin/bash" : undefined),
      exists: (path) => path === "scripts/a.sh",
      isExecutable: () => false,
      installedHookTypes: ["pre-commit"],
    }),
  ];
  expect(found.map(({ rule, data, severity }) => [rule.slice("hook-config/".length), data?.["hook"], severity])).toEqual([
    ["entry-not-executable", "a", "error"],
    ["entry-not-found", "b", "error"],
    ["stage-not-installed", "b", "error"],
    ["entry-not-found", "c", "error"],
    ["ignored-dependencies", "c", "error"],
  ]);
  expect([...checkReady(hooks.slice(0, 1), { which: () => undefined, exists: () => true })]).toEqual([]);
  // A clone without any hook: told once for a file, of hooks without stages too.
  const nothing = [...checkReady(hooks, { which: () => "/bin/a", exists: () => true, installedHookTypes: [] })];
  expect(nothing.filter(({ rule }) => rule === "hook-config/stage-not-installed").map(({ message }) => message)).toEqual([
    "This clone has no hook installed, so that git runs none of `.pre-commit-config.yaml`.",
  ]);
});

it("lists hooks by stage with the files that they match, nested configurations too", async () => {
  const { files } = { files: tree };
  const signal = new AbortController().signal;
  const context = {
    repository: { root: "/r", files },
    files,
    signal,
    ignore: [],
    now: "",
    scope: fullScope,
    trouble: () => {},
    skip: () => {},
    notRun: () => {},
  };
  const result = await list({ context, options: {}, operands: [], flags: { files: true }, stdin: async () => "" });
  const text = result.kind === "text" ? result.text : "";
  expect(text).toContain("pre-commit\n  a (pre-commit, .pre-commit-config.yaml:4) scripts/a.sh -x — 4 files\n");
  expect(text).toContain("  c (pre-commit, .pre-commit-config.yaml:6) bash scripts/c.sh — 1 file\n    src/m.py\n");
  expect(text).toContain("(pre-commit, api/.pre-commit-config.yaml:4)");
});

it("takes husky 4 to today's form", async () => {
  const text = '{"devDependencies": {"husky": "^9.0.0"}, "husky": {"hooks": {"commit-msg": "commitlint -E HUSKY_GIT_PARAMS"}}}';
  const { findings } = await judge(hookConfig, { "package.json": text });
  expect(findings).toMatchObject([
    {
      rule: "hook-config/husky-legacy-config",
      severity: "warning",
      fix: { edits: [{ path: ".husky/commit-msg", create: 'commitlint --edit "$1"\n', mode: 0o755 }, { path: "package.json" }] },
    },
  ]);
  expect((await judge(hookConfig, { "package.json": text.replace("^9", "^4") })).findings).toMatchObject([{ severity: "note" }]);
});
