// missing-command in a check: commands name tests, scripts, targets and the like that are not there.
import { judge } from "@caio/testing";
import { expect, it } from "vitest";
import { envCheck } from "../index.js";

const hook = (entry: string): string => `repos:\n- repo: local\n  hooks:\n  - {id: unit, name: u, entry: ${entry}, language: system, pass_filenames: false}\n`;
const said = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  (await judge(envCheck, { "checks/unit/test_a.py": "", ...files }, { rule: "missing-command" })).findings.map(
    ({ severity, at, message }) => `${severity} ${at.path}:${at.start.line} ${message}`,
  );

it("a hook, a script that it runs, a job and a target that name a folder which was renamed", async () => {
  const message = "runs pytest on `tests/unit`, which is not in the repository.";
  expect(await said({ ".pre-commit-config.yaml": hook("pytest tests/unit -q") })).toEqual([`error .pre-commit-config.yaml:4 The hook \`unit\` ${message}`]);
  expect(await said({ ".husky/pre-push": "sh run.sh\n", "run.sh": "set -e\npython -m pytest ./tests/unit/test_a.py::test_x\n" })).toEqual([
    "error run.sh:1 The hook `pre-push` runs pytest on `tests/unit/test_a.py`, which is not in the repository.",
  ]);
  expect(await said({ ".github/workflows/ci.yml": "jobs:\n  t:\n    steps:\n    - run: pytest tests/unit\n" })).toEqual([
    `warning .github/workflows/ci.yml:4 The CI job \`t\` ${message}`,
  ]);
  expect(await said({ ".pre-commit-config.yaml": hook("pytest -x tests") })).toEqual([
    "error .pre-commit-config.yaml:4 The hook `unit` runs pytest on `tests`, which is not in the repository.",
  ]);
  expect(await said({ ".pre-commit-config.yaml": hook("pytest -v --tb=short tests/docs/a.py") })).toEqual([
    "error .pre-commit-config.yaml:4 The hook `unit` runs pytest on `tests/docs/a.py`, which is not in the repository.",
  ]);
  // What is computed behind it changes nothing.
  expect(await said({ ".pre-commit-config.yaml": hook("pytest tests/unit --profile-dir $OUT/prof") })).toEqual([
    `error .pre-commit-config.yaml:4 The hook \`unit\` ${message}`,
  ]);
  // Behind an option with its value, a word is a path.
  expect(await said({ "tox.ini": "[testenv]\ncommands = pytest --cov=checks checks --cov-report=xml examples {posargs}\n" })).toEqual([
    "warning tox.ini:2 `tox` runs pytest on `examples`, which is not in the repository.",
  ]);
  expect(await said({ "pyproject.toml": '[tool.poe.tasks]\nall = ["lint"]\nlint = {cmd = "pytest checks units"}\n' })).toEqual([
    "warning pyproject.toml:3 `poe lint` runs pytest on `units`, which is not in the repository.",
  ]);
  expect(await said({ Makefile: "test:\n\tpytest tests/unit\n" })).toEqual([`warning Makefile:2 \`make test\` ${message}`]);
});

it.each([
  "pytest checks/unit checks/unit/test_a.py::test_x",
  "pytest checks/*/test_a.py",
  "pytest $TESTS tests/unit",
  "pytest --pyargs some.package/tests",
  "pytest build/lib/tests",
  "pytest checks",
  "pytest --cov-context test",
  "pytest --made-by-a-plugin out/tests",
  "pytest ../other/tests",
  "bash -c 'cd made/before && pytest tests/unit'",
  "bash -c 'test -d tests/unit && pytest tests/unit || true'",
])("what is there, or cannot be told: %s", async (entry) => expect(await said({ ".pre-commit-config.yaml": hook(entry) })).toEqual([]));

const job = (...steps: readonly string[]): string => `jobs:\n  t:\n    runs-on: ubuntu-latest\n    steps:\n${steps.map((step) => `    - ${step}\n`).join("")}`;
const ci = (step: string, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> =>
  said({ ".github/workflows/ci.yml": job(step), ...files });
const messages = (found: readonly string[]): readonly string[] => found.map((one) => one.replace(/^.*?:\d+ (?:The (?:CI job|hook) `\w+`|`[^`]*`) /, ""));
const packageJson = (scripts: Readonly<Record<string, string>>): string => JSON.stringify({ name: "x", scripts });

it.each([
  ["a script of Python", "run: python ci/a.py", {}, "runs `ci/a.py`, which is not in the repository."],
  ["a script of the shell", "run: bash ci/a.sh -x", {}, "runs `ci/a.sh`, which is not in the repository."],
  ["a script by its path", "run: ./ci/a.sh", {}, "runs `ci/a.sh`, which is not in the repository."],
  ["a script of Node", "run: node ci/a.mjs", {}, "runs `ci/a.mjs`, which is not in the repository."],
  ["whose output is written", "run: API=http://x.test ci/a.sh > out.txt", {}, "runs `ci/a.sh`, which is not in the repository."],
  ["in the step's folder", "{run: python a.py, working-directory: checks}", {}, "runs `checks/a.py`, which is not in the repository."],
  ["a requirements file", "run: pip install -r dev.txt", {}, "takes in `dev.txt`, which is not in the repository."],
  ["uv's", "run: uv pip install -r dev.txt", {}, "takes in `dev.txt`, which is not in the repository."],
  ["a module", "run: python -m pkg.tool", { "pkg/__init__.py": "" }, "runs `python -m pkg.tool`, and the package has no such module."],
  ["unittest's folder", "run: python -m unittest discover -s tests", {}, "runs unittest on `tests`, which is not in the repository."],
  ["a target", "run: make tests", { Makefile: "test:\n\tpytest\n%.o: %.c\n\tcc\n" }, "runs `make tests`, and `Makefile` has no such target."],
  ["a Makefile", "run: make test", {}, "runs `make test`, and there is no Makefile."],
  [
    "a package script",
    "run: npm run lint",
    { "package.json": packageJson({ test: "true" }) },
    "runs the script `lint`, and `package.json` has none of that name.",
  ],
  ["npm's test", "run: npm test", { "package.json": packageJson({ lint: "true" }) }, "runs the script `test`, and `package.json` has none of that name."],
  [
    "an environment of tox",
    "run: tox -e lint",
    { "tox.ini": "[tox]\nenv_list = py3{11,12}\n[testenv:types]\n" },
    "runs `tox -e lint`, and `tox.ini` defines none of that name.",
  ],
  [
    "a session of nox",
    "run: nox -s lint",
    { "noxfile.py": "@nox.session\ndef tests(session):\n    session.run('echo', 'lint')\n" },
    "runs `nox -s lint`, and `noxfile.py` defines none of that name.",
  ],
  [
    "tests that nox is given",
    "run: nox -s tests -- -x tests/unit",
    { "noxfile.py": "@nox.session\ndef tests(session):\n    session.run('pytest', *session.posargs)\n" },
    "runs pytest on `tests/unit`, which is not in the repository.",
  ],
  [
    "tests that tox is given",
    "run: tox -- tests/unit",
    { "tox.ini": "[testenv]\ncommands = pytest {posargs}\n" },
    "runs pytest on `tests/unit`, which is not in the repository.",
  ],
] as const)("what is not there, %s", async (_name, step, files, wanted) => expect(messages(await ci(step, files))).toEqual([wanted]));

it.each([
  ["of an address", "run: wget https://x.test/a.sh && bash a.sh", {}],
  ["compiled by pip-compile", "run: pip install -r dev.txt", { "dev.in": "" }],
  [
    "of an example",
    "run: 'true'",
    { "examples/x/package.json": packageJson({ a: "node gone.js" }), "tests/web/package.json": packageJson({ a: "node gone.js" }) },
  ],
  ["behind a subshell", "run: (cd checks && true) && python unit/../checks/unit/test_a.py", {}],
  ["in a script's folder", "run: cd checks && bash go.sh", { "checks/go.sh": "python unit/test_a.py\n" }],
  ["of Windows", "run: python ci\\a.py", {}],
  ["a pattern of pnpm", "run: pnpm run '/^build:.*/'", { "package.json": packageJson({}) }],
  ["of tox's own TOML", "run: tox -e bench", { "tox.toml": "[env.bench]\ncommands = []\n" }],
  ["below chdir", "run: 'true'", { "noxfile.py": "@nox.session\ndef a(session):\n    with session.chdir(x):\n        session.run('node', 'gone.js')\n" }],
  ["below os.chdir", "run: 'true'", { "noxfile.py": "@nox.session\ndef a(session):\n    os.chdir('docs')\n    session.run('make', 'html')\n" }],
  ["written by the script", "run: sh go.sh", { "go.sh": "cat > b.sh <<E\nE\nsh b.sh\nnode c.js\n" }],
  ["written before", "run: curl -o a.sh https://x.test/a.sh && bash a.sh", {}],
  ["of a failure that is taken care of", "run: bash ci/a.sh || true", {}],
  ["into which a file is copied, and that is another's", "run: cp -r x checked && pytest checked", {}],
  ["asked for", "run: if [ -f ci/a.sh ]; then bash ci/a.sh; fi", {}],
  ["ignored by git", "run: bash ci/a.sh", { ".gitignore": "/ci/\n" }],
  ["of a clone", "run: |\n        git clone https://x.test/y\n        cd checks\n        make install", {}],
  ["made of TypeScript", "run: node lib/a.js", { "lib/a.ts": "" }],
  ["a program", "run: ./bin/a --version", {}],
  ["a namespace's module", "run: python -m pkg.tool", { "pkg/other.py": "" }],
  ["a compiled module", "run: python -m pkg.tool", { "pkg/__init__.py": "", "pkg/tool.pyx": "" }],
  ["a pattern's target", "run: make doc-html", { Makefile: "doc-%:\n\ttrue\n" }],
  ["a target of what is included", "run: make test", { Makefile: "include common.mk\n" }],
  ["a target of another file", "run: make -f other.mk test", { Makefile: "all:\n\ttrue\n" }],
  ["a target of a variable", "run: make test", { Makefile: "$(TARGETS):\n\ttrue\n" }],
  ["a configured build", "run: make test", { "configure.ac": "" }],
  ["a file that make makes nothing of", "run: make checks", { Makefile: "all:\n\ttrue\n" }],
  ["a script of another package", "run: npm run lint -w web", { "package.json": packageJson({}) }],
  ["a script that may be there", "run: npm run lint --if-present", { "package.json": packageJson({}) }],
  ["a program of a package", "run: yarn run eslint", { "package.json": packageJson({}) }],
  ["factors", "run: tox -e py312-django42,pypy3", { "tox.ini": "[testenv]\ndeps =\n    django42: django\n" }],
  ["an interpreter's session", "run: nox -s tests-3.12", { "noxfile.py": "@nox.session(python=['3.12'])\ndef tests(session):\n    session.run('pytest')\n" }],
  ["sessions of a module beside it", "run: nox -s lint", { "noxfile.py": "import more\n", "more.py": "import nox\n" }],
  ["sessions of another module", "run: nox -s lint", { "noxfile.py": "from checks.unit import *\n" }],
] as const)("what may be there, %s", async (_name, step, files) => expect(await ci(step, files)).toEqual([]));

it("testpaths of which none is there, and what requirements files take in", async () => {
  expect(await said({ "pyproject.toml": '[tool.pytest.ini_options]\ntestpaths = ["tests"]\n' })).toEqual([
    "warning pyproject.toml:1 `testpaths` names `tests`, and nothing is there.",
  ]);
  expect(await said({ "pyproject.toml": '[tool.pytest.ini_options]\ntestpaths = ["tests", "checks"]\n' })).toEqual([]);
  expect(await said({ "requirements/dev.txt": "-r base.txt\n-c ../limits.txt\n", "limits.txt": "" })).toEqual([
    "error requirements/dev.txt:1 `requirements/dev.txt` takes in `requirements/base.txt`, which is not in the repository.",
  ]);
});

it("a hook with an environment of its own, and a script of pdm's", async () => {
  const own = "repos:\n- repo: local\n  hooks:\n  - {id: unit, name: u, entry: python ci/a.py, language: python}\n";
  expect(await said({ ".pre-commit-config.yaml": own })).toEqual([
    "error .pre-commit-config.yaml:4 The hook `unit` runs `ci/a.py`, which is not in the repository.",
  ]);
  expect(await said({ ".pre-commit-config.yaml": own.replace("repo: local", "repo: https://x.test/y") })).toEqual([]);
  expect(await said({ "pyproject.toml": '[tool.pdm.scripts]\n_.env_file = "x"\nbuild = "python ci/a.py"\n' })).toEqual([
    "note pyproject.toml:3 `pdm run build` runs `ci/a.py`, which is not in the repository.",
  ]);
});

it("the lines of a job of GitLab have one shell", async () => {
  const gitlab = (...lines: readonly string[]): string => `t:\n  script:\n${lines.map((line) => `  - ${line}\n`).join("")}`;
  const files = { "docs/Makefile": "html:\n\ttrue\n" };
  expect(await said({ ...files, ".gitlab-ci.yml": gitlab("cd docs", "make html") })).toEqual([]);
  expect(await said({ ...files, ".gitlab-ci.yml": gitlab("cd docs && true", "make pdf") })).toEqual([
    "warning .gitlab-ci.yml:4 The CI job `t` runs `make pdf`, and `docs/Makefile` has no such target.",
  ]);
  expect(await said({ ...files, ".gitlab-ci.yml": gitlab("cd $DIR", "make pdf") })).toEqual([]);
});

it.each([
  ["behind what is told to the user", "run: make test", { Makefile: "ifneq ($(A),$(B))\n$(error Go to: $(A))\nendif\ntests:\n\ttrue\n" }],
  ["brought by pipx", "run: pipx run nox -s lint", { "noxfile.py": "import importlib.metadata\n@nox.session\ndef tests(session):\n    session.run('true')\n" }],
] as const)("what is not there all the same, %s", async (_name, step, files) => expect(await ci(step, files)).toHaveLength(1));

it("a folder that is not there, as a submodule's is not, has package scripts of its own", async () => {
  const files = { "package.json": packageJson({ test: "vitest" }) };
  expect(await ci("run: pnpm run bench\n      working-directory: benchmarks", files)).toEqual([]);
  expect(messages(await ci("run: pnpm run bench", files))).toEqual(["runs the script `bench`, and `package.json` has none of that name."]);
});

it("pushd goes into a folder, and popd back", async () => {
  const files = {
    "depends/install.sh": "true\n",
    ".ci/install.sh": "pushd depends && ./install.sh && popd\n./gone.sh\npushd depends\nsudo bash gone-too.sh\npopd\n",
  };
  expect(messages(await ci("run: bash .ci/install.sh", files))).toEqual([
    "runs `depends/gone-too.sh`, which is not in the repository.",
    "runs `gone.sh`, which is not in the repository.",
  ]);
});

it("a file that is copied into a folder does not make the folder", async () => {
  const job = "jobs:\n  t:\n    steps:\n    - run: cp a.json web/tests/b.json\n    - run: pytest web\n";
  expect(await said({ ".github/workflows/ci.yml": job })).toEqual([
    "warning .github/workflows/ci.yml:5 The CI job `t` runs pytest on `web`, which is not in the repository.",
  ]);
});
