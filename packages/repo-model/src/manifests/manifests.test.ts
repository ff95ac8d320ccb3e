// What manifests declare, with ranges; what is added to them, in their own style.
import { describe, expect, test } from "vitest";
import { applyEdits, repoPath, sourceText } from "../text/index.js";
import { memoryTree } from "../tree/index.js";
import { addRequirement, parseRequirement, readManifest, readManifests, RequirementError } from "./index.js";

async function declared(path: string, text: string): Promise<string[]> {
  const source = sourceText(repoPath(path), text);
  const manifest = await readManifest(source);
  return (manifest?.declarations ?? []).map(({ canonical, specifier, scope, group, at }) => {
    const written = text.slice(...at.range);
    expect(written.toLowerCase()).toContain(canonical.split("-")[0]);
    return `${canonical}${specifier} ${scope}${group === undefined ? "" : `:${group}`}`;
  });
}

const read = async (path: string, text: string): Promise<string[]> => {
  const manifest = await readManifest(sourceText(repoPath(path), text));
  const told = (manifest?.declarations ?? []).map(
    ({ canonical, scope, source, from }) => `${canonical} ${scope} ${source}${from === undefined ? "" : ` ${from}`}`,
  );
  return [...told, ...(manifest?.problems ?? []).map(({ code }) => code)];
};

test.each<readonly [string, string, readonly string[]]>([
  ["requirements.txt", "-e .\n", ["- runtime local ."]],
  ["requirements.txt", "-e vendor/x\n", ["vendor/x runtime local vendor/x"]],
  ["requirements.txt", "b @ git+https://x.org/b\n", ["b runtime git git+https://x.org/b"]],
  [
    "pyproject.toml",
    '[project]\nname = "a"\ndependencies = ["b", "c"]\n[tool.uv.sources]\nb = { workspace = true }\nc = { git = "https://x.org/c" }\n',
    ["b runtime local", "c runtime git https://x.org/c"],
  ],
  ["pyproject.toml", '[tool.poetry.dependencies]\nb = { path = "../b" }\n', ["b runtime local ../b"]],
  [
    "package.json",
    '{"dependencies":{"a":"npm:evil@1","b":"github:o/b","c":"file:../c"}}',
    ["evil runtime registry", "b runtime git github:o/b", "c runtime local file:../c"],
  ],
  [
    "package.json",
    '{"overrides":{"b":{"c":"1"}},"resolutions":{"**/d@1":"2"},"pnpm":{"overrides":{"e>@s/f@2":"3"}}}',
    ["b override registry", "d override registry", "@s/f override registry"],
  ],
  ["package.json", "[]", ["syntax"]],
  ["package.json", "", ["syntax"]],
  ["go.mod", "module x\nreplace (\n\ta => ../a\n\tb => example.org/c v1.0.0\n)\n", ["../a override local ../a", "example.org/c override registry"]],
  ["go.mod", "}}{\n", ["syntax"]],
  [
    "Cargo.toml",
    '[dependencies]\nb = { git = "https://x.org/b" }\n[patch.crates-io]\nc = { path = "../c" }\n',
    ["b runtime git https://x.org/b", "c override local ../c"],
  ],
])("%s: where %j comes from", async (path, text, expected) => {
  expect(await read(path, text)).toEqual(expected);
});

describe("declarations", () => {
  test("a requirements file: continuations, comments, hashes, URLs, what it takes in", async () => {
    const text =
      "\ufeff# deps\nFlask[async]>=2.0 # web\nrequests \\\n  >=2 \\\n  --hash=sha256:aa\n-e git+https://x.org/y.git#egg=why\n-r more/other.txt\n-c constraints.txt\n./local\n!\n";
    expect(await declared("requirements-dev.txt", text.replace("./local\n", ""))).toEqual(["flask>=2.0 dev:dev", "requests>=2 dev:dev", "why dev:dev"]);
    const manifest = await readManifest(sourceText(repoPath("deps/requirements.txt"), text));
    expect(manifest?.includes.map(({ path, isConstraint }) => [path, isConstraint])).toEqual([
      ["deps/more/other.txt", false],
      ["deps/constraints.txt", true],
    ]);
    expect(manifest?.declarations.map(({ source }) => source)).toEqual(["registry", "registry", "git", "local"]);
    expect(manifest?.problems.map(({ at }) => at.start.line)).toEqual([10]);
  });
  test("pyproject.toml: PEP 621, groups, extras, build, poetry, tools", async () => {
    const text = [
      "[project]",
      'name = "Demo.App"',
      'requires-python = ">=3.10"',
      'dependencies = ["a>=1", "b ; python_version < \'3.11\'"]',
      "[project.optional-dependencies]",
      'web = ["c[x]~=1.4"]',
      "[dependency-groups]",
      'dev = [{ include-group = "web" }, "d"]',
      "[build-system]",
      'requires = ["e"]',
      "[tool.poetry.dependencies]",
      'f = "^1.2"',
      'g = { version = "~0.3", optional = true, markers = "os_name == \'nt\'" }',
      "[tool.poetry.group.test.dependencies]",
      'h = { git = "https://x.org/h.git" }',
      "[tool.hatch.envs.docs]",
      'dependencies = ["i"]',
      "[tool.pdm.dev-dependencies]",
      'lint = ["j"]',
      "",
    ].join("\n");
    expect(await declared("pyproject.toml", text)).toEqual([
      "a>=1 runtime",
      "b runtime",
      "c~=1.4 optional:web",
      "d dev:dev",
      "e build",
      "f>=1.2,<2 runtime",
      "g>=0.3,<0.4 optional",
      "h dev:test",
      "j dev:lint",
      "i dev:docs",
    ]);
    const manifest = await readManifest(sourceText(repoPath("pyproject.toml"), text));
    expect([manifest?.project, manifest?.requires?.specifier, manifest?.isPartial]).toEqual(["Demo.App", ">=3.10", false]);
  });
  test("dynamic dependencies: from files they are taken in, else unknown", async () => {
    const read = async (text: string) => readManifest(sourceText(repoPath("pyproject.toml"), text));
    const files = await read('[project]\ndynamic = ["dependencies", "version"]\n[tool.setuptools.dynamic]\ndependencies = { file = ["deps.txt"] }\n');
    expect([files?.isPartial, files?.includes.map(({ path }) => path)]).toEqual([false, ["deps.txt"]]);
    expect((await read('[project]\ndynamic = ["dependencies"]\n'))?.isPartial).toBe(true);
    expect((await read('[project]\ndependencies = ["a"\n'))?.isPartial).toBe(true);
  });
  test("uv's default groups come with `dev`", async () => {
    const groups = async (list: string): Promise<unknown> => {
      const text = `[dependency-groups]\nci = ["a"]\ndocs = ["b"]\n[tool.uv]\ndefault-groups = ${list}\n`;
      return (await readManifest(sourceText(repoPath("pyproject.toml"), text)))?.groups.find(({ name }) => name === "dev")?.includes;
    };
    expect([await groups('["ci", "dev"]'), await groups('"all"'), await groups("[]")]).toEqual([["ci"], ["ci", "docs"], undefined]);
  });
  test("the programs that a project brings", async () => {
    const programs = async (path: string, text: string): Promise<readonly string[] | undefined> =>
      (await readManifest(sourceText(repoPath(path), text)))?.programs?.map(({ name, module }) => `${name} ${module}`);
    const text =
      '[project.scripts]\na = "x.y:main"\n[project.gui-scripts]\nb = "x.z"\n[tool.poetry.scripts]\nc = { reference = "x.w:f", type = "console" }\nd = { reference = "bin/d.sh", type = "file" }\n';
    expect(await programs("pyproject.toml", text)).toEqual(["a x.y", "b x.z", "c x.w"]);
    expect(await programs("setup.cfg", "[options.entry_points]\nconsole_scripts =\n    a = x.y:main\n    b\npytest11 =\n    c = x.z\n")).toEqual(["a x.y"]);
    expect(await programs("pyproject.toml", '[project]\nname = "x"\n')).toBeUndefined();
  });
  test("setup.cfg and tox.ini", async () => {
    const text =
      "[metadata]\nname = x\n[options]\npython_requires = >=3.8\ninstall_requires =\n    a>=1\n    # no\n    b; python_version<'3'\n[options.extras_require]\ntest = c; d\n";
    expect(await declared("setup.cfg", text)).toEqual(["a>=1 runtime", "b runtime", "c optional:test", "d optional:test"]);
    expect(await declared("setup.cfg", "[metadata]\nname = x\n[extras]\nyaml =\n    a>=1\n    b:(python_version<'3')\n")).toEqual([
      "a>=1 optional:yaml",
      "b optional:yaml",
    ]);
    expect(
      await declared("tox.ini", "[testenv:py]\ndeps =\n    pytest\n    py39, py310-{a,b}: coverage>=5  # why\n    -r more.txt\n    {[testenv]deps}\n"),
    ).toEqual(["pytest dev:testenv:py", "coverage>=5 dev:testenv:py"]);
    const computed = "[testenv]\ndeps =\n    a{env:A: >= 2.0}\n    b{env:B}\n    {env:C:c<2}\n    {env:D}\n    d[{env:E}]\n";
    expect(await declared("tox.ini", computed)).toEqual(["a>=2.0 dev:testenv", "b dev:testenv", "c<2 dev:testenv"]);
  });
  test("setup.py: literals are read, what is computed is unknown", async () => {
    const text =
      'from setuptools import setup\nbase = ["a>=1"]\nsetup(\n    name="x",\n    install_requires=base + ["b" "c"],\n    extras_require={"t": ("d",), },\n)\n';
    expect(await declared("setup.py", text.replace('"b" "c"', '"bc"'))).toEqual(["a>=1 runtime", "bc runtime", "d optional:t"]);
    const partial = async (argument: string): Promise<boolean | undefined> =>
      (await readManifest(sourceText(repoPath("setup.py"), `from setuptools import setup\nx = ["a"]\nx.append("b")\nsetup(${argument})\n`)))?.isPartial;
    expect(await partial('install_requires=["a"], packages=find()')).toBe(false);
    expect(await partial("install_requires=read()")).toBe(true);
    expect(await partial("install_requires=x")).toBe(false);
    expect(await partial("install_requires=y")).toBe(true);
    expect(await partial("**options")).toBe(true);
    expect(await partial('install_requires=["a"] if y else ["b"]')).toBe(true);
  });
  test.each([
    ["an f-string", 'v = "1"\nd = {"b": "b"}\nr = [f"a>={v}", f"{d[\'b\']}"]', ["a>=1 runtime", "b runtime"]],
    ["strings joined", 'v = "1.0"\nr = ["a==" + v]', ["a==1.0 runtime"]],
    ["appended, extended, added", 'r = ["a"]\nr.append("b")\nr.extend(["c"])\nr += ["d"]', ["a runtime", "b runtime", "c runtime", "d runtime"]],
    ["taken from a dict", 'e = {}\ne["x"] = ["a"]\ne["y"] = e["x"] + ["b"]\nr = e["y"]', ["a runtime", "b runtime"]],
    ["all values", 'e = {"x": ["a"], "y": ["b"]}\nr = sum(e.values(), [])', ["a runtime", "b runtime"]],
    ["all values, flattened", 'e = {"x": ["a"], "y": ["b"]}\nr = sorted({d for one in e.values() for d in one})', ["a runtime", "b runtime"]],
    ["unpacked", 'b = ["a"]\nr = [*b, "c"]', ["a runtime", "c runtime"]],
    ["a block of lines", 'r = """\na>=1\n# no\nb\n""".splitlines()', ["a>=1 runtime", "b runtime"]],
    // Another branch may want another version.
    ["under a condition: the name alone", 'r = ["a"]\nif x:\n    r.append("b>=2")\nelse:\n    r += ["b<2"]', ["a runtime", "b runtime", "b runtime"]],
  ])("setup.py: %s", async (_name, code, expected) => {
    const text = `from setuptools import setup\n${code}\nsetup(install_requires=r)\n`;
    expect(await declared("setup.py", text)).toEqual(expected);
    expect((await readManifest(sourceText(repoPath("setup.py"), text)))?.isPartial).toBe(false);
  });
  test.each([
    ["a call of open", 'open("requirements.txt").read().splitlines()'],
    ["lines of a file", '[line.strip() for line in open("requirements.txt") if line.strip() and not line.startswith("#")]'],
    ["a path that is joined", 'open(os.path.join(os.path.dirname(__file__), "requirements.txt"), encoding="utf-8").readlines()'],
    ["a path of pathlib", '(HERE / "requirements.txt").read_text().split("\\n")'],
    ["a function that is told which", 'read("requirements.txt")', "def read(path):\n    with open(path) as file:\n        return file.read().splitlines()"],
    ["a function that names it", "requirements()", 'def requirements():\n    with open("requirements.txt") as file:\n        return [one for one in file]'],
    ["opened for a block", "lines", 'with open("requirements.txt") as file:\n    lines = file.read().splitlines()'],
    ["pip's own reader", '[str(one.req) for one in parse_requirements("requirements.txt", session=False)]'],
    ["without what is empty", 'list(filter(None, open("requirements.txt").read().split("\\n")))'],
  ])("setup.py takes a requirements file in by %s", async (_name, expression, before = "") => {
    const text = `from setuptools import setup\n${before}\nsetup(extras_require={"x": ${expression}})\n`;
    const manifest = await readManifest(sourceText(repoPath("setup.py"), text));
    expect(manifest?.includes.map(({ path, group }) => `${path} ${group}`)).toEqual(["requirements.txt x"]);
    expect(manifest?.isPartial).toBe(false);
  });
  test.each([
    ["doubled", `r = ["a"]\n${"r += r\n".repeat(64)}`],
    ["joined with itself", `r = ["a"]\n${"r = r + r\n".repeat(64)}`],
    ["nested in itself", `r = ["a"]\n${"r = [r, r]\n".repeat(64)}`],
    ["a dict that holds itself", `r = {}\n${"r = {**r, 'a': r, 'b': r}\n".repeat(64)}`],
    ["a text doubled", `v = "a"\n${"v = v + v\n".repeat(64)}r = [v]`],
    ["a text formatted twice", `v = "a"\n${'v = f"{v}{v}"\n'.repeat(64)}r = [v]`],
    ["flattened", `v = [${"'a',".repeat(4000)}]\nr = sum([${"v,".repeat(20_000)}], [])`],
    ["taken in", `v = [${"'a',".repeat(4000)}]\nr = [${"*v,".repeat(20_000)}]`],
    ["added in one line", `v = [${"'a',".repeat(4000)}]\nr = v${" + v".repeat(20_000)}`],
    ["appended to", `r = []\n${"r.append('a')\n".repeat(50_000)}`],
    ["comprehensions in one another", `r = ${"[[x for y in ".repeat(24)}z${"]]".repeat(24)}`],
  ])("setup.py: what is made to grow is unknown, and costs little: %s", async (_name, code) => {
    const { user } = process.cpuUsage();
    const text = `from setuptools import setup\n${code}\nsetup(install_requires=r)\n`;
    expect((await readManifest(sourceText(repoPath("setup.py"), text)))?.isPartial).toBe(true);
    expect(process.cpuUsage().user - user).toBeLessThan(2_000_000);
  });
  test.each([
    ["a function", "r = read()"],
    ["a file that is none of requirements", 'r = open("README.md").read()'],
    ["a choice", 'r = ["a"] if x else ["b"]'],
    ["what a function adds", 'r = ["a"]\ndef more():\n    r.append("b")\nmore()'],
    ["what a loop adds", 'r = ["a"]\nfor one in names:\n    r.append(one)'],
    ["lines that are made up", 'r = [line + "==1" for line in open("requirements.txt")]'],
    ["a format of numbers", 'r = [f"a=={v:02d}"]'],
    ["an f-string of what is not known", 'r = [f"a=={version()}"]'],
    ["arguments that nobody sees", "r = []\nsetup(**options)"],
  ])("setup.py: %s is unknown", async (_name, code) => {
    const manifest = await readManifest(sourceText(repoPath("setup.py"), `from setuptools import setup\n${code}\nsetup(install_requires=r)\n`));
    expect(manifest?.isPartial).toBe(true);
  });
  test("Pipfile, environment.yml, package.json", async () => {
    expect(await declared("Pipfile", '[packages]\na = "*"\n[dev-packages]\nb = {version = ">=2"}\n')).toEqual(["a runtime", "b>=2 dev:dev"]);
    expect(await declared("environment.yml", "dependencies:\n- python=3.11\n- conda-forge::a=1.2\n- pip:\n  - b>=1\n")).toEqual([
      "a==1.2.* runtime",
      "b>=1 runtime",
    ]);
    expect(
      await declared(
        "pixi.toml",
        '[dependencies]\npython = ">=3.10"\nnumpy = ">=1.26"\n[feature.t.dependencies]\npytorch = "*"\n[feature.t.pypi-dependencies]\nb = {version = ">=2", extras = ["c"]}\n[target.linux-64.dependencies]\nd = "*"\n[host-dependencies]\npip = "*"\n',
      ),
    ).toEqual(["numpy>=1.26 runtime", "pip build", "torch runtime", "b>=2 runtime", "d runtime"]);
    expect(await declared("package.json", '{"dependencies": {"a": "^1"}, "devDependencies": {"e": "workspace:*"}}')).toEqual([
      "a^1 runtime",
      "eworkspace:* dev",
    ]);
    const manifest = await readManifest(sourceText(repoPath("package.json"), '{"dependencies": {"b": "npm:@c/d@2"}}'));
    expect(manifest?.declarations.map(({ canonical, specifier }) => [canonical, specifier])).toEqual([["@c/d", "2"]]);
  });
  test("groups and what they take in", async () => {
    const groups = async (path: string, text: string): Promise<unknown> =>
      (await readManifest(sourceText(repoPath(path), text)))?.groups.map(({ name, kind, includes }) => [kind, name, includes]);
    const text = [
      "[project]",
      'name = "Demo.App"',
      "[project.optional-dependencies]",
      'web = ["c"]',
      'all = ["demo_app[web]"]',
      "[dependency-groups]",
      'test = ["pytest"]',
      'dev = [{ include-group = "test" }, "d"]',
      "[tool.hatch.envs.docs]",
      'features = ["web"]',
      'dependencies = ["i"]',
      "[tool.tox.env.lint]",
      'dependency_groups = ["dev"]',
      'deps = ["j", "-r more.txt"]',
    ].join("\n");
    expect(await groups("pyproject.toml", text)).toEqual([
      ["extra", "web", []],
      ["extra", "all", ["web"]],
      ["group", "test", []],
      ["group", "dev", ["test"]],
      ["environment", "docs", ["web"]],
      ["environment", "lint", ["dev"]],
    ]);
    expect(await groups("tox.ini", "[testenv]\nextras =\n    test\ndeps = a\n")).toEqual([["environment", "testenv", ["test"]]]);
    expect(await groups("tox.toml", '[env_run_base]\ndependency_groups = ["test"]\ndeps = ["-r{tox_root}/a.txt"]\n')).toEqual([
      ["environment", "env_run_base", ["test"]],
    ]);
    expect(await groups("hatch.toml", '[envs.test]\nfeatures = ["x"]\n')).toEqual([["environment", "test", ["x"]]]);
  });
  test("poetry: extras, and conditions as markers", async () => {
    const text = '[tool.poetry.dependencies]\na = { version = "^1", optional = true, python = "<3.9" }\n[tool.poetry.extras]\nweb = ["a"]\n';
    const manifest = await readManifest(sourceText(repoPath("pyproject.toml"), text));
    expect(manifest?.declarations.map(({ canonical, scope, group, marker }) => [canonical, scope, group, marker])).toEqual([
      ["a", "optional", "web", 'python_version < "3.9"'],
    ]);
  });
  test("go.mod and Cargo.toml", async () => {
    const go = "module example.org/m // why\n\ngo 1.22\n\nrequire example.org/a v1.2.3\nrequire (\n\texample.org/b v0.1.0 // indirect\n)\ntool example.org/a\n";
    const read = async (path: string, text: string): Promise<unknown> => {
      const manifest = await readManifest(sourceText(repoPath(path), text));
      return [
        manifest?.project,
        manifest?.requires?.specifier,
        manifest?.declarations.map(({ canonical, specifier, scope, group, source }) => [canonical, specifier, scope, group, source]),
      ];
    };
    expect(await read("go.mod", go)).toEqual([
      "example.org/m",
      ">=1.22",
      [
        ["example.org/a", "v1.2.3", "runtime", undefined, "registry"],
        ["example.org/b", "v0.1.0", "runtime", "indirect", "registry"],
        ["example.org/a", "v1.2.3", "dev", "tool", "registry"],
      ],
    ]);
    const cargo =
      '[package]\nname = "c"\nrust-version = "1.75"\n[dependencies]\na = "1"\nb = { package = "b-real", path = "../b" }\n[target.\'cfg(unix)\'.dev-dependencies]\nd = { version = "2", optional = true }\n[workspace]\nmembers = ["x/*"]\n';
    expect(await read("Cargo.toml", cargo)).toEqual([
      "c",
      ">=1.75",
      [
        ["a", "1", "runtime", undefined, "registry"],
        ["b-real", "", "runtime", undefined, "local"],
        ["d", "2", "optional", undefined, "registry"],
      ],
    ]);
  });
  test("programs: .tool-versions, mise, .python-version, .nvmrc", async () => {
    expect(await declared(".tool-versions", "python 3.11.4 3.10 # both\n\n# no\nnodejs 20\nterraform latest\n")).toEqual([
      "python==3.11.4 tool",
      "python==3.10.* tool",
      "node==20.* tool",
      "terraform tool",
    ]);
    expect(await declared("mise.toml", '[tools]\npython = ["3.11", "3.12"]\nnode = "22"\nruff = { version = "0.5.1" }\n')).toEqual([
      "python==3.11.* tool",
      "python==3.12.* tool",
      "node==22.* tool",
      "ruff==0.5.1 tool",
    ]);
    const requires = async (path: string, text: string): Promise<unknown> => (await readManifest(sourceText(repoPath(path), text)))?.requires?.specifier;
    expect(await requires(".python-version", "# why\n3.11\n3.10\n")).toBe("==3.11.*");
    expect(await requires(".nvmrc", "v20.11.1\n")).toBe("==20.11.1");
    expect(await requires(".nvmrc", "lts/*\n")).toBe("lts/*");
    expect(await requires(".python-version", "\n")).toBeUndefined();
  });
  test("a tree: includes under other names are followed", async () => {
    const manifests = await readManifests(memoryTree({ "requirements.txt": "-r deps/base.list\n", "deps/base.list": "a\n-r base.list\n", "notes.txt": "b\n" }));
    expect(manifests.map(({ path, declarations }) => [path, declarations.map(({ name }) => name)])).toEqual([
      ["deps/base.list", ["a"]],
      ["requirements.txt", []],
    ]);
  });
});

test("a requirement that is not valid tells its column", () => {
  const columnOf = (line: string): number | undefined => {
    try {
      parseRequirement(line);
      return undefined;
    } catch (error) {
      return error instanceof RequirementError ? error.column : -1;
    }
  };
  expect([columnOf("a>=1"), columnOf("a>=1 b"), columnOf("!"), columnOf("a; python_version > 3")]).toEqual([undefined, 6, 1, 21]);
});

describe("adding", () => {
  const add = (path: string, text: string, requirement = "pydantic-settings>=2.0.0", group?: string): string =>
    applyEdits(text, addRequirement(sourceText(repoPath(path), text), requirement, group));
  test.each([
    ["sorted", "fastapi>=0.1\npydantic>=2\nuvicorn\n", "fastapi>=0.1\npydantic>=2\npydantic-settings>=2.0.0\nuvicorn\n"],
    ["sorted, as the last", "fastapi\n# end\n", "fastapi\npydantic-settings>=2.0.0\n# end\n"],
    ["unsorted", "uvicorn\nfastapi\n# end\n", "uvicorn\nfastapi\n# end\npydantic-settings>=2.0.0\n"],
    ["no final newline", "fastapi", "fastapi\npydantic-settings>=2.0.0"],
    ["CRLF", "fastapi\r\nuvicorn\r\n", "fastapi\r\npydantic-settings>=2.0.0\r\nuvicorn\r\n"],
    ["empty", "", "pydantic-settings>=2.0.0\n"],
    ["there already", "Pydantic_Settings\n", "Pydantic_Settings\n"],
  ])("a requirements file, %s", (_name, before, after) => expect(add("requirements.txt", before)).toBe(after));
  test.each([
    [
      "one a line",
      '[project]\ndependencies = [\n  "fastapi",\n  "uvicorn",\n]\n',
      '[project]\ndependencies = [\n  "fastapi",\n  "pydantic-settings>=2.0.0",\n  "uvicorn",\n]\n',
    ],
    [
      "one a line, last, no trailing comma",
      "[project]\ndependencies = [\n  'fastapi'\n]\n",
      "[project]\ndependencies = [\n  'fastapi',\n  'pydantic-settings>=2.0.0'\n]\n",
    ],
    [
      "a trailing comma and a comment",
      '[project]\ndependencies = [\n  "fastapi", # web\n]\n',
      '[project]\ndependencies = [\n  "fastapi",\n  "pydantic-settings>=2.0.0", # web\n]\n',
    ],
    ["all in one line", '[project]\ndependencies = ["fastapi", "uvicorn"]\n', '[project]\ndependencies = ["fastapi", "pydantic-settings>=2.0.0", "uvicorn"]\n'],
    ["empty", "[project]\ndependencies = []\n", '[project]\ndependencies = ["pydantic-settings>=2.0.0"]\n'],
    ["none yet", '[project]\nname = "x"\r\n[tool.x]\n', '[project]\nname = "x"\r\ndependencies = [\r\n    "pydantic-settings>=2.0.0",\r\n]\r\n[tool.x]\n'],
    [
      "poetry",
      '[tool.poetry.dependencies]\npython = "^3.10"\nfastapi = "*"\n',
      '[tool.poetry.dependencies]\npython = "^3.10"\nfastapi = "*"\npydantic-settings = ">=2.0.0"\n',
    ],
    ["dynamic", '[project]\nname = "x"\ndynamic = ["dependencies"]\n', '[project]\nname = "x"\ndynamic = ["dependencies"]\n'],
    ["broken", "[project\n", "[project\n"],
  ])("pyproject.toml, %s", (_name, before, after) => expect(add("pyproject.toml", before)).toBe(after));
  test("a group", () => {
    expect(add("pyproject.toml", '[dependency-groups]\ndev = ["a"]\n', "pytest", "dev")).toBe('[dependency-groups]\ndev = ["a", "pytest"]\n');
  });
});
