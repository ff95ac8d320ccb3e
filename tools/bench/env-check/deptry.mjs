// `node tools/bench/env-check/deptry.mjs PROJECT VENV [deptry options]`: env-check beside deptry on one project with its dependencies installed,
// for each (rule, import root). Prints what differs, one line each, and the counts. PROJECT is copied: it is not written to.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { scanImports } from "../../../packages/env-check/dist/index.js";

const [project, venv, ...more] = process.argv.slice(2);
const bin = fileURLToPath(new URL("../../../packages/cli/dist/bin.cjs", import.meta.url));
const deptryBin = process.env.DEPTRY ?? fileURLToPath(new URL("../../../.peers/bin/deptry", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "caio-deptry-"));
const root = join(folder, basename(project));
cpSync(project, root, { recursive: true, filter: (path) => !/\/(?:\.git|\.venv|node_modules)$/.test(path) });
const canonical = (name) => name.toLowerCase().replace(/[-_.]+/g, "-");
const env = { ...process.env, VIRTUAL_ENV: venv, PATH: `${venv}/bin:${process.env.PATH}` };

// deptry leaves out tests and setup.py; what is not the project itself is left out for both.
const apart = ["docs", "doc", "examples", "demos", "samples", "scripts", "tasks", "tools", "benchmarks", "integration", "sites", "ci", ".github"];
const apartFiles = ["noxfile.py", "tasks.py", "conftest.py"];
const excluded = new RegExp(
  `(?:^|/)tests?/|^(?:setup\\.py$|venv/|\\.venv/|(?:${apart.join("|").replaceAll(".", "\\.")})/|(?:${apartFiles.join("|").replaceAll(".", "\\.")})$)`,
);
const report = join(folder, "deptry.json");
const python = execFileSync("sh", ["-c", `ls -d ${venv}/lib/python3*/site-packages`], { encoding: "utf8" }).trim();
// deptry looks into the environment that it runs in.
const first = readdirSync(existsSync(join(root, "src")) ? join(root, "src") : root)
  .map((name) => name.replace(/\.py$/, ""))
  .filter((name) => /^[a-z_]\w*$/i.test(name));
// Extras for those who work on the project are groups, as its own documentation says.
const manifest = existsSync(join(root, "pyproject.toml")) ? readFileSync(join(root, "pyproject.toml"), "utf8") : "";
const extras = [...(/^\[project\.optional-dependencies\]$([^]*?)(?=^\[|$(?![^]))/m.exec(manifest)?.[1]?.matchAll(/^["']?([\w.-]+)["']? *=/gm) ?? [])].map(
  ([, name]) => name,
);
const forDevelopers = extras.filter((name) =>
  /^(?:tests?|testing|tests?[-_].*|dev|develop|development|docs?|documentation|lint|style|typing|release|ci|all)$/i.test(name),
);
const developers = forDevelopers.length > 0 ? ["--optional-dependencies-dev-groups", forDevelopers.join(",")] : [];
const run = spawnSync(
  deptryBin,
  [
    ".",
    ...first.flatMap((name) => ["--known-first-party", name]),
    "-o",
    report,
    "--extend-exclude",
    `^(${apart.join("|")})/`,
    "--extend-exclude",
    `^(${apartFiles.join("|")})$`,
    "--extend-exclude",
    "(^|/)tests?/",
    ...developers,
    ...more,
  ],
  { cwd: root, env: { ...env, PYTHONPATH: python }, encoding: "utf8" },
);
let theirs;
try {
  theirs = JSON.parse(readFileSync(report, "utf8"));
} catch {
  console.log(`deptry failed: ${run.stderr.trim().split("\n").at(-1)}`);
  theirs = [];
}
writeFileSync(
  join(root, "caio.yaml"),
  `env-check:\n  files: ["/**/*.py"]\n  rules: { unused-declaration: warning, undeclared-command: off }\nignore: ${JSON.stringify(["**/tests/**", "**/test/**", "/setup.py", ...apart.map((name) => `/${name}/**`), ...apartFiles.map((name) => `/${name}`)])}\n`,
);
const ours = JSON.parse(
  spawnSync(process.execPath, [bin, "env-check", "--reporter", "json"], { cwd: root, env, encoding: "utf8", maxBuffer: 1 << 28 }).stdout,
).findings;

const verdicts = new Map();
const put = (side, key, rule) => verdicts.set(key, { ...verdicts.get(key), [side]: [...(verdicts.get(key)?.[side] ?? []), rule] });
for (const { error, module } of theirs)
  put("deptry", error.code === "DEP002" ? `dependency ${canonical(module)}` : `import ${module.split(".")[0]}`, error.code);
const codes = {
  "undeclared-import": "DEP001",
  "ambiguous-import": "DEP001",
  "unused-declaration": "DEP002",
  "transitive-only": "DEP003",
  "declared-elsewhere": "DEP004",
};
for (const { rule, data } of ours) {
  const code = codes[rule.slice("env-check/".length)];
  // What an environment of tox lacks is no import of the project.
  if (code !== undefined && data.environment === undefined)
    put("caio", code === "DEP002" ? `dependency ${canonical(data.distribution)}` : `import ${data.import.split(".")[0]}`, code);
}
// All that could have been told of: the import roots, and the declared names.
const files = execFileSync("sh", ["-c", "find . -name '*.py' -type f"], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 })
  .split("\n")
  .map((path) => path.replace(/^\.\//, ""));
const roots = new Set();
// Roots that some import takes without a condition.
const plain = new Set();
for (const path of files)
  if (path !== "" && !excluded.test(path))
    for (const { level, module, context, isGuarded } of scanImports(readFileSync(join(root, path)))) {
      if (level > 0) continue;
      const [name] = module.split(".");
      roots.add(name);
      if (context.length === 0 && isGuarded !== true) plain.add(name);
    }
const causeOf = (key) => {
  const [kind, name] = key.split(" ");
  if (kind === "import") return plain.has(name) ? "to be judged" : "only under a condition, in a function or for types";
  const line = manifest.split("\n").find((one) => canonical(one).includes(`"${name}`) || canonical(one).includes(`'${name}`));
  return line?.includes(";") ? "declared under a marker" : "to be judged";
};
for (const name of roots) if (!verdicts.has(`import ${name}`)) verdicts.set(`import ${name}`, {});
let same = 0;
const all = [...verdicts].toSorted(([a], [b]) => (a < b ? -1 : 1));
for (const [key, { deptry = [], caio = [] }] of all) {
  const [a, b] = [[...new Set(deptry)].toSorted().join(), [...new Set(caio)].toSorted().join()];
  if (a === b) same++;
  else console.log(`${basename(project)}\t${key}\tdeptry ${a || "-"}\tcaio ${b || "-"}\t${causeOf(key)}`);
}
console.log(`${basename(project)}: ${same} of ${all.length} the same (${theirs.length} by deptry)`);
rmSync(folder, { recursive: true });
