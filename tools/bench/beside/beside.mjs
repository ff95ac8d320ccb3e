// `node tools/bench/beside/beside.mjs FOLDER [RUNS] [--keep]`: caio beside eslint, biome, knip, gitleaks and pre-commit, all in turn in one run: what an installation
// costs, the start of `--version` and `--help`, the first result, a run over one staged file, a run over 5,000 files. FOLDER keeps the installations;
// `--keep` uses those that are there.
// Peers come from npm, and from `tools/peers gitleaks pre-commit`. Each judges what it is for: the times say what a user waits, not who does more.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const workspace = fileURLToPath(new URL("../../..", import.meta.url));
const kept = resolve(process.argv[2] ?? "beside");
const runs = Number(process.argv[3] ?? 5);
const isKept = process.argv.includes("--keep");
const top = mkdtempSync(join(tmpdir(), "caio-beside-"));
const peer = (name) => join(workspace, ".peers/bin", name);
const versions = { eslint: "9.39.5", "@biomejs/biome": "2.6.8", knip: "6.44.2" };

const sizeOf = (path) => {
  const stat = lstatSync(path);
  return stat.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : stat.isSymbolicLink() ? 0 : stat.size;
};
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
const npm = (cwd, ...args) => execFileSync("npm", args, { cwd, stdio: ["ignore", "pipe", "ignore"], encoding: "utf8" });

/** Installs with a warm cache, and says what it took: the second installation counts. */
function install(name, what) {
  const at = join(kept, name.replace("/", "+"));
  const once = () => {
    rmSync(at, { recursive: true, force: true });
    mkdirSync(at, { recursive: true });
    writeFileSync(join(at, "package.json"), '{ "private": true }');
    const started = performance.now();
    npm(at, "install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", ...what);
    return (performance.now() - started) / 1000;
  };
  once();
  const seconds = once();
  const packages = readdirSync(join(at, "node_modules")).filter((one) => !one.startsWith("."));
  return { name, at, seconds, size: sizeOf(join(at, "node_modules")), packages: packages.length };
}

/** The packages of this workspace, packed. */
function packed() {
  const to = join(top, "packed");
  mkdirSync(to);
  for (const name of readdirSync(join(workspace, "packages")))
    npm(join(workspace, "packages", name), "pack", "--silent", "--ignore-scripts", "--pack-destination", to);
  return readdirSync(to).map((name) => join(to, name));
}

/** A repository of `count` files, with something for each contender to find. */
function repository(name, count) {
  const root = join(top, name);
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (let at = 0; at < count * 0.6; at++)
    write(
      `src/m${at % 40}/file-${at}.js`,
      `import { a } from "./file-${at + 40}.js";\n\nexport const value${at} = 1;\n${`export function f(x) {\n  return x + ${at};\n}\n`.repeat(1)}${"// A line of words about what stands here.\n".repeat(20)}`,
    );
  for (let at = 0; at < count * 0.3; at++)
    write(
      `docs/d${at % 20}/page-${at}.md`,
      `# Page ${at}\n\n${`A line with a [link](page-${at}.md).\n\n`.repeat(15)}[gone](gone-${at % 7 === 0 ? at : "x"}.md)\n`,
    );
  for (let at = 0; at < count * 0.1; at++) write(`tools/t${at}.py`, `def f(x):\n    return x + ${at}\n`.repeat(10));
  write("package.json", '{ "name": "x", "version": "1.0.0", "type": "module", "main": "src/m0/file-0.js" }\n');
  write("eslint.config.js", 'export default [{ files: ["**/*.js"], rules: { "no-unused-vars": "error" } }];\n');
  const token = `glpat-${Buffer.from(Array.from({ length: 15 }, (_, at) => (at * 89 + 57) % 251)).toString("base64url")}`;
  write("config/prod.env", `GITLAB_TOKEN=${token}\n`);
  write(
    ".pre-commit-config.yaml",
    `repos:\n- repo: local\n  hooks:\n  - { id: gitleaks, name: g, language: system, entry: ${peer("gitleaks")} git --staged --no-banner ., pass_filenames: false }\n`,
  );
  const git = (...args) =>
    execFileSync("git", ["-C", root, "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "gc.auto=0", ...args], { stdio: "ignore" });
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-qm", "base");
  write("src/m0/file-0.js", "export const changed = 1;\n");
  git("add", "-A");
  return root;
}

/** How long until the first byte of a result, and until the end. */
function timed({ argv, cwd }) {
  return new Promise((done) => {
    const started = performance.now();
    let first;
    const child = spawn(argv[0], argv.slice(1), {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      // With certificates to parse, every process of Node starts later, whoever's it is.
      env: { ...process.env, NODE_EXTRA_CA_CERTS: undefined, NO_COLOR: "1", PRE_COMMIT_HOME: join(top, "pre-commit") },
    });
    const note = () => void (first ??= performance.now() - started);
    child.stdout.on("data", note);
    child.stderr.on("data", note);
    child.on("close", (status) => done({ first: first ?? performance.now() - started, wall: performance.now() - started, status }));
  });
}

/** The fastest and the median of each contender; in turn, and one round before does not count. */
async function bench(title, contenders, key = "wall") {
  const samples = contenders.map(() => []);
  for (let turn = 0; turn <= runs; turn++)
    for (const [at, one] of contenders.entries()) {
      const sample = await timed(one);
      if (sample.status === null || ![0, 1, ...(one.may ?? [])].includes(sample.status))
        throw new Error(`${one.name} ended with ${sample.status}: ${one.argv.join(" ")}`);
      if (turn > 0) samples[at].push(sample[key]);
    }
  console.log(`\n${title} (load ${loadavg()[0].toFixed(1)}; fastest, median in ms)`);
  for (const [at, { name }] of contenders.entries()) {
    const sorted = samples[at].toSorted((a, b) => a - b);
    console.log(`  ${name.padEnd(16)} ${sorted[0].toFixed(0).padStart(6)} ${sorted[Math.floor(sorted.length / 2)].toFixed(0).padStart(6)}`);
  }
}

/** Installs each, and says what that costs. */
function installations() {
  mkdirSync(kept, { recursive: true });
  const own = install("caio", packed());
  const others = Object.entries(versions).map(([name, version]) => install(name, [`${name}@${version}`]));
  console.log("installation with a warm cache");
  for (const { name, seconds, size, packages } of [own, ...others])
    console.log(`  ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s ${megabytes(size).padStart(8)} ${packages} folders`);
  console.log(
    `  ${"gitleaks".padEnd(16)} ${"".padStart(8)} ${megabytes(sizeOf(execFileSync("readlink", ["-f", peer("gitleaks")], { encoding: "utf8" }).trim())).padStart(8)} one program`,
  );
  const preCommit = join(workspace, ".peers/py-pre-commit");
  if (existsSync(preCommit))
    console.log(
      `  ${"pre-commit".padEnd(16)} ${"".padStart(8)} ${megabytes(sizeOf(`${execFileSync("readlink", ["-f", preCommit], { encoding: "utf8" }).trim()}/lib`)).padStart(8)} an environment of Python`,
    );
}

try {
  if (!isKept) installations();
  const bin = (name, program) => join(kept, name.replace("/", "+"), "node_modules/.bin", program);
  const programs = {
    caio: bin("caio", "caio"),
    eslint: bin("eslint", "eslint"),
    biome: bin("@biomejs/biome", "biome"),
    knip: bin("knip", "knip"),
    gitleaks: peer("gitleaks"),
    "pre-commit": peer("pre-commit"),
  };
  const small = repository("small", 1000);
  const large = repository("large", 5000);
  // Knip reads TypeScript from where it runs; biome and eslint need nothing.
  const each = (args, cwd) =>
    Object.entries(programs).flatMap(([name, program]) => (args[name] === undefined ? [] : [{ name, argv: [program, ...args[name]], cwd, may: [2] }]));
  const all = (words) => Object.fromEntries(Object.keys(programs).map((name) => [name, words]));
  await bench("--version", each(all(["--version"]), small));
  await bench("--help", each(all(["--help"]), small));
  const whole = { caio: [], eslint: ["."], biome: ["lint", "."], knip: [], gitleaks: ["dir", ".", "--no-banner"] };
  await bench("first result, 1,000 files, no configuration but eslint's", each(whole, small), "first");
  const staged = {
    caio: ["--staged"],
    biome: ["lint", "--staged"],
    gitleaks: ["git", "--staged", "--no-banner", "."],
    "pre-commit": ["run"],
    eslint: ["src/m0/file-0.js"],
  };
  await bench("one staged file of 1,000; eslint is given its name", each(staged, small));
  await bench("all of 5,000 files", each(whole, large));
} finally {
  rmSync(top, { recursive: true, force: true });
}
