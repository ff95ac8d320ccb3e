// missing-command in a check: pytest is given paths that are not there.
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
