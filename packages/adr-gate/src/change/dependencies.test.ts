// Dependencies: what is new to the project needs a decision, everything else in a manifest does not.
import { describe, expect, it } from "vitest";
import { defaults, evaluate, type AdrGateOptions } from "../index.js";

type Files = Readonly<Record<string, string>>;

/** Judges a change of manifests without any guardrail. */
function added(
  before: Files,
  after: Files,
  dependencies: Partial<AdrGateOptions["dependencies"]> = {},
): readonly [readonly string[], readonly string[], string] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes = [...paths]
    .filter((path) => before[path] !== after[path])
    .map(
      (path) => ({ status: before[path] === undefined ? "A" : after[path] === undefined ? "D" : "M", path, before: before[path], after: after[path] }) as const,
    );
  const config = { ...defaults, dependencies: { ...defaults.dependencies, ...dependencies } };
  const verdict = evaluate({ config, event: "pull_request", body: "", changes, records: {}, baseManifests: before });
  return [verdict.addedDependencies, verdict.notices, verdict.verdict];
}

const project = (lines: string): string => `[project]\nname = "app"\n${lines}\n`;
const node = (value: object): string => JSON.stringify({ name: "app", ...value });

describe("a decision is needed for", () => {
  it.each<readonly [string, Files, Files, readonly string[]]>([
    ["a new requirement", { "requirements.txt": "a==1\n" }, { "requirements.txt": "a==1\nb>=2\n" }, ["b"]],
    ["the first requirements file", {}, { "requirements.txt": "b\n" }, ["b"]],
    ["a requirement by URL", { "requirements.txt": "" }, { "requirements.txt": "git+https://x.org/y.git@main#egg=Bee_Bee\n" }, ["bee-bee"]],
    ["a direct reference", { "requirements.txt": "" }, { "requirements.txt": "bee @ https://x.org/bee-1.0-py3-none-any.whl\n" }, ["bee"]],
    [
      "dependencies of pyproject.toml",
      { "pyproject.toml": project("") },
      { "pyproject.toml": project("dependencies = [\"b[x]>=1; python_version > '3'\"]") },
      ["b"],
    ],
    ["an extra of the project", { "pyproject.toml": project("") }, { "pyproject.toml": project('[project.optional-dependencies]\nx = ["b"]') }, ["b"]],
    ["dev to runtime", { "pyproject.toml": project('[dependency-groups]\ndev = ["b"]') }, { "pyproject.toml": project('dependencies = ["b"]') }, ["b"]],
    [
      "poetry",
      { "pyproject.toml": "[tool.poetry.dependencies]\npython = '*'\n" },
      { "pyproject.toml": "[tool.poetry.dependencies]\npython = '3'\nb = {version = '1'}\n" },
      ["b"],
    ],
    ["setup.cfg", { "setup.cfg": "[options]\ninstall_requires =\n    a\n" }, { "setup.cfg": "[options]\ninstall_requires =\n    a\n    b>=1\n" }, ["b"]],
    ["package.json", { "package.json": node({}) }, { "package.json": node({ dependencies: { b: "^1" } }) }, ["b"]],
    ["peers", { "package.json": node({}) }, { "package.json": node({ peerDependencies: { b: "^1" } }) }, ["b"]],
    ["the package behind an alias", { "package.json": node({}) }, { "package.json": node({ dependencies: { a: "npm:evil@1" } }) }, ["evil"]],
    [
      "a scoped package behind an alias",
      { "package.json": node({ dependencies: { a: "1" } }) },
      { "package.json": node({ dependencies: { a: "npm:@x/evil@1" } }) },
      ["@x/evil"],
    ],
    [
      "go.mod",
      { "go.mod": "module x\n" },
      { "go.mod": "module x\nrequire (\n\texample.org/b v1.0.0\n\texample.org/c v1.0.0 // indirect\n)\n" },
      ["example.org/b"],
    ],
    [
      "Cargo.toml",
      { "Cargo.toml": "[package]\nname='x'\n" },
      { "Cargo.toml": "[package]\nname='x'\n[dependencies]\nb = '1'\nc = { package = 'd', version = '1' }\n" },
      ["b", "d"],
    ],
    ["a URL without a name", { "requirements.txt": "" }, { "requirements.txt": "git+https://x.org/o/Some_Lib.git@v1\n" }, ["some-lib"]],
    ["a wheel by its URL", { "requirements.txt": "" }, { "requirements.txt": "https://x.org/bee-1.0-py3-none-any.whl\n" }, ["bee"]],
    ["a file that is not for tests", {}, { "requirements-latest.txt": "b\n" }, ["b"]],
    ["dev to runtime of npm", { "package.json": node({ devDependencies: { b: "1" } }) }, { "package.json": node({ dependencies: { b: "1" } }) }, ["b"]],
    ["an optional crate", { "Cargo.toml": "" }, { "Cargo.toml": "[dependencies]\nb = { version = '1', optional = true }\n" }, ["b"]],
    ["a target's crate", { "Cargo.toml": "" }, { "Cargo.toml": "[target.'cfg(unix)'.dependencies]\nb = '1'\n" }, ["b"]],
    ["a Pipfile", { Pipfile: "" }, { Pipfile: "[packages]\nb = '*'\n" }, ["b"]],
    [
      "names of every object",
      { "package.json": "{}" },
      { "package.json": '{"dependencies":{"__proto__":"1","constructor":"1"}}' },
      ["__proto__", "constructor"],
    ],
    [
      "another manifest's folder",
      { "package.json": node({}) },
      { "package.json": node({}), "packages/x/package.json": node({ dependencies: { b: "1" } }) },
      ["b"],
    ],
    [
      "a name of another ecosystem",
      { "requirements.txt": "b\n", "package.json": node({}) },
      { "requirements.txt": "b\n", "package.json": node({ dependencies: { b: "1" } }) },
      ["b"],
    ],
  ])("%s", (_name, before, after, names) => {
    expect(added(before, after)).toMatchObject([names, expect.anything(), "fail"]);
  });
});

describe("no decision is needed for", () => {
  it.each<readonly [string, Files, Files, readonly string[]]>([
    ["a version bump", { "requirements.txt": "a==1\n" }, { "requirements.txt": "a==2\n" }, []],
    ["a comment, a marker, an option", { "requirements.txt": "a==1\n" }, { "requirements.txt": "# why\n--index-url x\na==1 ; python_version > '3' # x\n" }, []],
    ["another spelling", { "requirements.txt": "Foo_Bar\n" }, { "requirements.txt": "foo.bar>=1\n" }, []],
    [
      "`pydantic-settings`, which pyproject.toml has",
      { "requirements.txt": "a\n", "pyproject.toml": project('dependencies = ["pydantic_settings"]') },
      { "requirements.txt": "a\npydantic-settings>=2.0.0\n", "pyproject.toml": project('dependencies = ["pydantic_settings"]') },
      [],
    ],
    ["a move between manifests", { "requirements.txt": "a\n" }, { "pyproject.toml": project('dependencies = ["a"]') }, []],
    ["removal", { "requirements.txt": "a\nb\n" }, { "requirements.txt": "a\n" }, []],
    ["a lockfile", { "package-lock.json": "{}" }, { "package-lock.json": '{"x":1}' }, []],
    ["constraints", {}, { "constraints.txt": "b==1\n" }, []],
    ["package discovery", { "pyproject.toml": project("") }, { "pyproject.toml": project('[tool.setuptools]\npackages = ["caio"]') }, []],
    ["a dev requirement", { "requirements-dev.txt": "" }, { "requirements-dev.txt": "b\n" }, ["dependency-dev-added"]],
    ["a dependency group", { "pyproject.toml": project("") }, { "pyproject.toml": project('[dependency-groups]\ntest = ["b"]') }, ["dependency-dev-added"]],
    ["a group of any name", { "pyproject.toml": project("") }, { "pyproject.toml": project('[dependency-groups]\nserve = ["b"]') }, ["dependency-dev-added"]],
    ["devDependencies", { "package.json": node({}) }, { "package.json": node({ devDependencies: { b: "1" } }) }, ["dependency-dev-added"]],
    ["an extra of a known name", { "requirements.txt": "a\n" }, { "requirements.txt": "a[http]\n" }, ["dependency-extra-added"]],
    ["what builds", { "pyproject.toml": project("") }, { "pyproject.toml": project('[build-system]\nrequires = ["hatchling"]') }, ["dependency-build-added"]],
    ["an override", { "package.json": node({}) }, { "package.json": node({ overrides: { b: "1" } }) }, ["dependency-override-added"]],
    ["another source", { "requirements.txt": "a\n" }, { "requirements.txt": "a @ git+https://x.org/a\n" }, ["dependency-source-changed"]],
    ["an editable folder", { "requirements.txt": "" }, { "requirements.txt": "-e ./x\n" }, ["dependency-local"]],
    [
      "a workspace",
      { "package.json": node({}) },
      { "package.json": node({ dependencies: { b: "workspace:*", c: "file:../c", d: "link:d" } }) },
      ["dependency-local"],
    ],
    ["an added -r", { "requirements.txt": "" }, { "requirements.txt": "-r base.txt\n" }, ["dependency-include-added"]],
    ["the project itself", { "requirements.txt": "" }, { "requirements.txt": "-e .[dev]\n" }, ["dependency-local"]],
    ["a folder", { "requirements.txt": "" }, { "requirements.txt": "-e vendor/x\n" }, ["dependency-local"]],
    [
      "uv's workspace",
      { "pyproject.toml": project("") },
      { "pyproject.toml": project('dependencies = ["b"]\n[tool.uv.sources]\nb = { workspace = true }') },
      ["dependency-local"],
    ],
    ["a pinned hash", { "requirements.txt": "a==1 \\\n  --hash=sha256:aa\n" }, { "requirements.txt": "a==2 \\\n  --hash=sha256:bb\n" }, []],
    ["another revision", { "requirements.txt": "git+https://x.org/b.git@v1#egg=b\n" }, { "requirements.txt": "git+https://x.org/b.git@v2#egg=b\n" }, []],
    ["an extra that goes", { "requirements.txt": "a[http]\n" }, { "requirements.txt": "a\n" }, []],
    [
      "an alias that is bumped",
      { "package.json": node({ dependencies: { a: "npm:evil@1" } }) },
      { "package.json": node({ dependencies: { a: "npm:evil@2" } }) },
      [],
    ],
    ["a nested override", { "package.json": node({}) }, { "package.json": node({ overrides: { b: { c: "1" } } }) }, ["dependency-override-added"]],
    ["pnpm's override", { "package.json": node({}) }, { "package.json": node({ pnpm: { overrides: { "a>b@1": "2" } } }) }, ["dependency-override-added"]],
    ["a major version of Go", { "go.mod": "module x\nrequire example.org/b v1.0.0\n" }, { "go.mod": "module x\nrequire example.org/b/v2 v2.0.0\n" }, []],
    [
      "an indirect module that becomes direct",
      { "go.mod": "module x\nrequire b.org/b v1.0.0 // indirect\n" },
      { "go.mod": "module x\nrequire b.org/b v1.0.0\n" },
      [],
    ],
    ["a module in place of another", { "go.mod": "module x\n" }, { "go.mod": "module x\nreplace a => b.org/a v1.0.0\n" }, ["dependency-override-added"]],
    ["a crate's other spelling", { "Cargo.toml": "[dependencies]\nb-c = '1'\n" }, { "Cargo.toml": "[dependencies]\nb_c = '1'\n" }, []],
    ["a crate that tests need", { "Cargo.toml": "" }, { "Cargo.toml": "[dev-dependencies]\nb = '1'\n" }, ["dependency-dev-added"]],
    ["a crate that builds", { "Cargo.toml": "" }, { "Cargo.toml": "[build-dependencies]\nb = '1'\n" }, ["dependency-build-added"]],
    [
      "what a workspace's root declares",
      { "Cargo.toml": "[workspace.dependencies]\nc = { package = 'd', version = '1' }\n", "a/Cargo.toml": "" },
      { "Cargo.toml": "[workspace.dependencies]\nc = { package = 'd', version = '1' }\n", "a/Cargo.toml": "[dependencies]\nc.workspace = true\n" },
      [],
    ],
    [
      "what conda has",
      { "environment.yml": "dependencies: [b]\n", "requirements.txt": "" },
      { "environment.yml": "dependencies: [b]\n", "requirements.txt": "b\n" },
      [],
    ],
    [
      "what setup.py has",
      { "setup.py": "setup(install_requires=['b'])\n", "requirements.txt": "" },
      { "setup.py": "setup(install_requires=['b'])\n", "requirements.txt": "b\n" },
      [],
    ],
    ["a lockfile of pip", {}, { "requirements.lock.txt": "b\n", "uv.lock": "b", "go.sum": "b" }, []],
    ["a line that could not be read before either", { "requirements.txt": "a b c\nd==1\n" }, { "requirements.txt": "a b c\nd==2\n" }, []],
    [
      "dev files by name",
      {},
      {
        "dev-requirements.txt": "b\n",
        "requirements/test.txt": "c\n",
        "requirements_docs.in": "d\n",
        "requirements-lint.txt": "e\n",
        "requirements/doc.in": "f\n",
        "docs/requirements.txt": "f\n",
      },
      ["dependency-dev-added"],
    ],
    ["installed packages", {}, { "node_modules/b/package.json": node({ dependencies: { c: "1" } }) }, []],
  ])("%s", (_name, before, after, notices) => {
    expect(added(before, after)).toEqual([[], notices, "pass"]);
  });
});

describe("a requirements file that a tool compiles is a lockfile", () => {
  const heads = [
    "#\n# This file is autogenerated by pip-compile with Python 3.11\n# by the following command:\n#\n#    pip-compile\n#\n",
    "# This file was autogenerated by uv via the following command:\n#    uv pip compile requirements.in -o requirements.txt\n",
    "# SHA1:0123\n#\n# This file was generated by pip-compile-multi.\n# To update, run:\n#\n",
    "# This file is @generated by PDM.\n# Please do not edit it manually.\n\n",
    "# generated by rye\n# use `rye lock` or `rye sync` to update this lockfile\n\n",
    "\r\n# This file is autogenerated by hatch-pip-compile with Python 3.11\r\n",
  ];
  it.each(heads)("%j", (head) => {
    const before = { "requirements.in": "a\n", "requirements.txt": `${head}a==1\n    # via -r requirements.in\n` };
    const after = { ...before, "requirements.txt": `${head}a==2\n    # via -r requirements.in\nb==1\n    # via a\n` };
    expect(added(before, after)).toEqual([[], [], "pass"]);
    // What it is compiled of is judged, and names it once.
    expect(added(before, { ...after, "requirements.in": "a\nc\n" })).toEqual([["c"], [], "fail"]);
    // A comment of the change itself hides nothing, nor does one behind a requirement.
    expect(added({ "requirements.txt": "a\n" }, { "requirements.txt": `${head}a\nb\n` })).toEqual([["b"], [], "fail"]);
    expect(added({ "requirements.txt": `${head}a\n` }, { "requirements.txt": "a\nb\n" })).toEqual([["b"], [], "fail"]);
    expect(added({ "requirements.txt": `a\n${head}` }, { "requirements.txt": `a\n${head}b\n` })).toEqual([["b"], [], "fail"]);
    expect(added({}, { "requirements.txt": `${head}b==1\n` })).toEqual([["b"], [], "fail"]);
  });
});

it("an unreadable manifest needs a decision", () => {
  expect(added({ "package.json": "{}" }, { "package.json": "{" })).toEqual([[], ["manifest-unparseable"], "fail"]);
  expect(added({ "requirements.txt": "a\n" }, { "requirements.txt": "%%%\n" })).toEqual([[], ["manifest-unparseable"], "fail"]);
});

it("options: mode, newTo, scopes, preApproved", () => {
  const [before, after] = [{ "requirements.txt": "a\n" }, { "requirements.txt": "a\nb\n" }];
  expect(added(before, after, { mode: "notice" })).toEqual([["b"], [], "pass"]);
  expect(added(before, after, { mode: "off" })).toEqual([[], [], "pass"]);
  expect(added(before, after, { preApproved: ["B"] })).toEqual([[], [], "pass"]);
  const moved = [
    { "requirements.txt": "a\n", "x/requirements.txt": "" },
    { "requirements.txt": "a\n", "x/requirements.txt": "a\n" },
  ] as const;
  expect(added(...moved)[2]).toBe("pass");
  expect(added(...moved, { newTo: "manifest" })[2]).toBe("fail");
  expect(added({}, { "requirements-dev.txt": "b\n" }, { scopes: ["dev"] })[0]).toEqual(["b"]);
});

it("a file of 100,000 equal lines is read in a moment", () => {
  const start = performance.now();
  added({ "requirements.txt": "a\n".repeat(100_000) }, { "requirements.txt": "a\n".repeat(100_001) });
  expect(performance.now() - start).toBeLessThan(2000);
});
