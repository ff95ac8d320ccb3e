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

it("an npm workspace: a script's program is the member's or the root's, and a finding names the member's manifest", async () => {
  const root = {
    "package.json": '{"workspaces": ["packages/*"], "devDependencies": {"eslint": "9"}}',
    "packages/b/package.json": '{"dependencies": {"prettier": "3"}}',
  };
  const member = (script: string, more = ""): Record<string, string> => ({
    ...root,
    "packages/a/package.json": `{"name": "a", "scripts": {"lint": "${script}"}${more}}`,
  });
  const commands = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    (await judge(envCheck, files, { rule: "undeclared-command" })).findings.map(({ at, message }) => `${at.path} ${message}`);
  // The root lends what it declares, and npm puts what a member has where the others find it.
  expect(await commands(member("eslint ."))).toEqual([]);
  expect(await commands(member("prettier ."))).toEqual([]);
  expect(await commands(member("vitest run", ', "devDependencies": {"vitest": "4"}'))).toEqual([]);
  // What a package brings itself, under its name or as a program of a member.
  expect(await commands({ ...member("knip"), "packages/b/package.json": '{"name": "b", "bin": {"knip": "x.js"}}' })).toEqual([]);
  expect(await commands({ "package.json": '{"name": "knip", "scripts": {"lint": "knip"}}' })).toEqual([]);
  // No table knows it: npm's lockfile says which package brings it, and that the project asked for that one.
  const lock = (own: string): string => `{"packages": {"": {"devDependencies": ${own}}, "node_modules/@own/odd-cli": {"bin": {"odd": "x.js"}}}}`;
  const odd = '{"name": "a", "scripts": {"lint": "odd src"}}';
  expect(await commands({ "package.json": odd, "package-lock.json": lock('{"@own/odd-cli": "1"}') })).toEqual([
    "package.json `npm run lint` runs `odd`, which `@own/odd-cli` brings, and no manifest declares that.",
  ]);
  expect(await commands({ "package.json": odd, "package-lock.json": lock("{}") })).toEqual([]);
  // CI that installs in the root's folder has what members declare; without an installing step it lacks it.
  const ci = (steps: string): Record<string, string> => ({
    ...member("vitest run", ', "devDependencies": {"vitest": "4"}'),
    ".github/workflows/ci.yml": `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps}    - run: npm run lint\n      working-directory: packages/a\n`,
  });
  const lacks = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    (await judge(envCheck, files, { rule: "ci-does-not-install" })).findings.map(({ message, related }) => `${message} ${related?.at(-1)?.at.path ?? ""}`);
  expect(await lacks(ci("    - run: npm ci\n"))).toEqual([]);
  expect(await lacks(ci(""))).toEqual(["The job `a` runs `vitest` and does not install `vitest`. packages/a/package.json"]);
});

describe("another group or extra", () => {
  const tests = { "tests/test_a.py": "import a\n" };
  const dev = '[dependency-groups]\ndev = ["pytest", "pyyaml"]\n';
  it("a module for those who have what it works with asks nothing of users", async () => {
    const files = { ...tests, "pyproject.toml": project("a", ["click"], dev), "a/__init__.py": "import click\n", "a/ext/__init__.py": "" };
    const module = (path: string, text: string): Record<string, string> => ({
      ...files,
      "tests/test_b.py": `import ${path.replace(/\.py$/, "").replaceAll("/", ".")}\n`,
      [path]: text,
    });
    expect(await said(module("a/loaders.py", "import yaml\n"))).toEqual(["warning declared-elsewhere a/loaders.py pyyaml"]);
    expect(await said(module("a/ext/yaml.py", "import yaml\n"))).toEqual(["note declared-elsewhere a/ext/yaml.py pyyaml"]);
    expect(await said(module("a/fixtures.py", "import pytest\n"))).toEqual(["note declared-elsewhere a/fixtures.py pytest"]);
    // What imports pytest is for tests, unless the project is pytest's own kind.
    expect(await said(module("a/checks.py", "import pytest\nimport yaml\n"))).toEqual(["note declared-elsewhere a/checks.py pytest"]);
    const plugin = { ...module("a/checks.py", "import pytest\nimport yaml\n"), "pyproject.toml": project("a", ["click", "pytest"], dev) };
    expect(await said(plugin)).toEqual(["warning declared-elsewhere a/checks.py pyyaml"]);
  });
  it("what a program of the project imports, and an extra alone declares, is a note", async () => {
    const extra = '[project.optional-dependencies]\nyaml = ["pyyaml"]\n[project.scripts]\na = "a.main:run"\n';
    const files = { "tests/test_a.py": "import a.main\n", "a/__init__.py": "import click\n", "a/main.py": "import yaml\n" };
    expect(await said({ ...files, "pyproject.toml": project("a", ["click"], extra) })).toEqual(["note declared-elsewhere a/main.py pyyaml"]);
    expect(await said({ ...files, "pyproject.toml": project("a", ["click"], extra.replace("yaml =", "cli =")) })).toEqual([]);
    expect(await said({ ...files, "pyproject.toml": project("a", ["click"], extra.replace("a.main:run", "a:run")) })).toEqual([]);
  });
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
  it("an extra for developers, which a module of the package needs and `import a` does not", async () => {
    const extra = '[project.optional-dependencies]\ntesting = ["pyyaml"]\n';
    const files = { "tests/test_a.py": "import a.m\n", "pyproject.toml": project("a", ["click"], extra), "a/__init__.py": "", "a/m.py": "import yaml\n" };
    expect(await said(files)).toEqual(["note declared-elsewhere a/m.py pyyaml"]);
    expect(await said({ ...files, "pyproject.toml": project("a", ["click"], extra.replace("testing", "yaml")) })).toEqual([]);
  });
  it("what `import a` needs, whoever runs it", async () => {
    const files = { "tox.ini": "[testenv]\ndeps = pyyaml\ncommands = python run.py\n", "run.py": "import a\n", "a/__init__.py": "import yaml\n" };
    expect(await said({ ...files, "pyproject.toml": project("a", ["click"]) })).toEqual(["warning declared-elsewhere a/__init__.py pyyaml"]);
  });
  it("what the only package of a project with another name needs", async () => {
    const files = { "tox.ini": "[testenv]\ndeps = pyyaml\ncommands = python run.py\n", "run.py": "import a\n", "a/__init__.py": "import yaml\n" };
    const own = { ...files, "tests/__init__.py": "", "pyproject.toml": project("python-a", ["click"]) };
    expect(await said(own)).toEqual(["warning declared-elsewhere a/__init__.py pyyaml"]);
    expect(await said({ ...own, "b/__init__.py": "" })).toEqual([]);
  });
  it("pbr's extras are none that users get", async () => {
    const files = { "setup.py": "import setuptools\nsetuptools.setup(pbr=True)\n", "requirements.txt": "click\n", "a/__init__.py": "import yaml\n" };
    const config = "[metadata]\nname = a\n[extras]\nyaml =\n    pyyaml>=5:(python_version>'3')\n";
    expect(await said({ ...files, ...tests, "setup.cfg": config })).toEqual(["warning declared-elsewhere a/__init__.py pyyaml"]);
    expect(await said({ ...files, ...tests, "setup.cfg": config, "requirements.txt": "click\npyyaml\n" })).toEqual([]);
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

it("what is declared without a condition for tests alone leaves its users without it", async () => {
  const files = { "a/__init__.py": "import yaml\n", "tests/test_a.py": "import a\n", "requirements-dev.txt": "pyyaml\n" };
  const marked = (marker: string): Record<string, string> => ({ ...files, "pyproject.toml": project("a", ["click", `pyyaml${marker}`]) });
  expect(await said(marked("; sys_platform == 'win32'"))).toEqual(["warning declared-elsewhere a/__init__.py pyyaml"]);
  expect(await said(marked(""))).toEqual([]);
});

it("other people's code, and pip, can be done without", async () => {
  const source = "try:\n    import yaml\nexcept ImportError:\n    pass\ntry:\n    import pip\nexcept ImportError:\n    pass\n";
  const tests = { "tests/test_a.py": "import a._vendor.x\n", "a/__init__.py": "", "a/_vendor/__init__.py": "", "pyproject.toml": project("a", ["click"]) };
  expect(await said({ ...tests, "a/_vendor/x.py": source })).toEqual([]);
  expect(await said({ ...tests, "a/_vendor/x.py": "", "tests/test_b.py": source })).toEqual(["note undeclared-import tests/test_b.py PyYAML"]);
});

it("requirements that one file takes in are installed together", async () => {
  const conflicts = async (files: Readonly<Record<string, string>>): Promise<readonly unknown[]> =>
    (await judge(envCheck, files, { rule: "conflicting-declarations" })).findings.map(({ at, data }) => [at.path, data?.["distribution"]]);
  const files = { "requirements/base.txt": "click>=8\n", "requirements/old.txt": "click<7\n" };
  expect(await conflicts(files)).toEqual([]);
  expect(await conflicts({ ...files, "requirements/more.txt": "-r base.txt\n-r old.txt\n" })).toEqual([["requirements/old.txt", "click"]]);
  expect(await conflicts({ ...files, "requirements/more.txt": "-r base.txt\n-c old.txt\n" })).toEqual([["requirements/base.txt", "click"]]);
  // One file is installed at once; a condition that holds at times holds then, and what the project does not take is past.
  expect(await conflicts({ "requirements/old.txt": "click<7\nclick>=8; python_version > '3.11'\n" })).toEqual([["requirements/old.txt", "click"]]);
  expect(await conflicts({ "requirements/old.txt": "click<7; python_version < '3.9'\nclick>=8; python_version >= '3.9'\n" })).toEqual([]);
  const since = '[project]\nname = "x"\nrequires-python = ">=3.10"\ndependencies = ["click>=8"]\n';
  expect(await conflicts({ "pyproject.toml": since, "requirements/test.txt": "click<7; python_version < '3.9'\n" })).toEqual([]);
  expect(await conflicts({ "tests/requirements.txt": "click<7\nclick>=8\n" })).toEqual([]);
  const project = { "pyproject.toml": '[project]\nname = "x"\ndependencies = ["click>=8"]\n' };
  expect(await conflicts({ ...project, "requirements/test.txt": "click<7\n" })).toEqual([["requirements/test.txt", "click"]]);
  expect(await conflicts({ ...project, "requirements/old.txt": "click<7\n" })).toEqual([]);
  expect(await conflicts({ ...files, "requirements/more.txt": "click==9\n-c base.txt\n" })).toEqual([]);
  expect(await conflicts({ ...files, "requirements/more.txt": "click==9\n-c old.txt\n" })).toEqual([["requirements/more.txt", "click"]]);
});

it("setup.cfg is in step with requirements.txt as pyproject.toml is", async () => {
  const names = ["aa", "bb", "cc", "dd", "ee"];
  const config = `[metadata]\nname = a\n[options]\ninstall_requires =\n${names.map((name) => `    ${name}>=1\n`).join("")}`;
  const { findings } = await judge(envCheck, { "setup.cfg": config, "requirements.txt": `${names.slice(1).join("\n")}\n` }, { rule: "one-sided-declaration" });
  expect(findings.map(({ at, data }) => [at.path, data?.["missingIn"]])).toEqual([["setup.cfg", "requirements.txt"]]);
  // What was compiled holds what others bring, and has to hold what is declared.
  const compiled = `# This file was autogenerated by uv via the following command:\n#    uv export\n${names.slice(1).join("\n")}\nff==1\n    # via bb\n`;
  const both = await judge(envCheck, { "setup.cfg": config, "requirements.txt": compiled }, { rule: "one-sided-declaration" });
  expect(both.findings.map(({ at, data }) => [at.path, data?.["distribution"]])).toEqual([["setup.cfg", "aa"]]);
});

it("a module that has the name of its namespace package is not the package", async () => {
  const files = { "src/a/a.py": "", "src/a/m.py": "from a.json import x\n", "src/a/json/__init__.py": "import yaml\n", "tests/test_a.py": "import a.m\n" };
  expect(await said({ ...files, "pyproject.toml": project("a", ["click"]) })).toEqual(["error undeclared-import src/a/json/__init__.py PyYAML"]);
});

it("a setup.py that sets nothing up hides nothing beside a pyproject.toml", async () => {
  const files = { "tests/test_a.py": "import yaml\n", "setup.py": "import setuptools, sys\nsys.exit(1)\n", "pyproject.toml": project("a", ["click"]) };
  expect(await said(files)).toEqual(["error undeclared-import tests/test_a.py pyyaml".replace("pyyaml", "PyYAML")]);
  expect(await said({ ...files, "pyproject.toml": '[project]\nname = "a"\ndynamic = ["dependencies"]\n' })).toEqual([]);
});

it("tests in folders of the package, and beside the code where there are no folders of tests", async () => {
  for (const path of ["src/a/_tests/test_a.py", "src/a/b/tests/test_a.py", "src/a/test_a.py"]) {
    const { findings } = await judge(envCheck, { [path]: "import yaml\n", "pyproject.toml": project("a", ["click"]) }, { rule: "undeclared-import" });
    expect([path, findings.length]).toEqual([path, 1]);
  }
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

it("a constraint declares nothing", async () => {
  const files = { "tests/test_a.py": "import yaml, click\n", "requirements.txt": "click\n-c constraints.txt\n", "constraints.txt": "PyYAML==6\n" };
  expect((await found(files)).map(({ data }) => data?.["distribution"])).toEqual(["PyYAML"]);
});

it("a list for documents that takes in one that is nowhere hides nothing of the tests", async () => {
  const files = { "tests/test_a.py": "import yaml\n", "pyproject.toml": project("a", ["click"]), "docs/requirements.txt": "-r ../requirements/doc.txt\n" };
  expect(await said(files)).toEqual(["error undeclared-import tests/test_a.py PyYAML"]);
  expect(await said({ ...files, "requirements.txt": "-r requirements/doc.txt\n" })).toEqual([]);
});
