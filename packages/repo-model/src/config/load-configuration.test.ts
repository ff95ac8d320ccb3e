// Finding and reading the configuration: every fault with its place, every name, hostile keys.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryTree } from "../tree/index.js";
import { configurationNames, loadConfiguration, nearest } from "./index.js";

const load = (files: Record<string, string>, names?: readonly string[]) => loadConfiguration(memoryTree(files), names === undefined ? {} : { names });
const fault = async (yaml: string): Promise<unknown> =>
  load({ "caio.yaml": yaml }).then(
    () => "no fault",
    (error: { code: string; message: string; hint?: string; at?: { start: { line: number; column: number } } }) => [
      error.code,
      `${error.at?.start.line}:${error.at?.start.column}`,
      error.message,
      error.hint,
    ],
  );

describe("finding", () => {
  it.each(configurationNames)("reads %s", async (name) => {
    const text = name.endsWith(".toml") ? 'ignore = ["a"]\n' : '{"ignore": ["a"]}\n';
    expect(await load({ [name]: text })).toMatchObject({ path: name, ignore: ["a"] });
  });
  it("reads the part of package.json and of pyproject.toml, and leaves those alone that do not name it", async () => {
    expect((await load({ "package.json": '{"name": "x", "caio": {"ignore": ["a"]}}' })).ignore).toEqual(["a"]);
    expect((await load({ "pyproject.toml": '[tool.caio]\nignore = ["b"]\n' })).ignore).toEqual(["b"]);
    const silent = await load({ "package.json": '{"name": "caio", "dependencies": {"caio": "1"}}', "pyproject.toml": "[tool.black]\n" });
    expect(silent.path).toBeUndefined();
    expect((await load({ "package.json": "{ broken caio" })).path).toBeUndefined();
  });
  it("refuses two of them", async () => {
    await expect(load({ "caio.yaml": "", "caio.toml": "" })).rejects.toMatchObject({ code: "CONFIG_AMBIGUOUS", message: /`caio.yaml`.*`caio.toml`/ });
    await expect(load({ "caio.yaml": "", "package.json": '{"caio": {}}' })).rejects.toMatchObject({ code: "CONFIG_AMBIGUOUS" });
  });
  it("is the empty one for no file and for an empty one", async () => {
    for (const files of [{}, { "caio.yaml": "" }, { "caio.yaml": "# nothing\n" }]) {
      const { ignore, suppress, sections } = await load(files);
      expect([ignore, suppress, sections.size]).toEqual([[], [], 0]);
    }
  });
});

describe("a fault says where it is and what was expected", () => {
  it.each([
    ["doc-sinc: {}", "1:1", "There is no key `doc-sinc` in the configuration.", "Did you mean `doc-sync`?"],
    ["# c\nignor: [a]", "2:1", "There is no key `ignor` in the configuration.", "Did you mean `ignore`?"],
    ["ignore: x", "1:9", "`ignore` must be a list.", undefined],
    ["- a", "1:1", "The configuration must be a map of keys and values.", undefined],
    ["ignore: [a]\nignore: [b]", "2:1", "The key `ignore` stands twice.", undefined],
    ['ignore: [a, "[z-a]"]', "1:13", "`[z-a]` is no valid pattern.", expect.any(String)],
    ['ignore: ["!a"]', "1:10", expect.stringContaining("no `!`"), expect.any(String)],
    ["ignore: ['']", "1:10", "Each entry of `ignore` is empty.", undefined],
    ["doc-sync:\n  rules: {broken-link: warn}", "2:24", expect.stringContaining("off, note, warning or error"), undefined],
    ["doc-sync:\n  rules: {broken-link: eror}", "2:24", expect.any(String), "Did you mean `error`?"],
    ["doc-sync:\n  overrides:\n  - {rules: {a: error}}", "3:5", expect.stringContaining("needs `files`"), undefined],
    ["doc-sync:\n  overrides:\n  - {files: [a], rule: {}}", "3:18", "There is no key `rule` in an override.", "Did you mean `rules`?"],
    ["suppress:\n- {rule: doc-sync/x, path: a}", "2:3", "An entry of `suppress` needs `reason`.", undefined],
    ["suppress:\n- {rule: doc-sync/x, path: a, reason: ' '}", "2:39", "`reason` is empty.", undefined],
    ["suppress:\n- {rule: broken-link, path: a, reason: r}", "2:10", "`broken-link` is not of the form `CHECK/RULE`.", undefined],
    ["suppress:\n- {rule: docsync/x, path: a, reason: r}", "2:10", "There is no check `docsync`.", "Did you mean `doc-sync`?"],
    ["suppress:\n- {rule: doc-sync/x, path: a, reason: r, expires: 2026-02-30}", "2:51", "`expires` must be a date, `YYYY-MM-DD`.", undefined],
    ["suppress: [3]", "1:12", "An entry of `suppress` must be a map of keys and values.", undefined],
  ])("%j", async (yaml, place, message, hint) => {
    expect(await fault(yaml)).toEqual(["CONFIG_INVALID", place, message, hint]);
  });
  it("of syntax too, in each language", async () => {
    expect(await fault("a: [")).toEqual(["CONFIG_INVALID", expect.any(String), expect.any(String), undefined]);
    await expect(load({ "caio.json": '{"ignore": [}' })).rejects.toMatchObject({ code: "CONFIG_INVALID", at: { start: { line: 1, column: 13 } } });
    await expect(load({ "caio.toml": "ignore = [\n" })).rejects.toMatchObject({ code: "CONFIG_INVALID", at: { path: "caio.toml" } });
  });
  it("and none is thrown but a RepoError, whatever the text", async () => {
    const piece = fc.constantFrom(
      "ignore",
      "suppress",
      "doc-sync",
      "rules",
      ":",
      " ",
      "\n",
      "- ",
      "[",
      "]",
      "{",
      "}",
      "'",
      '"',
      "*a",
      "&a",
      "!x",
      "__proto__",
      "#",
      "\t",
      "\ufeff",
      "\0",
      "é",
    );
    const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(""));
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom("caio.yaml", "caio.json", "caio.toml"), async (body, name) => {
        const error = await load({ [name]: body }).then(
          () => undefined,
          (reason: Error) => reason,
        );
        if (error !== undefined) expect(error).toMatchObject({ name: "RepoError", code: "CONFIG_INVALID" });
      }),
      { numRuns: 500 },
    );
  });
});

it("a key called __proto__ is a key like any other", async () => {
  const { sections } = await load({ "caio.yaml": "hook-config: {rules: {__proto__: error}}" });
  expect(Object.keys(sections.get("hook-config")?.rules ?? {})).toEqual(["__proto__"]);
});

it("a foreign check has a section as NAME or x-NAME; other x- sections are left unread", async () => {
  const yaml = { "caio.yaml": "todo: {rules: {left: error}}\nx-other: [1, 2]\n" };
  expect([...(await load(yaml, ["todo"])).sections.keys()]).toEqual(["todo"]);
  await expect(load(yaml)).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  expect([...(await load({ "caio.yaml": "x-todo: {}" }, ["todo"])).sections.keys()]).toEqual(["todo"]);
  expect((await load({ "caio.yaml": "x-todo: {}" })).sections.size).toBe(0);
  await expect(load({ "caio.yaml": "x-todo: {}\ntodo: {}" }, ["todo"])).rejects.toMatchObject({ message: /stands twice/ });
});

it("offers the nearest word, and none for a strange one", () => {
  expect(nearest("secert-scan", ["doc-sync", "secret-scan"])).toBe("secret-scan");
  expect(nearest("zzz", ["doc-sync"])).toBeUndefined();
});
