// `node tools/bench/env-check/seeds.mjs PROJECTS-FOLDER [NAME]`: faults put into copies of real projects, and whether env-check finds them.
// Prints what it says of each project as it is (to be judged by hand), each fault that is not found, and the counts.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { faults as first } from "./faults.mjs";
import { faults as unseen } from "./faults-unseen.mjs";

const [projects, only] = process.argv.slice(2);
const bin = fileURLToPath(new URL("../../../packages/cli/dist/bin.cjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "caio-seeds-"));

function judge(root) {
  const { stdout } = spawnSync(process.execPath, [bin, "env-check", "--reporter", "json"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, VIRTUAL_ENV: "" },
  });
  return JSON.parse(stdout).findings.map(({ rule, severity, path, start, message }) => ({
    rule: rule.slice("env-check/".length),
    severity,
    place: `${path}:${start.line}`,
    message,
  }));
}

const key = ({ rule, message }) => `${rule} ${message}`;
let found = 0;
let total = 0;
let alarms = 0;
for (const [project, list] of Object.entries({ ...first, ...unseen })) {
  if ((only !== undefined && only !== project) || !existsSync(join(projects, project))) continue;
  const root = join(folder, project);
  cpSync(join(projects, project), root, { recursive: true, filter: (path) => !/\/(?:\.git|node_modules)$/.test(path) });
  const before = judge(root);
  for (const { rule, severity, place, message } of before) {
    if (severity !== "note") alarms++;
    console.log(`${project}: as it is: ${severity} ${rule} ${place} ${message}`);
  }
  const known = new Set(before.map(key));
  for (const { name, file, from, to, rename, write, rules, about } of list) {
    total++;
    const copies = [];
    const keep = (path) => copies.push([path, existsSync(join(root, path)) ? readFileSync(join(root, path)) : undefined]);
    let isMade = true;
    for (const [path, pattern, text] of file === undefined ? [] : [].concat(file).map((one) => [one, from, to])) {
      keep(path);
      const old = readFileSync(join(root, path), "utf8");
      const changed = old.replace(pattern, text);
      if (changed === old) isMade = false;
      writeFileSync(join(root, path), changed);
    }
    for (const [path, text] of Object.entries(write ?? {})) {
      keep(path);
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    if (rename !== undefined) renameSync(join(root, rename[0]), join(root, rename[1]));
    const fresh = judge(root).filter((one) => !known.has(key(one)));
    const isFound = fresh.some(({ rule, message }) => rules.includes(rule) && message.toLowerCase().includes(about.toLowerCase()));
    if (isFound) found++;
    else
      console.log(
        `${project}: not found${isMade ? "" : " (the fault could not be made)"}: ${name}; said: ${fresh.map(key).slice(0, 3).join(" | ") || "nothing"}`,
      );
    if (rename !== undefined) renameSync(join(root, rename[1]), join(root, rename[0]));
    for (const [path, bytes] of copies) {
      if (bytes === undefined) rmSync(join(root, path));
      else writeFileSync(join(root, path), bytes);
    }
  }
  rmSync(root, { recursive: true });
}
rmSync(folder, { recursive: true });
console.log(`${found} of ${total} faults found; ${alarms} errors and warnings on the projects as they are`);
