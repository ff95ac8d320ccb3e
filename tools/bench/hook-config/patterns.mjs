// `node tools/bench/hook-config/patterns.mjs GATHERED...`: the patterns and paths that `gather.py` has found, judged by CPython and by caio: whether a
// pattern is one, and which of the paths it matches. Every difference is printed; the exit code is 1 where there is one.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pythonFault, pythonMatcher } from "../../../packages/repo-model/dist/patterns/index.js";

const python = fileURLToPath(new URL("../../../.peers/py-pre-commit/bin/python", import.meta.url));
const oracle = fileURLToPath(new URL("oracle.py", import.meta.url));
const most = Number(process.env["CAIO_BENCH_PATHS"] ?? 8000);
const gathered = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const where = new Map(gathered.flatMap(({ patterns }) => Object.entries(patterns)));
const all = [...new Set(gathered.flatMap(({ paths }) => paths))];
const paths = all.filter((_path, index) => index % Math.max(1, Math.ceil(all.length / most)) === 0);
const patterns = [...where.keys()];
const kinds = {};
for (const place of where.values()) {
  const name = place.replace(/^.*\//, "").replace(/^.*: /, "");
  kinds[name] = (kinds[name] ?? 0) + 1;
}
const result = {
  repositories: gathered.length,
  patterns: patterns.length,
  paths: paths.length,
  refused: 0,
  verdictDiffers: 0,
  pairs: 0,
  matches: 0,
  differ: 0,
  tooSlow: 0,
};
for (let from = 0; from < patterns.length; from += 400) {
  const part = patterns.slice(from, from + 400);
  const input = JSON.stringify({ mode: "regex", patterns: part, texts: paths });
  const answers = JSON.parse(execFileSync(python, [oracle], { input, encoding: "utf8", maxBuffer: 1 << 30, stdio: ["pipe", "pipe", "ignore"] }));
  for (const [index, wanted] of answers.entries()) {
    const pattern = part[index];
    const fault = pythonFault(pattern);
    if ((fault === undefined) !== (wanted !== null)) {
      result.verdictDiffers++;
      console.log({ pattern, python: wanted !== null, caio: fault?.message ?? "takes it", where: where.get(pattern) });
      continue;
    }
    if (wanted === null) {
      result.refused++;
      continue;
    }
    const matches = pythonMatcher(pattern);
    const found = new Set(wanted);
    for (const [at, path] of paths.entries()) {
      result.pairs++;
      let ours;
      try {
        ours = matches(path);
      } catch (error) {
        result.tooSlow++;
        console.log({ pattern, path, message: error.message });
        continue;
      }
      if (ours) result.matches++;
      if (ours === found.has(at)) continue;
      result.differ++;
      if (result.differ < 50) console.log({ pattern, path, python: found.has(at), caio: ours, where: where.get(pattern) });
    }
  }
}
console.table(kinds);
console.log(result);
process.exitCode = result.verdictDiffers + result.differ > 0 ? 1 : 0;
