// CI's jobs: what they install before they run hooks and tests; what cannot be known accuses nobody.
import { judge, ruleTester } from "@caio/testing";
import { describe, expect, test } from "vitest";
import { envCheck } from "../index.js";
import { holds, substitute } from "./expressions.js";

const hook = "repos:\n- repo: local\n  hooks:\n  - {id: unit, name: u, entry: pytest tests, language: system, pass_filenames: false, stages: [pre-push]}\n";
const base = {
  ".pre-commit-config.yaml": hook,
  "requirements.txt": "fake-settings>=2\n-r more.txt\n",
  "more.txt": "fake-yaml\n",
  "requirements-dev.txt": "pytest\npre-commit\n",
  "pyproject.toml":
    '[project]\nname = "demo"\nrequires-python = ">=3.10"\ndependencies = ["fake-settings>=2", "fake-yaml"]\n[project.optional-dependencies]\ntest = ["pytest"]\n[dependency-groups]\ndev = ["pytest", "pre-commit"]\nall = [{ include-group = "dev" }]\n[project.scripts]\ndemo-more = "demo:main"\n',
  "demo/__init__.py": "import fake_settings\nimport fake_yaml\n",
  "tests/test_demo.py": "import demo\n",
};
const options = { imports: { fake_settings: "fake-settings", fake_yaml: "fake-yaml" } };
const indent = (text: string): string => text.replace(/^/gm, "    ");
const workflow = (steps: string, more = ""): string =>
  `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n${more}    steps:\n    - uses: actions/checkout@v4\n${indent(steps)}\n`;

async function missing(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { findings } = await judge(envCheck, { ...base, ...files }, { rule: "ci-does-not-install", options });
  // What may come with something that nobody knows is a note.
  return findings.filter(({ severity }) => severity !== "note").flatMap(({ data }) => (Array.isArray(data?.["missing"]) ? data["missing"].map(String) : []));
}
const github = async (steps: string, more?: string, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> =>
  missing({ ...files, ".github/workflows/ci.yml": workflow(steps, more) });

const all = ["fake-settings", "fake-yaml"];

describe("what is missing", () => {
  test.each<[string, string, readonly string[]]>([
    ["nothing is installed", "- run: pytest", ["pytest", ...all]],
    ["pytest alone is installed", "- run: pip install pytest\n- run: python -m pytest tests", all],
    ["a file too few", "- run: |\n    pip install -U pip\n    pip install -r requirements-dev.txt\n    pytest", all],
    ["the project without its dependencies", "- run: pip install --no-deps -e .\n- run: pip install pytest\n- run: pytest", all],
    [
      "pre-commit runs without what its hook needs",
      "- run: pipx install pre-commit\n- run: pre-commit run --all-files --hook-stage pre-push",
      ["pytest", ...all],
    ],
    ["the action runs hooks at push", "- uses: pre-commit/action@v3.0.1\n  with: {extra_args: --all-files --hook-stage push}", ["pytest", ...all]],
    ["the hook manager itself", "- run: pip install pytest .\n- run: pre-commit run -a", ["pre-commit"]],
    ["uv without the extra", "- uses: astral-sh/setup-uv@v5\n- run: uv pip install --system .\n- run: pytest", ["pytest"]],
    [
      "main alone, and poetry's own ways into its environment",
      "- run: pip install poetry && poetry install --only main\n- run: |\n    $(poetry env activate)\n    pytest",
      ["pytest"],
    ],
    [
      "what snok/install-poetry calls VENV",
      "- uses: snok/install-poetry@v1\n- run: poetry install --only main\n- run: |\n    source $VENV\n    pytest",
      ["pytest"],
    ],
    ["main alone", "- run: pip install poetry && poetry install --only main\n- run: poetry run pytest", ["pytest"]],
    ["installed after it is needed", "- run: pip install pytest\n- run: pytest\n- run: pip install .", all],
    ["a script that installs too little", "- run: bash ci/go.sh", all],
    ["make", "- run: make check", all],
    ["python with an option that takes a value", "- run: python -W ignore -m pip install pytest\n- run: pytest", all],
    ["behind the project's own programs", "- run: pip install pytest\n- run: demo --check docs && demo-more\n- run: pytest", all],
    ["a release of the project without its extra", "- run: pip install demo\n- run: pytest", ["pytest"]],
    ["a program of Python that nothing brings", "- run: pip install pytest\n- run: pydocstyle demo", ["pydocstyle"]],
    [
      "programs of Python before it, which install nothing and are not there",
      "- run: pip install pytest\n- run: pycodestyle demo; docformatter -c .\n- run: pytest",
      ["docformatter", "pycodestyle", ...all],
    ],
  ])("%s", async (_name, steps, wanted) => {
    const files = {
      "ci/go.sh": "set -e\npip install pytest\nrun() { pytest tests; }\nrun\n",
      Makefile: "check: prepare\n\tpytest tests\nprepare:\n\tpip install pytest\n",
    };
    expect(await github(steps, "", files)).toEqual(wanted);
  });
});

test.each([
  ["${{ matrix.os }}-latest", "strategy: {matrix: {os: [Ubuntu, MacOS]}}", 1],
  ["${{ matrix.os || 'ubuntu-latest' }}", "strategy: {matrix: {include: [{py: '3.12'}, {py: '3.11'}]}}", 1],
  ["${{ matrix.os || 'own' }}", "strategy: {matrix: {include: [{py: '3.12'}]}}", 0],
  ["${{ matrix.os || 'ubuntu-latest' }}", "strategy: {matrix: '${{ fromJSON(needs.a.outputs.b) }}'}", 0],
])("the runner %s of %s", async (runner, strategy, count) => {
  const text = `on: push\njobs:\n  test:\n    runs-on: "${runner}"\n    ${strategy}\n    steps:\n    - run: pytest\n`;
  const { findings } = await judge(envCheck, { ...base, ".github/workflows/ci.yml": text }, { rule: "ci-does-not-install", options });
  expect(findings).toHaveLength(count);
});

describe("nothing is missing", () => {
  test.each<[string, string]>([
    [
      "a program that may fail, may not be run, or may come with what nobody knows",
      "- run: pydocstyle || true\n- run: if [ -n x ]; then ruff; fi\n- run: pip install nobody-knows-this && pydocstyle\n",
    ],
    [
      "programs that are installed apart",
      "- uses: astral-sh/setup-uv@v5\n- run: pipx install black && uv tool install ruff && apt-get install -y flake8\n- run: black . && ruff check && flake8 && yamllint .\n",
    ],
    ["requirements", "- run: pip install -r requirements.txt -rrequirements-dev.txt\n- run: pytest"],
    ["an extra", "- run: pip install -e '.[test]'\n- run: coverage --version; pytest"],
    ["uv sync", "- uses: astral-sh/setup-uv@v5\n- run: uv sync --locked\n- run: uv run pytest"],
    ["uv run by itself", "- uses: astral-sh/setup-uv@v5\n- run: uv run --frozen pytest tests"],
    ["poetry", "- uses: snok/install-poetry@v1\n- run: poetry install\n- run: poetry run pytest"],
    ["pdm", "- uses: pdm-project/setup-pdm@v4\n- run: pdm install -G test\n- run: pdm run pytest"],
    ["a group that another one takes in", "- run: pip install . --group all\n- run: pytest"],
    ["python with options that take a value", "- run: python -W ignore -m pip install .[test]\n- run: python -X dev -m pytest"],
    ["a group", "- run: pip install . --group dev\n- run: pytest"],
    ["tox", "- run: pipx install tox\n- run: tox -e py"],
    ["hatch", "- run: pipx install hatch\n- run: hatch run pytest"],
    ["a venv", "- run: |\n    python -m venv .venv\n    . .venv/bin/activate\n    .venv/bin/pip install .[test]\n    .venv/bin/pytest"],
    ["uv pip sync", "- run: pipx install uv\n- run: uv pip install -r requirements.txt -r requirements-dev.txt --system\n- run: pytest"],
    ["hooks of another stage", "- run: pipx install pre-commit\n- run: pre-commit run -a"],
    ["one hook that needs nothing", "- run: pipx install pre-commit\n- run: pre-commit run other --hook-stage push"],
    ["make", "- run: make install test"],
    ["a release of the project", "- run: pip install 'demo[test]'\n- run: pytest"],
    ["a wheel", "- run: python -m build\n- run: pip install dist/*.whl pytest\n- run: pytest"],
  ])("%s", async (_name, steps) => {
    expect(await github(steps, "", { Makefile: "PIP = python -m pip\ninstall:\n\t$(PIP) install -e .[test]\ntest:\n\tpytest\n" })).toEqual([]);
  });
});

describe("what cannot be known accuses nobody", () => {
  test.each<[string, string, string?]>([
    ["an action", "- uses: somebody/install-all@v1\n- run: pytest"],
    ["a computed command", "- run: $INSTALL\n- run: pytest"],
    ["a computed name", "- run: pip install pytest ${{ inputs.more }}\n- run: pytest"],
    ["a file that is not here", "- run: pip install pytest -r made.txt\n- run: pytest"],
    ["a program that nobody knows", "- run: prepare-everything\n- run: pytest"],
    ["a script of the network", "- run: curl -s https://example.org/x | bash\n- run: pytest"],
    ["another image", "- run: pytest", "    container: registry.example.org/ci:1\n"],
    ["a runner of one's own", "- run: pytest", "    #\n"],
    ["a job that may fail", "- run: pytest", "    continue-on-error: true\n"],
    ["a step that is never run", "- run: pytest\n  if: false"],
    ["another shell's language", "- run: import x\n  shell: python\n- run: pytest"],
    ["make with variables", "- run: make X=1 a\n- run: pytest"],
  ])("%s", async (name, steps, more) => {
    const text = workflow(steps, more);
    const own = name === "a runner of one's own" ? text.replace("ubuntu-latest", "[self-hosted, linux]") : text;
    expect(await missing({ ".github/workflows/ci.yml": own })).toEqual([]);
  });
});

test("composite actions of the repository are put in, with their inputs", async () => {
  const action = "inputs:\n  what: {default: nothing}\nruns:\n  using: composite\n  steps:\n  - run: pip install ${{ inputs.what }}\n    shell: bash\n";
  const files = { ".github/actions/get/action.yml": action };
  expect(await github("- uses: ./.github/actions/get\n  with: {what: '.[test]'}\n- run: pytest", "", files)).toEqual([]);
  expect(await github("- uses: ./.github/actions/get\n  with: {what: pytest}\n- run: pytest", "", files)).toEqual(all);
});

test("each combination of a matrix is a job; steps of another one are left out", async () => {
  const more = "    strategy:\n      matrix:\n        kind: [full, bare]\n        include: [{kind: bare, extra: pytest}]\n";
  const steps = "- run: pip install .[test]\n  if: matrix.kind == 'full'\n- run: pip install ${{ matrix.extra }}\n  if: matrix.kind == 'bare'\n- run: pytest";
  expect(await github(steps, more)).toEqual(all);
});

test("GitLab: defaults, extends, images", async () => {
  const gitlab = (job: string): Promise<readonly string[]> => missing({ ".gitlab-ci.yml": job });
  expect(await gitlab("image: python:3.12\ntest:\n  script:\n  - pip install pytest\n  - pytest\n")).toEqual(all);
  expect(await gitlab("image: python:3.12\ndefault:\n  before_script: [pip install .]\ntest:\n  script:\n  - pip install pytest\n  - pytest\n")).toEqual([]);
  expect(await gitlab(".base:\n  image: python:3.12\n  before_script:\n  - pip install .[test]\ntest:\n  extends: .base\n  script: [pytest]\n")).toEqual([]);
  expect(await gitlab("test:\n  image: own/image\n  script: [pytest]\n")).toEqual([]);
  expect(await gitlab("include: other.yml\ntest:\n  image: python:3\n  extends: .elsewhere\n  script: [pytest]\n")).toEqual([]);
});

test("packages of Node", async () => {
  const manifest = '{"scripts": {"test": "vitest run", "plain": "node --test"}, "devDependencies": {"vitest": "^3"}}';
  const run = (steps: string): Promise<readonly string[]> => github(steps, "", { "package.json": manifest });
  expect(await run("- run: npm test")).toEqual(["vitest"]);
  expect(await run("- run: npm ci\n- run: npm test")).toEqual([]);
  expect(await run("- run: npm run plain")).toEqual([]);
  expect(await run("- run: npx vitest")).toEqual(["vitest"]);
});

test("is drawn at the step, and a warning where something may bring it", async () => {
  const files = { ...base, ".github/workflows/ci.yml": workflow("- run: pip install pytest nobody-knows-this\n- run: pytest tests") };
  await ruleTester(envCheck, "ci-does-not-install").finds(
    files,
    `
    .github/workflows/ci.yml:8
        - run: pytest tests
               ^^^^^^^^^^^^ env-check/ci-does-not-install: The job \`test\` runs \`pytest tests\` and does not install \`fake-settings\`, \`fake-yaml\`.
    `,
    { options },
  );
  expect((await judge(envCheck, files, { rule: "ci-does-not-install", options })).findings[0]?.severity).toBe("warning");
});

test("what a URL without a name brings is not known", async () => {
  const files = { "ci/environment.yml": "dependencies:\n  - pytest\n  - pip:\n      - git+https://x.org/fake/settings.git\n" };
  const steps = "- uses: mamba-org/setup-micromamba@v2\n  with: {environment-file: ci/environment.yml}\n- run: pytest";
  expect(await github(steps, "", files)).toEqual([]);
  expect(await github(steps, "", { "ci/environment.yml": "dependencies:\n  - pytest\n" })).toEqual(all);
});

test("the plug-in of an option that pytest's settings name", async () => {
  const files = {
    "pytest.ini": "[pytest]\naddopts = --cov=demo\n",
    "requirements-dev.txt": "pytest\npytest-cov\npre-commit\n",
  };
  expect(await github("- run: pip install pytest .\n- run: pytest", "", files)).toEqual(["pytest-cov"]);
  expect(await github("- run: pip install pytest . -r requirements-dev.txt\n- run: pytest", "", files)).toEqual([]);
  expect(await github("- run: pip install pytest .\n- run: pytest -o addopts= tests", "", files)).toEqual([]);
});

describe("ci-interpreter-mismatch", () => {
  const versions = async (steps: string, more = ""): Promise<readonly (readonly [unknown, string])[]> => {
    const { findings } = await judge(envCheck, { ...base, ".github/workflows/ci.yml": workflow(steps, more) }, { rule: "ci-interpreter-mismatch", options });
    return findings.map(({ data, severity }) => [data?.["version"], severity] as const);
  };
  const setup = (version: string): string => `- uses: actions/setup-python@v5\n  with:\n    python-version: ${version}\n`;
  test("versions, matrices, excludes, numbers", async () => {
    const install = "- run: pip install .[test]\n- run: pytest";
    expect(await versions(`${setup("'3.9'")}${install}`)).toEqual([["3.9", "error"]]);
    expect(await versions(`${setup("'3.9'")}- run: pip install -r requirements.txt pytest\n- run: pytest`)).toEqual([["3.9", "warning"]]);
    expect(await versions(`${setup("3.10")}${install}`)).toEqual([["3.1", "error"]]);
    for (const right of ["'3.10'", "'3.12.1'", "3.x", "'>=3.9'", "pypy-3.10", "3.14-dev", "'3.13t'", "${{ inputs.x }}"])
      expect(await versions(`${setup(right)}${install}`)).toEqual([]);
    const matrix = "    strategy:\n      matrix:\n        python: ['3.8', '3.9', '3.12']\n        exclude: [{python: '3.8'}]\n";
    expect(await versions(`${setup("${{ matrix.python }}")}${install}`, matrix)).toEqual([["3.9", "error"]]);
    // A job that does not run the project may have any.
    expect(await versions(`${setup("'3.9'")}- run: echo hello`)).toEqual([]);
    // Nor one whose script is not of it.
    const script = async (text: string): Promise<number> =>
      (
        await judge(
          envCheck,
          { ...base, "ci/x.py": text, ".github/workflows/ci.yml": workflow(`${setup("'3.9'")}- run: python ci/x.py`) },
          { rule: "ci-interpreter-mismatch", options },
        )
      ).findings.length;
    expect([await script("import json\n"), await script("import demo\n")]).toEqual([0, 1]);
  });
  test("what uv, poetry and tox choose", async () => {
    expect(await versions("- run: uv run --python 3.9 pytest")).toEqual([["3.9", "error"]]);
    expect(await versions("- run: uv sync -p 3.8\n- run: uv run pytest")).toEqual([["3.8", "error"]]);
    expect(await versions("- run: poetry env use 3.9\n- run: poetry install\n- run: poetry run pytest")).toEqual([["3.9", "error"]]);
    expect(await versions("- run: tox run -e py39,py312")).toEqual([["3.9", "warning"]]);
    expect(await versions(`${setup("'3.9'")}- run: tox -e py`)).toEqual([["3.9", "warning"]]);
    expect(await versions("- run: tox run -e 3.9,3.12")).toEqual([["3.9", "warning"]]);
    expect(await versions("- run: uvx --python 3.9 --with tox-uv tox -e py")).toEqual([["3.9", "warning"]]);
    expect(await versions("- run: uv run pytest\n  env: {UV_PYTHON: '3.9'}")).toEqual([["3.9", "error"]]);
    expect(await versions(`${setup("'3.9'")}- run: pip install tox tox-gh-actions\n- run: tox`)).toEqual([["3.9", "warning"]]);
    expect(await versions(`${setup("'3.9'")}- run: pip install tox\n- run: tox`)).toEqual([]);
    expect(await versions("- run: nox -s test-3.9")).toEqual([["3.9", "warning"]]);
    for (const right of [
      "uv run --python 3.12 pytest",
      "uv run pytest --python 3.9",
      "uv run --no-project --python 3.9 x.py",
      "tox -e lint",
      "tox -e py312-x",
      "nox -s test-3.12",
      "uvx --python 3.9 ruff check",
      "cd a; uv run -p 3.9 x",
    ])
      expect(await versions(`- run: ${right}`)).toEqual([]);
  });
});

test("expressions", () => {
  const known = new Map([
    ["matrix.os", "linux"],
    ["matrix.a.b", "1"],
  ]);
  expect(substitute("${{ matrix.os }} ${{matrix['a'].b}} ${{ github.ref }}", known)).toBe("linux 1 ${{ github.ref }}");
  expect([holds("matrix.os == 'linux'", known), holds("${{ matrix.os != 'linux' }}", known), holds("github.ref == 'x'", known)]).toEqual([
    true,
    false,
    undefined,
  ]);
  expect(holds("matrix.os == 'mac' && github.x == 'y'", known)).toBe(false);
});

describe("the groups that a tool takes by itself", () => {
  const poetry = (optional: string): string =>
    `[tool.poetry]\nname = "demo"\n[tool.poetry.dependencies]\npython = ">=3.10"\nfake-settings = "*"\nfake-yaml = "*"\n[tool.poetry.group.test]\n${optional}\n[tool.poetry.group.test.dependencies]\npytest = "*"\n`;
  const groups = (more: string): string =>
    `[project]\nname = "demo"\nrequires-python = ">=3.10"\ndependencies = ["fake-settings", "fake-yaml"]\n[dependency-groups]\ntest = ["pytest"]\ndev = ["pre-commit"]\n${more}`;
  const pipfile = '[packages]\nfake-settings = "*"\nfake-yaml = "*"\n[dev-packages]\npytest = "*"\n';
  test.each([
    ["poetry's own", "poetry install", "poetry run", { "pyproject.toml": poetry("") }, []],
    ["poetry's optional one", "poetry install", "poetry run", { "pyproject.toml": poetry("optional = true") }, ["pytest"]],
    ["poetry's optional one, asked for", "poetry install --with test", "poetry run", { "pyproject.toml": poetry("optional = true") }, []],
    ["poetry without one", "poetry install --without test", "poetry run", { "pyproject.toml": poetry("") }, ["pytest"]],
    ["poetry with one alone", "poetry install --only main", "poetry run", { "pyproject.toml": poetry("") }, ["pytest"]],
    ["pdm's", "pdm install", "pdm run", { "pyproject.toml": groups("") }, []],
    ["pdm's, one of them", "pdm install -G dev", "pdm run", { "pyproject.toml": groups("") }, ["pytest"]],
    ["pdm's, an extra beside", "pdm install -G other", "pdm run", { "pyproject.toml": groups("") }, []],
    ["uv's", "uv sync", "uv run --no-sync", { "pyproject.toml": groups("") }, ["pytest"]],
    ["uv's, asked for", "uv sync --group test", "uv run --no-sync", { "pyproject.toml": groups("") }, []],
    ["uv's, by its settings", "uv sync", "uv run --no-sync", { "pyproject.toml": groups('[tool.uv]\ndefault-groups = ["dev", "test"]\n') }, []],
    ["uv's, of all packages", "uv sync --all-packages", "uv run --no-sync", { "pyproject.toml": groups("") }, []],
    ["pipenv's", "pipenv install", "pipenv run", { "pyproject.toml": "", Pipfile: pipfile }, ["pytest"]],
    ["pipenv's, for development", "pipenv install --dev", "pipenv run", { "pyproject.toml": "", Pipfile: pipfile }, []],
  ] as const)("%s", async (_name, install, run, files, wanted) => {
    const tool = install.split(" ", 1)[0] ?? "";
    expect(await github(`- run: pipx install ${tool}\n- run: ${install}\n- run: ${run} pytest`, "", files)).toEqual(wanted);
  });
});

describe("what comes out of a cache may be there", () => {
  const cache = (path: string): string => `- uses: actions/cache@v4\n  with:\n    path: ${path}\n    key: k\n`;
  test.each([
    ["pip's downloads", cache("~/.cache/pip"), ["pytest", ...all]],
    ["an environment", cache(".venv"), []],
  ] as const)("%s", async (_name, steps, wanted) => expect(await github(`${steps}- run: pytest`)).toEqual(wanted));
  test("the packages of Node", async () => {
    const files = { "package.json": '{"devDependencies":{"eslint":"9"},"scripts":{"lint":"eslint ."}}' };
    expect(await github("- run: npm run lint", "", files)).toEqual(["eslint"]);
    expect(await github(`${cache("node_modules")}- run: npm run lint`, "", files)).toEqual([]);
  });
});

test("a lockfile knows of extras, and members of a workspace are read", async () => {
  const lock = (...names: readonly string[]): string => names.map((name) => `[[package]]\nname = "${name}"\nversion = "1"\n`).join("");
  const files = {
    "pyproject.toml":
      '[project]\nname = "demo"\nrequires-python = ">=3.10"\ndependencies = ["odd-one[x]", "mate"]\n[tool.uv.sources]\nmate = { workspace = true }\n[tool.uv.workspace]\nmembers = ["mate"]\n',
    "mate/pyproject.toml": '[project]\nname = "mate"\nrequires-python = ">=3.10"\ndependencies = []\n',
    "uv.lock": lock("demo", "mate", "odd-one"),
    "demo/__init__.py": "",
  };
  expect(await github("- uses: astral-sh/setup-uv@v5\n- run: uv sync\n- run: uv run --no-sync interrogate .", "", files)).toEqual(["interrogate"]);
  expect(await github("- uses: astral-sh/setup-uv@v5\n- run: uv sync\n- run: uv run --no-sync interrogate .", "", { ...files, "uv.lock": "" })).toEqual([]);
});

test("the Python that hatch tests with", async () => {
  const text = workflow("- uses: pypa/hatch@install\n- run: hatch test -py 3.8\n- run: hatch test -py 3.12\n");
  const { findings } = await judge(envCheck, { ...base, ".github/workflows/ci.yml": text }, { rule: "ci-interpreter-mismatch", options });
  expect(findings.map(({ data }) => data?.["version"])).toEqual(["3.8"]);
});

test("a tool that something unknown may bring is a note", async () => {
  const text = workflow("- run: pip install odd-one\n- run: pydocstyle demo");
  const { findings } = await judge(envCheck, { ...base, ".github/workflows/ci.yml": text }, { rule: "ci-does-not-install", options });
  expect(findings.map(({ severity, help }) => [severity, help])).toEqual([
    ["note", "Install it in a step before this one unless `odd-one` brings it. test → pydocstyle."],
  ]);
});

test("what uv brings for one run", async () => {
  const uv = "- uses: astral-sh/setup-uv@v5\n- run: uv run --no-project --isolated";
  expect(await github(`${uv} --with-editable=. --with-requirements=limits.txt pytest`)).toEqual([]);
  expect(await github(`${uv} --with pytest pytest`)).toEqual(all);
});

test("programs behind xargs and pdm, and tox with the Python at hand", async () => {
  expect(await github("- run: find . | xargs -n 1 pydocstyle")).toEqual(["pydocstyle"]);
  // Which tests it is given nobody knows here; what it installs, neither.
  expect(await github("- run: pip install pytest\n- run: find tests -name '*.py' | xargs pytest -n auto")).toEqual([]);
  expect(await github("- run: cat names | xargs pip install\n- run: pytest")).toEqual([]);
  expect(await github("- uses: pdm-project/setup-pdm@v4\n- run: pdm run interrogate .")).toEqual(["interrogate"]);
  const text = workflow("- uses: actions/setup-python@v5\n  with: {python-version: '3.8'}\n- run: pip install tox tox-py\n- run: tox --py current");
  const { findings } = await judge(envCheck, { ...base, ".github/workflows/ci.yml": text }, { rule: "ci-interpreter-mismatch", options });
  expect(findings).toHaveLength(1);
});
