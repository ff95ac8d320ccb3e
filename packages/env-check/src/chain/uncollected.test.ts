// Tests that pytest leaves out, and imports behind a test that can be skipped.
import { judge } from "@caio/testing";
import { expect, it } from "vitest";
import { envCheck } from "../index.js";

const said = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  (await judge(envCheck, { "requirements.txt": "click\n", "pytest.ini": "[pytest]\n", ...files }, { rule: "undeclared-import" })).findings
    .filter(({ severity }) => severity !== "note")
    .map(({ at }) => at.path);
const yaml = { "tests/sub/test_a.py": "import yaml\n", "tests/test_b.py": "import click\n" };

it.each([
  ["nothing", "", ["tests/sub/test_a.py"]],
  ["a list", 'collect_ignore = ["sub/test_a.py"]\n', []],
  [
    "what a list gets under a condition",
    'collect_ignore: list[str] = []\nif x():\n    pass\nelse:\n    collect_ignore.extend(\n        [\n            # why\n            "sub",\n        ]\n    )\n',
    [],
  ],
  ["one at a time", "collect_ignore = []\ncollect_ignore.append('sub')\n", []],
  ["a pattern", 'collect_ignore_glob = ["*/test_a*"]\n', []],
  ["another one", 'collect_ignore = ["other.py"]\n', ["tests/sub/test_a.py"]],
])("a conftest leaves out %s", async (_name, conftest, wanted) => expect(await said({ ...yaml, "tests/conftest.py": conftest })).toEqual(wanted));

it("a file that is given by name is a test all the same", async () => {
  const hook = "repos:\n- repo: local\n  hooks:\n  - {id: h, name: h, entry: pytest tests/sub/test_a.py, language: system, pass_filenames: false}\n";
  expect(await said({ ...yaml, "tests/conftest.py": 'collect_ignore = ["sub"]\n', ".pre-commit-config.yaml": hook })).toEqual(["tests/sub/test_a.py"]);
});

it("a script of Snakemake's runs in the environment of its rule", async () => {
  const rule = 'rule a:\n    output: "x"\n    conda: "env.yaml"\n    script:\n        "test_a.py"\n';
  expect(await said({ ...yaml, "tests/sub/Snakefile": rule })).toEqual([]);
  expect(await said({ ...yaml, "tests/rules.smk": rule.replace('"test_a.py"', "'sub/test_a.py'") })).toEqual([]);
  expect(await said({ ...yaml, "tests/Snakefile": rule })).toEqual(["tests/sub/test_a.py"]);
});

it.each([
  ["skips the module", "try:\n    import yaml\nexcept ImportError:\n    pytest.skip('none', allow_module_level=True)\n", []],
  ["skips in the same line", "try: import yaml\nexcept ImportError: raise unittest.SkipTest('none')\n", []],
  ["goes on", "try:\n    import yaml\nexcept ImportError:\n    yaml = None\n", ["a/m.py"]],
])("a handler that %s", async (_name, text, wanted) => {
  const files = { "tests/test_b.py": `import pytest, unittest\n${text}from a.m import f\n`, "a/__init__.py": "", "a/m.py": "import yaml\n" };
  expect(await said({ ...files, "requirements.txt": "pytest\n" })).toEqual(wanted);
});

it("testpaths that are not there: pytest looks everywhere instead", async () => {
  const files = { ...yaml, "pytest.ini": "[pytest]\ntestpaths = test\n" };
  expect(await said(files)).toEqual(["tests/sub/test_a.py"]);
  expect(await said({ ...files, "pytest.ini": "[pytest]\ntestpaths = test other\n", "other/test_c.py": "import click\n" })).toEqual([]);
  const hook = "repos:\n- repo: local\n  hooks:\n  - {id: h, name: h, entry: pytest -q, language: system, pass_filenames: false}\n";
  expect(await said({ ...files, ".pre-commit-config.yaml": hook })).toEqual(["tests/sub/test_a.py"]);
});

it("a module of a project that tests are tried on is none of the tests'", async () => {
  const files = { "tests/test_b.py": "import yaml\n", "tests/fixtures/a/yaml.py": "", "tests/fixtures/a/pyproject.toml": "[project]\nname = 'x'\n" };
  expect(await said(files)).toEqual(["tests/test_b.py"]);
  expect(await said({ ...files, "tests/test_b.py": "import click\n", "tests/fixtures/a/test_c.py": "import yaml\n" })).toEqual([]);
});

it("a declared name that is the project's own is no variant of another", async () => {
  const tests = { "tests/test_b.py": "import django\n" };
  const pyproject = (name: string, needs: string): Record<string, string> => ({ "pyproject.toml": `[project]\nname = "${name}"\ndependencies = [${needs}]\n` });
  expect(await said({ ...tests, ...pyproject("django-odd-thing", '"click"') })).toEqual(["tests/test_b.py"]);
  expect(await said({ ...tests, ...pyproject("a", '"django-odd-thing"') })).toEqual([]);
});
