// undeclared-import: what an import needs beside its own distribution, what is to fail, and what lies in several parts of a namespace.
import type { Finding } from "@caio/repo-model/check";
import { judge } from "@caio/testing";
import { describe, expect, it } from "vitest";
import { envCheck } from "../index.js";

const find = async (files: Readonly<Record<string, string>>): Promise<readonly Finding[]> =>
  (await judge(envCheck, files)).findings.filter(({ rule }) => !rule.endsWith("-setup-document"));
const said = async (files: Readonly<Record<string, string>>): Promise<string[]> =>
  (await find(files)).map(({ severity, rule, at, message }) => `${severity} ${rule.slice("env-check/".length)} ${at.path}:${at.start.line} ${message}`);

describe("modules that need what their distribution does not bring", () => {
  const client = (source: string, ...names: readonly string[]): Readonly<Record<string, string>> => ({
    "tests/test_a.py": source,
    "requirements.txt": `${["pytest", "starlette", ...names].join("\n")}\n`,
  });
  const direct = "from starlette.testclient import TestClient\n";
  it.each([
    ["by the module", direct],
    ["by its name", "from starlette import testclient\n"],
    ["as an import", "import starlette.testclient\n"],
  ])("%s", async (_name, source) => {
    expect(await said(client(source))).toEqual([
      "error undeclared-import tests/test_a.py:1 The tests need `httpx` for the module `starlette.testclient`, and no manifest declares it.",
    ]);
  });
  it("any of several will do, also where another one brings it", async () => {
    for (const name of ["httpx", "httpx2", "starlette[full]"]) expect([name, await said(client(direct, name))]).toEqual([name, []]);
  });
  it("a condition that never holds", async () => {
    expect(await said(client(direct, "httpx; python_version < '3'"))).toEqual([
      "error undeclared-import tests/test_a.py:1 The tests need `httpx` for the module `starlette.testclient`, and `requirements.txt` declares it only under `python_version < '3'`, which never holds.",
    ]);
  });
  it("other modules of it need nothing", async () => {
    expect(await said(client("from starlette.responses import Response\n"))).toEqual([]);
  });
  it("where something unknown may bring it, a warning", async () => {
    expect((await find(client(direct, "nobody-knows"))).map(({ severity }) => severity)).toEqual(["warning"]);
  });
});

it("what a test says to fail needs nothing", async () => {
  const files = (context: string): Readonly<Record<string, string>> => ({
    "tests/test_a.py": `import pytest\n\ndef test_a(self):\n    with ${context}:\n        import yaml\n`,
    "requirements.txt": "pytest\n",
  });
  for (const context of ["pytest.raises(ImportError)", "pytest.raises(ModuleNotFoundError, match='x') as caught", "self.assertRaises((OSError, ImportError))"])
    expect([context, await said(files(context))]).toEqual([context, []]);
  for (const context of ["pytest.raises(ValueError)", "pytest.warns(ImportWarning)"])
    expect([context, (await said(files(context))).length]).toEqual([context, 1]);
});

describe("a namespace package in several projects", () => {
  const member = (name: string, needs: string): string =>
    `[project]\nname = "space-${name}"\nversion = "1"\nrequires-python = ">=3.10"\ndependencies = [${needs}]\n`;
  const files = {
    "pyproject.toml":
      '[project]\nname = "space"\nversion = "1"\nrequires-python = ">=3.10"\ndependencies = ["space-one", "space-two"]\n[dependency-groups]\ndev = ["pytest"]\n',
    "src/space/one/pyproject.toml": member("one", ""),
    "src/space/one/space/one/__init__.py": "",
    "src/space/one/space/one/io.py": "import yaml\n",
    "src/space/one/tests/test_one.py": "from space.one.io import x\n",
    "src/space/two/pyproject.toml": member("two", '"space-one"'),
    "src/space/two/space/two/__init__.py": "from space.one import x\n",
    "src/space/two/tests/test_two.py": "from space.two import y\n",
  };
  it("the one that has the module is followed", async () => {
    expect((await find(files)).map(({ rule, at }) => `${rule} ${at.path}:${at.start.line}`)).toEqual([
      "env-check/undeclared-import src/space/one/space/one/io.py:1",
    ]);
  });
  it("one that declares what it imports is clean", async () => {
    expect(await said({ ...files, "src/space/one/pyproject.toml": member("one", '"pyyaml"') })).toEqual([]);
  });
});

it("a requirement that is quoted for a shell is a note", async () => {
  const text = async (line: string): Promise<string[]> => (await find({ "pre-requirements.txt": `${line}\n` })).map(({ severity }) => severity);
  expect(await text("'prompt-toolkit>=3'")).toEqual(["note"]);
  expect(await text("prompt-toolkit>>3")).toEqual(["warning"]);
  expect(await text("prompt-toolkit>=3")).toEqual([]);
});

it("a declared distribution of the import's name is how it is asked for, wherever its modules lie", async () => {
  const lock = '[[package]]\nname = "space"\nversion = "1"\ndependencies = [{ name = "space-core" }]\n[[package]]\nname = "space-core"\nversion = "1"\n';
  const transitive = async (module: string): Promise<unknown> => {
    const files = { "uv.lock": lock, "requirements.txt": "pytest\nspace\n", "tests/test_a.py": `import ${module}\n` };
    const { findings } = await judge(envCheck, files, { rule: "transitive-only", options: { imports: { space: "space-core", other: "space-core" } } });
    return findings.map(({ data }) => data?.["distribution"]);
  };
  expect(await transitive("space.item")).toEqual([]);
  expect(await transitive("other")).toEqual(["space-core"]);
});

describe("behind a module without which the tests are skipped", () => {
  const tests = {
    try: "import unittest\n\ntry:\n    import first\nexcept ImportError:\n    raise unittest.SkipTest('x')\n\nimport second\n",
    importorskip: 'import pytest\n\npytest.importorskip("first")\n\nimport second\n',
  };
  const judged = async (source: string, lines: string): Promise<unknown> =>
    (await judge(envCheck, { "tests/test_a.py": source, "requirements.txt": `pytest\n${lines}\n` }, { rule: "declared-elsewhere" })).findings.map(
      ({ severity, at, data }) => [severity, at.start.line, data?.["distribution"], data?.["kind"]],
    );
  it.each(Object.entries(tests))("a condition on the second alone is a note: %s", async (_name, source) => {
    const line = source.split("\n").length - 1;
    expect(await judged(source, "first\nsecond; sys_platform == 'win32'")).toEqual([["note", line, "second", "marker"]]);
    // Both under one condition, the first nowhere, or none.
    expect(await judged(source, "first; sys_platform == 'win32'\nsecond; sys_platform == 'win32'")).toEqual([]);
    expect(await judged(source, "second; sys_platform == 'win32'")).toEqual([]);
    expect(await judged(source, "first\nsecond")).toEqual([]);
  });
  it("what can be done without itself is none", async () => {
    const source =
      "import unittest\ntry:\n    import first\nexcept ImportError:\n    raise unittest.SkipTest('x')\ntry:\n    import second\nexcept ImportError:\n    second = None\n";
    expect(await judged(source, "first\nsecond; sys_platform == 'win32'")).toEqual([]);
  });
});

it("what a test imports that runs under a condition alone is a note", async () => {
  const severities = async (decorator: string, more = ""): Promise<string[]> => {
    const source = `import pytest\n\n\n${decorator}def test_a() -> None:\n    x = 1\n    import yaml\n${more}`;
    return (await find({ "tests/test_a.py": source, "requirements.txt": "pytest\n" })).map(({ severity }) => severity);
  };
  expect(await severities("")).toEqual(["warning"]);
  for (const decorator of [
    '@pytest.mark.skipif(x, reason="y")\n',
    '@pytest.mark.skipif(\n    x,\n    reason="y",\n)\n',
    "@pytest.mark.slow\n@unittest.skipUnless(x, 'y')\n",
  ])
    expect([decorator, await severities(decorator)]).toEqual([decorator, ["note"]]);
  // Another test's condition is its own.
  expect(await severities("@pytest.mark.skipif(x)\ndef test_b(): pass\n\n\n")).toEqual(["warning"]);
});

it("what a command runs itself, and a condition leaves out, is told", async () => {
  const judged = async (line: string, command: string): Promise<unknown> => {
    const files = {
      "requirements.txt": `mock\n${line}\n`,
      "tox.ini": `[testenv]\ndeps = -rrequirements.txt\ncommands = ${command}\n`,
      "tests/test_a.py": "import mock\n",
    };
    return (await judge(envCheck, files, { rule: "declared-elsewhere" })).findings.map(({ severity, data }) => [
      severity,
      data?.["distribution"],
      data?.["kind"],
    ]);
  };
  expect(await judged("pytest; sys_platform == 'win32'", "coverage run -m pytest")).toEqual([["warning", "pytest", "marker"]]);
  expect(await judged("pytest; python_version >= '3.8'", "coverage run -m pytest")).toEqual([]);
  expect(await judged("pytest", "coverage run -m pytest")).toEqual([]);
});
