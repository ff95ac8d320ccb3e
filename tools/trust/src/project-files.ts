// Files of projects that checks read, each with a real text, as parsers: all checks judge a repository that holds it, broken.
import { docSync } from "@caio/doc-sync";
import { envCheck } from "@caio/env-check";
import { hookConfig } from "@caio/hook-config";
import { judge } from "@caio/testing";
import { secretScan } from "@caio/secret-scan";
import type { Parser } from "./parsers.js";

/** What leads to the files: without hooks that call them, nothing of them is followed. */
const around = {
  "README.md": "# A project\n\nSee [it](tests/test_a.py).\n",
  "requirements.txt": "pyyaml\n",
  "tests/test_a.py": "import yaml\nimport other\n",
  ".pre-commit-config.yaml":
    "repos:\n- repo: local\n  hooks:\n  - {id: a, name: a, entry: nox -s tests, language: system}\n  - {id: b, name: b, entry: make test, language: system}\n  - {id: c, name: c, entry: tox -e py, language: system}\n  - {id: d, name: d, entry: npm run test, language: system}\n  - {id: e, name: e, entry: just test, language: system}\n",
};

const python = [
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  ":",
  ",",
  ";",
  '"',
  "'",
  '"""',
  "=",
  "+=",
  ".",
  "*",
  "**",
  "@",
  "#",
  "\\\n",
  "\n",
  "    ",
  "f'{a}'",
  "for a in b",
  "def ",
  "session",
];
const yaml = [
  ": ",
  "- ",
  "|\n",
  ">\n",
  "&a ",
  "*a",
  "<<: ",
  "[",
  "]",
  "{",
  "}",
  ",",
  "#",
  "'",
  '"',
  "${{ ",
  " }}",
  "\n",
  "  ",
  "\t",
  "run",
  "uses",
  "!reference [a, b]",
];
const ini = ["[", "]", "=", ":", ",", "{", "}", "\n", "\n    ", "#", ";", "%", "{[testenv]deps}", "py3{10,11}", "-r", "-c", "\\"];
const toml = ["[", "]", "[[", "]]", "=", ".", '"', "'", '"""', "{", "}", ",", "#", "\n", ">=", ";", "extra == ", "[a]"];
const make = [
  "\t",
  "\n",
  ":",
  "=",
  ":=",
  "$(",
  ")",
  "${",
  "}",
  "$$",
  "\\\n",
  "#",
  "@",
  "-",
  "%",
  "include ",
  "define ",
  "endef",
  "ifdef A\n",
  "endif\n",
  "&&",
  "|",
];

/** Each file by its path. */
const files: readonly { readonly path: string; readonly text: string; readonly marks: readonly string[] }[] = [
  {
    path: "noxfile.py",
    marks: python,
    text: 'import nox\n\nDEPS = ["a", *("b", "c")]\n\n@nox.session(python=["3.10", "3.11"])\ndef tests(session):\n    session.install("-r", "requirements.txt", *DEPS)\n    session.run("pytest", "tests/", *session.posargs, env={"A": "b"})\n    args = ["-v"] + DEPS\n    session.run("python", "-m", "x", *args)\n',
  },
  {
    path: "setup.py",
    marks: python,
    text: 'from setuptools import setup, find_packages\n\nwith open("requirements.txt") as file:\n    needs = [line.strip() for line in file if line and not line.startswith("#")]\nextras = {"a": ["b>=1"], "c": needs}\nextras["all"] = sum(extras.values(), [])\nsetup(\n    name="a",\n    install_requires=needs + ["d; python_version < \'3.9\'"],\n    extras_require=extras,\n    packages=find_packages(),\n    **{"python_requires": ">=3.8"},\n)\n',
  },
  {
    path: "tests/test_b.py",
    marks: [...python, "import ", "from ", " import ", "try:\n", "except ImportError:\n", "if TYPE_CHECKING:\n", "async ", "with "],
    text: 'from __future__ import annotations\nimport os, sys as system\nfrom a.b import (c,\n    d)\ntry:\n    import ujson\nexcept ImportError:\n    ujson = None\nif TYPE_CHECKING:\n    from e import f\nx = importlib.import_module("g.h")\ny = f"{__import__(\'i\')!r:>{w}}"\npytest.importorskip("j")\n',
  },
  {
    path: "tox.ini",
    marks: ini,
    text: "[tox]\nenvlist = py3{10,11}-{a,b}, lint\nrequires = tox>=4\n[testenv]\ndeps =\n    -r{toxinidir}/requirements.txt\n    a: pytest\n    b: {[testenv:lint]deps}\ncommands =\n    pytest {posargs:tests}\n    python -m x \\\n        --y\n[testenv:lint]\nskip_install = true\ndeps = ruff\ncommands = ruff check .\n",
  },
  {
    path: "setup.cfg",
    marks: ini,
    text: "[metadata]\nname = a\n[options]\npython_requires = >=3.8\ninstall_requires =\n    b>=1; python_version < '3.9'\n    c\n[options.extras_require]\ntest =\n    pytest\n[tool:pytest]\ntestpaths = tests\naddopts = --cov=a\n",
  },
  {
    path: "pyproject.toml",
    marks: toml,
    text: '[project]\nname = "a"\nrequires-python = ">=3.9"\ndependencies = ["b>=1", "c[d]; sys_platform == \'win32\'"]\n[project.optional-dependencies]\ntest = ["pytest", "a[e]"]\n[dependency-groups]\ndev = ["ruff", {include-group = "test"}]\n[tool.poetry.group.x.dependencies]\ny = {version = "^1", extras = ["z"]}\n[tool.tox.env.lint]\ncommands = [["ruff", "check"]]\n[tool.pytest.ini_options]\ntestpaths = ["tests"]\n',
  },
  {
    path: "Makefile",
    marks: make,
    text: "PY ?= python3\n.PHONY: test\ntest: deps\n\t@$(PY) -m pytest tests \\\n\t  --all\ndeps:\n\tpip install -r requirements.txt && cd a && $(MAKE) b\n",
  },
  {
    path: "justfile",
    marks: [...make, "{{", "}}", "`", '"'],
    text: 'set shell := ["bash", "-c"]\npy := "python3"\n# tests\ntest *args: deps\n    {{py}} -m pytest {{args}}\n@deps:\n    pip install -r requirements.txt\n',
  },
  {
    path: "package.json",
    marks: ["{", "}", "[", "]", ",", ":", '"', "\\u12", "&&", "^1", "*", "workspace:", "null", "1e9", "__proto__"],
    text: '{"name": "a", "engines": {"node": ">=20"}, "scripts": {"test": "cross-env A=b jest && npm run lint -- --x", "lint": "eslint ."}, "devDependencies": {"jest": "^29", "eslint": "*"}, "workspaces": ["packages/*"], "husky": {"hooks": {"pre-commit": "lint-staged"}}}',
  },
  {
    path: ".github/workflows/ci.yml",
    marks: yaml,
    text: 'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    strategy:\n      matrix:\n        python: ["3.9", "3.12"]\n        include: [{python: "3.13", a: b}]\n    steps:\n    - uses: actions/checkout@v4\n    - uses: actions/setup-python@v5\n      with: {python-version: "${{ matrix.python }}"}\n    - run: |\n        pip install -r requirements.txt pytest\n        pytest tests\n    - run: >-\n        tox -e py\n',
  },
  {
    path: ".gitlab-ci.yml",
    marks: yaml,
    text: "default: {image: python:3.11}\n.base: &base\n  before_script: [pip install -r requirements.txt]\ntest:\n  <<: *base\n  extends: .base\n  script:\n  - pytest tests\n  - !reference [.base, before_script]\n",
  },
  {
    path: ".pre-commit-config.yaml",
    marks: [...yaml, "repo: ", "hooks:", "id: ", "stages: [commit]", "rev: ", "language: python"],
    text: "default_stages: [commit]\nrepos:\n- repo: https://github.com/psf/black\n  rev: 23.1.0\n  hooks:\n  - id: black\n    files: ^src/.*\\.py$\n    stages: [push]\n- repo: local\n  hooks:\n  - {id: t, name: t, entry: python tests/test_a.py, language: python, additional_dependencies: [pyyaml]}\n",
  },
  {
    path: "lefthook.yml",
    marks: yaml,
    text: "pre-commit:\n  parallel: true\n  commands:\n    test:\n      glob: '*.py'\n      run: pytest {staged_files} && make test\n  scripts:\n    'a.sh': {runner: bash}\n",
  },
  {
    path: "environment.yml",
    marks: yaml,
    text: "name: a\nchannels: [conda-forge]\ndependencies:\n- python=3.11\n- numpy>=1\n- pip:\n  - pyyaml\n  - -r requirements.txt\n",
  },
  {
    path: "Pipfile",
    marks: toml,
    text: '[packages]\nrequests = "*"\na = {version = ">=1", extras = ["b"]}\n[dev-packages]\npytest = "*"\n[requires]\npython_version = "3.11"\n[scripts]\ntest = "pytest tests"\n',
  },
  {
    path: "docs/plan.md",
    marks: [
      "#",
      "|",
      "- [x] ",
      "- [ ] ",
      "✅",
      "⚠️",
      "~~",
      "**",
      "Phase 1",
      "Status: ",
      "done",
      "not done",
      "[",
      "](",
      "]: ",
      "`",
      "```\n",
      "<!--",
      "-->",
      "\n",
      "%",
      "---\n",
    ],
    text: "# Plan\n\n| Phase | Status |\n|---|---|\n| Phase 1: Base | ✅ Complete |\n| Phase 2 | In progress (50 %) |\n\n## Phase 1: Base - pending\n\n- [x] a\n- [ ] b, see [c](../README.md#a-project)\n\nPhases 1-2 are done. Legend: ⚠️ = partial.\n",
  },
  {
    path: "deploy/config.env",
    marks: [
      "=",
      ":",
      "'",
      '"',
      "${",
      "}",
      "\n",
      "password",
      "token",
      "secret",
      "://",
      "@",
      "-----BEGIN ",
      "eyJ",
      "%3D",
      "AKIA",
      "ghp_",
      "base64,",
      "<",
      ">",
      "#",
    ],
    text: "DB_PASSWORD=hunter\nTOKEN='${TOKEN}'\nURL=postgres://app:word@db.example.org/x\nAUTH=\"Basic YWRtaW46aHVudGVy\"\n# secret: <changeme>\napi_key: abcdef0123456789abcdef\n",
  },
  {
    path: "notebook.ipynb",
    marks: ["{", "}", "[", "]", ",", ":", '"', "\\n", "%pip ", "!pip ", "import ", "null"],
    text: '{"cells": [{"cell_type": "code", "source": ["%pip install a\\n", "import yaml\\n", "!python b.py"], "outputs": []}, {"cell_type": "markdown", "source": "# A [b](c.md)"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
  },
];

/** What is no finding and no answer: a fault of our own. */
const isOwnFault = ({ code }: { readonly code: string }): boolean => code === "INTERNAL";

export const projectFiles: readonly Parser[] = files.map(({ path, text, marks }) => ({
  name: path,
  seeds: [text],
  marks,
  parse: async (broken) => {
    for (const check of [envCheck, hookConfig, docSync, secretScan]) {
      const { troubles } = await judge(check, { ...around, [path]: broken });
      const fault = troubles.find(isOwnFault);
      if (fault !== undefined) throw new Error(`${check.name} on ${path}`, { cause: fault });
    }
  },
}));
