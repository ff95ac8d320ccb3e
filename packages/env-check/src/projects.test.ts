// Which manifests speak for a file: nearest project, folders above, helper folders, workspaces; and what that means for findings.
import type { Finding } from "@caio/repo-model/check";
import { judge } from "@caio/testing";
import { describe, expect, it } from "vitest";
import { envCheck } from "./index.js";

const found = async (files: Readonly<Record<string, string>>): Promise<readonly Finding[]> =>
  (await judge(envCheck, { "pytest.ini": "[pytest]\n", ...files })).findings.filter(({ rule }) => /undeclared-import|declared-elsewhere/.test(rule));
const said = async (files: Readonly<Record<string, string>>): Promise<string[]> =>
  (await found(files)).map(({ rule, severity, at, data }) => `${severity} ${rule.slice(10)} ${at.path} ${String(data?.["distribution"])}`);
const project = (name: string, dependencies: readonly string[], more = ""): string =>
  `[project]\nname = "${name}"\nrequires-python = ">=3.10"\ndependencies = ${JSON.stringify(dependencies)}\n${more}`;

describe("a file belongs to the nearest project", () => {
  it("what only another project declares is declared elsewhere; what none declares is undeclared, and the manifest is named", async () => {
    const files = {
      "services/a/pyproject.toml": project("a", ["pyyaml"]),
      "services/a/a/__init__.py": "",
      "services/b/pyproject.toml": project("b", ["click"]),
      "services/b/b/__init__.py": "",
      "services/b/tests/test_b.py": "import yaml, requests, click\n",
    };
    expect((await said(files)).toSorted()).toEqual([
      "error undeclared-import services/b/tests/test_b.py requests",
      "warning declared-elsewhere services/b/tests/test_b.py pyyaml",
    ]);
    const first = (await found(files)).find(({ rule }) => rule.endsWith("undeclared-import"));
    expect(first?.message).toBe("The tests need `requests` for `import requests`, and `services/b/pyproject.toml` does not declare it.");
    expect(first?.data?.["manifest"]).toBe("services/b/pyproject.toml");
  });
  it.each([
    ["a folder above lends", { "pyproject.toml": project("root", ["pyyaml"]), "a/pyproject.toml": project("a", ["click"]) }],
    ["a helper folder lends", { "pyproject.toml": project("root", ["click"]), "requirements/tests.txt": "pyyaml\n", "tests/requirements.txt": "requests\n" }],
    [
      "members of a uv workspace lend to each other",
      {
        "pyproject.toml": project("root", ["click"], '[tool.uv.workspace]\nmembers = ["a", "libs/*"]\n'),
        "a/pyproject.toml": project("a", ["click"]),
        "libs/x/pyproject.toml": project("x", ["pyyaml"]),
      },
    ],
    [
      "an Nx workspace",
      {
        "nx.json": "{}",
        "a/pyproject.toml": project("a", ["click"]),
        "a/project.json": "{}",
        "b/project.json": "{}",
        "b/pyproject.toml": project("b", ["pyyaml"]),
      },
    ],
    ["a project that is installed from its path", { "a/requirements.txt": "-e ../lib\n", "lib/pyproject.toml": project("lib", ["pyyaml"]) }],
  ])("%s", async (_name, files) => expect(await said({ ...files, "a/tests/test_a.py": "import yaml\n", "a/m.py": "" })).toEqual([]));
});

describe("another group or extra", () => {
  const tests = { "tests/test_a.py": "import a\n" };
  const dev = '[dependency-groups]\ndev = ["pytest", "pyyaml"]\n';
  it("the package imports what only developers install", async () => {
    expect(await said({ ...tests, "pyproject.toml": project("a", ["click"], dev), "a/__init__.py": "import yaml\n" })).toEqual([
      "warning declared-elsewhere a/__init__.py pyyaml",
    ]);
    expect(await said({ "tests/test_a.py": "import yaml\n", "pyproject.toml": project("a", ["click"], dev), "a/__init__.py": "" })).toEqual([]);
    expect(
      await said({ ...tests, "pyproject.toml": project("a", ["click"], dev), "a/__init__.py": "try:\n  import yaml\nexcept ImportError:\n  yaml = None\n" }),
    ).toEqual([]);
  });
  it("an extra that `import a` needs; a module of its own may need it", async () => {
    const extra = '[project.optional-dependencies]\nyaml = ["pyyaml"]\n';
    const files = { "tests/test_a.py": "import a.m\n", "pyproject.toml": project("a", ["click"], extra), "a/__init__.py": "", "a/m.py": "import yaml\n" };
    expect(await said(files)).toEqual([]);
    expect(await said({ ...files, "a/__init__.py": "from . import m\n" })).toEqual(["warning declared-elsewhere a/m.py pyyaml"]);
  });
  it("a group that nothing installs, where others are installed", async () => {
    const groups = '[dependency-groups]\ncheck = ["pytest"]\nother = ["pyyaml"]\n';
    const files = { "tests/test_a.py": "import yaml\n", "a/__init__.py": "", "pyproject.toml": project("a", ["click"], groups) };
    const ci = (line: string): Record<string, string> => ({ ...files, ".github/workflows/ci.yml": `jobs:\n  t:\n    steps:\n    - run: ${line}\n` });
    expect(await said(ci("uv sync --group check"))).toEqual(["warning declared-elsewhere tests/test_a.py pyyaml"]);
    for (const line of [
      "uv sync --group check --group other",
      "uv sync --all-groups",
      "pip install . pytest",
      "pip install --group ${{ matrix.group }}",
      "poetry install",
    ])
      expect([line, await said(ci(line))]).toEqual([line, []]);
  });
});

it("a marker that leaves out a version that the project takes, or Linux", async () => {
  const files = (marker: string, source = "import yaml\n"): Record<string, string> => ({
    "tests/test_a.py": source,
    "pyproject.toml": `[project]\nname = "a"\nrequires-python = ">=3.10"\ndependencies = ["click", "pyyaml; ${marker}"]\n`,
  });
  expect((await found(files("python_version < '3.12'"))).map(({ message }) => message)).toEqual([
    "The tests need `pyyaml` for `import yaml` without a condition: it is declared only under `python_version < '3.12'`, which leaves out Python 3.12.",
  ]);
  expect(await said(files("sys_platform == 'win32'"))).toEqual(["warning declared-elsewhere tests/test_a.py pyyaml"]);
  for (const marker of [
    "python_version >= '3.9'",
    "sys_platform != 'win32'",
    "platform_python_implementation == 'CPython'",
    "extra == 'x' or os_name == 'posix'",
  ])
    expect([marker, await said(files(marker))]).toEqual([marker, []]);
  expect(await said(files("python_version < '3.11'", "import sys\nif sys.version_info < (3, 11):\n    import yaml\n"))).toEqual([]);
});

describe("the fix", () => {
  const title = async (files: Readonly<Record<string, string>>): Promise<string | undefined> => (await found(files))[0]?.fix?.title;
  const tests = { "tests/test_a.py": "import yaml\n", "a/__init__.py": "" };
  it("puts what only tests need where tests' needs are, never among what users get", async () => {
    expect(await title({ ...tests, "pyproject.toml": project("a", ["click"], '[dependency-groups]\ndev = ["pytest"]\n') })).toBe(
      "add `PyYAML` to the group `dev` of `pyproject.toml`",
    );
    expect(await title({ ...tests, "pyproject.toml": project("a", ["click"], '[project.optional-dependencies]\ntest = ["x"]\n') })).toBe(
      "add `PyYAML` to the group `test` of `pyproject.toml`",
    );
    expect(await title({ ...tests, "pyproject.toml": project("a", ["click"]), "requirements-dev.txt": "pytest\n", "requirements.txt": "click\n" })).toBe(
      "add `PyYAML` to `requirements-dev.txt`",
    );
    expect(await title({ ...tests, "pyproject.toml": project("a", ["click"]) })).toBe("add `PyYAML` to the group `dev` of `pyproject.toml`");
    expect(await title({ ...tests, "requirements.txt": "click\n" })).toBe("add `PyYAML` to `requirements.txt`");
    expect(
      await title({
        ...tests,
        "pyproject.toml": '[tool.poetry]\nname = "a"\n[tool.poetry.dependencies]\nclick = "*"\n[tool.poetry.group.test.dependencies]\npytest = "*"\n',
      }),
    ).toBe("add `PyYAML` to the group `test` of `pyproject.toml`");
  });
  it("puts what the package needs among what users get", async () => {
    const files = {
      "tests/test_a.py": "import a\n",
      "a/__init__.py": "import yaml\n",
      "pyproject.toml": project("a", ["click"], '[dependency-groups]\ndev = ["pytest"]\n'),
    };
    expect(await title(files)).toBe("add `PyYAML` to `pyproject.toml`");
  });
});
