// The import scanner: what it says of each construct, of broken files, and against Python's own `ast` on the files of this machine's Python.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { scanImports } from "../index.js";

const said = (source: string): string[] =>
  scanImports(source).map(
    ({ line, level, module, context, via }) =>
      `${line} ${".".repeat(level)}${module}${context.length === 0 ? "" : ` [${context.join(" ")}]`}${via === undefined ? "" : ` ${via}`}`,
  );

describe("what it sees", () => {
  it.each([
    ["names and aliases", "import a.b as c, d\nimport e; import f\n", ["1 a.b", "1 d", "2 e", "2 f"]],
    ["from, relative and in brackets", "from x.y import (\n  a,  # c\n  b as d,\n)\nfrom . import z\nfrom ..p import *\n", ["1 x.y", "5 .", "6 ..p"]],
    ["joined lines", "import a, \\\n  b\nfrom \\\n  c import d\n", ["1 a", "1 b", "3 c"]],
    ["strings and comments", '"""\nimport no\n"""\nx = "import no"  # import no\nr\'\\\'\nimport a\ny = f"{z["import no"]}"\nimport b\n', ["6 a", "8 b"]],
    [
      "optional imports",
      "try:\n  import a\nexcept (ValueError, ImportError) as e:\n  import b\nelse:\n  import c\nfinally:\n  import d\n",
      ["2 a [try]", "4 b [except]", "6 c [if]", "8 d"],
    ],
    ["handlers of other errors", "try:\n  import a\nexcept KeyError:\n  import b\nexcept x.ImportError:\n  import c\n", ["2 a", "4 b", "6 c"]],
    ["bare handlers, in one line", "try: import a\nexcept: import b\nimport c\n", ["1 a [try]", "2 b [except]", "3 c"]],
    [
      "type checking",
      "if TYPE_CHECKING:\n  import a\nelse:\n  import b\nif typing.TYPE_CHECKING: import c\nif not TYPE_CHECKING:\n  import d\nelif (TYPE_CHECKING):\n  import e\n",
      ["2 a [tc]", "4 b [if]", "5 c [tc]", "7 d [if]", "9 e [tc]"],
    ],
    [
      "functions, classes, loops",
      "class A:\n  import a\n  def f(self, x={1: 2}) -> int:\n    for x in y:\n      import b\nasync def g():\n  async with z: import c\n",
      ["2 a", "5 b [def]", "7 c [def]"],
    ],
    [
      "match, and names like it",
      "match x:\n  case 1:\n    import a\n  case _ if lambda: y: import b\nmatch = 1\ncase = 2\nmatch(x)\nimport c\n",
      ["3 a [if]", "4 b [if]", "8 c"],
    ],
    ["lambdas and slices in headers", "if (lambda: x)() or y[1:2]:\n  import a\nwhile lambda: 1: import b\n", ["2 a [if]", "3 b"]],
    [
      "dynamic imports",
      'importlib.import_module("a.b")\nx = __import__("c")\nd = pytest.importorskip("d", reason="x")\npytest_plugins = ["e", "f"]\nimportlib.import_module(".g", p)\nself.import_module("no")\nself.importlib.import_module("no")\nimport_module(name)\nimport_module(f"no")\n',
      [
        "1 a.b importlib.import_module",
        "2 c __import__",
        "3 d pytest.importorskip",
        "4 e pytest_plugins",
        "4 f pytest_plugins",
        "5 .g importlib.import_module",
      ],
    ],
    [
      "dynamic imports behind a word",
      'def f():\n  return importlib.import_module("a")\nassert  importlib . import_module("b").c\na . importlib.import_module("no")\n',
      ["2 a [def] importlib.import_module", "3 b importlib.import_module"],
    ],
    ["tabs, form feeds, CR alone", "if x:\n\timport a\n        import b\n\fimport c\rimport d\r\nimport e", ["2 a [if]", "3 b [if]", "4 c", "5 d", "6 e"]],
    ["a mark and other letters", "\ufeffimport ärger\n", ["1 ärger"]],
  ])("%s", (_name, source, wanted) => expect(said(source)).toEqual(wanted));
});

describe("what is broken", () => {
  it.each([
    ["an unclosed bracket", "x = (1,\nimport a\n", ["2 a"]],
    ["an unclosed bracket in an import", "from a import (b,\nimport c\ndef f():\n  import d\n", ["1 a", "2 c", "4 d [def]"]],
    ["an unclosed string", "x = 'abc\nimport a\n", ["2 a"]],
    ["an unclosed field", 'x = f"{a\nimport b\n', ["2 b"]],
    ["a header without a colon", "def f(\nimport a\nif x\n  import b\n", ["2 a", "4 b"]],
    ["nothing after the word", "import\nfrom\nfrom x\nimport 1a\nimport a\n", ["5 a"]],
    ["conflict marks", "<<<<<<< HEAD\nimport a\n=======\nimport b\n>>>>>>> x\n", ["2 a", "4 b"]],
  ])("%s hides nothing that follows", (_name, source, wanted) => expect(said(source)).toEqual(wanted));
  it("takes other encodings", () => {
    expect(scanImports(Buffer.from("# coding: latin-1\nx = '\xe9'\nimport a\n", "latin1")).map(({ module }) => module)).toEqual(["a"]);
    expect(scanImports(Buffer.from([0xff, 0x0a, ...Buffer.from("import a\n")])).map(({ module }) => module)).toEqual(["a"]);
  });
  it("ends soon on hostile texts", () => {
    for (const unit of ["(", '"', "f'{", "try:\n ", "if x: ", "import a,", "from . ", "\\\n", "lambda:", "pytest_plugins = (", "__import__("])
      expect(Array.isArray(scanImports(unit.repeat(5_000)))).toBe(true);
  });
});

const oracle = `
import ast, json, sys, warnings
warnings.simplefilter("ignore")
sys.setrecursionlimit(100000)
errors = {"ImportError", "ModuleNotFoundError", "Exception", "BaseException"}
def catches(handler):
    return handler.type is None or any(isinstance(n, ast.Name) and n.id in errors for n in ast.walk(handler.type))
def checking(test):
    return isinstance(test, ast.Name) and test.id == "TYPE_CHECKING" or isinstance(test, ast.Attribute) and test.attr == "TYPE_CHECKING" and isinstance(test.value, ast.Name)
def imports(raw):
    lines = raw.removeprefix(b"\\xef\\xbb\\xbf").replace(b"\\r\\n", b"\\n").replace(b"\\r", b"\\n").split(b"\\n")
    found = []
    def many(nodes, context):
        for node in nodes: visit(node, context)
    def visit(node, context):
        if isinstance(node, ast.Import):
            for alias in node.names: found.append([node.lineno, 0, alias.name, sorted(context)])
        elif isinstance(node, ast.ImportFrom):
            found.append([node.lineno, node.level, node.module or "", sorted(context)])
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            many(node.body, context | {"def"})
        elif isinstance(node, ast.If):
            many(node.body, context | {"tc" if checking(node.test) else "if"})
            rest = node.orelse
            if len(rest) == 1 and isinstance(rest[0], ast.If) and lines[rest[0].lineno - 1][rest[0].col_offset:].startswith(b"elif"): visit(rest[0], context)
            else: many(rest, context | {"if"})
        elif isinstance(node, (ast.Try, getattr(ast, "TryStar", ast.Try))):
            many(node.body, context | ({"try"} if any(map(catches, node.handlers)) else set()))
            for handler in node.handlers: many(handler.body, context | ({"except"} if catches(handler) else set()))
            many(node.orelse, context | {"if"})
            many(node.finalbody, context)
        elif isinstance(node, (ast.For, ast.AsyncFor, ast.While)):
            many(node.body, context)
            many(node.orelse, context | {"if"})
        elif isinstance(node, ast.match_case):
            many(node.body, context | {"if"})
        elif isinstance(node, (ast.ClassDef, ast.With, ast.AsyncWith)):
            many(node.body, context)
        elif isinstance(node, ast.Match):
            many(node.cases, context)
        elif isinstance(node, ast.Module):
            many(node.body, context)
    visit(ast.parse(raw), frozenset())
    return sorted(found, key=json.dumps)
import pathlib, sysconfig, random
paths = sorted(p for p in pathlib.Path(sysconfig.get_path("stdlib")).rglob("*.py") if p.stat().st_size < 400_000)
random.Random(7).shuffle(paths)
for path in paths[:500]:
    try: print(json.dumps([str(path), imports(path.read_bytes())]))
    except (SyntaxError, ValueError): pass
`;

it("agrees with Python's own ast on 500 files of its library", { timeout: 120_000 }, () => {
  const lines = execFileSync("python3", ["-c", oracle], { encoding: "utf8", maxBuffer: 1 << 28 }).split("\n");
  let files = 0;
  const differing = lines.flatMap((line): unknown[] => {
    if (line === "") return [];
    const [path, wanted] = JSON.parse(line) as [string, readonly [number, number, string, string[]][]];
    files++;
    const found = scanImports(readFileSync(path)).filter(({ via }) => via === undefined);
    const actual = found.map(({ line: at, level, module, context }) => JSON.stringify([at, level, module, context.toSorted()])).toSorted();
    const expected = wanted.map((one) => JSON.stringify(one)).toSorted();
    return JSON.stringify(actual) === JSON.stringify(expected)
      ? []
      : [{ path, extra: actual.filter((one) => !expected.includes(one)), missing: expected.filter((one) => !actual.includes(one)) }];
  });
  expect(differing).toEqual([]);
  expect(files).toBeGreaterThan(200);
});
