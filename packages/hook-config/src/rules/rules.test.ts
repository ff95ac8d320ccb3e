// Each rule's document is its first test: what stands under Wrong is found, what stands under Right is not.
import { readdirSync, readFileSync } from "node:fs";
import { documentBlocks, judge, ruleTester } from "@caio/testing";
import { describe, expect, it } from "vitest";
import { hookConfig } from "../index.js";

const path = ".pre-commit-config.yaml";

describe.each(hookConfig.rules)("$id", ({ id, summary }) => {
  const document = readFileSync(new URL(`${id}.md`, hookConfig.documents), "utf8");
  it("has a document whose examples are true", async () => {
    expect(document.startsWith(`# ${id}\n\n${summary}\n`)).toBe(true);
    const wrong = await judge(hookConfig, documentBlocks(document, "Wrong"), { rule: id });
    expect(wrong.findings.map(({ rule }) => rule)).toContain(`hook-config/${id}`);
    const right = await judge(hookConfig, documentBlocks(document, "Right"));
    expect(right.findings).toEqual([]);
  });
});

it("every document belongs to a rule", () => {
  expect(readdirSync(hookConfig.documents).toSorted()).toEqual(hookConfig.rules.map(({ id }) => `${id}.md`).toSorted());
});

describe("legacy-stage", () => {
  it("is drawn where it stands, in default_stages and in hooks, flow and block", async () => {
    await ruleTester(hookConfig, "legacy-stage").finds(
      { [path]: "default_stages: [commit, push]\nrepos:\n- repo: local\n  hooks:\n  - id: a\n    stages:\n    - 'merge-commit'\n    - manual\n" },
      `
      .pre-commit-config.yaml:1
      default_stages: [commit, push]
                       ^^^^^^ hook-config/legacy-stage: The stage \`commit\` is called \`pre-commit\` today.
      .pre-commit-config.yaml:1
      default_stages: [commit, push]
                               ^^^^ hook-config/legacy-stage: The stage \`push\` is called \`pre-push\` today.
      .pre-commit-config.yaml:7
          - 'merge-commit'
            ^^^^^^^^^^^^^^ hook-config/legacy-stage: The stage \`merge-commit\` is called \`pre-merge-commit\` today.
      `,
    );
  });
});

it("a broken file is told with its place and nothing else", async () => {
  const { findings } = await judge(hookConfig, { [path]: "repos:\n- repo: [\n" });
  expect(findings.map(({ rule }) => rule)).toContain("hook-config/yaml-syntax");
});

it("options in force without configuration are the schema's", async () => {
  const schema = await hookConfig.options.schema();
  expect(schema.parse({})).toEqual(hookConfig.options.defaults);
});

it.each([
  ["(^docs/.*|\\.patch)?$", "local", ["warning"]],
  ["(^docs/.*|\\.patch)?$", "https://example.org/a", ["note"]],
  ["(^docs/.*|\\.patch)$", "local", []],
])("hook-matches-no-file: exclude %s of %s", async (exclude, repo, severities) => {
  const more = repo === "local" ? ", name: a, entry: a, language: python" : "";
  const rev = repo === "local" ? "" : "  rev: v1.0.0\n";
  const text = `repos:\n- repo: ${repo}\n${rev}  hooks:\n  - {id: a, exclude: '${exclude}'${more}}\n`;
  const { findings } = await judge(hookConfig, { [path]: text, "docs/a.md": "a\n", "src/a.py": "a\n" }, { rule: "hook-matches-no-file" });
  expect(findings.map(({ severity }) => severity)).toEqual(severities);
});

it("a configuration below the root is judged from its own folder", async () => {
  const hook = (id: string, more: string): string => `  - {id: ${id}, name: ${id}, entry: ${id}, language: python, ${more}}\n`;
  const text = `repos:\n- repo: local\n  hooks:\n${hook("a", "files: '^x\\.py$'")}${hook("b", "files: '^api/'")}${hook("c", "exclude: '^x\\.py$'")}${hook("d", "exclude: '^api/'")}`;
  const { findings } = await judge(hookConfig, { [`api/${path}`]: text, "api/x.py": "a\n", "y.py": "a\n" }, { options: { files: [`**/${path}`] } });
  expect(findings.map(({ rule, data }) => [rule, data?.["hook"] ?? data?.["pattern"]])).toEqual([
    ["hook-config/hook-matches-no-file", "b"],
    ["hook-config/useless-exclude", "^api/"],
  ]);
});

it("a remote hook whose stages come from its manifest is never called dead without it", async () => {
  const dead = ["hook-matches-no-file", "stage-not-installed", "manual-only"].map((rule) => `hook-config/${rule}`);
  for (const stages of ["[post-commit]", "[manual]", "[pre-push]"]) {
    const text = (repo: string): string => `default_install_hook_types: [pre-commit]\ndefault_stages: ${stages}\nrepos:\n- ${repo}\n`;
    const found = async (repo: string): Promise<readonly string[]> =>
      (await judge(hookConfig, { [path]: text(repo), "a.py": "a\n" })).findings.map(({ rule }) => rule).filter((rule) => dead.includes(rule));
    expect(await found("{repo: 'https://example.org/r', rev: v1.0, hooks: [{id: a}]}"), stages).toEqual([]);
    expect(await found("{repo: local, hooks: [{id: a, name: a, entry: a, language: python}]}"), stages).not.toEqual([]);
  }
});
