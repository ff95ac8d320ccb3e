// Without a configuration nothing heavy is loaded: here the heavy packages cannot be loaded at all.
import { expect, it, vi } from "vitest";
import { defineCheck, type Check } from "../check/index.js";
import { repoPath } from "../text/index.js";
import { memoryTree } from "../tree/index.js";
import { loadConfiguration, sectionOptions } from "./index.js";

for (const name of ["yaml", "zod", "smol-toml"]) {
  vi.doMock(name, () => {
    throw new Error(`${name} was loaded`);
  });
}
const check: Check = defineCheck<never, object>({
  name: "doc-sync",
  summary: "nothing",
  version: "1.0.0",
  scope: "file",
  documents: new URL(import.meta.url),
  options: { defaults: { a: 1 }, schema: async () => (await import("zod")).z.strictObject({}) },
  rules: [{ id: "r", summary: "A rule.", severity: "error", *find() {} }],
  async *read() {},
});

it("neither for no file, nor for files that do not name us", async () => {
  for (const files of [{}, { "package.json": '{"name": "x"}', "pyproject.toml": "[tool.x]\n", "a.yaml": "a: 1\n" }]) {
    const section = await sectionOptions(await loadConfiguration(memoryTree(files)), check);
    expect([section.options, section.severity("r", repoPath("a"))]).toEqual([{ a: 1 }, "error"]);
  }
});
it("zod only for options, yaml only for YAML", async () => {
  const rules = await loadConfiguration(memoryTree({ "caio.json": '{"doc-sync": {"rules": {"r": "note"}}}' }));
  expect((await sectionOptions(rules, check)).severity("r", repoPath("a"))).toBe("note");
  await expect(loadConfiguration(memoryTree({ "caio.yaml": "ignore: []" }))).rejects.toThrow();
  await expect(sectionOptions(await loadConfiguration(memoryTree({ "caio.json": '{"doc-sync": {"a": 2}}' })), check)).rejects.toThrow();
});
