// `node tools/bench/startup/startup.mjs [RUNS]`: what a process and a small run cost, all in turn in one run, beside Node that does nothing and the peers.
// Peers come from `tools/peers`; LYCHEE names lychee. A goal on a busy machine is judged by the fastest run.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const workspace = fileURLToPath(new URL("../../..", import.meta.url));
const runs = Number(process.argv[2] ?? 11);
const top = mkdtempSync(join(tmpdir(), "caio-startup-"));
const bin = (name) => join(workspace, "packages", name, "dist/bin.cjs");
const peer = (name) => join(workspace, ".peers/bin", name);
const lychee = process.env.LYCHEE ?? peer("lychee");
for (const program of [peer("pre-commit"), peer("gitleaks"), lychee]) if (!existsSync(program)) throw new Error(`${program} is missing.`);

/** A git repository with one commit of `files`, and a way to write more. */
function repository(name, files) {
  const root = join(top, name);
  mkdirSync(root);
  const git = (...args) => execFileSync("git", ["-C", root, "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "gc.auto=0", ...args]);
  const write = (more) => {
    for (const [path, text] of Object.entries(more)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  };
  git("init", "-q", "-b", "main");
  write(files);
  git("add", "-A");
  git("commit", "-qm", "base");
  return { root, git, write };
}
const python = (index) => `# Module ${index}.\n${`def step_${index}(value):\n    return value + ${index}\n\n\n`.repeat(10)}`;
const many = (count, path, text) => Object.fromEntries(Array.from({ length: count }, (_, index) => [path(index), text(index)]));

// One file: a configuration with hooks of five repositories, written as it is today.
const hook = (id) => `  - id: ${id}\n    args: [--quiet]\n    exclude: ^vendor/\n`;
const configuration = `repos:\n${fiveRepositories()}`;
/** Five repositories with two hooks each. */
function fiveRepositories() {
  return Array.from(
    { length: 5 },
    (_, index) => `- repo: https://github.com/example/hooks-${index}\n  rev: v1.${index}.0\n  hooks:\n${hook("a")}${hook("b")}`,
  ).join("");
}
const single = repository("single", { ".pre-commit-config.yaml": configuration });

// A commit hook: one changed file in a repository of 1,000.
const local = (id, entry, types) => `  - id: ${id}\n    name: ${id}\n    language: system\n    entry: ${entry}\n${types}`;
const hooks = `repos:\n- repo: local\n  hooks:\n${local("gitleaks", `${peer("gitleaks")} git --staged --no-banner .`, "    pass_filenames: false\n")}${local(
  "check-yaml",
  `${join(workspace, ".peers/py-pre-commit/bin/python")} -c "import sys, yaml; [list(yaml.safe_load_all(open(path))) for path in sys.argv[1:]]"`,
  "    types: [yaml]\n",
)}${local("lychee", `${lychee} --offline --no-progress`, "    types: [markdown]\n")}`;
const commit = repository("commit", {
  ".pre-commit-config.yaml": hooks,
  "README.md": "# Bench\n\n[guide](docs/guide-1.md)\n",
  ...many(900, (index) => `src/part_${index % 30}/module_${index}.py`, python),
  ...many(
    98,
    (index) => `docs/guide-${index}.md`,
    (index) => `# Guide ${index}\n\n${`A line with a [link](guide-${(index + 1) % 98}.md).\n\n`.repeat(20)}`,
  ),
});
// Markdown, so that one of pre-commit's hooks beside gitleaks has a file.
commit.write({ "docs/guide-2.md": "# Guide 2\n\nNow with a [link](guide-3.md).\n" });
commit.git("add", "-A");

const gate = repository("gate", {
  "caio.yaml": "adr-gate:\n  guardrails: [configs/constants/**, caio/control/**]\n",
  "configs/constants/a.yaml": "limit: 10\n",
  ...many(
    60,
    (index) => `docs/adr/${String(index + 1).padStart(4, "0")}-x.md`,
    (index) => `# ${index + 1}. x\n\n## Status\n\nAccepted\n\n## Context\n\n${"Why. ".repeat(200)}\n`,
  ),
  ...many(
    7438,
    (index) => `src/${index % 60}/${index % 13}/file${index}.py`,
    (index) => `A = ${index}\n`,
  ),
});
gate.git("switch", "-qc", "change");
gate.write({ "configs/constants/a.yaml": "limit: 20\n" });
gate.git("commit", "-qam", "change");
const body = join(gate.root, ".git/body.md");
writeFileSync(body, "Raise the limit, as decided in ADR-0007.\n");

// A virtual environment with 50 distributions, all declared and imported.
const packages = Array.from({ length: 50 }, (_, index) => `sample_${index}`);
const doctor = repository("doctor", {
  ".gitignore": ".venv/\n",
  ".pre-commit-config.yaml": `repos:\n- repo: local\n  hooks:\n${local("test", "python -m pytest tests", "    pass_filenames: false\n")}`,
  "requirements.txt": `pytest\n${packages.map((name) => `${name}==1.0\n`).join("")}`,
  "tests/test_all.py": packages.map((name) => `import ${name}\n`).join(""),
});
const site = ".venv/lib/python3.11/site-packages";
doctor.write({ ".venv/pyvenv.cfg": "home = /usr/bin\nversion = 3.11.2\n" });
for (const name of [...packages, "pytest"])
  doctor.write({
    [`${site}/${name}/__init__.py`]: "",
    [`${site}/${name}-1.0.dist-info/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\n`,
    [`${site}/${name}-1.0.dist-info/RECORD`]: `${name}/__init__.py,,\n${name}-1.0.dist-info/METADATA,,\n${name}-1.0.dist-info/RECORD,,\n`,
    [`${site}/${name}-1.0.dist-info/INSTALLER`]: "pip\n",
  });
mkdirSync(join(doctor.root, ".venv/bin"));
symlinkSync("/usr/bin/python3", join(doctor.root, ".venv/bin/python"));

const node = process.execPath;
const home = { PRE_COMMIT_HOME: join(top, "home") };
// The doctor finds what this machine lacks, such as a hook manager; its exit code is 1 then.
const active = { VIRTUAL_ENV: join(doctor.root, ".venv"), PATH: `${join(doctor.root, ".venv/bin")}:${dirname(node)}:${process.env.PATH}` };
const contenders = [
  ["node -e 0", [node, "-e", "0"], top],
  ["caio --version", [node, bin("cli"), "--version"], top],
  ["caio --help", [node, bin("cli"), "--help"], top],
  ["caio-hook-config, one file", [node, bin("hook-config")], single.root],
  ["caio hook-config, one file", [node, bin("cli"), "hook-config"], single.root],
  ["pre-commit validate-config", [peer("pre-commit"), "validate-config"], single.root, home],
  ["caio-secret-scan --staged", [node, bin("secret-scan"), "--staged"], commit.root],
  ["gitleaks git --staged", [peer("gitleaks"), "git", "--staged", "--no-banner", "."], commit.root],
  ["caio --staged, five checks", [node, bin("cli"), "--staged"], commit.root],
  ["pre-commit run, three hooks", [peer("pre-commit"), "run"], commit.root, home],
  ["caio-adr-gate, 7,500 files", [node, bin("adr-gate"), "--base", "main", "--body-file", body], gate.root],
  ["caio env-check doctor, 50", [node, bin("cli"), "env-check", "doctor"], doctor.root, active],
];
// For NODE_EXTRA_CA_CERTS every process of Node parses certificates at its start, whoever's it is.
const { NODE_EXTRA_CA_CERTS: _certificates, ...own } = process.env;
const commands = contenders.map(([, argv, cwd, more]) => ({ argv, cwd, env: { ...own, ...more } }));
const { status, stdout, stderr } = spawnSync("python3", [fileURLToPath(new URL("../measure.py", import.meta.url))], {
  input: JSON.stringify({ runs, commands }),
  encoding: "utf8",
  maxBuffer: 2 ** 28,
});
rmSync(top, { recursive: true, force: true, maxRetries: 5 });
if (status !== 0) throw new Error(stderr);

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const cost = new Map(
  JSON.parse(stdout).map((samples, index) => {
    const [name] = contenders[index];
    const odd = samples.find(({ status }) => status !== 0 && !(contenders[index][3] === active && status === 1));
    if (odd !== undefined) console.log(`! ${name} ended with ${odd.status}.`);
    const walls = samples.map(({ wall }) => wall * 1000);
    const cpus = samples.map(({ cpu }) => cpu * 1000);
    return [name, { wall: Math.min(...walls), cpu: Math.min(...cpus), walls: median(walls), cpus: median(cpus) }];
  }),
);
const [bare] = cost.values();
console.log(`Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}, ${runs} runs in turn; ms, fastest (median)`);
for (const [name, { wall, cpu, walls, cpus }] of cost)
  console.log(
    `${name.padEnd(28)} wall ${wall.toFixed(0).padStart(5)} (${walls.toFixed(0).padStart(5)})   CPU ${cpu.toFixed(0).padStart(5)} (${cpus.toFixed(0).padStart(5)})   ${(cpu / bare.cpu).toFixed(2)}× Node's CPU`,
  );
let missed = 0;
/** One goal, by wall time and by processor time. */
function goal(text, most, of) {
  const [wall, cpu] = ["wall", "cpu"].map(of);
  if (wall > most) missed++;
  console.log(`${wall <= most ? "met   " : "missed"} ${text}: at most ${most}; ${wall.toFixed(2)} (CPU ${cpu.toFixed(2)})`);
}
const at = (name) => (key) => cost.get(name)[key];
const ratio = (a, b) => (key) => at(a)(key) / at(b)(key);
goal("caio --version to Node", 1.25, ratio("caio --version", "node -e 0"));
goal("caio --help to Node", 1.25, ratio("caio --help", "node -e 0"));
goal("caio-hook-config to validate-config", 1.2, ratio("caio-hook-config, one file", "pre-commit validate-config"));
goal("caio hook-config to validate-config", 1.2, ratio("caio hook-config, one file", "pre-commit validate-config"));
goal(
  "secret-scan staged, without Node's start, to gitleaks",
  1.5,
  (key) => (at("caio-secret-scan --staged")(key) - bare[key]) / at("gitleaks git --staged")(key),
);
goal("secret-scan staged to gitleaks", 2, ratio("caio-secret-scan --staged", "gitleaks git --staged"));
goal("five checks staged, ms", 600, at("caio --staged, five checks"));
goal("five checks staged to pre-commit with three hooks", 1, ratio("caio --staged, five checks", "pre-commit run, three hooks"));
goal("adr-gate on 7,500 files, ms", 300, at("caio-adr-gate, 7,500 files"));
goal("doctor on 50 distributions, ms", 300, at("caio env-check doctor, 50"));
process.exitCode = missed === 0 ? 0 : 1;
