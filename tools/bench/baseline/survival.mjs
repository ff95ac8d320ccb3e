// `node tools/bench/baseline/survival.mjs CLONE [--commits 500] [--every 10] [--checks doc-sync,hook-config]`: a baseline written at HEAD~COMMITS, and
// what of it is still accepted at each later commit, judged against git's own blame. Needs built packages. Prints each finding that the two disagree on.
//
// A finding is old where blame (with moves, copies and renames) traces its line to a line of the first commit that had a finding of the same rule;
// else it is new. Kept: old ones that the baseline accepts. Masked: new ones that it accepts.
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

const [clone, ...rest] = process.argv.slice(2);
const option = (name, fallback) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : fallback);
const root = resolve(clone);
const every = Number(option("--every", "10"));
const names = option("--checks", "doc-sync,hook-config").split(",");
const part = (path) => import(new URL(`../../../packages/${path}`, import.meta.url));
const { openRepository } = await part("repo-model/dist/git/index.js");
const { runChecks } = await part("repo-model/dist/check/index.js");
const { memoryTree, snapshotTree } = await part("repo-model/dist/tree/index.js");
const { commandParts } = await part("repo-model/dist/command/index.js");
const { acceptFindings, baselineText, readBaseline } = await commandParts();
const checks = [];
for (const name of names) checks.push(Object.values(await part(`${name}/dist/index.js`)).find((one) => one?.name === name && "judge" in one));

const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] });
const repository = await openRepository(root);
const all = git("rev-list", "--first-parent", `--max-count=${Number(option("--commits", "500")) + 1}`, "HEAD")
  .trim()
  .split("\n")
  .toReversed();
const [base = "", ...later] = all;

async function findingsAt(commit) {
  const files = snapshotTree(repository.git.tree(commit));
  const settled = checks.map((check) => {
    const severities = new Map(check.rules.map(({ id, severity }) => [id, severity]));
    const severity = (rule) => severities.get(rule) ?? "off";
    return { check, settings: { options: check.options.defaults, severity, isOn: (rule) => severity(rule) !== "off" } };
  });
  const scope = { includes: () => true, keeps: () => true, touches: () => true };
  const context = { repository: { root, files }, scope, ignore: [], now: "2026-01-01T00:00:00Z", signal: new AbortController().signal };
  const { findings } = await runChecks({ checks: settled, context, files });
  return { findings: findings.filter(({ severity }) => severity !== "note"), paths: new Map((await files.list()).map(({ path, id }) => [path, id])) };
}

const first = await findingsAt(base);
const entries = await readBaseline(memoryTree({ ".caio/baseline": baselineText(first.findings) }), undefined);
const countsAtBase = new Map();
for (const { rule, at } of first.findings) {
  const key = `${rule} ${at.path}:${at.start.line}`;
  countsAtBase.set(key, (countsAtBase.get(key) ?? 0) + 1);
}

const linesAtBase = new Map();
/** The line of a file of the base with this text that is nearest to a number. */
function lineAtBase(path, text, near) {
  if (!linesAtBase.has(path)) {
    try {
      linesAtBase.set(path, git("show", `${base}:${path}`).split("\n"));
    } catch {
      linesAtBase.set(path, []);
    }
  }
  const found = linesAtBase.get(path).flatMap((line, index) => (line === text ? [index + 1] : []));
  return found.toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
}

/** For each line of a path at a commit, its place at the base; undefined for a newer line. Blame's boundary may be a commit before the base. */
function origins(commit, path) {
  const text = git("blame", "--porcelain", "-w", "-M", "-C", `${base}..${commit}`, "--", path);
  const files = new Map();
  const boundaries = new Set();
  const places = [];
  let current;
  for (const line of text.split("\n")) {
    const head = /^([0-9a-f]{40,64}) (\d+) (\d+)/.exec(line);
    if (head !== null) current = { commit: head[1], from: Number(head[2]), to: Number(head[3]) };
    else if (line === "boundary") boundaries.add(current.commit);
    else if (line.startsWith("filename ")) files.set(current.commit, line.slice(9));
    else if (line.startsWith("\t") && boundaries.has(current.commit)) {
      const name = files.get(current.commit);
      const from = current.commit === base ? current.from : lineAtBase(name, line.slice(1), current.from);
      places[current.to] = from === undefined ? undefined : `${name}:${from}`;
    }
  }
  return places;
}

const totals = { commits: 0, old: 0, kept: 0, fresh: 0, masked: 0 };
const told = new Set();
for (const [index, commit] of later.entries()) {
  if (index % every !== every - 1 && index !== later.length - 1) continue;
  const now = await findingsAt(commit);
  const accepts = acceptFindings(entries, (path) => now.paths.has(path));
  const left = new Map(countsAtBase);
  const byPath = new Map();
  totals.commits++;
  for (const finding of now.findings) {
    const { path, start } = finding.at;
    let place = `${path}:${start.line}`;
    if (first.paths.get(path) !== now.paths.get(path)) {
      if (!byPath.has(path)) byPath.set(path, origins(commit, path));
      place = byPath.get(path)[start.line];
    }
    const key = `${finding.rule} ${place}`;
    const isOld = place !== undefined && (left.get(key) ?? 0) > 0;
    if (isOld) left.set(key, left.get(key) - 1);
    const isAccepted = accepts(finding);
    if (isOld) totals.old++;
    else totals.fresh++;
    if (isOld && isAccepted) totals.kept++;
    if (!isOld && isAccepted) totals.masked++;
    const name = `${finding.fingerprint} ${isOld}`;
    if (isOld === isAccepted || told.has(name)) continue;
    told.add(name);
    console.log(`${isOld ? "lost" : "masked"} at ${commit.slice(0, 10)}: ${path}:${start.line} ${finding.rule} (${place ?? "a newer line"})`);
  }
}
const share = totals.old === 0 ? 100 : (100 * totals.kept) / totals.old;
console.log(
  `${root.split("/").at(-1)}: ${first.findings.length} findings at the base, ${totals.commits} of ${later.length} commits; ` +
    `kept ${totals.kept} of ${totals.old} (${share.toFixed(2)} %), masked ${totals.masked} of ${totals.fresh} new`,
);
