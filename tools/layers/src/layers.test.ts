// The layers of this workspace hold: packages by Nx's graph, rooms by their imports.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { graphFaults, type Project } from "./graph.js";
import { importsOf } from "./imports.js";
import { readGraph } from "./read-graph.js";
import { referenceFaults, referencesOf } from "./references.js";
import { exportFaults, roomFaults } from "./rooms.js";

const workspace = fileURLToPath(new URL("../../..", import.meta.url));
const ground = join(workspace, "packages/repo-model");
const sources = Object.fromEntries(
  readdirSync(join(ground, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => [path, readFileSync(join(ground, "src", path), "utf8")]),
);

describe("packages", () => {
  it("lean downwards only, by Nx's graph", () => {
    const projects = readGraph(workspace);
    const layers = projects.map(({ layer }) => layer);
    expect([layers.filter((layer) => layer === "roof").length, layers.filter((layer) => layer === "room").length]).toEqual([1, 5]);
    expect(projects.find(({ name }) => name === "@caio/cli")?.needs).toContain("@caio/repo-model");
    expect(graphFaults(projects)).toEqual([]);
    const check = ["build", "lint", "test", "typecheck"];
    for (const { name, targets } of projects.filter(({ layer }) => layer !== "fixture"))
      expect(targets, `${name}: the pull request's check is cached`).toEqual(expect.arrayContaining(check));
  });
  const project = (name: string, layer: string, needs: readonly string[], dependencies: readonly string[] = []): Project => ({
    name,
    layer,
    needs,
    dependencies,
  });
  const house = [
    project("roof", "roof", ["a"], ["a"]),
    project("a", "room", ["ground", "t"], ["ground"]),
    project("b", "room", []),
    project("ground", "ground", []),
    project("t", "testing", ["a"]),
  ];
  it.each([
    ["a room that needs a room", [...house, project("c", "room", ["a"])], ["c (room) needs a (room)."]],
    ["a ground that needs a room", [...house, project("g", "ground", ["a"])], ["g (ground) needs a (room)."]],
    ["a ground whose tests need what needs it", [...house, project("g", "ground", ["t"])], ["g (ground) needs t (testing)."]],
    ["a testing tool that is published with", [...house, project("c", "room", ["t"], ["t"])], ["c (room) is published with t (testing)."]],
    ["a project without a layer", [...house, project("c", "", [])], ["c has no known layer: `nx.tags` of its package.json names none."]],
    ["a fixture that needs something", [...house, project("f", "fixture", ["a"])], ["f is a fixture and needs a."]],
  ])("%s is a fault", (_, projects, faults) => {
    expect(graphFaults(house)).toEqual([]);
    expect(graphFaults(projects)).toEqual(faults);
  });
});

describe("project references", () => {
  it("lead downwards only, and to all that a package's sources import", () => {
    const references = referencesOf(workspace);
    expect(references.find(({ folder }) => folder === "packages/cli")?.leadTo).toContain("packages/repo-model");
    expect(referenceFaults(references)).toEqual([]);
  });
  it.each([
    ["to a sibling", { folder: "packages/doc-sync", leadTo: ["packages/repo-model", "packages/hook-config"] }, "leads to packages/hook-config"],
    ["upwards", { folder: "packages/repo-model", leadTo: ["packages/cli"] }, "leads to packages/cli"],
  ])("one %s is a fault", (_, reference, said) => {
    expect(referenceFaults([{ ...reference, imports: [] }])).toEqual([`the project references of ${reference.folder}: one ${said}.`]);
  });
  it("one that is missing is a fault", () => {
    expect(referenceFaults([{ folder: "packages/doc-sync", leadTo: [], imports: ["packages/repo-model"] }])).toEqual([
      "the project references of packages/doc-sync: none leads to packages/repo-model, which is imported.",
    ]);
  });
});

describe("rooms of repo-model", () => {
  it("have no arrow upwards, no circle and no barrel", () => {
    expect(Object.keys(sources).length).toBeGreaterThan(100);
    expect(roomFaults(sources)).toEqual([]);
  });
  it("are exported each by its own name", () => {
    const manifest = JSON.parse(readFileSync(join(ground, "package.json"), "utf8")) as { readonly exports: Readonly<Record<string, unknown>> };
    expect(exportFaults(manifest.exports)).toEqual([]);
    expect(exportFaults({ ...manifest.exports, ".": "./dist/index.js" })).toEqual(["repo-model exports ., which is no room."]);
  });
  it.each([
    ["an arrow upwards", "text/zz.ts", 'import { a } from "../check/index.js";', ["text/zz.ts:1: an arrow upwards, from text to check."]],
    ["one of a type alone", "tree/zz.ts", 'import type { A } from "../sections/index.js";', ["tree/zz.ts:1: an arrow upwards, from tree to sections."]],
    [
      "one that is taken lazily",
      "config/zz.ts",
      'const a = async () => import("../report/index.js");',
      ["config/zz.ts:1: an arrow upwards, from config to report."],
    ],
    ["one in a type position", "git/zz.ts", 'type A = import("../config/index.js").A;', ["git/zz.ts:1: an arrow upwards, from git to config."]],
    ["one round a corner", "data/x/zz.ts", 'import "../../x/../command/io.js";', ["data/x/zz.ts:1: an arrow upwards, from data to command."]],
    ["a circle on one floor", "tree/zz.ts", 'import { a } from "../git/index.js";', ["the rooms git → tree → git stand in a circle."]],
    ["a barrel", "index.ts", 'export * from "./text/index.js";', ["index.ts: lies in no known room; a file over the rooms is a barrel."]],
    [
      "a room that re-exports another",
      "git/zz.ts",
      'export { a } from "../text/index.js";',
      ["git/zz.ts:1: git re-exports from text; each room is imported by its own name."],
    ],
    ["a drawer", "util/zz.ts", "export const a = 1;", ["util/zz.ts: lies in no known room; a file over the rooms is a barrel."]],
    ["a check", "check/zz.ts", 'import { a } from "@caio/doc-sync";', ["check/zz.ts:1: the ground imports the package @caio/doc-sync."]],
    ["a way out", "text/zz.ts", 'import a from "../../package.json";', ["text/zz.ts:1: ../../package.json leads out of the rooms."]],
  ])("%s is a fault", (_, path, text, faults) => {
    const others = { "git/open.ts": 'import type { A } from "../tree/index.js";', "tree/a.ts": 'import { a } from "../text/index.js";' };
    expect(roomFaults(others)).toEqual([]);
    expect(roomFaults({ ...others, [path]: text })).toEqual(faults);
  });
});

it("imports of every form are seen, and text that only looks like one is not", () => {
  const text =
    'import a from "a";\nimport "b";\nexport * from "c";\nconst d = await import("d");\ntype E = import("e").E;\n// import "x"\nconst s = \'import "y"\';\n';
  expect(importsOf("a.ts", text).map(({ specifier, line }) => `${specifier}:${line}`)).toEqual(["a:1", "b:2", "c:3", "d:4", "e:5"]);
});
