// `node tools/bench/env-check/imports.mjs FOLDER...`: scanImports beside CPython's `ast` on every Python file below folders, and its speed.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { scanImports } from "../../../packages/env-check/dist/index.js";

const oracle = fileURLToPath(new URL("imports-oracle.py", import.meta.url));
const python = process.env.PYTHON ?? "python3";
const lines = execFileSync(python, [oracle, ...process.argv.slice(2)], { encoding: "utf8", maxBuffer: 1 << 30 })
  .split("\n")
  .filter((line) => line !== "");
const key = ([line, level, module, context, via]) => JSON.stringify([line, level, module, [...context].toSorted(), via ?? null]);
let imports = 0;
let wrong = 0;
let bytes = 0;
let time = 0;
const sources = lines.map((line) => JSON.parse(line)).map(([path, wanted]) => ({ path, wanted, bytes: readFileSync(path) }));
for (const { path, wanted, bytes: raw } of sources) {
  const start = performance.now();
  const found = scanImports(raw);
  time += performance.now() - start;
  bytes += raw.length;
  // Plugins of pytest are a list in a variable, which is no call.
  const actual = found.filter(({ via }) => via !== "pytest_plugins").map((one) => key([one.line, one.level, one.module, one.context, one.via]));
  const expected = wanted.map(key);
  imports += expected.length;
  const [a, b] = [new Map(), new Map()];
  for (const one of actual) a.set(one, (a.get(one) ?? 0) + 1);
  for (const one of expected) b.set(one, (b.get(one) ?? 0) + 1);
  for (const one of new Set([...actual, ...expected])) {
    if ((a.get(one) ?? 0) === (b.get(one) ?? 0)) continue;
    wrong++;
    if (wrong <= 40) console.log(`${path}: ${one} scanned ${a.get(one) ?? 0}, ast ${b.get(one) ?? 0}`);
  }
}
console.log(`${sources.length} files, ${imports} imports, ${wrong} differences; ${(bytes / 1e6).toFixed(1)} MB at ${(bytes / 1e3 / time).toFixed(1)} MB/s`);
process.exitCode = wrong === 0 ? 0 : 1;
