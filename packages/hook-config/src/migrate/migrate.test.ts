// The migration against the real `pre-commit migrate-config`, on generated configurations; and where that one is wrong.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { migrateConfig, migrateManifest } from "../index.js";
import { attempt } from "./migrate.js";

const python = fileURLToPath(new URL("../../../../.peers/py-pre-commit/bin/python", import.meta.url));
// Runs pre-commit's own migration over many texts in one process.
const script = `
import sys, json, os, tempfile, contextlib, io
from pre_commit.commands.migrate_config import migrate_config
out = []
with tempfile.TemporaryDirectory() as d:
    f = os.path.join(d, 'c.yaml')
    for text in json.load(sys.stdin):
        with open(f, 'w', newline='') as h: h.write(text)
        try:
            with contextlib.redirect_stdout(io.StringIO()): migrate_config(f, quiet=True)
            with open(f, newline='') as h: out.append(h.read())
        except BaseException as e: out.append(None)
print(json.dumps(out))
`;

function migrateByPreCommit(texts: readonly string[]): (string | null)[] {
  const { stdout, stderr, status } = spawnSync(python, ["-c", script], { input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as (string | null)[];
}

const stage = fc.constantFrom("commit", "push", "merge-commit", "manual", "pre-commit", "'commit'", '"push"', "commit-msg");
const stages = fc
  .array(stage, { minLength: 1, maxLength: 3 })
  .chain((list) => fc.constantFrom(`[${list.join(", ")}]`, `[ ${list.join(" ,")} ]  # why`, `\n${list.map((one) => `      - ${one}`).join("\n")}`));
const hook = fc
  .tuple(fc.constantFrom("a", "b-c", "commit"), fc.option(stages), fc.constantFrom("system", "python_venv", "python", "'python_venv'", "node"), fc.boolean())
  .map(
    ([id, own, language, isCommented]) =>
      `  - id: ${id}\n    name: push\n${isCommented ? "    # stages: [commit]\n" : ""}    entry: echo commit\n    language: ${language}\n${own === null ? "" : `    stages: ${own}\n`}`,
  );
const repository = fc
  .tuple(fc.constantFrom("local", "https://example.org/commit"), fc.constantFrom("rev", "sha"), fc.array(hook, { minLength: 1, maxLength: 3 }))
  .map(([repo, key, hooks]) => `- repo: ${repo}\n${repo === "local" ? "" : `  ${key}: v1.0.0\n`}  hooks:\n${hooks.join("")}`);
const config = fc
  .tuple(fc.constantFrom("", "# a comment\n", "---\n", "# c\n\n---\n"), fc.option(stages), fc.array(repository, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([head, own, repositories, isList]) =>
    isList ? `${head}${repositories.join("")}` : `${head}${own === null ? "" : `default_stages: ${own}\n`}repos:\n${repositories.join("\n")}`,
  );

describe("migrateConfig", () => {
  it("writes byte for byte what pre-commit writes, on 500 generated configurations", { timeout: 240_000 }, () => {
    if (!existsSync(python)) throw new Error("pre-commit is not installed: run tools/peers.");
    const texts = fc.sample(config, { numRuns: 500, seed: 12 });
    const wanted = migrateByPreCommit(texts);
    for (const [index, text] of texts.entries()) {
      expect(wanted[index], text).not.toBeNull();
      expect(migrateConfig(text).text, text).toBe(wanted[index]);
    }
  });
  it("is idempotent and touches nothing outside its edits: CRLF, byte-order mark, comments stay", () => {
    for (const text of fc.sample(config, { numRuns: 100, seed: 3 })) {
      const crlf = `\ufeff${text.replaceAll("\n", "\r\n")}`;
      const { text: once } = migrateConfig(crlf);
      expect(migrateConfig(once)).toMatchObject({ text: once, edits: [] });
      expect(once.replaceAll("\r\n", "")).not.toContain("\n");
      expect(once.startsWith("\ufeff")).toBe(true);
    }
  });
  it("refuses what would not be read again, what would change once more, and edits that overlap", () => {
    const text = "repos:\n- repo: local\n  hooks:\n  - {id: a, name: a, entry: a, language: system, stages: [commit]}\n";
    const stage = text.indexOf("commit]");
    const renamed = { range: [stage, stage + "commit".length], text: "pre-commit" } as const;
    expect(attempt(text, "config", {}, [renamed])).toBe(migrateConfig(text).text);
    expect(attempt(text, "config", {}, [renamed, { range: [text.length, text.length], text: "a: [\n" }])).toBeUndefined();
    expect(attempt(text, "config", {}, [{ range: [0, 0], text: "# a comment\n" }])).toBeUndefined();
    expect(attempt(text, "config", {}, [renamed, { range: [stage + 1, stage + 2], text: "x" }])).toBeUndefined();
  });
  it("is right where pre-commit corrupts the file", () => {
    const hooks = (value: string): string =>
      `x: &s [commit]\nrepos:\n- repo: local\n  hooks:\n  - {id: a, name: a, entry: a, language: system, stages: ${value}}\n`;
    // An aliased stage, which pre-commit makes `pre-commitpre-commit`.
    expect(migrateConfig(hooks("[&c commit, *c]")).text).toContain("stages: [&c pre-commit, *c]");
    // A value that is used for something else too changes in one meaning alone.
    expect(migrateConfig(hooks("*s, args: *s")).text).toContain(
      "x: &s [commit]\nrepos:\n- repo: local\n  hooks:\n  - {id: a, name: a, entry: a, language: system, stages: [pre-commit], args: *s}",
    );
    expect(migrateConfig("repos:\n- repo: local\n  hooks:\n  - {id: a, args: &s [commit, 'b'], stages: *s}\n").text).toContain(
      "args: &s [commit, 'b'], stages: [pre-commit, 'b']",
    );
    expect(migrateConfig("repos:\n- repo: local\n  hooks:\n  - {id: &i push, language: python_venv, stages: [*i]}\n").text).toContain(
      "{id: &i push, language: python, stages: [pre-push]}",
    );
    // Through a merge key.
    expect(migrateConfig("h: &h\n  stages: [push]\nrepos:\n- repo: local\n  hooks:\n  - <<: *h\n    id: a\n").text).toContain("stages: [pre-push]");
    // Content on the line of `---`, a directive, a byte-order mark.
    const hook = "repo: local, hooks: [{id: a, stages: [commit]}]";
    expect(migrateConfig(`--- [{${hook}}]\n`).text).toBe(`---\nrepos:\n    [{${hook.replace("commit", "pre-commit")}}]\n`);
    expect(migrateConfig(`%YAML 1.1\n---\n- {${hook}}\n`).text).toBe(`%YAML 1.1\n---\nrepos:\n- {${hook.replace("commit", "pre-commit")}}\n`);
    expect(migrateConfig(`\ufeff- {${hook}}\n`).text).toBe(`\ufeffrepos:\n- {${hook.replace("commit", "pre-commit")}}\n`);
    // A block scalar.
    expect(migrateConfig("default_stages:\n- |-\n  commit\nrepos: []\n").text).toBe("default_stages:\n- |-\n  pre-commit\nrepos: []\n");
    expect(migrateConfig(hooks("*s")).text).toContain("&s [pre-commit]");
    // A tag and an anchor stay.
    expect(migrateConfig(hooks("[!!str commit]")).text).toContain("[!!str pre-commit]");
    // `sha` beside `rev` is left alone.
    const both = "repos:\n- repo: https://example.org/r\n  sha: a\n  rev: b\n  hooks: [{id: x}]\n";
    expect(migrateConfig(both)).toMatchObject({ text: both, edits: [], findings: [{ rule: "hook-config/sha-and-rev" }] });
  });
  it("migrates a manifest, and other names when asked", () => {
    const manifest = "- id: a\n  name: a\n  entry: a\n  language: python_venv\n  stages: [commit, push]\n";
    expect(migrateManifest(manifest).text).toBe(manifest.replace("python_venv", "python").replace("commit, push", "pre-commit, pre-push"));
    const system = "repos:\n- repo: local\n  hooks: [{id: a, name: a, entry: a, language: system}, {id: b, name: b, entry: b, language: 'script'}]\n";
    expect(migrateConfig(system).edits).toEqual([]);
    expect(migrateConfig(system, { renamesLanguages: true }).text).toBe(system.replace("system", "unsupported").replace("'script'", "'unsupported_script'"));
    expect(migrateConfig("default_language_version: {python_venv: python3}\nrepos: []\n").text).toContain("{python: python3}");
    expect(migrateConfig("minimum_pre_commit_version: '2.9'\ndefault_stages: [pre-push]\nrepos: []\n").findings).toMatchObject([
      { rule: "hook-config/minimum-version-too-low", data: { needed: "3.2.0" } },
    ]);
  });
  it("tells what it does not change: `pcre`, which has no equal today", () => {
    const text = "repos:\n- repo: local\n  hooks: [{id: a, name: a, entry: a, language: pcre}]\n";
    expect(migrateConfig(text)).toMatchObject({ text, edits: [], findings: [{ rule: "hook-config/pcre-language" }] });
  });
  it("edits a value that is used as stages alone at its anchor, under a key that pre-commit does not read too", () => {
    const text = (stage: string): string => `x-stages: &s\n- ${stage}\nrepos:\n- repo: local\n  hooks:\n  - {id: a, stages: *s}\n  - {id: b, stages: *s}\n`;
    expect(migrateConfig(text("commit")).text).toBe(text("pre-commit"));
  });
  it("leaves a merged value that the hook's own replaces, as pre-commit does, and renames a merged key that would come forth", () => {
    const replaced =
      "x: &m {language: python_venv, stages: [commit]}\nrepos:\n- repo: local\n  hooks:\n  - {<<: *m, id: a, language: node, stages: [manual]}\n";
    expect(migrateConfig(replaced)).toMatchObject({ text: replaced, edits: [] });
    expect(migrateByPreCommit([replaced])).toEqual([replaced]);
    const used = replaced.replace(", language: node", "");
    expect(migrateConfig(used).text).toBe(used.replace("python_venv", "python"));
    const sha = "x: [&a {sha: v1}, &b {sha: v2}]\nrepos:\n- {repo: a, <<: [*a, *b], sha: v3, hooks: []}\n";
    expect(migrateConfig(sha).text).toBe(sha.replaceAll("sha", "rev"));
  });
  it("takes maps that merge each other twice over, and as deep as Python goes, without doubling", () => {
    const doubled = Array.from({ length: 60 }, (_, at) => `a${at + 1}: &a${at + 1} {<<: [*a${at}, *a${at}]}\n`).join("");
    const text = `a0: &a0 {stages: [commit]}\n${doubled}repos: [{repo: local, hooks: [{<<: *a60, id: a}]}]\n`;
    expect(migrateConfig(text).text).toBe(text.replace("commit", "pre-commit"));
    const deep = Array.from({ length: 3000 }, (_, at) => `a${at + 1}: &a${at + 1}\n  <<: *a${at}\n`).join("");
    const chain = `a0: &a0 {x: 1}\n${deep}repos: [*a3000]\n`;
    expect(migrateConfig(chain)).toMatchObject({ text: chain, findings: [{ rule: "hook-config/yaml-syntax" }] });
  });
  it("never throws, and leaves what it cannot read as it is", () => {
    for (const text of ["", "[", "repos: [", "a: b: c", "\0", "null", "7", "repos: 3", "repos:\n- 7\n"])
      expect(migrateConfig(text)).toMatchObject({ text, edits: [] });
    for (const text of ["", "[", "null", "7", "a: &a 1\nb: &a 2\n"]) expect(migrateConfig(text).findings.length, text).toBe(1);
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => migrateConfig(text).text.length >= 0));
  });
});
