// `node tools/bench/adr-gate/gate.mjs [RUNS] [DANGER]`: the gate's command on a repository of 7,500 files, beside a Danger rule that does the same where there is one.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const workspace = fileURLToPath(new URL("../../..", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "caio-7500-"));
const git = (...args) => execFileSync("git", ["-C", root, "-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { encoding: "utf8" });
const write = (path, text) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
git("init", "-q", "-b", "main");
write("caio.yaml", "adr-gate:\n  guardrails: [configs/constants/**, caio/control/**]\n");
for (let index = 1; index <= 60; index++)
  write(`docs/adr/${String(index).padStart(4, "0")}-x.md`, `# ${index}. x\n\n## Status\n\nAccepted\n\n## Context\n\n${"Why. ".repeat(200)}\n`);
for (let index = 0; index < 7438; index++) write(`src/${index % 60}/${index % 13}/file${index}.py`, `A = ${index}\n`);
write("configs/constants/a.yaml", "limit: 10\n");
git("add", "-A");
git("commit", "-qm", "base");
git("switch", "-qc", "change");
write("configs/constants/a.yaml", "limit: 20\n");
git("commit", "-qam", "change");
const body = join(root, ".git", "body.md");
writeFileSync(body, "Raise the limit, as decided in ADR-0099.\n");
const danger = process.argv[3] ?? join(workspace, ".peers/bin/danger");
const dangerfile = join(root, ".git", "dangerfile.js");
writeFileSync(
  dangerfile,
  `const { readFileSync } = require("node:fs");
const guarded = [...danger.git.modified_files, ...danger.git.created_files, ...danger.git.deleted_files].filter((path) => /^(?:configs\\/constants|caio\\/control)\\//.test(path));
if (guarded.length > 0 && !/ADR-\\d+/.test(readFileSync(${JSON.stringify(body)}, "utf8").replace(/ADR-0099/, ""))) fail("needs a decision");\n`,
);
const contenders = [
  ["node alone", [process.execPath, "-e", "0"], 0],
  ["caio-adr-gate", [process.execPath, join(workspace, "packages/adr-gate/dist/bin.cjs"), "--base", "main", "--body-file", body], 1],
  ...(existsSync(danger) ? [["danger local", [danger, "local", "--base", "main", "--dangerfile", dangerfile, "--failOnErrors"], 1]] : []),
];
/** Processor time of ended children in ms, as /proc tells it; 0 elsewhere. */
const childTime = () =>
  existsSync("/proc/self/stat")
    ? readFileSync("/proc/self/stat", "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")
        .slice(13, 15)
        .reduce((sum, ticks) => sum + Number(ticks) * 10, 0)
    : 0;
const times = new Map(contenders.map(([name]) => [name, []]));
const cost = new Map(contenders.map(([name]) => [name, []]));
for (let run = 0; run <= Number(process.argv[2] ?? 11); run++) {
  for (const [name, [program, ...args], code] of contenders) {
    const start = performance.now();
    const before = childTime();
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: "utf8" });
    if (status !== code) throw new Error(`${name} ended with ${status}: ${stdout}${stderr}`);
    if (run > 0) times.get(name).push(performance.now() - start);
    if (run > 0) cost.get(name).push(childTime() - before);
  }
}
rmSync(root, { recursive: true });
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
for (const [name, list] of times)
  console.log(
    `${name.padEnd(14)} median ${median(list).toFixed(0)} ms, fastest ${Math.min(...list).toFixed(0)} ms; processor ${median(cost.get(name)).toFixed(0)} ms`,
  );
if (!existsSync(danger)) console.log("danger is missing: `npm install danger` below `.peers`");
process.exitCode = median(times.get("caio-adr-gate")) > 300 ? 1 : 0;
