// `node tools/bench/hook-config/figures.mjs CLONE...`: hook-config beside pre-commit and CPython on the whole histories of clones: migrations,
// validation (real texts and texts broken by a seed), regular expressions on the clones' paths; and the time of a file and of a cold start.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrateConfig, validateConfig } from "../../../packages/hook-config/dist/index.js";
import { parseYamlNow, toValue } from "../../../packages/repo-model/dist/data/index.js";
import { pythonMatcher } from "../../../packages/repo-model/dist/patterns/index.js";
import { applyEdits } from "../../../packages/repo-model/dist/text/index.js";

const peers = fileURLToPath(new URL("../../../.peers/", import.meta.url));
const oracle = fileURLToPath(new URL("oracle.py", import.meta.url));
const bin = fileURLToPath(new URL("../../../packages/hook-config/dist/bin.cjs", import.meta.url));
const folders = process.argv.slice(2);
const ask = (request) =>
  JSON.parse(
    execFileSync(join(peers, "py-pre-commit/bin/python"), [oracle], {
      input: JSON.stringify(request),
      encoding: "utf8",
      maxBuffer: 1 << 30,
      stdio: ["pipe", "pipe", "ignore"],
    }),
  );

const texts = ask({ mode: "histories", folders });

// Migrations: equal, byte for byte; what is different is printed with both texts.
const migrations = { texts: texts.length, changed: 0, equal: 0, differ: 0, notIdempotent: 0, editsDiffer: 0 };
for (const [index, { text: wanted }] of ask({ mode: "migrate", texts }).entries()) {
  const text = texts[index];
  const ours = migrateConfig(text);
  if (ours.text !== text) migrations.changed++;
  if (applyEdits(text, ours.edits) !== ours.text) migrations.editsDiffer++;
  if (migrateConfig(ours.text).edits.length > 0) migrations.notIdempotent++;
  if (ours.text === (wanted ?? text)) migrations.equal++;
  else {
    migrations.differ++;
    console.log(JSON.stringify({ text, ours: ours.text, preCommit: wanted ?? null }));
  }
}

// Validation: real texts, and each once more with a line broken.
let state = 12;
const random = (below) => Math.floor(((state = (state * 48_271) % 2_147_483_647) / 2_147_483_647) * below);
const values = [
  "7",
  "true",
  "null",
  "[]",
  "{}",
  "[a]",
  "[[a]]",
  "'('",
  "[commit]",
  "[pyhton]",
  "system",
  "python_venv",
  "pyton",
  "main",
  "1.5",
  "'99'",
  "src/*",
  "2001-01-01",
];
const broken = texts.map((text) => {
  const lines = text.split("\n");
  const at = random(lines.length);
  const turn = random(3);
  if (turn === 0) lines.splice(at, 1);
  else if (turn === 1) lines[at] = lines[at].replace(/:(?: .*)?$/, `: ${values[random(values.length)]}`);
  else lines.splice(at, 0, lines[random(lines.length)]);
  return lines.join("\n");
});
const validation = { texts: 0, refused: 0, verdictDiffers: 0, firstKeysDiffer: 0 };
const judged = [...texts, ...broken];
for (const [index, { valid, keys, crash }] of ask({ mode: "config", texts: judged }).entries()) {
  const ours = validateConfig(judged[index]);
  validation.texts++;
  if (!valid) validation.refused++;
  if (ours.valid !== valid) validation.verdictDiffers++;
  else if (!valid && crash === undefined && JSON.stringify(ours.errors[0].keys) !== JSON.stringify(keys)) validation.firstKeysDiffer++;
}

// Regular expressions of all versions on the paths of today.
const patterns = new Set();
for (const text of texts) {
  const root = toValue(parseYamlNow(text, "pyyaml").root);
  const repositories = Array.isArray(root) ? root : (root?.repos ?? []);
  for (const one of [
    root,
    ...(Array.isArray(repositories) ? repositories : []).flatMap((repository) => (Array.isArray(repository?.hooks) ? repository.hooks : [])),
  ])
    for (const key of ["files", "exclude"]) if (typeof one?.[key] === "string") patterns.add(one[key]);
}
const paths = folders.flatMap((folder) => {
  const all = spawnSync("git", ["-C", folder, "ls-tree", "-r", "--name-only", "HEAD"], { encoding: "utf8", maxBuffer: 1 << 28 })
    .stdout.split("\n")
    .filter(Boolean);
  return all.filter((_path, index) => index % Math.max(1, Math.floor(all.length / 60)) === 0);
});
const regex = { patterns: patterns.size, paths: paths.length, pairs: 0, differ: 0 };
for (const [index, wanted] of ask({ mode: "regex", patterns: [...patterns], texts: paths }).entries()) {
  if (wanted === null) continue;
  const matches = pythonMatcher([...patterns][index]);
  const found = new Set(wanted);
  for (const [at, path] of paths.entries()) {
    regex.pairs++;
    if (matches(path) !== found.has(at)) regex.differ++;
  }
}

// Time: files in one process; pre-commit by process; both cold on one file.
const timed = (run) => {
  const start = performance.now();
  run();
  return performance.now() - start;
};
const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];
const folder = mkdtempSync(join(tmpdir(), "caio-hook-config-"));
execFileSync("git", ["init", "-q", folder]);
const many = texts.slice(0, 1000);
const each = timed(() => many.forEach((text) => migrateConfig(text))) / many.length;
const [migrating, validating, cold] = [[], [], []];
for (let turn = 0; turn < 9; turn++) {
  writeFileSync(join(folder, ".pre-commit-config.yaml"), many[(turn * 37) % many.length]);
  execFileSync("git", ["-C", folder, "add", "-A"]);
  migrating.push(timed(() => spawnSync(join(peers, "bin/pre-commit"), ["migrate-config"], { cwd: folder })));
  validating.push(timed(() => spawnSync(join(peers, "bin/pre-commit"), ["validate-config"], { cwd: folder })));
  cold.push(timed(() => spawnSync(process.execPath, [bin], { cwd: folder })));
}
rmSync(folder, { recursive: true });
const time = {
  files: many.length,
  msAFile: each,
  preCommitMs: median(migrating),
  faster: median(migrating) / each,
  coldMs: median(cold),
  validateConfigMs: median(validating),
  coldRatio: median(cold) / median(validating),
};
console.log({ migrations, validation, regex, time });
