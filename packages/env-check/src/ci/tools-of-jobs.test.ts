// Programs that jobs run: in large matrices, beside uv, brought by an action, of a hook that lies among the packages of Node.
import { judge } from "@caio/testing";
import { expect, it } from "vitest";
import { envCheck } from "../index.js";

const said = async (job: string, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> => {
  const text = `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n${job}`;
  const { findings } = await judge(envCheck, { "requirements.txt": "click\n", ...files, ".github/workflows/ci.yml": text }, { rule: "ci-does-not-install" });
  return findings.map(({ data }) => String(data?.["missing"]));
};
const axis = (name: string, count: number): string => `        ${name}: [${Array.from({ length: count }, (_, at) => `"${at}"`).join(", ")}]\n`;
const matrix = (...counts: readonly number[]): string =>
  `    strategy:\n      matrix:\n${counts.map((count, at) => axis(`a${at}`, count)).join("")}        exclude:\n        - {a0: "0"}\n`;

it.each([
  ["as many as are followed", matrix(9, 4, 4), ["tox"]],
  ["more than GitHub runs", matrix(9, 9, 9), []],
  ["more than are multiplied out", matrix(99, 99, 99), []],
])("a matrix with %s", async (_name, more, wanted) => expect(await said(`${more}    steps:\n    - run: tox -e py\n`)).toEqual(wanted));

const hook = (entry: string): string => `repos:\n- repo: local\n  hooks:\n  - {id: a, name: a, entry: ${entry}, language: system}\n`;
it("uv does not bring pre-commit", async () => {
  const steps = "    steps:\n    - uses: actions/checkout@v4\n    - uses: astral-sh/setup-uv@v5\n";
  const files = { ".pre-commit-config.yaml": hook("'true'") };
  expect(await said(`${steps}    - run: pre-commit run -a\n`, files)).toEqual(["pre-commit"]);
  expect(await said(`${steps}    - run: uv tool install pre-commit\n    - run: pre-commit run -a\n`, files)).toEqual([]);
});
it("an action brings ruff", async () => {
  expect(await said("    steps:\n    - uses: actions/checkout@v4\n    - uses: astral-sh/ruff-action@v3\n    - run: ruff check\n")).toEqual([]);
  expect(await said("    steps:\n    - uses: actions/checkout@v4\n    - run: ruff check\n")).toEqual(["ruff"]);
});
it("a hook's program among the packages of Node", async () => {
  const files = {
    ".pre-commit-config.yaml": hook("./web/node_modules/eslint/bin/eslint.js --fix").replace("system", "node"),
    "web/package.json": '{"devDependencies": {"eslint": "9"}}',
  };
  const steps = "    steps:\n    - uses: actions/checkout@v4\n    - run: pip install pre-commit\n";
  const run = "    - run: pre-commit run -a\n";
  const bin = { ...files, ".pre-commit-config.yaml": files[".pre-commit-config.yaml"].replace("eslint/bin/eslint.js", ".bin/eslint") };
  expect(await said(steps + run, { ...files, ".pre-commit-config.yaml": files[".pre-commit-config.yaml"].replace("node}", "system}") })).toEqual(["eslint"]);
  expect(await said(steps + run, { ...bin, ".pre-commit-config.yaml": bin[".pre-commit-config.yaml"].replace("node}", "system}") })).toEqual(["eslint"]);
  expect(await said(`${steps}    - run: npm ci\n      working-directory: web\n${run}`, bin)).toEqual([]);
});

it("an action of conda's takes in lists of requirements", async () => {
  const files = { "requirements.txt": "pyyaml\n", "requirements-dev.txt": "pytest\n", "tests/test_a.py": "import yaml\n" };
  const steps = (args: string): string =>
    `    steps:\n    - uses: actions/checkout@v4\n    - uses: mamba-org/setup-micromamba@v2\n      with:\n        create-args: >-\n          ${args}\n    - run: pytest tests\n`;
  expect(await said(steps("python=3.12 pip --file requirements.txt -f requirements-dev.txt --channel conda-forge"), files)).toEqual([]);
  expect(await said(steps("python=3.12 pip --file requirements-dev.txt"), files)).toEqual(["pyyaml"]);
  expect(await said(steps("python=3.12 pytest pyyaml=6"), files)).toEqual([]);
  expect(await said(steps("--file ${{ inputs.file }}"), files)).toEqual([]);
});
