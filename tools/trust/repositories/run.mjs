// run.mjs FOLDER [NAME...] [--accept]: runs caio on public repositories at pinned commits and shows what differs from what is expected of them. FOLDER has a
// clone of each, by its name in `list.json` (of CAIO_TRUST_LIST, where it names another folder). Nothing is accepted by itself: `--accept` writes what was found, for a person to read in the difference.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = process.env["CAIO_TRUST_LIST"] ?? fileURLToPath(new URL(".", import.meta.url));
const bin = fileURLToPath(new URL("../../../packages/cli/dist/bin.cjs", import.meta.url));
const words = process.argv.slice(2);
const accepts = words.includes("--accept");
const [folder, ...names] = words.filter((word) => word !== "--accept");
if (folder === undefined) {
  console.error("usage: npm run trust:repositories -- FOLDER [NAME...] [--accept]");
  process.exit(2);
}
const list = JSON.parse(readFileSync(join(here, "list.json"), "utf8"));
const expectedFile = join(here, "expected.json");
const expected = existsSync(expectedFile) ? JSON.parse(readFileSync(expectedFile, "utf8")) : {};

/** What caio finds: counts by rule and path, and whatever was not a run as it should be. */
function found(root) {
  const outside = /^(?:GITHUB_|GITLAB_|CI$|CI_|GIT_|VIRTUAL_ENV$)/;
  const env = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !outside.test(name))), PATH: "/usr/bin:/bin", HOME: "/nonexistent" };
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [bin, "check", "--reporter", "json"], {
    cwd: root,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 30,
    timeout: 600_000,
  });
  if (status === null || ![0, 1].includes(status)) return { crash: `exit ${status ?? signal}: ${(stderr || stdout).slice(0, 300)}` };
  const { findings, troubles } = JSON.parse(stdout);
  const rules = {};
  for (const { rule, path, severity } of findings) {
    const paths = (rules[`${rule} ${severity}`] ??= {});
    paths[path] = (paths[path] ?? 0) + 1;
  }
  return { rules, troubles: troubles.map(({ code, path }) => `${code} ${path ?? ""}`).toSorted() };
}

const flat = (one) =>
  new Map(
    one === undefined
      ? []
      : [
          ...(one.crash === undefined ? [] : [[`crash: ${one.crash}`, 1]]),
          ...(one.troubles ?? []).map((trouble) => [`trouble ${trouble}`, 1]),
          ...Object.entries(one.rules ?? {}).flatMap(([rule, paths]) => Object.entries(paths).map(([path, count]) => [`${rule} ${path}`, count])),
        ],
  );

let differences = 0;
for (const { name, commit } of list) {
  if (names.length > 0 && !names.includes(name)) continue;
  const clone = join(folder, name);
  if (!existsSync(clone)) {
    console.log(`== ${name}: there is no clone in ${folder}`);
    differences++;
    continue;
  }
  const at = mkdtempSync(join(tmpdir(), "caio-repository-"));
  try {
    execFileSync("git", ["clone", "--quiet", "--shared", "--no-checkout", clone, at]);
    execFileSync("git", ["-C", at, "-c", "advice.detachedHead=false", "checkout", "--quiet", commit]);
    const now = found(at);
    const [before, after] = [flat(expected[name]), flat(now)];
    console.log(`== ${name}: ${[...after.values()].reduce((sum, count) => sum + count, 0)} findings`);
    for (const key of [...new Set([...before.keys(), ...after.keys()])].toSorted()) {
      const [was = 0, is = 0] = [before.get(key), after.get(key)];
      if (was === is) continue;
      differences++;
      console.log(`${was === 0 ? "+" : is === 0 ? "-" : "~"} ${JSON.stringify(key)} ${was} -> ${is}`);
    }
    expected[name] = now;
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
}
if (accepts) {
  writeFileSync(expectedFile, `${JSON.stringify(Object.fromEntries(Object.entries(expected).toSorted(([a], [b]) => (a < b ? -1 : 1))), null, 1)}\n`);
  console.log(`${differences} differences were written to expected.json: read them before you commit.`);
} else if (differences > 0) console.log(`${differences} differences; \`--accept\` writes them.`);
process.exit(differences > 0 && !accepts ? 1 : 0);
