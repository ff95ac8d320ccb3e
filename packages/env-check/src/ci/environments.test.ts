// tox's environments and nox's sessions: what each installs before it runs tests; what cannot be known accuses nobody.
import { judge } from "@caio/testing";
import { describe, expect, test } from "vitest";
import { envCheck } from "../index.js";

const base = {
  "pyproject.toml":
    '[project]\nname = "demo"\ndependencies = ["fake-settings"]\n[project.optional-dependencies]\ntest = ["pytest", "fake-yaml"]\n[dependency-groups]\ndev = ["pytest", "fake-yaml"]\n',
  "requirements-dev.txt": "pytest\nfake-yaml\n",
  "demo/__init__.py": "import fake_settings\n",
  "tests/test_demo.py": "import demo\nimport fake_yaml\n",
};
const options = { imports: { fake_settings: "fake-settings", fake_yaml: "fake-yaml" } };

/** What environments lack, each with the environment's name. */
async function lacking(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { findings } = await judge(envCheck, { ...base, ...files }, { rule: "declared-elsewhere", options });
  return findings.map(({ data }) => `${String(data?.["environment"])}: ${Array.isArray(data?.["missing"]) ? data["missing"].join(" ") : ""}`);
}
const tox = (text: string): Promise<readonly string[]> => lacking({ "tox.ini": `[tox]\nenv_list = py\n${text}` });

test("tox runs nothing where it builds the package", async () => {
  const commands = "commands = python -m pytest tests\n[testenv:.package]\nskip_install = true\ndeps = build\n";
  expect(await tox(`[testenv]\ndeps = -r requirements-dev.txt\n${commands}`)).toEqual([]);
});

test("tox without a program that nothing declares", async () => {
  const said = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    (await judge(envCheck, { ...base, ...files }, { rule: "undeclared-command", options })).findings.map((one) => `${one.severity} ${one.message}`);
  const ini = (text: string, tox_ = ""): Readonly<Record<string, string>> => ({ "tox.ini": `[tox]\n${tox_}[testenv]\n${text}` });
  const commands = "skip_install = true\ncommands =\n    uv pip install -e .[test]\n    pytest tests\n";
  expect(await said(ini(commands))).toEqual(["warning `tox` runs `uv`, and neither its `deps` nor its `allowlist_externals` name it."]);
  expect(await said(ini(`deps = uv\n${commands}`))).toEqual([]);
  expect(await said(ini(`allowlist_externals = uv\n${commands}`))).toEqual([]);
  expect(await said(ini(`deps = nobody-knows-this\n${commands}`))).toEqual([]);
  expect(await said(ini(commands, "requires = tox-uv>=1\n"))).toEqual([]);
  expect(await said({ ...ini(commands), "requirements-dev.txt": "pytest\nfake-yaml\ntox-uv\n" })).toEqual([]);
  // nox runs it all the same.
  expect(await said({ "noxfile.py": 'import nox\n@nox.session\ndef tests(session):\n    session.run("uv", "sync")\n' })).toEqual([]);
});

describe("tox.ini", () => {
  test.each<[string, string, readonly string[]]>([
    ["nothing but the project", "[testenv]\ncommands = pytest tests\n", ["tox: pytest fake-yaml"]],
    ["the runner alone", "[testenv]\ndeps = pytest\ncommands = pytest {posargs:tests}\n", ["tox: fake-yaml"]],
    ["no project", "[testenv]\nskip_install = true\ndeps =\n    pytest\n    fake-yaml\ncommands = pytest tests\n", ["tox: fake-settings"]],
    [
      "a reference to one of several environments",
      "[testenv:a-{b,c}]\ndependency_groups = dev\ncommands = pytest tests\n[testenv:d]\ndependency_groups = {[testenv:a-b]dependency_groups}\ncommands = pytest tests\n",
      [],
    ],
    ["a reference that leads nowhere", "[testenv]\nextras = {[nobody]extras}\ncommands = pytest tests\n", []],
    ["what tox 3 installs and tox 4 does not", "skipsdist = true\n[testenv]\nusedevelop = true\nextras = test\ncommands = pytest tests\n", []],
    ["an extra", "[testenv]\nextras = test\ncommands = pytest tests\n", []],
    ["a group", "[testenv]\ndependency_groups = dev\ncommands = pytest tests\n", []],
    ["a file", "[testenv]\ndeps = -r {toxinidir}/requirements-dev.txt\ncommands = pytest tests\n", []],
    ["the project by deps", "[testenv]\npackage = skip\ndeps = -e .[test]\ncommands = pytest tests\n", []],
    ["lines of a factor", "[testenv]\ndeps =\n    py: pytest\n    py{310,311}: fake-yaml\ncommands = pytest tests\n", []],
    ["the base environment's deps", "[testenv]\ndeps =\n    pytest\n    fake-yaml\n[testenv:cov]\ncommands = pytest tests\n", []],
    [
      "deps of its own",
      "[testenv]\ndeps =\n    pytest\n    fake-yaml\ncommands = pytest tests\n[testenv:cov]\ndeps = pytest\ncommands = pytest tests\n",
      ["tox -e cov: fake-yaml"],
    ],
    ["another section's deps", "[base]\ndeps =\n    pytest\n    fake-yaml\n[testenv]\ndeps = {[base]deps}\ncommands = pytest tests\n", []],
    ["installed by a command", "[testenv]\ncommands_pre = pip install -r requirements-dev.txt\ncommands = pytest tests\n", []],
    ["computed deps", "[testenv]\ndeps = {env:DEPS}\ncommands = pytest tests\n", []],
    ["another runner", "[testenv]\nrunner = somebody's\ncommands = pytest tests\n", []],
    [
      "uv's lockfile, which takes no deps",
      "[testenv]\nrunner = uv-venv-lock-runner\ndependency_groups = none\ndeps = pytest\ncommands = pytest tests\n",
      ["tox: pytest fake-yaml"],
    ],
    ["uv's lockfile with what uv takes by default", "[testenv]\nrunner = uv-venv-lock-runner\ncommands = pytest tests\n", []],
    ["uv's lockfile with a group", "[testenv]\nrunner = uv-venv-lock-runner\ndependency_groups = dev\ncommands = pytest tests\n", []],
    ["uv's lockfile with more", "[testenv]\nrunner = uv-venv-lock-runner\nuv_sync_flags = --all-groups\ncommands = pytest tests\n", []],
    ["a program from outside", "[testenv]\nallowlist_externals = *\ncommands = pytest tests\n", []],
    ["its failure is allowed", "[testenv]\ncommands = - pytest tests\n", []],
  ])("%s", async (_name, text, wanted) => {
    expect(await tox(text)).toEqual(wanted);
  });
  test("the base environment is not run where all that are listed are defined", async () => {
    expect(await lacking({ "tox.ini": "[tox]\nenv_list = lint\n[testenv]\ncommands = pytest tests\n[testenv:lint]\nextras = test\n" })).toEqual([]);
  });
  test("a warning without the runner, a note without what tests import, or where something may bring it", async () => {
    const severity = async (text: string): Promise<readonly string[]> => {
      const files = { ...base, "tox.ini": `[testenv]\n${text}\ncommands = pytest tests\n` };
      return (await judge(envCheck, files, { rule: "declared-elsewhere", options })).findings.map((one) => one.severity);
    };
    expect(await severity("skip_install = true")).toEqual(["warning"]);
    expect(await severity("deps = pytest")).toEqual(["note"]);
    expect(await severity("deps = nobody-knows-this")).toEqual(["note"]);
  });
  test("a reference to a section that refers on", async () => {
    const text = "[a]\ndeps =\n    {[b]deps}\n    fake-yaml\n[b]\ndeps = pytest\n[testenv]\ndeps = {[a]deps}\ncommands = pytest tests\n";
    expect(await tox(text)).toEqual([]);
  });
  test.each([
    ["braces that multiply", `[testenv:${"{a,b}".repeat(40)}]\n`, "{a,b}".repeat(40)],
    ["references that multiply", `[a]\ndeps =${"\n    {[a]deps}".repeat(60)}\n[testenv]\ndeps = {[a]deps}\ncommands = pytest tests\n`, "py"],
  ])("%s cost little and accuse nobody", async (_name, text, listed) => {
    const { user } = process.cpuUsage();
    expect(await lacking({ "tox.ini": `[tox]\nenv_list = ${listed}\n${text}` })).toEqual([]);
    expect(process.cpuUsage().user - user).toBeLessThan(2_000_000);
  });
  test("nothing that the project declares: another rule's", async () => {
    const { findings } = await judge(envCheck, { "tox.ini": "[testenv]\ncommands = pytest tests\n", "tests/test_a.py": "" }, { rule: "declared-elsewhere" });
    expect(findings).toEqual([]);
  });
});

test.each<[string, string, readonly string[]]>([
  ["too few", 'env_list = ["py"]\n[env_run_base]\ndeps = ["pytest"]\ncommands = [["pytest", "tests"]]\n', ["tox: fake-yaml"]],
  ["uv's lockfile", '[env_run_base]\nrunner = "uv-venv-lock-runner"\ndependency_groups = ["dev"]\ncommands = [["pytest", "tests"]]\n', []],
  ["an extra", '[env_run_base]\nextras = ["test"]\ncommands = [["pytest", { replace = "posargs" }]]\n', []],
  ["the base's", '[env_run_base]\ndependency_groups = ["dev"]\n[env.cov]\ncommands = [["pytest", "tests"]]\n', []],
  ["a reference", '[env_run_base]\ndeps = [{ replace = "ref", of = ["x"] }]\ncommands = [["pytest", "tests"]]\n', []],
])("tox.toml: %s", async (_name, text, wanted) => {
  expect(await lacking({ "tox.toml": text })).toEqual(wanted);
});

test.each<[string, string, readonly string[]]>([
  ["too few", 'session.install("pytest", ".")\n    session.run("pytest", "tests")', ["nox -s tests: fake-yaml"]],
  ["an extra", 'session.install("-e", ".[test]")\n    session.run("pytest", *session.posargs)', []],
  ["a list", 'session.install(*NEEDS, ".")\n    session.run("pytest", "tests")', []],
  ["a group", 'session.install("-e.", *nox.project.dependency_groups(PYPROJECT, "dev"))\n    session.run("pytest", "tests")', []],
  ["a file", 'session.install("-r", "requirements-dev.txt", ".")\n    session.run("pytest", "tests")', []],
  ["by a command", 'session.run("pip", "install", ".[test]")\n    session.run("pytest", "tests")', []],
  ["a helper", 'install(session)\n    session.run("pytest", "tests")', []],
  ["what is computed", 'session.install(*needs())\n    session.run("pytest", "tests")', []],
])("noxfile.py: %s", async (_name, body, wanted) => {
  expect(await lacking({ "noxfile.py": `import nox\nNEEDS = ["pytest", "fake-yaml"]\n@nox.session\ndef tests(session):\n    ${body}\n` })).toEqual(wanted);
});

test("CI without the program that makes the environments", async () => {
  const missing = async (steps: string, files: Readonly<Record<string, string>> = {}): Promise<readonly unknown[]> => {
    const text = `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n    - uses: actions/checkout@v4\n    ${steps}\n`;
    const { findings } = await judge(envCheck, { ...base, ...files, ".github/workflows/ci.yml": text }, { rule: "ci-does-not-install", options });
    return findings.flatMap(({ data }) => data?.["missing"] ?? []);
  };
  expect(await missing("- run: tox -e py")).toEqual(["tox"]);
  expect(await missing("- run: python -m nox")).toEqual(["nox"]);
  expect(await missing("- run: poetry install")).toEqual(["poetry"]);
  expect(await missing("- run: hatch run test")).toEqual(["hatch"]);
  expect(await missing("- run: uv run pytest")).toEqual(["uv"]);
  for (const right of [
    "pip install tox && tox",
    "pip install tox-uv && tox",
    "pipx run nox",
    "pipx install hatch\n    - run: hatch run test",
    "brew install uv && uv run pytest",
  ])
    expect(await missing(`- run: ${right}`)).toEqual([]);
  // A project that is the program itself.
  expect(await missing("- run: pip install . && pdm install", { "pyproject.toml": '[project]\nname = "pdm"\ndependencies = ["fake-settings"]\n' })).toEqual([]);
  expect(await missing("- run: pdm install", { "pyproject.toml": '[project]\nname = "pdm"\ndependencies = ["fake-settings"]\n' })).toEqual(["pdm"]);
  expect(await missing("- uses: somebody/install-all@v1\n    - run: tox")).toEqual([]);
});
