// Data: values and ranges against the parsers that everyone uses.
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { parse as parseWithLibrary } from "smol-toml";
import { describe, expect, it, test } from "vitest";
import { atPointer, child, parseJson, parseToml, parseYaml, toValue, type DataNode } from "./index.js";

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? "null");

/** Every range shows its key or value in the text. */
function checkRanges(node: DataNode | undefined, text: string): void {
  if (node?.kind === "map") {
    for (const { key, keyRange, value } of node.entries) {
      expect(text.slice(...keyRange).replace(/^["']|["']$/g, "")).toContain(key.slice(0, 1));
      checkRanges(value, text);
    }
  } else if (node?.kind === "list") for (const item of node.items) checkRanges(item, text);
  else if (node?.kind === "number") expect(text.slice(...node.range)).toBe(node.raw);
  else if (node?.kind === "boolean") expect(text.slice(...node.range).toLowerCase()).toBe(String(node.value));
}

test("a key is found among few and among many, the last one where it stands twice", () => {
  const entry = fc.tuple(fc.constantFrom("a", "b", "__proto__", "constructor", "toString", "1"), fc.nat());
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
      const { root } = parseJson(`{${entries.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(",")}}`);
      for (const key of ["a", "__proto__", "constructor", "toString", "hasOwnProperty", "1", 1])
        expect(toValue(child(root, key))).toBe(entries.findLast((one) => one[0] === String(key))?.[1] ?? null);
    }),
  );
});

test("a text that is asked for again is not read again", () => {
  const text = '{"a": [1]}';
  expect(parseJson(`${text}`).root).toBe(parseJson(text).root);
  expect(parseJson(`${text} `).root).not.toBe(parseJson(text).root);
});

describe("JSON", () => {
  it("is what JSON.parse gives, with ranges", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { root, problems } = parseJson(text);
        expect(problems.filter(({ code }) => code !== "duplicate-key")).toEqual([]);
        expect(plain(toValue(root))).toEqual(plain(JSON.parse(text)));
        checkRanges(root, text);
      }),
    );
  });
  it("allows comments and trailing commas, and names faults with their place", () => {
    expect(toValue(parseJson('{ // c\n "a": [1, 2,], /* d */ }').root)).toEqual({ a: [1, 2] });
    expect(parseJson('{"a": 1 "b": 2}').problems).toMatchObject([{ code: "syntax", message: "Expected `,` or `}`.", range: [8, 9] }]);
    expect(parseJson('{"a": 1, "a": 2}').problems).toMatchObject([{ code: "duplicate-key", range: [9, 12] }]);
    expect(parseJson("[".repeat(100_000)).problems).toMatchObject([{ code: "too-deep" }]);
  });
  it("takes __proto__ for a key like any other", () => {
    const value = toValue(parseJson('{"__proto__": {"polluted": 1}}').root);
    expect(Object.keys(value as object)).toEqual(["__proto__"]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("TOML", () => {
  it("is what smol-toml gives", () => {
    const samples = [
      'a = 1\nb.c = "x\\ty"\n[t]\nd = [1, 2, [3]]\ne = {f = true, g.h = 1.5}\n[[l]]\nx=1\n[[l]]\nx=2\n[l.sub]\ny=1\n',
      's = """\none\\\n   two"""\nl = \'\'\'\nraw\\n\'\'\'\nq = """a"b""c"""\n"quoted key" = 0x1F\nn = 1_000\n',
      '[project]\nname = "x"\ndependencies = [\n  "a>=1", # why\n  "b",\n]\n[tool.ruff.lint]\nselect = ["E"]\n',
    ];
    for (const text of samples) {
      const { root, problems } = parseToml(text);
      expect(problems).toEqual([]);
      expect(plain(toValue(root))).toEqual(plain(parseWithLibrary(text)));
      checkRanges(root, text);
    }
  });
  it("takes an inline table over several lines, as TOML 1.1 does", () => {
    const { root, problems } = parseToml("a = {\n  b = 1, # why\n  c = [\n    2,\n  ],\n}\nd = {}\n");
    expect(problems).toEqual([]);
    expect(toValue(root)).toEqual({ a: { b: 1, c: [2] }, d: {} });
    expect(parseToml("a = { b = 1\n").problems).toHaveLength(1);
  });
  it("refuses what smol-toml refuses, with the place", () => {
    for (const text of ["a = 1\na = 2\n", "[t]\n[t]\n", "a = \n", 'a = "x\n', "a = 1 b = 2\n", "a = {b = 1}\n[a]\nc = 1\n", "= 1\n", "a = 01\n", "[a\n"]) {
      expect(parseToml(text).problems.length, text).toBe(1);
      expect(() => parseWithLibrary(text), text).toThrow(/.*/);
    }
  });
  it("agrees on generated documents", () => {
    const key = fc.stringMatching(/^[a-z]{1,3}$/);
    const value: fc.Arbitrary<string> = fc.oneof(
      fc.integer().map(String),
      fc.boolean().map(String),
      fc.string().map((text) => JSON.stringify(text).replaceAll("\u007f", "")),
      fc.constantFrom("[]", '[1, "a"]', "{ x = 1 }", "1979-05-27"),
    );
    const line = fc.oneof(
      fc.tuple(key, value).map(([k, v]) => `${k} = ${v}`),
      key.map((k) => `[${k}]`),
      key.map((k) => `[[${k}]]`),
      fc.tuple(key, key, value).map(([a, b, v]) => `${a}.${b} = ${v}`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = `${lines.join("\n")}\n`;
        let wanted: unknown;
        try {
          wanted = plain(parseWithLibrary(text));
        } catch {
          expect(parseToml(text).problems.length, text).toBe(1);
          return;
        }
        const { root, problems } = parseToml(text);
        expect(problems, text).toEqual([]);
        // Dates are their text here and Date objects there.
        expect(JSON.stringify(plain(toValue(root))).replaceAll("1979-05-27", "")).toBe(JSON.stringify(wanted).replaceAll("1979-05-27", ""));
      }),
      { numRuns: 500 },
    );
  });
});

describe("YAML", () => {
  it("gives values with ranges, merge keys, aliases and duplicate keys", async () => {
    const text = "\ufeffbase: &b { x: 1 }\nuse:\n  <<: *b\n  y: 'two'\nlist:\n  - a\n  - *b\nx: 1\nx: 2\n";
    const { root, problems } = await parseYaml(text);
    expect(plain(toValue(root))).toEqual({ base: { x: 1 }, use: { y: "two", x: 1 }, list: ["a", { x: 1 }], x: 2 });
    expect(problems).toMatchObject([{ code: "duplicate-key" }]);
    const y = atPointer(root, "/use/y");
    expect(y === undefined ? "" : text.slice(...y.range)).toBe("'two'");
  });
  it("never hangs on alias bombs, depth and many keys, and never throws", async () => {
    const bomb = `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join("\n")}\n`;
    expect((await parseYaml(bomb)).problems.some(({ code }) => code === "too-many-aliases" || code === "too-deep")).toBe(true);
    const many = Array.from({ length: 50_000 }, (_, i) => `k${i}: ${i}`).join("\n");
    expect((await parseYaml(many)).problems).toEqual([]);
    for (const bad of ["a: [1", "a: 'x", "\t- a", "a: *nope", "a: &a [*a]", "{", "%YAML 9\n---\na"])
      expect((await parseYaml(bad)).problems.length + 1).toBeGreaterThan(0);
  });
  it("reads plain scalars as PyYAML does", async () => {
    const python = [".peers/py-pre-commit/bin/python", "../../.peers/py-pre-commit/bin/python"].map(
      (path) => new URL(path, `file://${process.cwd()}/`).pathname,
    );
    const scalars = [
      "1234567e12",
      "1e3",
      "1.0e3",
      "1.5e+3",
      "y",
      "n",
      "yes",
      "No",
      "on",
      "OFF",
      "0o7",
      "010",
      "0x1f",
      "0b11",
      "1_000",
      "1:30",
      "1:30.5",
      "~",
      "null",
      ".inf",
      "-.INF",
      "2001-01-01",
      "1.2.3",
      "v1",
      "",
      "0.1",
      ".5",
      "5.",
      "+1",
      "-0",
      "08",
      "True",
      "tRue",
      "1__0",
    ];
    const script =
      "import sys,json,yaml\nprint(json.dumps([(lambda v: [type(v).__name__, str(v)])(yaml.safe_load('k: '+s)['k']) for s in json.load(sys.stdin)]))";
    let output: string | undefined;
    for (const path of python) {
      try {
        output = execFileSync(path, ["-c", script], { input: JSON.stringify(scalars), encoding: "utf8" });
        break;
      } catch {
        output = undefined;
      }
    }
    if (output === undefined) throw new Error("PyYAML is not there: run tools/peers pre-commit.");
    const kinds: Readonly<Record<string, string>> = {
      str: "string",
      int: "number",
      float: "number",
      bool: "boolean",
      NoneType: "null",
      date: "other",
      datetime: "other",
    };
    for (const [index, [type = ""]] of (JSON.parse(output) as string[][]).entries()) {
      const { root } = await parseYaml(`k: ${scalars[index]}`, { dialect: "pyyaml" });
      expect(atPointer(root, "/k")?.kind, scalars[index]).toBe(kinds[type]);
    }
  });
});
