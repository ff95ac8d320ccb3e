// What runs commands beside hooks: CI jobs, Makefile targets, package scripts, tox and nox; how far they are followed.
import { judge } from "@caio/testing";
import { repoPath, sourceText } from "@caio/repo-model/text";
import { describe, expect, it } from "vitest";
import { envCheck } from "../index.js";
import { makeRunners } from "./makefile.js";
import { noxRunners } from "./nox.js";
import { toxRunners } from "./tox.js";

const base = { "requirements.txt": "click\n", "a/b.py": "import yaml\n" };
const chain = async (files: Readonly<Record<string, string>>): Promise<unknown> => {
  const { findings } = await judge(envCheck, { ...base, ...files }, { rule: "undeclared-import" });
  return findings.map(({ severity, data }) => [severity, data?.["chain"]]);
};
const tail = ["a/b.py:1", "yaml", "PyYAML"];

describe("chains", () => {
  it.each([
    [
      "a workflow's job",
      { ".github/workflows/ci.yml": "jobs:\n  build:\n    steps:\n    - run: |\n        set -e\n        python a/b.py\n" },
      ["build", "python a/b.py"],
    ],
    [
      "a job's folder",
      { ".github/workflows/ci.yml": "jobs:\n  build:\n    defaults: {run: {working-directory: a}}\n    steps:\n    - run: python b.py\n" },
      ["build", "python b.py"],
    ],
    [
      "a composite action",
      { ".github/actions/x/action.yml": "runs:\n  steps:\n  - run: python a/b.py\n    shell: bash\n" },
      [".github/actions/x/action.yml", "python a/b.py"],
    ],
    ["GitLab CI", { ".gitlab-ci.yml": "default: {image: x}\nlint:\n  script:\n  - python a/b.py\n" }, ["lint", "python a/b.py"]],
    ["a target", { Makefile: "PY ?= python\n.PHONY: t\nt: u\n\t@$(PY) a/b.py \\\n\t  --all\n" }, ["make t", "python a/b.py \\ --all"]],
    ["a script of package.json", { "package.json": '{"scripts": {"lint": "cross-env A=1 true && python a/b.py"}}' }, ["npm run lint", "python a/b.py"]],
    ["tox", { "tox.ini": "[testenv:lint]\ncommands =\n    {envpython} {toxinidir}/a/b.py {posargs:x}\n" }, ["tox -e lint", "python ./a/b.py x"]],
    ["tox in another folder", { "tox.ini": "[testenv]\nchangedir = {toxinidir}/a\n[testenv:lint]\ncommands = python b.py\n" }, ["tox -e lint", "python b.py"]],
    ["tox in pyproject.toml", { "pyproject.toml": '[tool.tox.env.lint]\ncommands = [["python", "a/b.py"]]\n' }, ["tox -e lint", "python a/b.py"]],
    [
      "nox",
      { "noxfile.py": 'import nox\n@nox.session(python="3.11")\ndef lint(session):\n    session.run("python", "a/b.py", *session.posargs, external=True)\n' },
      ["nox -s lint", "python a/b.py"],
    ],
  ])("%s", async (_name, files, wanted) => expect(await chain(files)).toEqual([["warning", [...wanted, ...tail]]]));
  it.each([
    ["pre-commit", { ".pre-commit-config.yaml": "repos:\n- repo: local\n  hooks:\n  - {id: h, name: h, entry: python a/b.py, language: system}\n" }],
    ["husky", { ".husky/pre-push": "python a/b.py\n" }],
    ["husky of old", { "package.json": '{"husky": {"hooks": {"pre-push": "python a/b.py"}}}' }],
    ["lefthook", { "lefthook.yml": "pre-push:\n  commands:\n    h:\n      run: python a/b.py\n" }],
    ["simple-git-hooks", { "package.json": '{"simple-git-hooks": {"pre-push": "python a/b.py"}}' }],
    [".githooks", { ".githooks/pre-push": "#!/bin/sh\npython a/b.py\n" }],
    [".githooks that goes to its root", { ".githooks/pre-push": '#!/bin/sh\ncd "$(dirname "$0")/.."\npython a/b.py\n' }],
    ["husky and lint-staged", { ".husky/pre-commit": "npx lint-staged\n", "package.json": '{"lint-staged": {"*.py": ["prettier -w", "python a/b.py"]}}' }],
    [
      "lefthook and lint-staged",
      { "lefthook.yml": "pre-commit:\n  commands:\n    h:\n      run: yarn lint-staged\n", ".lintstagedrc": "'*.py': python a/b.py\n" },
    ],
    [
      "a package script and lint-staged",
      { ".husky/pre-commit": "npm run pre\n", "package.json": '{"scripts": {"pre": "lint-staged"}}', ".lintstagedrc.json": '{"*.py": "python a/b.py"}' },
    ],
  ])("a hook of %s", async (_name, files) => {
    const [found] = (await chain(files)) as readonly (readonly [string, readonly string[]])[];
    expect([found?.[0], found?.[1].slice(-3)]).toEqual(["error", tail]);
  });
  it.each([
    ["pdm run lint", '[tool.pdm.scripts]\nlint = "python a/b.py"\n'],
    ["pdm lint", '[tool.pdm.scripts]\nlint = {cmd = ["python", "a/b.py"]}\n'],
    ["pdm run -p . lint", '[tool.pdm.scripts]\nlint = {shell = "python a/b.py | cat"}\n'],
    ["pdm run all", '[tool.pdm.scripts]\nlint = "python {args}"\nall = {composite = ["lint a/b.py", "all"]}\n'],
    ["pdm run call", '[tool.pdm.scripts]\ncall = {call = "a.b:main(1)"}\n'],
    ["pdm run x", '[tool.pdm.scripts]\nx = "true"\npre_x = "python a/b.py"\n'],
    ["hatch run lint", '[tool.hatch.envs.default.scripts]\nlint = ["- python {args:a/b.py}"]\n'],
    ["hatch run types:lint", '[tool.hatch.envs.types.scripts]\nlint = "python {root}/a/b.py"\n'],
    ["hatch run -e types lint", '[tool.hatch.envs.types]\ntemplate = "base"\n[tool.hatch.envs.base.scripts]\nlint = "_one a/b.py"\n_one = "python {args}"\n'],
    ["hatch -e types run lint a/b.py", '[tool.hatch.envs.default.scripts]\nlint = "python {args:x.py}"\n[tool.hatch.envs.types]\n'],
  ])("the script of a tool: %s", async (line, text) => {
    const [found, ...others] = (await chain({ ".husky/pre-push": `${line}\n`, "pyproject.toml": text })) as readonly (readonly [string, readonly string[]])[];
    expect([line, others, found?.[0], found?.[1].slice(0, 2), found?.[1].slice(-3)]).toEqual([line, [], "error", [".husky/pre-push".slice(7), line], tail]);
  });
  it("hatch.toml holds scripts too, and pdm's have no environments", async () => {
    const files = { ".husky/pre-push": "hatch run x:lint\n", "hatch.toml": '[envs.x.scripts]\nlint = "python a/b.py"\n' };
    expect(await chain(files)).toHaveLength(1);
    expect(await chain({ ".husky/pre-push": "pdm run nothing\n", "pyproject.toml": "[tool.pdm.scripts]\na = {x = 1}\n" })).toEqual([]);
  });
  it("a hook that calls make that calls npm that calls a script: three deep, and no deeper", async () => {
    const files = {
      ".husky/pre-push": "make check\n",
      Makefile: "check:\n\tnpm run lint\n",
      "package.json": '{"scripts": {"lint": "bash run.sh"}}',
      "run.sh": "python a/b.py\n",
    };
    expect(await chain(files)).toEqual([["error", ["pre-push", "make check", "make check", "npm run lint", "run.sh", ...tail]]]);
    const { skipped } = await judge(envCheck, { ...base, ...files, "run.sh": "sh more.sh\n", "more.sh": "python a/b.py\n" });
    expect(skipped).toEqual([{ path: "more.sh", reason: "not followed from run.sh: it is the fourth script on the way" }]);
  });
  it("what is computed is unknown; what is asked for by `command -v` is optional", async () => {
    for (const line of ["python $X/a/b.py", "$RUN a/b.py", "cd $X && python a/b.py", "python a/${N}.py", 'bash -c "$CMD"']) {
      expect([line, await chain({ ".husky/pre-push": `${line}\n` })]).toEqual([line, []]);
    }
    expect(await chain({ ".husky/pre-push": "command -v python >/dev/null || exit 0\npython a/b.py\n" })).toEqual([["note", expect.anything()]]);
  });
  it("wrappers: uv, poetry, pdm, hatch, env, bash -c, pipes and the rest", async () => {
    const lines = [
      "uv run --group dev python a/b.py",
      "poetry run python a/b.py",
      "pdm run python a/b.py",
      "hatch run python a/b.py",
      "env A=b PYTHONPATH=. python a/b.py",
      "bash -c 'cd a && python b.py'",
      "true && python a/b.py",
      "false; python a/b.py",
      "cat x | python a/b.py",
      "python -m a.b",
      "timeout 60 python -W error a/b.py",
    ];
    for (const line of lines) {
      const found = (await chain({ ".husky/pre-push": `${line}\n` })) as readonly (readonly [string])[];
      expect([line, found.map(([severity]) => severity)]).toEqual([line, ["error"]]);
    }
  });
  it("`python -m` of another's module is a need like an import", async () => {
    const { findings } = await judge(
      envCheck,
      { "requirements.txt": "click\n", ".husky/pre-push": "python -m mypy a\npython -m pip install x\n" },
      { rule: "undeclared-import" },
    );
    expect(findings.map(({ message, at }) => [message, at.path, at.start.line])).toEqual([
      ["The hook `pre-push` needs `mypy` for `python -m mypy`, and no manifest declares it.", ".husky/pre-push", 1],
    ]);
  });
  it("a script that declares for itself (PEP 723), and notebooks", async () => {
    const script = '# /// script\n# dependencies = [\n#   "PyYAML>=6",\n# ]\n# ///\nimport yaml\n';
    expect(await chain({ ".husky/pre-push": "uv run a/b.py\n", "a/b.py": script })).toEqual([]);
    const notebook = JSON.stringify(
      {
        cells: [
          { cell_type: "code", source: ["%matplotlib inline\n", "import yaml\n"] },
          { cell_type: "markdown", source: "import no" },
        ],
      },
      null,
      1,
    );
    expect(await chain({ ".husky/pre-push": "jupyter nbconvert --execute a/n.ipynb\n", "a/n.ipynb": notebook })).toEqual([
      ["error", ["pre-push", "jupyter nbconvert --execute a/n.ipynb", "a/n.ipynb:7", "yaml", "PyYAML"]],
    ]);
  });
});

describe("readers", () => {
  const source = (path: string, text: string) => sourceText(repoPath(path), text);
  it("make: prerequisites first, conditionals, patterns and computed variables", () => {
    const text = "X := $(shell date)\nall: a b\nifdef Y\na:\n\techo a $$HOME $(X)\nendif\nb: a ; echo inline\n%.o: %.c\n\tcc\n";
    expect(makeRunners(source("Makefile", text), ["all"]).map(({ name, text: line }) => [name, line])).toEqual([["make a", "echo a $HOME $(X)"]]);
    expect(makeRunners(source("Makefile", text), []).length).toBe(1);
    // A target may stand twice in one rule.
    expect(makeRunners(source("Makefile", "a a: b\n\techo a\nb:\n\techo b\n"), ["a"]).map(({ text: line }) => line)).toEqual(["echo b", "echo a", "echo a"]);
  });
  it("tox and nox on broken files", () => {
    for (const text of ["[testenv\ncommands = x", "[testenv]\ncommands", "\0", "[tool.tox", '"a": "b")', '*"a" "b"]', '"a"; "b")\n']) {
      expect(Array.isArray(toxRunners(source("tox.ini", text)))).toBe(true);
      expect(Array.isArray(toxRunners(source("pyproject.toml", text)))).toBe(true);
      expect(Array.isArray(noxRunners(source("noxfile.py", `@nox.session\ndef a(session):\n    session.run(${text}`)))).toBe(true);
    }
  });
});
