// A section in force: severities and options by path, zod's issues at the offending key, suppressions.
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineCheck, fullScope, runChecks, type Check, type Finding } from "../check/index.js";
import { repoPath, sourceText } from "../text/index.js";
import { memoryTree } from "../tree/index.js";
import { configurationText, explainPath, loadConfiguration, sectionOptions, suppressionEntries, type Configuration } from "./index.js";

const defaults = { word: "teh", limits: { most: 3 } };
const check: Check = defineCheck<{ path: string }, typeof defaults>({
  name: "doc-sync",
  summary: "finds words",
  version: "1.0.0",
  scope: "file",
  documents: new URL(import.meta.url),
  options: {
    defaults,
    schema: async () => z.strictObject({ word: z.string().default("teh"), limits: z.strictObject({ most: z.number().default(3) }).default({ most: 3 }) }),
  },
  rules: [
    {
      id: "word",
      summary: "A word.",
      severity: "warning",
      *find({ path }, { word }) {
        const source = sourceText(repoPath(path), "x\n");
        yield { message: `${path} ${word}`, at: source.at([0, 1]), data: { pointer: "/a" } };
      },
    },
    { id: "other", summary: "Another.", severity: "off", *find() {} },
  ],
  async *read({ files, scope }) {
    for (const { path } of await files.list()) if (scope.includes(path)) yield { path };
  },
});
const load = (yaml: string): Promise<Configuration> => loadConfiguration(memoryTree({ "caio.yaml": yaml }));
const inForce = async (yaml: string, one: Check = check) => sectionOptions(await load(yaml), one);
const at = (line: number, column: number) => ({ start: { line, column } });

describe("severity", () => {
  it("is the rule's own, the section's, or the last override's that matches", async () => {
    const section = await inForce(
      "doc-sync:\n  rules: {word: error}\n  overrides:\n  - {files: [docs], rules: {word: note}}\n  - {files: ['*.md'], rules: {word: 'off', other: error}}\n",
    );
    expect(["a.txt", "docs/a.txt", "docs/a.md"].map((path) => section.severity("word", repoPath(path)))).toEqual(["error", "note", "off"]);
    expect(section.severity("other", repoPath("a.txt"))).toBe("off");
    expect([section.isOn("word"), section.isOn("other"), section.isOn("none")]).toEqual([true, true, false]);
    expect((await inForce("")).severity("word", repoPath("a"))).toBe("warning");
  });
});

it("a key `__proto__`, which a record of zod drops without a word, is refused where it stands", async () => {
  const tables: Check = {
    ...check,
    options: { defaults: { words: {} }, schema: async () => z.strictObject({ words: z.record(z.string(), z.any()).default({}) }) },
  };
  const message = "`doc-sync.words` cannot have a key `__proto__`.";
  await expect(inForce("doc-sync:\n  words: {a: b, __proto__: c}", tables)).rejects.toMatchObject({ code: "CONFIG_INVALID", message, at: at(2, 17) });
  await expect(inForce("doc-sync:\n  words: {a: {__proto__: c}}", tables)).rejects.toMatchObject({
    message: "`doc-sync.words.a` cannot have a key `__proto__`.",
    at: at(2, 15),
  });
  await expect(inForce("doc-sync:\n  words: {constructor: c, toString: d}", tables)).resolves.toMatchObject({
    options: { words: { constructor: "c", toString: "d" } },
  });
});

describe("a fault stands at the offending key", () => {
  it.each([
    ["doc-sync:\n  wrod: a", 2, 3, "There is no key `wrod` in `doc-sync`.", "Did you mean `word`?"],
    ["doc-sync:\n  rule: {}", 2, 3, "There is no key `rule` in `doc-sync`.", "Did you mean `rules`?"],
    ["doc-sync:\n  word: 3", 2, 9, "`doc-sync.word`: Invalid input: expected string, received number.", undefined],
    ["doc-sync:\n  limits: {most: many}", 2, 18, "`doc-sync.limits.most`: Invalid input: expected number, received string.", undefined],
    ["doc-sync:\n  limits: {least: 1}", 2, 12, "There is no key `least` in `doc-sync.limits`.", expect.any(String)],
    ["doc-sync:\n  rules: {wrod: error}", 2, 11, "`doc-sync` has no rule `wrod`.", "Did you mean `word`?"],
    ["doc-sync:\n  overrides:\n  - files: [a]\n    rules: {wrod: error}", 4, 13, "`doc-sync` has no rule `wrod`.", "Did you mean `word`?"],
    ["doc-sync:\n  overrides:\n  - files: [a]\n    options: {word: 3}", 4, 21, "`doc-sync.word`: Invalid input: expected string, received number.", undefined],
    ["doc-sync:\n  overrides:\n  - files: [a]\n    options: {wrod: a}", 4, 15, "There is no key `wrod` in `doc-sync`.", "Did you mean `word`?"],
    ["suppress:\n- {rule: doc-sync/wrod, path: a, reason: r}", 2, 3, "`doc-sync` has no rule `wrod`.", "Did you mean `word`?"],
  ])("%j", async (yaml, line, column, message, hint) => {
    await expect(inForce(yaml)).rejects.toMatchObject({ code: "CONFIG_INVALID", message, hint, at: at(line, column) });
  });
  it("options by path are refused for a check of the whole repository", async () => {
    await expect(inForce("doc-sync:\n  overrides:\n  - files: [a]\n    options: {word: b}", { ...check, scope: "repository" })).rejects.toMatchObject({
      message: /as a whole/,
      at: at(4, 5),
    });
  });
});

const run = async (yaml: string, files: Record<string, string>, now = "2026-05-01T00:00:00Z") => {
  const configuration = await load(yaml);
  const tree = memoryTree(files);
  return runChecks({
    checks: [{ check, settings: await sectionOptions(configuration, check) }],
    files: tree,
    suppressions: suppressionEntries(configuration, now),
    reportsIdle: true,
    context: { repository: { root: "/memory", files: tree }, scope: fullScope, ignore: [], now, signal: new AbortController().signal },
  });
};
const lines = (findings: readonly Finding[]): string[] => findings.map(({ rule, at: { path }, message }) => `${path} ${rule}: ${message}`);

it("options of overrides reach the paths that they name, the last one winning key by key", async () => {
  const yaml =
    "doc-sync:\n  word: base\n  overrides:\n  - {files: [docs], options: {word: docs}}\n  - {files: ['*.md'], options: {limits: {most: 1}}}\n  - {files: [docs/z.md], options: {word: last}}\n";
  const { findings, troubles } = await run(yaml, { "a.txt": "", "b.md": "", "docs/a.txt": "", "docs/z.md": "" });
  expect(troubles).toEqual([]);
  expect(findings.map(({ message }) => message)).toEqual(["a.txt base", "b.md base", "docs/a.txt docs", "docs/z.md last"]);
});

describe("suppress", () => {
  const entry = (more: string): string => `suppress:\n- {rule: doc-sync/word, path: a.txt, reason: r${more}}\n`;
  it("holds a finding back by path, pointer, and day", async () => {
    for (const more of ["", ", pointer: /a", ", expires: 2026-05-01"]) expect(lines((await run(entry(more), { "a.txt": "" })).findings)).toEqual([]);
    const [own] = (await run("", { "a.txt": "" })).findings;
    expect(lines((await run(entry(`, fingerprint: "${own?.fingerprint}"`), { "a.txt": "" })).findings)).toEqual([]);
  });
  it("is reported when it holds nothing back, and when it has expired", async () => {
    for (const more of [", pointer: /b", ", fingerprint: abc"])
      expect(lines((await run(entry(more), { "a.txt": "" })).findings)).toEqual([
        "a.txt doc-sync/word: a.txt teh",
        "caio.yaml caio/unused-suppression: The suppression of `doc-sync/word` suppresses nothing.",
      ]);
    expect(lines((await run(entry(", expires: 2026-04-30"), { "a.txt": "" })).findings)).toEqual([
      "a.txt doc-sync/word: a.txt teh",
      "caio.yaml caio/expired-suppression: The suppression of `doc-sync/word` expired after `2026-04-30`.",
    ]);
  });
});

const whole = [
  'ignore: ["vendor/**"]',
  "suppress:",
  "- {rule: doc-sync/word, path: docs, reason: 'why \u202e'}",
  "doc-sync:",
  "  word: 'no'",
  "  rules: {other: note}",
  "  overrides:",
  "  - {files: [docs], rules: {word: error}, options: {word: x}}",
  "",
].join("\n");

it("the configuration in force reads back to the same, and shows what nobody wrote", async () => {
  const text = await configurationText(await load(whole), [check]);
  expect(text).toContain('  limits: {"most":3}\n');
  expect(text).toContain("    other: note\n    word: warning\n");
  expect(text).not.toContain("\u202e");
  expect(await configurationText(await load(text), [check])).toBe(text);
  expect((await load(text)).suppress).toMatchObject([{ rule: "doc-sync/word", path: "docs", reason: "why \u202e" }]);
  expect(await configurationText(await load(""), [check])).toContain('word: "teh"');
});

it("explains which lines decide about a path", async () => {
  const configuration = await load(whole);
  const source = sourceText(repoPath("docs/a.py"), "# caio-ignore doc-sync/word: so it is\n");
  expect(explainPath(configuration, repoPath("docs/a.py"), { source })).toBe(
    [
      "caio.yaml:8:5 `overrides` (docs) sets doc-sync/word to error.",
      "caio.yaml:8:5 `overrides` (docs) sets the option doc-sync.word.",
      "caio.yaml:3:3 `suppress` holds doc-sync/word back: why \\u202e",
      "docs/a.py:1:3 a comment holds doc-sync/word back on this line and the next: so it is",
      "",
    ].join("\n"),
  );
  expect(explainPath(configuration, repoPath("vendor/x"))).toBe("caio.yaml:1:10 `ignore` (vendor/**) leaves it to no check.\n");
  expect(explainPath(configuration, repoPath("a"))).toBe("");
});
