// undeclared-import: plug-ins that pytest's options, fixtures and marks ask for.
import type { Finding } from "@caio/repo-model/check";
import { judge } from "@caio/testing";
import { describe, expect, it } from "vitest";
import { envCheck } from "../index.js";

const hook = (entry: string): string =>
  `repos:\n- repo: local\n  hooks:\n  - id: unit-tests-quick\n    name: u\n    entry: ${entry}\n    language: system\n    stages: [push]\n`;
const find = async (files: Readonly<Record<string, string>>): Promise<readonly Finding[]> =>
  (await judge(envCheck, files, { rule: "undeclared-import" })).findings;

describe("plug-ins of pytest", () => {
  const project = '[project]\nname = "demo"\nversion = "1"\ndependencies = []\n[dependency-groups]\ndev = ["pytest"]\n';
  const tests = async (text: string, more: Readonly<Record<string, string>> = {}, pytest = ""): Promise<string[]> => {
    const files = { "pyproject.toml": `${project}${pytest}`, "tests/test_a.py": text, ...more };
    return (await find(files)).map(({ severity, message }) => `${severity}: ${message.replace(", and no manifest declares it.", "")}`);
  };
  it("options that pytest alone does not know", async () => {
    const settings = '[tool.pytest.ini_options]\naddopts = "-ra --cov=demo -n auto --tb short"\n';
    expect(await tests("def test_a(): pass\n", {}, settings)).toEqual([
      "error: The tests need `pytest-cov` for `pytest --cov`",
      "error: The tests need `pytest-xdist` for `pytest -n`",
    ]);
    // The place is the settings', and the hook's line where that asks.
    const [finding] = await find({ "pyproject.toml": `${project}${settings}`, "tests/test_a.py": "" });
    expect([finding?.at.path, finding?.data?.["distribution"]]).toEqual(["pyproject.toml", "pytest-cov"]);
    expect(await tests("", { ".pre-commit-config.yaml": hook("pytest --timeout=5 -n4 tests") })).toEqual([
      "error: The hook `unit-tests-quick` needs `pytest-timeout` for `pytest --timeout`",
      "error: The hook `unit-tests-quick` needs `pytest-xdist` for `pytest -n`",
    ]);
    for (const own of ["tests/conftest.py", "demo/plugin.py"])
      expect(await tests("", { [own]: 'def pytest_addoption(parser):\n    parser.addoption("--cov")\n    parser.addoption("-n")\n' }, settings)).toEqual([]);
  });
  it("a module that is a plug-in of the tests may give any fixture", async () => {
    const source = "async def test_a(aiohttp_client): pass\n";
    expect(await tests(source)).toEqual(["error: The tests need `pytest-aiohttp` for the fixture `aiohttp_client`"]);
    expect((await tests(source, { "tests/conftest.py": 'pytest_plugins = ["aiohttp.pytest_plugin"]\n' })).filter((one) => one.includes("fixture"))).toEqual([]);
    expect(await tests(source, { "tests/conftest.py": 'pytest_plugins = ["pytest_aiohttp"]\n' })).toHaveLength(1);
  });
  it("fixtures and marks", async () => {
    expect(await tests("import os\n\nasync def test_a(self, tmp_path, mocker: Any) -> None: pass\n")).toEqual([
      "error: The tests need `pytest-mock` for the fixture `mocker`",
    ]);
    // What a decorator hands over is no fixture.
    expect(await tests("class T:\n    @requests_mock.Mocker()\n    def test_a(self, mocker): pass\n")).toEqual([]);
    expect(await tests("@odd(\n    a,\n)\n@pytest.mark.x\ndef test_a(mocker): pass\n")).toEqual([]);
    expect(await tests("@pytest.mark.parametrize(\n    'a',\n    [1],\n)\n@unittest.skipIf(x, 'y')\ndef test_a(a, mocker): pass\n")).toHaveLength(1);
    expect(await tests("async def test_a(unused_tcp_port): pass\n")).toEqual(["error: The tests need `pytest-asyncio` for the fixture `unused_tcp_port`"]);
    // A fixture that two plug-ins have: either will do.
    expect(await tests("def test_a(httpserver): pass\n")).toEqual(["error: The tests need `pytest-httpserver` for the fixture `httpserver`"]);
    expect(await tests("def test_a(httpserver): pass\n", { "requirements.txt": "pytest-localserver\n" })).toEqual([]);
    for (const decorator of ["@pytest.fixture", '@pytest.fixture(scope="module")', "@fixture(\n    autouse=True,\n)"])
      expect(await tests(`import pytest\n\n${decorator}\ndef made(mocker):\n    pass\n`)).toHaveLength(1);
    expect(await tests("import pytest\n@pytest.mark.asyncio\nasync def test_a(): pass\n")).toEqual([
      "error: The tests need `pytest-asyncio` for the mark `asyncio`",
    ]);
    const flaky = "import pytest\n@pytest.mark.flaky(reruns=2)\ndef test_a(): pass\n";
    expect(await tests(flaky)).toEqual([]);
    const strict = '[tool.pytest.ini_options]\naddopts = ["--strict-markers"]\n';
    expect(await tests(flaky, {}, strict)).toEqual(["error: The tests need `pytest-rerunfailures` for the mark `flaky`"]);
    expect(await tests(flaky, {}, `${strict}markers = ["flaky: of ours"]\n`)).toEqual([]);
    expect(await tests(flaky, { "tests/conftest.py": 'def pytest_configure(config):\n    config.addinivalue_line("markers", "flaky: x")\n' }, strict)).toEqual(
      [],
    );
    expect(await tests(flaky, {}, strict.replace("dependencies = []", 'dependencies = ["flaky"]'))).toHaveLength(1);
  });
  it("is silent where somebody else may give them", async () => {
    for (const text of [
      "@pytest.fixture\ndef mocker(): pass\ndef test_a(mocker): pass\n",
      "from other import mocker\ndef test_a(mocker): pass\n",
      '@pytest.mark.parametrize("mocker", [1])\ndef test_a(mocker): pass\n',
      '@mock.patch("a.b")\ndef test_a(mocker): pass\n',
      "def test_a(mocker=None): pass\n",
      "def helper(mocker): pass\n",
      "# pytest.mark.asyncio\n",
      'x = "pytest.mark.asyncio"\n',
    ])
      expect(await tests(`import pytest\n${text}`)).toEqual([]);
    const use = "def test_a(mocker): pass\n";
    expect(await tests(use, { "tests/conftest.py": "@fixture\ndef mocker(): pass\n" })).toEqual([]);
    expect(await tests("@pytest.mark.asyncio\nasync def test_a(): pass\n", { "tests/conftest.py": "def pytest_pyfunc_call(pyfuncitem): pass\n" })).toEqual([]);
    // A plug-in that nobody here knows may add anything; a distribution of which nobody knows what it brings may bring the plug-in.
    const group = (name: string): Record<string, string> => ({ "pyproject.toml": project.replace('"pytest"', `"pytest", "${name}"`) });
    expect(await tests(use, group("pytest-of-ours"))).toEqual([]);
    expect(await tests(use, group("our-tools"))).toEqual(["warning: The tests need `pytest-mock` for the fixture `mocker`"]);
    expect(await tests(use, group("pytest-mock"))).toEqual([]);
  });
  it("a header that is not closed costs no more than its length", async () => {
    const text = `${"def test_a(mocker, ".repeat(40_000)}\n`;
    const start = performance.now();
    await tests(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
