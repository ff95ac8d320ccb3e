// Faults planted in a copy of the workspace: each is seen by every means that is meant to see it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { graphFaults } from "./graph.js";
import { readGraph } from "./read-graph.js";
import { referenceFaults, referencesOf } from "./references.js";
import { workspaceCopy, type WorkspaceCopy } from "./workspace-copy.js";

let copy: WorkspaceCopy;
let planted: (readonly [path: string, before: string | undefined])[] = [];

beforeAll(() => {
  copy = workspaceCopy(fileURLToPath(new URL("../../..", import.meta.url)));
});
afterEach(() => {
  for (const [path, before] of planted) if (before === undefined) copy.remove(path);
  for (const [path, before] of planted) if (before !== undefined) copy.write(path, before);
  planted = [];
});
afterAll(() => copy.dispose());

function plant(path: string, text: string): void {
  planted.push([path, undefined]);
  copy.write(path, `// Planted.\n${text}\n`);
  // Knip judges what an entry reaches.
  const index = path.replace("planted.ts", "index.ts");
  const before = readFileSync(join(copy.root, index), "utf8");
  planted.push([index, before]);
  copy.write(index, `${before}export { planted } from "./planted.js";\n`);
}
function change(path: string, from: string, to: string): void {
  const before = readFileSync(join(copy.root, path), "utf8");
  expect(before).toContain(from);
  planted.push([path, before]);
  copy.write(path, before.replace(from, to));
}
const lint = (folder: string) => copy.run("oxlint", "--deny-warnings", folder);
const compile = (folder: string) => copy.run("tsc", "-b", folder);
const knip = () => copy.run("knip", "--strict", "--include", "unlisted,unresolved", "--no-progress");

it("as it stands, the copy is clean by every means", () => {
  expect(lint("packages")).toMatchObject({ status: 0 });
  expect(compile("packages/cli")).toMatchObject({ status: 0, printed: "" });
  expect(knip()).toMatchObject({ status: 0 });
  expect(graphFaults(readGraph(copy.root))).toEqual([]);
});

describe("a check that imports its sibling", () => {
  it("is refused by lint, knip, the graph and the test of the references", () => {
    plant("packages/doc-sync/src/planted.ts", 'import { hookConfig } from "@caio/hook-config";\nexport const planted = hookConfig.name;');
    // The compiler itself takes the sibling's sources through node_modules: what refuses it is that no reference may lead there.
    expect(referenceFaults(referencesOf(copy.root))).toEqual([
      "the project references of packages/doc-sync: none leads to packages/hook-config, which is imported.",
    ]);
    expect(lint("packages/doc-sync").printed).toContain("A check imports no package of caio but repo-model.");
    expect(knip().printed).toMatch(/@caio\/hook-config\s+packages\/doc-sync\/src\/planted\.ts/);
    expect(graphFaults(readGraph(copy.root))).toEqual(["@caio/doc-sync (room) needs @caio/hook-config (room)."]);
  });
  it("and declares it, with its reference, is refused by the references and the graph", () => {
    change(
      "packages/doc-sync/tsconfig.lib.json",
      '"path": "../repo-model/tsconfig.lib.json"',
      '"path": "../repo-model/tsconfig.lib.json" }, { "path": "../hook-config/tsconfig.lib.json"',
    );
    expect(referenceFaults(referencesOf(copy.root))).toEqual(["the project references of packages/doc-sync: one leads to packages/hook-config."]);
    change("packages/doc-sync/package.json", '"@caio/repo-model": "^0.1.0"', '"@caio/repo-model": "^0.1.0", "@caio/hook-config": "^0.1.0"');
    expect(graphFaults(readGraph(copy.root))).toEqual([
      "@caio/doc-sync (room) needs @caio/hook-config (room).",
      "@caio/doc-sync (room) is published with @caio/hook-config (room).",
    ]);
  });
});

it("a relative reach across packages is refused by project references, lint and the graph", () => {
  plant("packages/doc-sync/src/planted.ts", 'import { hookConfig } from "../../hook-config/src/index.js";\nexport const planted = hookConfig.name;');
  expect(compile("packages/doc-sync").printed).toMatch(/src\/planted\.ts.*error TS(6059|6307)/);
  expect(lint("packages/doc-sync").printed).toContain("no path reaches across packages");
  expect(graphFaults(readGraph(copy.root))).toEqual(["@caio/doc-sync (room) needs @caio/hook-config (room)."]);
});

it("a check imported from repo-model is refused by project references, lint, knip and the graph", () => {
  plant("packages/repo-model/src/text/planted.ts", 'import { docSync } from "@caio/doc-sync";\nexport const planted = docSync.name;');
  expect(referenceFaults(referencesOf(copy.root))).toEqual([
    "the project references of packages/repo-model: none leads to packages/doc-sync, which is imported.",
  ]);
  change("packages/repo-model/tsconfig.lib.json", '"references": [', '"references": [{ "path": "../doc-sync/tsconfig.lib.json" }, ');
  expect(compile("packages/repo-model").printed).toContain("error TS6202: Project references may not form a circular graph");
  expect(lint("packages/repo-model").printed).toContain("repo-model is the ground");
  expect(knip().printed).toMatch(/@caio\/doc-sync\s+packages\/repo-model\/src\/text\/planted\.ts/);
  expect(graphFaults(readGraph(copy.root))).toEqual(["@caio/repo-model (ground) needs @caio/doc-sync (room)."]);
});

it("a dependency that is missing in package.json is refused by knip", () => {
  change("packages/repo-model/package.json", '    "yaml": "^2.9.1",\n', "");
  const { status, printed } = knip();
  expect(status).toBe(1);
  expect(printed).toMatch(/^yaml\s+packages\/repo-model\/src\//m);
});

it("an arrow upwards between rooms is refused by lint", () => {
  plant("packages/repo-model/src/text/planted.ts", 'import { parseGlob } from "../command/index.js";\nexport const planted = parseGlob;');
  expect(lint("packages/repo-model").printed).toContain("A room imports from its own floor or a lower one");
});
