// The loader against PyYAML's own C loader, on real forms, pieces of YAML thrown together, and broken configurations.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadPyyaml, pythonType, readPyyaml, type PyyamlDocument, type YamlNode } from "./index.js";

const python = fileURLToPath(new URL("../../../../../.peers/py-pre-commit/bin/python", import.meta.url));
const script = `
import sys, json
from pre_commit.yaml import yaml_load
def plain(v, depth=0):
    if depth > 12: return '...'
    if isinstance(v, dict): return [[plain(k, depth + 1), plain(x, depth + 1)] for k, x in v.items()]
    if isinstance(v, (list, tuple)): return ['list', *[plain(x, depth + 1) for x in v]]
    if isinstance(v, bool) or v is None: return v
    return 's:' + v if isinstance(v, str) else type(v).__name__
out = []
for text in json.load(sys.stdin):
    try: out.append([plain(yaml_load(text))])
    except Exception: out.append(None)
json.dump(out, sys.stdout)
`;

function plain(document: PyyamlDocument, node: YamlNode | undefined, depth = 0): unknown {
  if (node === undefined) return null;
  if (depth > 12) return "...";
  const type = pythonType(node);
  const inner = (one: YamlNode): unknown => plain(document, one, depth + 1);
  if (node.kind === "map" && type === "dict") {
    const pairs = new Map<string, unknown[]>();
    for (const { key, value } of document.pairs(node)) {
      const name = inner(key.node);
      pairs.set(JSON.stringify(name), [name, inner(value.node)]);
    }
    return [...pairs.values()];
  }
  if (node.kind === "list" && node.tag === "!!seq") return ["list", ...node.items.map((item) => inner(item.node))];
  if (node.kind !== "scalar") return type;
  if (type === "bool") return /^(?:yes|true|on)$/i.test(node.value);
  if (type === "NoneType") return null;
  return type === "str" ? `s:${node.value}` : type;
}

const pieces = [
  ..."ab-?:,[]{}#|>'\"\\%@`=~!&*",
  "- ",
  "? ",
  ": ",
  ":\n",
  ", ",
  " # c",
  "&a ",
  "*a ",
  "!!str ",
  "!x ",
  "!!int ",
  "! ",
  "|\n",
  ">-\n",
  "|2\n",
  "''",
  '"a"',
  "\\n",
  "%YAML 1.1\n",
  "---\n",
  "...\n",
  "\n",
  "\n",
  "\n",
  " ",
  "  ",
  "    ",
  "\t",
  "\r\n",
  "\u0085",
  "\u2028",
  "\ufeff",
  "é",
  "😀",
  "<<: *a",
  "0x",
  "1.5",
  "1e3",
  "2001-01-01",
  "2001-13-01",
  "null",
  "yes",
  "x: y\n",
  "- x\n",
  "  - ",
  "  k: v\n",
  "k: &a v\n",
  '"a\\\n b"',
  "'a\n\n b'",
  "12:30",
  "!<tag:yaml.org,2002:str> ",
  "!!binary ",
  "\u0007",
  "stages: [commit]\n",
];
const joined = (parts: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 10 }).map((some) => some.join(""));
const inFlow = [..."[]{},? a", ": ", "? ", "? a", "- ", "&a ", "*a", "'b'", "[]", "{}", "<<: *a", "\n"];

describe("the loader", () => {
  it.each([
    ["all pieces", pieces, 1500],
    ["pieces of flow form", inFlow, 500],
  ])("reads and refuses what PyYAML reads and refuses, on 6,000 texts of %s", { timeout: 60_000 }, (_name, parts, least) => {
    if (!existsSync(python)) throw new Error("PyYAML is not there: run tools/peers pre-commit.");
    const texts = fc.sample(joined(parts), { numRuns: 6000, seed: 5 }).filter((one) => !/!!(?:set|omap|pairs)/.test(one));
    const { stdout, stderr, status } = spawnSync(python, ["-c", script], { input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(stderr);
    const wanted = JSON.parse(stdout) as (readonly [unknown] | null)[];
    expect(wanted.filter((one) => one !== null).length).toBeGreaterThan(least);
    for (const [index, one] of texts.entries()) {
      const document = loadPyyaml(one);
      expect(document.problem === undefined ? [plain(document, document.root)] : null, JSON.stringify(one)).toEqual(wanted[index]);
    }
  });
  it("gives the document that is held already where the same text is asked for again, and no other", () => {
    const held = loadPyyaml("a: 1\n");
    expect(loadPyyaml(["a: ", "1\n"].join(""))).toBe(held);
    expect(loadPyyaml("a: 2\n")).not.toBe(held);
    expect(plain(held, held.root)).toEqual(plain(loadPyyaml("a: 1\n"), loadPyyaml("a: 1\n").root));
  });
  it("keeps an alias as the node that it names, and where the alias stands", () => {
    const source = "a: &x !!str 'v'\nb: *x\n";
    const { root } = loadPyyaml(source);
    const [first, second] = root?.kind === "map" ? root.entries : [];
    expect(first?.value.node).toBe(second?.value.node);
    expect(source.slice(...(second?.value.alias ?? [0, 0]))).toBe("*x");
    expect([first?.value.node.range, first?.value.node.outer].map((range) => source.slice(...(range ?? [0, 0])))).toEqual(["'v'", "&x !!str 'v'"]);
  });
  it("refuses what PyYAML cannot make, in a pair too that a later merge replaces", () => {
    for (const value of ["{<<: 3}", "!x 3", "2001-13-01", "{[a]: 3}"])
      for (const merge of [`<<: [{ci: {}}, {ci: ${value}}]`, `<<: {<<: [{ci: {}}, {ci: ${value}}]}`, `ci: {}\n<<: {ci: ${value}}`])
        expect(loadPyyaml(`repos: []\n${merge}\n`).problem, merge).toBeDefined();
    expect(loadPyyaml("repos: []\n<<: [{ci: {}}, {ci: 3}, !x {ci: 4}]\n").problem).toBeUndefined();
  });
  it("refuses a small file whose merge keys would make millions of pairs", () => {
    const keys = Array.from({ length: 3000 }, (_, index) => `  k${index}: 1\n`).join("");
    expect(loadPyyaml(`x: &a\n${keys}repos:\n${"- <<: *a\n".repeat(3000)}`).problem?.message).toBe("Merge keys bring more than is read.");
    expect(loadPyyaml(`x: &a\n${keys}repos:\n${"- <<: *a\n".repeat(50)}`).problem).toBeUndefined();
  });
  it("ends soon on what is deep, wide or turns in circles", () => {
    for (const one of ["[".repeat(100_000), "{a: ".repeat(50_000), "&a [*a]", "a: &a {<<: *a, b: *a}", `${"- ".repeat(5000)}a`, `[${"a, ".repeat(300_000)}a]`])
      expect(loadPyyaml(one)).toBeDefined();
    expect(readPyyaml("&a [*a]").problems).toMatchObject([{ code: "too-deep" }]);
    expect(readPyyaml("a: &a {<<: *a, b: 1}").problems).toEqual([]);
    expect(loadPyyaml(Array.from({ length: 50_000 }, (_, index) => `k${index}: ${index}`).join("\n")).problem).toBeUndefined();
  });
});
