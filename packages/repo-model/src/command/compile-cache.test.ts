// What V8 made of a module is used again while its file is what it was, and never where it is not whole.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import Module from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script, type ScriptOptions } from "node:vm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CompileCache } from "./compile-cache.js";

/** What V8 said of what it was given for the test's module; undefined where it was given nothing. */
const said = vi.hoisted((): (boolean | undefined)[] => []);
vi.mock("node:vm", async (importOriginal) => {
  const real = await importOriginal<typeof import("node:vm")>();
  class Watched extends real.Script {
    constructor(source: string, options?: ScriptOptions) {
      super(source, options);
      if (options?.filename !== undefined) said.push(this.cachedDataRejected);
    }
  }
  return { ...real, default: real, Script: Watched };
});

let folder: string;
let path: string;
let shelves: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "caio-compiled-"));
  path = join(folder, "a.cjs");
  shelves = join(folder, "cache");
  said.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Body = (exports: { value?: unknown }, require: unknown, module: unknown, filename: string, dirname: string) => void;

/** Writes the module as package managers do: another file in the place of the old one. */
function install(value: number): string {
  const text = `#!/usr/bin/env node\nexports.value = [${value}, __filename];\n`;
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
  return text;
}

/** One run of a program: what the module exports. */
function run(text: string): unknown {
  const cache = new CompileCache(shelves);
  const exports: { value?: unknown } = {};
  (cache.compile(text, path) as Body)(exports, undefined, undefined, path, folder);
  cache.save();
  return exports.value;
}

const written = (): string[] => readdirSync(shelves).map((name) => `${name} ${statSync(join(shelves, name)).ino}`);
const shelf = (): string => join(shelves, readdirSync(shelves)[0] ?? "");

test("the second run uses what the first one wrote, and writes nothing", () => {
  const text = install(1);
  expect(run(text)).toStrictEqual([1, path]);
  const [first] = written();
  expect(run(text)).toStrictEqual([1, path]);
  expect(said).toStrictEqual([undefined, false]);
  expect(written()).toStrictEqual([first]);
});

test("another file of the same length is compiled", () => {
  run(install(1));
  expect(run(install(2))).toStrictEqual([2, path]);
  expect(run(install(2))).toStrictEqual([2, path]);
  expect(said).toStrictEqual([undefined, undefined, undefined]);
});

test.each([
  ["empty", (): Uint8Array => new Uint8Array()],
  ["cut", (bytes: Buffer): Uint8Array => bytes.subarray(0, bytes.length - 1)],
  ["longer", (bytes: Buffer): Uint8Array => Buffer.concat([bytes, bytes])],
  ["of zeros", (bytes: Buffer): Uint8Array => new Uint8Array(bytes.length)],
  ["no list", (bytes: Buffer): Uint8Array => Buffer.concat([bytes.subarray(0, 4), Buffer.from("{}"), bytes.subarray(6)])],
])("a shelf that is %s is as good as none, and is replaced", (_name, broken) => {
  const text = install(1);
  run(text);
  writeFileSync(shelf(), broken(readFileSync(shelf())));
  expect(run(text)).toStrictEqual([1, path]);
  expect(run(text)).toStrictEqual([1, path]);
  expect(said).toStrictEqual([undefined, undefined, false]);
  expect(readdirSync(shelves)).toHaveLength(1);
});

test("where nothing can be written nothing is left, and the module runs", () => {
  writeFileSync(shelves, "no folder");
  expect(run(install(1))).toStrictEqual([1, path]);
  rmSync(shelves);
  const text = install(2);
  run(text);
  // Rows that no file can hold stand in the way of the rename.
  const name = shelf();
  rmSync(name);
  mkdirSync(join(name, "in the way"), { recursive: true });
  expect(run(text)).toStrictEqual([2, path]);
  expect(readdirSync(shelves)).toHaveLength(1);
});

test("what a run that was killed has left is swept; what another run is writing is not", () => {
  run(install(1));
  const [name = ""] = readdirSync(shelves);
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const left = [`${name}.${pid}`, `${name}-thread.${pid}`, `${name}.${process.ppid}`];
  for (const one of left) writeFileSync(join(shelves, one), "half");
  run(install(2));
  expect(readdirSync(shelves).toSorted()).toStrictEqual([name, `${name}.${process.ppid}`]);
});

test("what another thread ran is kept apart", () => {
  const text = install(1);
  run(text);
  const thread = new CompileCache(shelves, "-thread");
  thread.compile(text, path);
  thread.save();
  expect(said).toStrictEqual([undefined, undefined]);
  const names = readdirSync(shelves);
  expect(names.filter((name) => name.endsWith("-thread"))).toHaveLength(1);
  expect(names).toHaveLength(2);
  new CompileCache(shelves, "-thread").compile(text, path);
  expect(said).toStrictEqual([undefined, undefined, false]);
});

// From Node 22.1 on Node keeps it, and V8 has other flags.
const isOurs = !("enableCompileCache" in Module);

test.runIf(isOurs)("what V8 made under other flags is another shelf's", () => {
  const text = install(1);
  run(text);
  setFlagsFromString("--interrupt-budget=500001");
  try {
    run(text);
    run(text);
  } finally {
    setFlagsFromString("--interrupt-budget=67584");
  }
  run(text);
  expect(said).toStrictEqual([undefined, undefined, false, false]);
  expect(readdirSync(shelves)).toHaveLength(2);
});

test.runIf(isOurs)("what was compiled before the flags changed is kept for those, and what comes after them is not mixed up with it", () => {
  const text = install(1);
  const cache = new CompileCache(shelves);
  cache.compile(text, path);
  cache.change();
  setFlagsFromString("--interrupt-budget=500001");
  try {
    cache.compile(text, path);
    // A thread sets V8 up: nobody tells.
    setFlagsFromString("--interrupt-budget=67584");
    cache.save();
  } finally {
    setFlagsFromString("--interrupt-budget=67584");
  }
  expect(readdirSync(shelves)).toHaveLength(1);
  run(text);
  expect(said).toStrictEqual([undefined, undefined, false]);
  expect(new Script("0").createCachedData().length).toBeGreaterThan(16);
});

test("runs beside each other keep what the other wrote, and drop what holds of no file any more", () => {
  const text = install(1);
  const [one, other] = [new CompileCache(shelves), new CompileCache(shelves)];
  const beside = join(folder, "b.cjs");
  writeFileSync(beside, "exports.value = 3;\n");
  one.compile(text, path);
  other.compile("exports.value = 3;\n", beside);
  one.save();
  other.save();
  const both = statSync(shelf()).size;
  expect(run(text)).toStrictEqual([1, path]);
  expect(said).toStrictEqual([undefined, undefined, false]);
  rmSync(beside);
  run(install(2));
  expect(statSync(shelf()).size).toBeLessThan(both);
});
