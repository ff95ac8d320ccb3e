// undeclared-import: what is followed, what is found, what is fixed; and above all what is not reported.
import type { Finding } from "@caio/repo-model/check";
import { applyEdits } from "@caio/repo-model/text";
import { judge, memoryRepo, ruleTester } from "@caio/testing";
import { describe, expect, it } from "vitest";
import { collectNeeds, envCheck } from "../index.js";

const hook = (entry: string, language = "system"): string =>
  `repos:\n- repo: local\n  hooks:\n  - id: unit-tests-quick\n    name: u\n    entry: ${entry}\n    language: ${language}\n    stages: [push]\n`;
const find = async (files: Readonly<Record<string, string>>, options?: unknown): Promise<readonly Finding[]> =>
  (await judge(envCheck, files, { rule: "undeclared-import", ...(options === undefined ? {} : { options }) })).findings;
const said = async (files: Readonly<Record<string, string>>): Promise<string[]> =>
  (await find(files)).map(({ severity, at, data }) => `${severity} ${at.path}:${at.start.line} ${String(data?.["distribution"])}`);

const phase12 = {
  ".pre-commit-config.yaml": hook("pytest tests/unit -q"),
  "requirements.txt": "fastapi>=0.110.0\npydantic>=2.0.0\npytest\n",
  "pyproject.toml": '[project]\nname = "caio"\ndependencies = [\n    "fastapi>=0.110.0",\n    "pydantic>=2.0.0",\n]\n',
  "caio/__init__.py": "",
  "caio/config.py": "import os\n\nfrom pydantic_settings import BaseSettings\n",
  "tests/unit/test_config.py": "from caio import config\n",
};

describe("Phase 12, step 3.2", () => {
  it("shows the chain from the hook to the distribution", async () => {
    await ruleTester(envCheck, "undeclared-import").finds(
      phase12,
      `
      caio/config.py:3
      from pydantic_settings import BaseSettings
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ env-check/undeclared-import: The hook \`unit-tests-quick\` needs \`pydantic-settings\` for \`import pydantic_settings\`, and no manifest declares it.
      `,
    );
    const [finding] = await find(phase12);
    expect(finding?.related?.map(({ message, at }) => `${at.path}:${at.start.line} ${message}`)).toEqual([
      ".pre-commit-config.yaml:4 hook `unit-tests-quick`",
      ".pre-commit-config.yaml:6 runs `pytest tests/unit -q`",
      "tests/unit/test_config.py:1 imports",
    ]);
    expect(finding?.data?.["chain"]).toEqual([
      "unit-tests-quick",
      "pytest tests/unit -q",
      "tests/unit/test_config.py:1",
      "caio/config.py:3",
      "pydantic_settings",
      "pydantic-settings",
    ]);
  });
  it("`pydantic-settings>=2.0.0` should be in both files: the fix adds it to each, in its style", async () => {
    const [finding] = await find(phase12);
    expect(finding?.fix?.kind).toBe("suggested");
    const fixed: Record<string, string> = { ...phase12 };
    for (const edit of finding?.fix?.edits ?? []) if ("text" in edit) fixed[edit.path] = applyEdits(fixed[edit.path] ?? "", [edit]);
    expect(fixed["requirements.txt"]).toBe("fastapi>=0.110.0\npydantic>=2.0.0\npydantic-settings>=2.0.0\npytest\n");
    expect(fixed["pyproject.toml"]).toBe(
      '[project]\nname = "caio"\ndependencies = [\n    "fastapi>=0.110.0",\n    "pydantic>=2.0.0",\n    "pydantic-settings>=2.0.0",\n]\n',
    );
    expect(await find(fixed)).toEqual([]);
  });
});

describe("ways to the import", () => {
  const base = { "requirements.txt": "pytest\n" };
  const error = ["error a/b.py:1 PyYAML"];
  it.each([
    [
      "python -m pytest with a script before it",
      { ".pre-commit-config.yaml": hook("bash -c 'set -e; python -m pytest a'"), "a/test_x.py": "import b\n", "a/b.py": "import yaml\n" },
    ],
    [
      "a shell script that calls python",
      { ".pre-commit-config.yaml": hook("scripts/run.sh", "script"), "scripts/run.sh": "#!/bin/sh\nset -e\npython a/b.py --all\n", "a/b.py": "import yaml\n" },
    ],
    ...[
      'cd "$(dirname "$0")/.."',
      'cd "$(git rev-parse --show-toplevel)"',
      'HERE="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" >/dev/null 2>&1 && pwd -P)"\ncd "$HERE/.."',
      "cd ${0%/*}/..",
    ].map((line): [string, Record<string, string>] => [
      `a script that goes elsewhere: ${line}`,
      { ".pre-commit-config.yaml": hook("scripts/run.sh", "script"), "scripts/run.sh": `#!/bin/sh\n${line}\npython a/b.py\n`, "a/b.py": "import yaml\n" },
    ]),
    [
      "a script beside the script",
      { ".pre-commit-config.yaml": hook("a/run.sh", "script"), "a/run.sh": '#!/bin/sh\nexec python "$(dirname "$0")/b.py"\n', "a/b.py": "import yaml\n" },
    ],
    ["python -m a module", { ".pre-commit-config.yaml": hook("uv run --group dev python -m a.b"), "a/b.py": "import yaml\n" }],
    ["a change of folder", { ".pre-commit-config.yaml": hook("bash -c 'cd a && python b.py'"), "a/b.py": "import yaml\n" }],
    [
      "a conftest above the tests",
      { "pytest.ini": "[pytest]\ntestpaths = a/tests\n", "a/tests/test_x.py": "x = 1\n", "a/conftest.py": "import b\n", "a/b.py": "import yaml\n" },
    ],
    [
      "a conftest without tests beside it, in a folder that pytest goes through",
      {
        ".pre-commit-config.yaml": hook("pytest ."),
        "p/q/conftest.py": "import b\n",
        "test_x.py": "",
        "a/b.py": "import yaml\n",
        "p/__init__.py": "",
        "b.py": "import a.b\n",
        "a/__init__.py": "",
      },
    ],
    [
      "the src layout",
      {
        "pyproject.toml": "[tool.pytest.ini_options]\n",
        "tests/test_x.py": "from p.m import f\n",
        "src/p/__init__.py": "",
        "src/p/m.py": "from a.b import f\n",
        "a/b.py": "import yaml\n",
      },
    ],
    [
      "a relative import and a plugin",
      { "tests/test_x.py": "pytest_plugins = ['a.c']\n", "a/__init__.py": "", "a/c.py": "from .b import x\n", "a/b.py": "import yaml\n" },
    ],
  ])("%s", async (_name, files) => expect(await said({ ...base, ...files })).toEqual(error));
  it("imports in test functions are warnings, conditional ones notes", async () => {
    expect(await said({ ...base, "tests/test_x.py": "def test_x():\n    import yaml\n" })).toEqual(["warning tests/test_x.py:2 PyYAML"]);
    expect(await said({ ...base, "tests/test_x.py": "try:\n    import yaml\nexcept ImportError:\n    yaml = None\n" })).toEqual([
      "note tests/test_x.py:2 PyYAML",
    ]);
  });
});

it("what tests need that run under a condition alone is a note", async () => {
  const test = 'import pytest\npytestmark = pytest.mark.skipif(\n    not X, reason="y"\n)\n\ndef test_a():\n    import yaml\n';
  expect(await said({ "requirements.txt": "pytest\n", "tests/test_a.py": test })).toEqual(["note tests/test_a.py:7 PyYAML"]);
});

it("where a file needs what nobody knows, what runs it may bring more: a note", async () => {
  const files = { "requirements.txt": "a\n", "odd/__init__.py": "import odoo_like_host\nimport yaml\n", "tests/test_x.py": "import odd\n" };
  const [finding] = await find(files);
  expect([finding?.severity, finding?.help?.split(". ").at(-1)]).toEqual(["note", "What brings `odoo_like_host`, which is imported there too, may bring it."]);
  // A file that needs nothing of the kind tells for sure.
  expect(await said({ ...files, "tests/test_y.py": "import yaml\n" })).toEqual(["error tests/test_y.py:1 PyYAML"]);
  expect(await said({ ...files, "odd/__init__.py": "try:\n    import odoo_like_host\nexcept ImportError:\n    pass\nimport yaml\n" })).toEqual([
    "error odd/__init__.py:5 PyYAML",
  ]);
});

it("what a hook's own environment gets, and what a marker never lets in, is declared nowhere", async () => {
  const test = { "tests/test_x.py": "import yaml\n" };
  const config = "repos:\n- repo: x/y\n  rev: v\n  hooks:\n  - id: a\n    additional_dependencies: [pyyaml==6]\n";
  expect(await said({ ...test, "requirements.txt": "a\n", ".pre-commit-config.yaml": config })).toEqual(["error tests/test_x.py:1 PyYAML"]);
  const [finding] = await find({ ...test, "requirements.txt": "a\npyyaml; python_version < '3'\n" });
  expect(finding?.message).toBe(
    "The tests need `PyYAML` for `import yaml`, and `requirements.txt` declares it only under `python_version < '3'`, which never holds.",
  );
});

/** A hook that pre-commit gives an environment of its own. */
const ofHook = (dependencies: string): Record<string, string> => ({
  ".pre-commit-config.yaml": `repos:\n- repo: local\n  hooks:\n  - {id: own, name: own, entry: python x.py, language: python, additional_dependencies: ${dependencies}}\n`,
});

it("what is for type checkers, and what CI computes, brings no module", async () => {
  const files = { "tests/test_x.py": "import requests\n", "requirements.txt": "types-requests\nboto3-stubs\n" };
  const ci = 'jobs:\n  a:\n    steps:\n    - run: pip install ${{ matrix.requests-version }} "${{ matrix.x }}"\n';
  expect(await said({ ...files, ".github/workflows/ci.yml": ci })).toEqual(["error tests/test_x.py:1 requests"]);
});

it("pytest as a module is declared too, though no test imports it", async () => {
  const files = { "tests/test_x.py": "x = 1\n", "requirements.txt": "coverage\n" };
  expect(await said({ ...files, ".pre-commit-config.yaml": hook("coverage run -m pytest tests") })).toEqual(["error .pre-commit-config.yaml:6 pytest"]);
});

it("a hook's own environment holds what it names, and nothing of the project", async () => {
  const files = { "x.py": "import yaml\nimport click\n", "pyproject.toml": '[project]\nname = "x"\ndependencies = ["click"]\n' };
  const messages = async (dependencies: string): Promise<readonly string[]> =>
    (await judge(envCheck, { ...files, ...ofHook(dependencies) }, {})).findings
      .filter(({ rule }) => !rule.endsWith("undeclared-interpreter"))
      .map(({ severity, message }) => `${severity} ${message}`);
  expect(await messages("[pyyaml, click]")).toEqual([]);
  expect(await messages("[pyyaml]")).toEqual(["warning `pre-commit run own` runs `python x.py` and does not install `click`, declared in `pyproject.toml`."]);
  expect(await messages("[click]")).toEqual(["error `pre-commit run own` runs `python x.py`, and its `additional_dependencies` do not name `PyYAML`."]);
  // What it brings nobody knows.
  expect(await messages("[click, nobody-knows-this]")).toEqual([
    "note `pre-commit run own` runs `python x.py`, and its `additional_dependencies` do not name `PyYAML`.",
  ]);
});

describe("what is no fault", () => {
  const test = { "tests/test_x.py": "import yaml\n" };
  const cases: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ["declared in an extra", { ...test, "pyproject.toml": '[project]\nname = "x"\ndependencies = ["a"]\n[project.optional-dependencies]\nt = ["PyYAML"]\n' }],
    ["declared in a group", { ...test, "pyproject.toml": '[dependency-groups]\nt = ["pyyaml", "a"]\n' }],
    ["declared in tox.ini", { ...test, "tox.ini": "[testenv]\ndeps = pyyaml\n" }],
    [
      "installed by a workflow",
      { ...test, "requirements.txt": "a\n", ".github/workflows/ci.yml": "jobs:\n  a:\n    steps:\n    - run: python -m pip install -U 'pyyaml>=6' b\n" },
    ],
    [
      "installed by nox from a list of the session's own",
      {
        ...test,
        "requirements.txt": "a\n",
        "noxfile.py": 'import nox\n@nox.session\ndef tests(session):\n    deps = ["pytest", "pyyaml"]\n    session.install("--upgrade", *deps)\n',
      },
    ],
    ["installed by nox", { ...test, "requirements.txt": "a\n", "noxfile.py": 'session.install("a", "pyyaml")\n' }],
    ["brought by another one", { ...test, "requirements.txt": "pre-commit\n" }],
    ["named by an extra that another one is declared with", { ...test, "requirements.txt": "nobody-knows[pyyaml]\n" }],
    ["brought by an extra", { ...test, "requirements.txt": "moto[server]\n" }],
    ["brought, by a lockfile", { ...test, "requirements.txt": "a\n", "uv.lock": '[[package]]\nname = "a"\ndependencies = [{ name = "pyyaml" }]\n' }],
    [
      "brought by another project of the repository",
      {
        "a/tests/test_x.py": "import yaml\n",
        "a/pyproject.toml": '[project]\nname = "own-a"\ndependencies = ["own-b"]\n',
        "b/pyproject.toml": '[project]\nname = "own-b"\ndependencies = ["pyyaml"]\n',
      },
    ],
    ["in pixi.toml", { ...test, "pixi.toml": "[feature.test.dependencies]\npyyaml = '*'\n" }],
    [
      "with patterns of pytest's that are no globs",
      { ...test, "requirements.txt": "pyyaml\n", "pytest.ini": "[pytest]\nnorecursedirs = docs[\\/]_build x[\n" },
    ],
    ["computed by setup.py", { ...test, "setup.py": "from setuptools import setup\nsetup(install_requires=read())\n" }],
    ["in a file that is not there", { ...test, "requirements.txt": "a\n-r ../shared/base.txt\n" }],
    ["without any manifest", test],
    ["a manifest that declares nothing", { ...test, "pyproject.toml": "[tool.black]\n" }],
    ["the repository's own module of that name", { "tests/test_x.py": "import yaml\n", "lib/yaml/__init__.py": "", "requirements.txt": "a\n" }],
    ["the project itself", { "tests/test_x.py": "import yaml\n", "pyproject.toml": '[project]\nname = "PyYAML"\ndependencies = ["a"]\n' }],
    ["for types alone", { "tests/test_x.py": "if TYPE_CHECKING:\n    import yaml\n", "requirements.txt": "a\n" }],
    ["not reached", { "tests/test_x.py": "x = 1\n", "tool.py": "import yaml\n", "requirements.txt": "a\n" }],
    ["in test data", { "tests/test_x.py": "x = 1\n", "tests/data/sample.py": "import yaml\n", "requirements.txt": "a\n" }],
    ["not known", { "tests/test_x.py": "import nobody_knows\n", "requirements.txt": "a\n" }],
    ["Python's own", { "tests/test_x.py": "import tomllib, distutils, _thread\n", "requirements.txt": "a\n" }],
    ["a hook with an environment of its own", { ...ofHook("[pyyaml>=6]"), "x.py": "import yaml\n", "requirements.txt": "a\n" }],
    ["a hook's environment that nobody knows", { ...ofHook("[.]"), "x.py": "import yaml\n", "requirements.txt": "a\n" }],
    ["a command that is computed", { ".pre-commit-config.yaml": hook("bash -c 'python $SCRIPT'"), "x.py": "import yaml\n", "requirements.txt": "a\n" }],
    ["broken files", { "tests/test_x.py": "import (\n", "requirements.txt": "a\n", ".pre-commit-config.yaml": "repos: [\n", "setup.cfg": "[", "tox.ini": "x" }],
  ];
  it.each(cases)("%s", async (_name, files) => {
    const { findings, troubles } = await judge(envCheck, files, { rule: "undeclared-import" });
    expect([findings.map(({ message }) => message), troubles]).toEqual([[], []]);
  });
  it("an extra of which nobody knows what it brings makes it a warning", async () => {
    const [finding] = await find({ ...test, "requirements.txt": "nobody-knows[files]\n" });
    expect([finding?.severity, finding?.help]).toEqual([
      "warning",
      "Declare it, unless `nobody-knows[files]` brings it: tests → tests/test_x.py:1 → yaml → PyYAML.",
    ]);
  });
  it("what can be done without is a note", async () => {
    for (const source of [
      "from contextlib import suppress\nwith suppress(ImportError):\n    import yaml\n",
      "import contextlib\nwith contextlib.suppress(KeyError, ModuleNotFoundError):\n    import yaml\n",
      "with LazyImport('pip install pyyaml') as found:\n    import yaml\n",
      "with try_import():\n    import yaml\n",
      'import pytest\npytest.importorskip("a")\nimport yaml\n',
      'def test_x():\n    pytest.importorskip("a")\n    if x:\n        import yaml\n',
    ])
      expect([source, await said({ "tests/test_x.py": source, "requirements.txt": "a\npytest\n" })]).toEqual([
        source,
        [`note tests/test_x.py:${source.split("\n").length - 1} PyYAML`],
      ]);
    for (const [source, severity] of [
      ["with suppress(KeyError):\n    import yaml\n", "error"],
      ['import yaml\npytest.importorskip("a")\n', "error"],
      ['def test_x():\n    pytest.importorskip("a")\ndef test_y():\n    import yaml\n', "warning"],
    ] as const)
      expect([source, (await find({ "tests/test_x.py": source, "requirements.txt": "a\npytest\n" })).map((one) => one.severity)]).toEqual([source, [severity]]);
  });
  it.each([
    [
      "python_files with folders",
      { "pytest.ini": "[pytest]\npython_files = tests/check_*.py\n", "tests/check_x.py": "import yaml\n", "requirements.txt": "a\n" },
    ],
    [
      "a setup.py that reads requirements files",
      {
        "setup.py": "from setuptools import setup\nsetup(name='x', install_requires=open('requirements.txt').read().split())\n",
        "requirements.txt": "a\n",
        "tests/test_x.py": "import yaml\n",
      },
    ],
    [
      "only CI installs it, and importing the project needs it",
      {
        ".github/workflows/ci.yml": "jobs:\n  a:\n    steps:\n    - run: pip install 'pyyaml<7'\n",
        "pyproject.toml": '[project]\nname = "x"\ndependencies = ["a"]\n',
        "x/__init__.py": "import yaml\n",
        "tests/test_x.py": "import x\n",
      },
    ],
    [
      "a lockfile holds what was declared once",
      {
        "poetry.lock": '[[package]]\nname = "rare-thing"\nversion = "1"\n',
        "pyproject.toml": '[project]\nname = "x"\ndependencies = ["a"]\n',
        "tests/test_x.py": "import rare_thing\n",
      },
    ],
  ])("is found: %s", async (_name, files) => expect((await find(files)).map(({ severity }) => severity)).toEqual(["error"]));
  it("the user's map and list", async () => {
    const files = { "tests/test_x.py": "import yaml\nimport own_thing\n", "requirements.txt": "a\n" };
    expect((await find(files, { provided: ["yaml"], imports: { own_thing: "own-dist" } })).map(({ data }) => data?.["distribution"])).toEqual(["own-dist"]);
  });
});

it("the range of a need is the one that the project gives its users", async () => {
  const files = {
    "docs/requirements.txt": "click\n",
    "pyproject.toml": '[project]\nname = "a"\ndependencies = ["click>=8"]\n',
    "tests/test_a.py": "import click\n",
  };
  for await (const { kind, name, range } of collectNeeds(memoryRepo(files))) expect([kind, name, range]).toEqual(["distribution", "click", ">=8"]);
});

it("collectNeeds gives each need with its kind, range and chain", async () => {
  const files = {
    ...phase12,
    ".pre-commit-config.yaml": `minimum_pre_commit_version: "3.2.0"\n${hook("pytest tests/unit -q")}  - id: lint\n    name: l\n    entry: npx eslint .\n    language: system\n  - id: tf\n    name: t\n    entry: terraform fmt\n    language: system\n  - id: own\n    name: o\n    entry: weird-tool .\n    language: system\n`,
    "caio/config.py": "import pydantic, nobody_knows\n",
    "package.json": '{"scripts": {"lint": "eslint ."}, "devDependencies": {"eslint": "^9"}, "engines": {"node": ">=20"}}',
    ".tool-versions": "terraform 1.5.0\n",
    ".python-version": "3.11\n",
  };
  const needs = [];
  for await (const { kind, name, range, hooks, chain } of collectNeeds(memoryRepo(files))) needs.push([kind, name, range, hooks, chain[0]?.kind]);
  expect(needs).toEqual([
    ["hook-manager", "pre-commit", ">=3.2.0", ["unit-tests-quick", "lint", "tf", "own"], "hook"],
    ["command", "pytest", "", ["unit-tests-quick"], "hook"],
    ["command", "weird-tool", undefined, ["own"], "hook"],
    ["interpreter", "node", ">=20", ["lint"], "hook"],
    ["interpreter", "python", "==3.11.*", ["unit-tests-quick"], "hook"],
    ["node-package", "eslint", "^9", ["lint"], "hook"],
    ["tool", "terraform", "==1.5.0", ["tf"], "hook"],
    ["module", "nobody_knows", undefined, ["unit-tests-quick"], "hook"],
    ["distribution", "pydantic", ">=2.0.0", ["unit-tests-quick"], "hook"],
  ]);
});

describe("a name that is the distribution's", () => {
  const with_ = (module: string, declared: string): Promise<string[]> => said({ "requirements.txt": `${declared}\n`, "tests/test_a.py": `import ${module}\n` });
  it("is known where a wheel or an import bears it out, whoever is declared beside it", async () => {
    expect(await with_("requests", "pytest")).toEqual(["error tests/test_a.py:1 requests"]);
    expect(await with_("memory_profiler", "pytest")).toEqual(["error tests/test_a.py:1 memory-profiler"]);
    expect(await with_("nobody_knows", "pytest")).toEqual([]);
  });
  it("may come from a distribution of which nobody knows what it holds", async () => {
    for (const [module, variant] of [
      ["onnxruntime", "onnxruntime-gpu"],
      ["pygame", "pygame-ce"],
      ["avro", "avro-python3"],
      ["build", "python-build"],
    ] as const)
      expect([variant, await with_(module, variant)]).toEqual([variant, []]);
    // What is known to hold modules holds no others.
    expect(await with_("memory_profiler", "pytest-memory-profiler\npytest")).toEqual([]);
    expect(await with_("click", "click-log\npytest")).toEqual(["error tests/test_a.py:1 click"]);
  });
});

it("a package of the system is no distribution of its name", async () => {
  const files = { "tests/test_a.py": "import git\n", "requirements.txt": "GitPython\n", Dockerfile: "RUN apt-get install -y git python3-lxml\n" };
  expect((await judge(envCheck, files, { rule: "undeclared-import" })).findings).toEqual([]);
});

it("a hook at a root without manifests needs what some project declares", async () => {
  const hook = "repos:\n- repo: local\n  hooks:\n  - {id: h, name: h, entry: python scripts/a.py, language: system}\n";
  const files = { ".pre-commit-config.yaml": hook, "scripts/a.py": "import yaml\nimport requests\n" };
  const said = async (more: Readonly<Record<string, string>>): Promise<readonly unknown[]> =>
    (await judge(envCheck, { ...files, ...more }, { rule: "undeclared-import" })).findings.map(({ data }) => data?.["distribution"]);
  expect(await said({})).toEqual([]);
  expect(await said({ "backend/pyproject.toml": '[project]\nname = "b"\ndependencies = ["requests"]\n' })).toEqual(["PyYAML"]);
});

it("an import in a lambda is made when that is called", async () => {
  const files = {
    "pyproject.toml":
      '[build-system]\nrequires = ["hatchling"]\n[project]\nname = "demo"\ndependencies = ["requests"]\n[project.optional-dependencies]\ngl = ["pyyaml"]\n',
    "demo/__init__.py": "from importlib import import_module\nX = {'a': lambda: import_module('yaml').version}\n",
    "tests/test_a.py": "import demo\n",
  };
  expect((await judge(envCheck, files, { rule: "declared-elsewhere" })).findings).toEqual([]);
  const atOnce = { ...files, "demo/__init__.py": "import yaml\n" };
  expect((await judge(envCheck, atOnce, { rule: "declared-elsewhere" })).findings).toHaveLength(1);
});

it("a folded command of CI installs what stands in its lines", async () => {
  const text = "jobs:\n  b:\n    steps:\n    - run: >-\n        python3 -m\n        pip install\n        build\n        --user\n    - run: python3 -m build\n";
  const files = { "requirements.txt": "requests\n", "tests/test_a.py": "import requests\n", ".github/workflows/ci.yml": text };
  expect((await judge(envCheck, files, { rule: "undeclared-import" })).findings).toEqual([]);
  expect(
    (await judge(envCheck, { ...files, ".github/workflows/ci.yml": text.replace("        build\n", "") }, { rule: "undeclared-import" })).findings,
  ).toHaveLength(1);
});
