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
