// What a job has beside what it names: projects that requirements files name by their path, what Python brings itself, what only another job installs.
import { judge } from "@caio/testing";
import { expect, test } from "vitest";
import { envCheck } from "../index.js";

const options = { imports: { fake_settings: "fake-settings" } };
const base = {
  "pyproject.toml":
    '[project]\nname = "demo"\nrequires-python = ">=3.10"\ndependencies = ["fake-settings>=2"]\n[project.optional-dependencies]\nall = ["pytest"]\n',
  "demo/__init__.py": "import fake_settings\n",
};
const workflow = (steps: string): Readonly<Record<string, string>> => ({
  ".github/workflows/ci.yml": `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n    - uses: actions/checkout@v4\n${steps.replace(/^/gm, "    ")}\n`,
});
async function missing(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { findings } = await judge(envCheck, { ...base, ...files }, { rule: "ci-does-not-install", options });
  return findings.flatMap(({ data }) => (Array.isArray(data?.["missing"]) ? data["missing"].map(String) : []));
}

test.each([
  ["from the folder that pip runs in", "../.[all]", "- run: cd examples && pip install -r requirements.txt && pytest", []],
  ["without the extra", "..", "- run: cd examples && pip install -r requirements.txt && pytest", ["pytest"]],
  ["from the root, though the file lies below", ".[all]", "- run: pip install -r examples/requirements.txt\n- run: pytest examples", []],
  ["a path that leads nowhere", "../lib", "- run: cd examples && pip install -r requirements.txt && pytest", []],
] as const)("a requirements file names the project by its path: %s", async (_name, line, steps, wanted) => {
  const files = { ...workflow(steps), "examples/requirements.txt": `${line}\n`, "examples/test_demo.py": "import demo\n" };
  expect(await missing(files)).toEqual(wanted);
});

const setup = "from setuptools import setup\nsetup(name='demo', install_requires=['fake-settings>=2'])\n";
test.each([
  ["python setup.py", "- run: python setup.py sdist"],
  ["by itself", "- run: ./setup.py sdist"],
] as const)("what setup.py needs is setuptools' own matter: %s", async (_name, steps) => {
  const toml = '[build-system]\nrequires = ["setuptools"]\n';
  expect(await missing({ "pyproject.toml": toml, "setup.py": setup, ...workflow(steps) })).toEqual([]);
});

const python = (version: string): string => `- uses: actions/setup-python@v5\n  with: {python-version: '${version}'}\n`;
test.each([
  ["from 3.12 on it has to be installed", `${python("3.12")}- run: pip install . pytest\n- run: pytest`, ["setuptools"]],
  ["it is installed", `${python("3.12")}- run: pip install . pytest setuptools\n- run: pytest`, []],
  ["Python brings it", `${python("3.11")}- run: pip install . pytest\n- run: pytest`, []],
  ["which Python is not known", "- run: pip install . pytest\n- run: pytest", []],
] as const)("setuptools, which only another job installs: %s", async (_name, steps, wanted) => {
  const lint = "\n  lint:\n    runs-on: ubuntu-latest\n    steps:\n    - run: pip install setuptools flake8\n    - run: flake8 demo\n";
  const [path = "", text = ""] = Object.entries(workflow(steps))[0] ?? [];
  expect(await missing({ "tests/test_demo.py": "import demo\nimport setuptools\n", [path]: text + lint })).toEqual(wanted);
});

test("a distribution that only another job installs", async () => {
  const files = (steps: string): Readonly<Record<string, string>> => {
    const [path = "", text = ""] = Object.entries(workflow(steps))[0] ?? [];
    return {
      "tests/test_demo.py": "import requests\n",
      [path]: `${text}\n  other:\n    runs-on: ubuntu-latest\n    steps:\n    - run: pip install requests\n`,
    };
  };
  expect(await missing(files("- run: pip install . pytest\n- run: pytest"))).toEqual(["requests"]);
  expect(await missing(files("- run: pip install . pytest requests\n- run: pytest"))).toEqual([]);
});

test("the Python that an action of nobody known is given", async () => {
  const text = (version: string, run: string): Readonly<Record<string, string>> =>
    workflow(`- uses: some/setup@v1\n  with: {python-version: '${version}'}\n- run: ${run}`);
  const said = async (files: Readonly<Record<string, string>>): Promise<readonly unknown[]> =>
    (await judge(envCheck, { ...base, ...files }, { rule: "ci-interpreter-mismatch", options })).findings.map(({ data }) => data?.["version"]);
  expect(await said(text("3.9", "pip install . && pytest"))).toEqual(["3.9"]);
  expect(await said(text("3.10", "pip install . && pytest"))).toEqual([]);
  expect(await said(text("3.9", "echo done"))).toEqual([]);
});

test("ansible's programs are on GitHub's runners", async () => {
  expect(await missing(workflow("- run: ansible-galaxy collection build"))).toEqual([]);
});
