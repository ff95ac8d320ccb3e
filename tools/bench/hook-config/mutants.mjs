// `node tools/bench/hook-config/mutants.mjs [COUNT] CLONE...`: real configurations of the clones' histories, broken COUNT times by a seed, and hostile texts:
// neither migration nor validation may throw, give edits that are not its text, or take long. The slowest are printed.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { migrateConfig, migrateManifest, validateConfig, validateManifest } from "../../../packages/hook-config/dist/index.js";
import { applyEdits } from "../../../packages/repo-model/dist/text/index.js";

const count = Number(/^\d+$/.test(process.argv[2] ?? "") ? process.argv[2] : 100_000);
const folders = process.argv.slice(2).filter((one) => !/^\d+$/.test(one));
const python = fileURLToPath(new URL("../../../.peers/py-pre-commit/bin/python", import.meta.url));
const oracle = fileURLToPath(new URL("oracle.py", import.meta.url));
const texts = JSON.parse(execFileSync(python, [oracle], { input: JSON.stringify({ mode: "histories", folders }), encoding: "utf8", maxBuffer: 1 << 30 }));

let state = 7;
const random = (below) => Math.floor(((state = (state * 48_271) % 2_147_483_647) / 2_147_483_647) * below);
const pieces = [
  "\t",
  "&a ",
  "*a",
  "<<: *a",
  "[",
  "]",
  "{",
  "}",
  ": ",
  "- ",
  "\r\n",
  "\r",
  "\ufeff",
  "---\n",
  "...\n",
  "%YAML 1.1\n",
  "!!str ",
  "!x ",
  "|\n",
  ">-\n",
  "'",
  '"',
  "\\",
  "# ",
  "\0",
  "\u0085",
  "\u2028",
  "\ud800",
  "? ",
  "commit",
  "sha: ",
  "stages: [push]",
  "y",
  "1e3",
  "=",
  "(?x)",
  "(a+)+$",
];
function mutant(text) {
  let result = text;
  for (let turn = 1 + random(4); turn > 0; turn--) {
    const [from, to] = [random(result.length + 1), random(result.length + 1)].toSorted((a, b) => a - b);
    const kind = random(5);
    if (kind === 0) result = result.slice(0, from) + pieces[random(pieces.length)] + result.slice(from);
    else if (kind === 1) result = result.slice(0, from) + result.slice(Math.min(to, from + 1 + random(20)));
    else if (kind === 2) result = result.slice(0, from) + String.fromCharCode(random(0x3000)) + result.slice(from + 1);
    else if (kind === 3) result = result.slice(0, to) + result.slice(from, Math.min(to, from + 200)) + result.slice(to);
    else {
      const lines = result.split("\n");
      lines.splice(random(lines.length), random(3), `${" ".repeat(random(8))}${pieces[random(pieces.length)]}${lines[random(lines.length)]}`);
      result = lines.join("\n");
    }
  }
  return result;
}

const result = { texts: 0, threw: 0, wrongEdits: 0, notIdempotent: 0, migrated: 0, slowestMs: 0 };
const slow = [];
function attempt(text, name) {
  result.texts++;
  const start = process.cpuUsage();
  try {
    for (const [migrate, validate] of [
      [migrateConfig, validateConfig],
      [migrateManifest, validateManifest],
    ]) {
      validate(text);
      const { text: migrated, edits } = migrate(text);
      if (edits.length === 0 ? migrated !== text : applyEdits(text, edits) !== migrated) result.wrongEdits++;
      if (edits.length > 0) {
        result.migrated++;
        if (migrate(migrated).edits.length > 0) result.notIdempotent++;
      }
    }
  } catch (error) {
    result.threw++;
    if (result.threw < 10) console.log(error, JSON.stringify(text).slice(0, 2000));
  }
  const { user, system } = process.cpuUsage(start);
  const milliseconds = (user + system) / 1000;
  result.slowestMs = Math.max(result.slowestMs, milliseconds);
  slow.push({ name: name ?? "", length: text.length, ms: Math.round(milliseconds), text: name === undefined ? text.slice(0, 60) : "" });
  if (slow.length > 2000) slow.splice(0, slow.length, ...slow.toSorted((a, b) => b.ms - a.ms).slice(0, 200));
}

const hook = "repos:\n- repo: local\n  hooks:\n";
// Sizes that double: time that grows fourfold is not linear. CAIO_BENCH_SIZE is the smallest.
const smallest = Number(process.env["CAIO_BENCH_SIZE"] ?? 10_000);
const twice = (make) => [smallest, 2 * smallest, 4 * smallest].map((size) => make(size));
const hostile = {
  "keys of a map": twice((size) => Array.from({ length: size }, (_, at) => `k${at}: ${at}\n`).join("")),
  "the same key": twice((size) => "a: 1\n".repeat(size)),
  "keys of a hook": twice((size) => `${hook}  - id: a\n${Array.from({ length: size }, (_, at) => `    k${at}: ${at}\n`).join("")}`),
  hooks: twice((size) => `${hook}${"  - {id: a, name: a, entry: a, language: system, stages: [commit]}\n".repeat(size)}`),
  repositories: twice((size) => `repos:\n${"- {repo: local, hooks: [{id: a, stages: [push]}]}\n".repeat(size)}`),
  "aliases of one": twice((size) => `x: &a [commit]\nrepos: [{repo: local, hooks: [{id: a, stages: *a}${", {id: b, stages: *a}".repeat(size)}]}]\n`),
  "aliases in turn": twice((size) => `a0: &a0 [commit]\n${Array.from({ length: size }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}]\n`).join("")}`),
  "aliases squared": [12, 24, 48].map(
    (size) => `a0: &a0 [x]\n${Array.from({ length: size }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`).join("")}repos: *a${size}\n`,
  ),
  "merges squared": [12, 24, 48].map(
    (size) => `a0: &a0 {x: 1}\n${Array.from({ length: size }, (_, at) => `a${at + 1}: &a${at + 1} {<<: [*a${at}, *a${at}]}\n`).join("")}repos: [*a${size}]\n`,
  ),
  "merges of one big map": twice(
    (size) => `x: &x {${Array.from({ length: 100 }, (_, at) => `k${at}: 1`).join(", ")}}\n${hook}${"  - {<<: *x, id: a}\n".repeat(size / 10)}`,
  ),
  depth: twice((size) => "[".repeat(size)),
  "depth that is closed": twice((size) => `${"[".repeat(size)}${"]".repeat(size)}`),
  "depth of maps": [500, 1000, 2000].map((size) => Array.from({ length: size }, (_, at) => `${" ".repeat(at)}a:\n`).join("")),
  "list form": twice((size) => `${"- {repo: local, hooks: []}\n".repeat(size)}`),
  "one long line": twice((size) => `a: ${"x ".repeat(size)}`),
  quotes: twice((size) => `a: "${"\\x".repeat(size)}`),
  comments: twice((size) => "# x\n".repeat(size)),
  "evil patterns": twice((size) => `${hook}${"  - {id: a, name: a, entry: a, language: system, files: '^(a+)+$', exclude: '(x|x)*y'}\n".repeat(size / 10)}`),
  "a long pattern": twice((size) => `files: "${"(a|b)?".repeat(size)}"\nrepos: []\n`),
  "a deep pattern": twice((size) => `files: "${"(".repeat(size)}${")".repeat(size)}"\nrepos: []\n`),
  versions: twice((size) => `minimum_pre_commit_version: '${"1.".repeat(size)}1'\nrepos: []\n`),
  stages: twice((size) => `default_stages: [${"commit, ".repeat(size)}push]\nrepos: []\n`),
};
for (const [name, sizes] of Object.entries(hostile)) {
  for (const text of sizes) attempt(text, name);
  console.log(
    name.padEnd(24),
    slow
      .splice(0)
      .map(({ length, ms }) => `${length}: ${ms} ms`)
      .join(", "),
  );
}
slow.splice(0);
result.slowestMs = 0;
for (let at = 0; at < count; at++) attempt(mutant(texts[random(texts.length)]));
console.log("mutants, slowest");
console.table(slow.toSorted((a, b) => b.ms - a.ms).slice(0, 8));
console.log({ from: texts.length, ...result });
process.exitCode = result.threw + result.wrongEdits + result.notIdempotent > 0 ? 1 : 0;
