// `dynamic` in pyproject.toml: what other tables tell of it is read, what a backend computes is unknown.
import { expect, test } from "vitest";
import { repoPath, sourceText } from "../text/index.js";
import { readManifest } from "./index.js";
import type { Manifest } from "./manifest.js";

const dynamic = '[project]\nname = "x"\ndynamic = ["dependencies"]\n';
const read = (text: string): Promise<Manifest | undefined> => readManifest(sourceText(repoPath("pyproject.toml"), text));

test.each([
  ["nothing", dynamic, true],
  ["poetry's table", `${dynamic}[tool.poetry.dependencies]\na = "*"\n`, false],
  ["the list that poetry takes", `${dynamic}dependencies = ["a"]\n[tool.poetry]\nrequires-poetry = ">=2.0"\n`, false],
  ["a list for another backend", `${dynamic}dependencies = ["a"]\n`, true],
  ["setuptools' file", `${dynamic}[tool.setuptools.dynamic]\ndependencies = { file = "a.txt" }\n`, false],
] as const)("told by %s", async (_name, text, isPartial) => expect((await read(text))?.isPartial).toBe(isPartial));

test("uv-dynamic-versioning puts a version into what it lists", async () => {
  const text = '[tool.hatch.metadata.hooks.uv-dynamic-versioning]\ndependencies = ["a=={{ version }}", "b>=2"]\noptional-dependencies.c = ["d"]\n';
  const manifest = await read(dynamic + text);
  expect(manifest?.isPartial).toBe(false);
  expect(manifest?.declarations.map(({ name, specifier, scope, group }) => [name, specifier, scope, group])).toEqual([
    ["a", "", "runtime", undefined],
    ["b", ">=2", "runtime", undefined],
    ["d", "", "optional", "c"],
  ]);
});

test.each([
  ["put before it", 'read("a.txt")', 'def read(name):\n    return open("requirements/" + name).read().splitlines()', ["requirements/a.txt"], false],
  [
    "joined",
    'read("a.txt")',
    'def read(name):\n    with open(os.path.join(HERE, "requirements", name), encoding="utf-8") as file:\n        return file.readlines()',
    ["requirements/a.txt"],
    false,
  ],
  ["none", 'read("a.txt")', 'def read(name):\n    return open(name, "r").read().split("\\n")', ["a.txt"], false],
  ["nothing at all", "None", "", [], false],
  ["what is computed", "other()", "", [], true],
])("setup.py: a folder that is %s", async (_name, expression, before, wanted, isPartial) => {
  const text = `from setuptools import setup\n${before}\nsetup(name="x", install_requires=${expression})\n`;
  const manifest = await readManifest(sourceText(repoPath("setup.py"), text));
  expect(manifest?.includes.map(({ path }) => path)).toEqual(wanted);
  expect(manifest?.isPartial).toBe(isPartial);
});

test("the programs of a package.json; samples of an editor's colours are no manifests", async () => {
  const programs = async (text: string): Promise<unknown> => (await readManifest(sourceText(repoPath("package.json"), text)))?.programs;
  expect(await programs('{"name": "@a/b", "bin": "x.js"}')).toEqual([{ name: "b", module: "x.js" }]);
  expect(await programs('{"name": "a", "bin": {"c": "x.js", "d": "./y.js"}}')).toEqual([
    { name: "c", module: "x.js" },
    { name: "d", module: "./y.js" },
  ]);
  expect(await programs('{"name": "a", "bin": 1}')).toBeUndefined();
  expect(await readManifest(sourceText(repoPath("assets/syntax_test_requirements.txt"), "--allow-external\n"))).toBeUndefined();
});
