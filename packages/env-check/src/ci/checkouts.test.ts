// Checkouts of other repositories beside this one: what lies there is none of it.
import { judge } from "@caio/testing";
import { expect, test } from "vitest";
import { envCheck } from "../index.js";

const options = { imports: { fake_settings: "fake-settings" } };
const base = {
  "pyproject.toml": '[project]\nname = "demo"\ndependencies = ["fake-settings>=2"]\n[project.optional-dependencies]\ntest = ["pytest"]\n',
  "demo/__init__.py": "import fake_settings\n",
  "tests/test_demo.py": "import demo\n",
};

test.each([
  ["in the whole workspace", "    - uses: actions/checkout@v4\n      with: {repository: a/b}\n    - run: pytest docs/examples -n 4\n", []],
  [
    "in a folder",
    "    - uses: actions/checkout@v4\n      with: {repository: a/b, path: other}\n    - run: pytest docs/examples -n 4\n      working-directory: other/sub\n",
    [],
  ],
  ["a computed one", "    - uses: actions/checkout@v4\n      with: {repository: '${{ needs.a.outputs.b }}'}\n    - run: pytest docs/examples\n", []],
  [
    "and this one after it",
    "    - uses: actions/checkout@v4\n      with: {repository: a/b}\n    - uses: actions/checkout@v4\n    - run: pytest docs/examples\n",
    ["ci-does-not-install", "missing-command"],
  ],
  [
    "a pull request's fork of this one",
    "    - uses: actions/checkout@v4\n      with: {repository: '${{ github.event.pull_request.head.repo.full_name }}'}\n    - run: pytest docs/examples\n",
    ["ci-does-not-install", "missing-command"],
  ],
  [
    "beside this one in a folder",
    "    - uses: actions/checkout@v4\n      with: {path: own/}\n    - uses: actions/checkout@v4\n      with: {repository: a/b, path: other}\n    - run: pytest other own\n",
    [],
  ],
  [
    "beside this one in a folder, where its tests run",
    "    - uses: actions/checkout@v4\n      with: {path: own}\n    - uses: actions/checkout@v4\n      with: {repository: a/b, path: other}\n    - run: pytest docs/examples\n      working-directory: own\n",
    ["ci-does-not-install", "missing-command"],
  ],
  [
    "beside this one in a folder, where something of it is installed",
    "    - uses: actions/checkout@v4\n      with: {path: own}\n    - uses: actions/checkout@v4\n      with: {repository: a/b, path: other}\n    - run: pip install ../other\n      working-directory: own\n    - run: pytest docs/examples\n      working-directory: own\n",
    ["missing-command"],
  ],
  [
    "which may be this one in another state",
    "    - uses: actions/checkout@v4\n      with: {path: own, ref: old}\n    - run: pytest docs/examples\n      working-directory: own\n",
    [],
  ],
  [
    "in a folder that a command names",
    "    - uses: actions/checkout@v4\n    - uses: actions/checkout@v4\n      with: {repository: a/b, path: other}\n    - run: pytest other/docs\n",
    [],
  ],
  [
    "beside this one",
    "    - uses: actions/checkout@v4\n    - uses: actions/checkout@v4\n      with: {repository: a/b, path: other}\n    - run: pytest docs/examples\n",
    ["ci-does-not-install", "missing-command"],
  ],
])("another repository, %s", async (_name, steps, wanted) => {
  const text = `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
  const { findings } = await judge(envCheck, { ...base, ".github/workflows/ci.yml": text }, { options });
  const rules = findings.filter(({ at }) => at.path.startsWith(".github/")).map(({ rule }) => rule.slice("env-check/".length));
  expect([...new Set(rules)].toSorted()).toEqual(wanted);
});
