// Environments as Python itself sees them: the interpreters' own answers are the oracle.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Machine } from "@caio/repo-model/check";
import { canonicalName } from "@caio/repo-model/manifests";
import { memoryMachine } from "@caio/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installedDistributions } from "./distributions.js";
import { environmentOf, localEnvironment, shebangOf, shellEnvironment } from "./environment.js";
import { installedNames } from "./installed-names.js";
import { importFinder, importNames, mappedModules, modulesOf } from "./import-names.js";

const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

/** The disk with a bare environment. */
const disk: Machine = {
  platform: process.platform,
  environment: { PYTHONNOUSERSITE: "1" },
  which: () => undefined,
  exists: existsSync,
  isExecutable: (path) => attempt(() => statSync(path).isFile()) ?? false,
  read: (path) => attempt(() => readFileSync(path, "utf8")),
  list: (path) => attempt(() => readdirSync(path).toSorted()),
  realPath: (path) => attempt(() => realpathSync(path)),
};

/** What an interpreter says of itself. */
function asked(python: string): { version: string; path: string[]; distributions: Record<string, string>; modules: Record<string, string[]> } {
  const code = `
import json, sys, importlib.metadata as m
d = {}
for one in m.distributions():
    d.setdefault(one.metadata["Name"], one.version)
print(json.dumps({"version": ".".join(map(str, sys.version_info[:3])), "path": sys.path, "distributions": d, "modules": getattr(m, "packages_distributions", dict)()}))`;
  return JSON.parse(execFileSync(python, ["-I", "-c", code], { encoding: "utf8" }));
}

function compare(python: string): number {
  const truth = asked(python);
  const environment = environmentOf(disk, python, "--python");
  if (environment === undefined) throw new Error(`${python} is no environment.`);
  expect(environment.version === truth.version || truth.version.startsWith(`${environment.version}.`)).toBe(true);
  const read = installedDistributions(disk, environment);
  const wanted = Object.fromEntries(Object.entries(truth.distributions).map(([name, version]) => [canonicalName(name), version]));
  expect(Object.fromEntries(read.names.map((name) => [name, read.get(name)?.version]))).toEqual(wanted);
  const names = importNames(disk, read);
  for (const [module, owners] of Object.entries(truth.modules)) {
    if (!/^[A-Za-z_]\w*$/.test(module) || module.startsWith("__editable__") || module === "_virtualenv") continue;
    const ours = new Set([...names].flatMap(([name, dists]) => (name === module || name.startsWith(`${module}.`) ? dists : [])));
    const theirs = new Set(owners.map(canonicalName));
    if ([...theirs].every((one) => ours.has(one))) continue;
    // What holds data alone, or nothing that can be imported, is no module here.
    for (const one of theirs) if (!ours.has(one)) expect([module, one, hasCode(environment.searchPath, module)]).toEqual([module, one, false]);
  }
  return read.names.length;
}

const hasCode = (folders: readonly string[], module: string): boolean =>
  folders.some((folder) => existsSync(join(folder, `${module}.py`)) || existsSync(join(folder, module, "__init__.py")));

describe("against the interpreter", () => {
  let folder = "";
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "caio-env-")));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  test("a venv, with its pip", () => {
    execFileSync("python3", ["-m", "venv", join(folder, "a")]);
    expect(compare(join(folder, "a/bin/python"))).toBeGreaterThan(0);
    // pip is unpacked for it, which takes long on a busy machine.
  }, 300_000);
  test("a venv that sees the system's packages, and one that a path file leads to", () => {
    execFileSync("python3", ["-m", "venv", "--without-pip", "--system-site-packages", join(folder, "b")]);
    const [site] = readdirSync(join(folder, "b/lib")).map((name) => join(folder, "b/lib", name, "site-packages"));
    mkdirSync(join(folder, "src/Own_Thing.egg-info"), { recursive: true });
    writeFileSync(join(folder, "src/Own_Thing.egg-info/PKG-INFO"), "Metadata-Version: 2.1\nName: Own-Thing\nVersion: 1.5\n\nVersion: 9\n");
    writeFileSync(join(folder, "src/own_thing.py"), "");
    writeFileSync(join(site ?? "", "own.pth"), `# a remark\nimport sys\n${join(folder, "src")}\n/nowhere\n`);
    compare(join(folder, "b/bin/python"));
    const environment = environmentOf(disk, join(folder, "b/bin/python"), "x");
    expect(environment?.searchPath).toContain(join(folder, "src"));
    expect(importFinder(disk, environment ?? fail())("own_thing")).toBe(true);
  });
  const named = process.env["CAIO_PYTHON"];
  if (named !== undefined) test("the environment that CAIO_PYTHON names", () => expect(compare(named)).toBeGreaterThan(0));
});

function fail(): never {
  throw new Error("There is no environment.");
}

const site = "/v/lib/python3.12/site-packages";
const venv = { "/v/pyvenv.cfg": "home = /usr/bin\nversion = 3.12.1\n", "/v/bin/python": "" };
const modules = (files: Record<string, string>): Record<string, readonly string[]> => {
  const machine = memoryMachine({ ...venv, ...files });
  const read = installedDistributions(machine, environmentOf(machine, "/v/bin/python", "x") ?? fail());
  return Object.fromEntries(read.names.map((name) => [name, modulesOf(machine, read.get(name) ?? fail())]));
};

describe("modules", () => {
  test("of RECORD: packages, modules, extensions, namespaces", () => {
    const record =
      'google/cloud/storage/__init__.py,,\ngoogle/cloud/storage/blob.py,,\n_yaml.cpython-312-x86_64-linux-gnu.so,,\nsix.py,,\n../../../bin/x,,\nx-1.dist-info/METADATA,,\n"a,b/__init__.py",,\nfoo.libs/libz.so,,\n__pycache__/six.cpython-312.pyc,,\nfoo/data/x.json,,\n';
    expect(modules({ [`${site}/x-1.dist-info/RECORD`]: record, [`${site}/x-1.dist-info/METADATA`]: "Name: x\nVersion: 1\n" })).toEqual({
      x: ["_yaml", "google.cloud.storage", "six"],
    });
  });
  test("of PEP 794, which stands before all else", () => {
    const header = "Metadata-Version: 2.5\nName: x\nVersion: 1\nImport-Name: yaml\nImport-Name: _yaml; private\nImport-Namespace: ns\n";
    expect(modules({ [`${site}/x-1.dist-info/METADATA`]: header, [`${site}/x-1.dist-info/RECORD`]: "other.py,,\n" })).toEqual({ x: ["_yaml", "yaml"] });
  });
  test("of top_level.txt and of an egg", () => {
    const files = { [`${site}/Foo_Bar.egg-info/PKG-INFO`]: "Name: Foo-Bar\nVersion: 2\n", [`${site}/Foo_Bar.egg-info/top_level.txt`]: "foo\n_foo\n" };
    expect(modules(files)).toEqual({ "foo-bar": ["_foo", "foo"] });
  });
  test("of editable installs of several builders", () => {
    expect(mappedModules("MAPPING: dict[str, str] = {'foo': '/s/foo', 'bar': '/s/bar.py'}\nNAMESPACES: dict = {'ns': []}\n")).toEqual(["foo", "bar"]);
    expect(mappedModules("F.map_module('foo', '/s/foo/__init__.py')\nF.install()\n")).toEqual(["foo"]);
    expect(mappedModules("# a module\nx = {'foo': 1}\n")).toEqual([]);
    expect(mappedModules("install(\n    'demo',\n    {'demo', 'extra'},\n    '/b',\n)\n")).toEqual(["demo", "extra"]);
  });
});

test("what pip left behind is no distribution, and an upgrade that broke off is told", () => {
  const machine = memoryMachine({
    ...venv,
    [`${site}/~ip-23.dist-info/METADATA`]: "Name: pip\nVersion: 23\n",
    [`${site}/a-1.0.dist-info/METADATA`]: "Name: a\nVersion: 1.0\n",
    [`${site}/a-2.0.dist-info/METADATA`]: "Name: a\nVersion: 2.0\n",
    [`${site}/b-1.0.dist-info/INSTALLER`]: "pip",
    [`${site}/gone/__pycache__/x.pyc`]: "",
  });
  const environment = environmentOf(machine, "/v/bin/python", "x") ?? fail();
  const read = installedDistributions(machine, environment);
  expect(read.names).toEqual(["a", "b"]);
  expect([read.get("a")?.twin, read.get("b")?.version]).toEqual(["2.0", undefined]);
  expect(importFinder(machine, environment)("gone")).toBe(false);
});

test("layouts: conda, uv's own Python, pyenv's shims, an interpreter that is gone or another one now", () => {
  const files = {
    "/c/conda-meta/python-3.11.5-h1_0.json": "{}",
    "/c/bin/python3.11": "",
    "/c/lib/python3.11/site-packages/six.py": "",
    "/p/shims/python": "",
    "/p/versions/3.10.13/bin/python": "",
    "/p/versions/3.10.2/bin/python": "",
    "/p/versions/3.10.13/lib/python3.10/site-packages/six.py": "",
    "/r/.python-version": "3.10\n",
    "/u/cpython-3.13.1-linux-x86_64-gnu/bin/python3.13": "",
    "/u/cpython-3.13.1-linux-x86_64-gnu/lib/python3.13/site-packages/six.py": "",
    "/w/pyvenv.cfg": "home = /x\nversion = 3.9.1\n",
    "/o/pyvenv.cfg": "home = /x\nversion_info = 3.9.1.final.0\n",
  };
  const machine = memoryMachine(files, {
    environment: { PATH: "/p/shims" },
    links: { "/c/bin/python": "/c/bin/python3.11", "/o/bin/python": "/u/cpython-3.13.1-linux-x86_64-gnu/bin/python3.13" },
  });
  expect(environmentOf(machine, "/c/bin/python", "x")).toMatchObject({ prefix: "/c", version: "3.11.5", isVirtual: true });
  expect(shellEnvironment(machine, "/r", undefined)).toMatchObject({ prefix: "/p/versions/3.10.13", version: "3.10.13", by: "PATH" });
  expect(environmentOf(machine, "/u/cpython-3.13.1-linux-x86_64-gnu/bin/python3.13", "x")).toMatchObject({ version: "3.13.1" });
  expect(environmentOf(machine, "/w/bin/python", "x")?.broken).toBe("its interpreter is gone");
  expect(environmentOf(machine, "/o/bin/python", "x")?.broken).toBe("it was made for Python 3.9, and its interpreter is Python 3.13 now");
});

test.each([
  ["#!/v/bin/python\n", "/v/bin/python"],
  ["#!/bin/sh\n'''exec' \"/a b/bin/python3\" \"$0\" \"$@\"\n' '''\n", "/a b/bin/python3"],
  ["#!/bin/sh\n'''exec' '/a b/bin/python3' \"$0\" \"$@\"\n' '''\n", "/a b/bin/python3"],
  ["#!/bin/sh\n", undefined],
  ["#!/usr/bin/env python3\n", "/usr/bin/python3"],
])("the interpreter of %j", (text, wanted) => {
  expect(shebangOf(memoryMachine({ "/s": text, "/usr/bin/python3": "" }), "/s")).toBe(wanted);
});

test("the environment that poetry keeps for a project", () => {
  const python = (version: string): Record<string, string> => ({
    [`/h/.cache/pypoetry/virtualenvs/own-thing-ZYgRf3tR-py${version}/pyvenv.cfg`]: `home = /usr/bin\nversion = ${version}.1\n`,
    [`/h/.cache/pypoetry/virtualenvs/own-thing-ZYgRf3tR-py${version}/bin/python`]: "",
  });
  const files = {
    "/r/pyproject.toml": '[tool.poetry]\nname = "Own-Thing"\n',
    ...python("3.9"),
    ...python("3.12"),
    "/h/.cache/pypoetry/virtualenvs/own-thing-AAAAAAAA-py3.13/pyvenv.cfg": "",
  };
  const found = localEnvironment(memoryMachine(files, { environment: { HOME: "/h" } }), "/r");
  expect(found).toMatchObject({ prefix: "/h/.cache/pypoetry/virtualenvs/own-thing-ZYgRf3tR-py3.12", version: "3.12.1" });
  // `poetry env use 3.9` writes its choice down.
  const chosen = { "/h/.cache/pypoetry/virtualenvs/envs.toml": '[own-thing-ZYgRf3tR]\nminor = "3.9"\npatch = "3.9.1"\n' };
  expect(localEnvironment(memoryMachine({ ...files, ...chosen }, { environment: { HOME: "/h" } }), "/r")).toMatchObject({ version: "3.9.1" });
  expect(
    localEnvironment(memoryMachine({ ...files, "/r/pyproject.toml": "[project]\nname = 'own-thing'\n" }, { environment: { HOME: "/h" } }), "/r"),
  ).toBeUndefined();
});

test("the environments that hatch keeps for a project", () => {
  const made = (folder: string): Record<string, string> => ({ [`${folder}/pyvenv.cfg`]: "home = /usr/bin\nversion = 3.12.1\n", [`${folder}/bin/python`]: "" });
  const local = (files: Record<string, string>, environment: Record<string, string> = {}): string | undefined =>
    localEnvironment(memoryMachine(files, { environment: { HOME: "/h", ...environment } }), "/r")?.prefix;
  const manifest = { "/r/pyproject.toml": '[build-system]\nbuild-backend = "hatchling.build"\n[project]\nname = "Own_Thing.x"\n' };
  // As `hatch env create` of hatch 1.18 made them: the project's canonical name, a hash of its folder, the environment's name.
  const place = "env/virtual/own-thing-x/ZYgRf3tR";
  const tests = made(`/h/.local/share/hatch/${place}/hatch-test.py3.12`);
  const docs = made(`/h/.local/share/hatch/${place}/docs`);
  expect(local({ ...manifest, ...docs, ...tests, ...made(`/h/.local/share/hatch/${place}/own-thing-x`) })).toBe(`/h/.local/share/hatch/${place}/own-thing-x`);
  expect(local({ ...manifest, ...docs, ...tests })).toBe(`/h/.local/share/hatch/${place}/hatch-test.py3.12`);
  expect(local({ ...manifest, ...made(`/d/hatch/${place}/own-thing-x`) }, { XDG_DATA_HOME: "/d" })).toBe(`/d/hatch/${place}/own-thing-x`);
  expect(local({ ...manifest, "/h/.config/hatch/config.toml": '[dirs]\ndata = "/e"\n', ...made(`/e/${place}/own-thing-x`) })).toBe(`/e/${place}/own-thing-x`);
  expect(local({ ...manifest, "/h/.config/hatch/config.toml": '[dirs.env]\nvirtual = ".hatch"\n', ...made("/r/.hatch/own-thing-x") })).toBe(
    "/r/.hatch/own-thing-x",
  );
  expect(local({ "/r/pyproject.toml": '[project]\nname = "own-thing-x"\n', ...made(`/h/.local/share/hatch/${place}/own-thing-x`) })).toBeUndefined();
});

test("what is imported is named by conda's active environment, and never by its base", () => {
  const files = {
    "/c/envs/own/conda-meta/python-3.12.1-h1_0.json": "{}",
    "/c/envs/own/bin/python": "",
    "/c/envs/own/lib/python3.12/site-packages/x_y-1.0.dist-info/METADATA": "Name: x-y\nVersion: 1.0\n",
    "/c/envs/own/lib/python3.12/site-packages/x_y-1.0.dist-info/RECORD": "zed/__init__.py,,\nzed/a.py,,\n",
  };
  const modules = (environment: Record<string, string>): unknown =>
    installedNames(memoryMachine(files, { environment: { PATH: "/c/envs/own/bin", CONDA_PREFIX: "/c/envs/own", ...environment } }), "/r")?.modules.get("zed");
  expect(modules({ CONDA_DEFAULT_ENV: "own" })).toEqual(["x-y"]);
  expect(modules({ CONDA_DEFAULT_ENV: "base" })).toBeUndefined();
});
