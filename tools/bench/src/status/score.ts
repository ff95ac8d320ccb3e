// `node dist/status/score.js CLONES [SET]`: scores doc-sync on the labelled places of public repositories, without any configuration and with declared sources.
// CLONES holds one clone a repository, by its name; SET is `labels` or `held-out`. Ends with 1 where a goal is missed.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathMatcher } from "@caio/repo-model/patterns";

interface Label {
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
  readonly line: number;
  readonly isFault: boolean;
  /** A fault only against the source that `declared.json` names. */
  readonly isDirected: boolean;
  readonly rule: string;
}

interface Place {
  readonly path: string;
  readonly start: { readonly line: number };
}

interface Found extends Place {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly related: readonly Place[];
}

interface Declared {
  readonly mirrors: readonly { readonly files: readonly string[] }[];
}

const statusRules = [
  "status-conflict",
  "copy-conflict",
  "unknown-status",
  "missing-entity",
  "rollup-conflict",
  "open-checklist",
  "range-conflict",
  "stale-tense",
  "stale-absence",
  "duplicate-section-number",
];
const leastRecall = 0.9;
const leastPrecision = 0.95;

function readLabels(set: string): Label[] {
  const text = readFileSync(new URL(`../../src/status/${set}.tsv`, import.meta.url), "utf8");
  const rows = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return rows.slice(1).map((row) => {
    const [repository = "", commit = "", path = "", line = "", verdict = "", rule = ""] = row.split("\t");
    return { repository, commit, path, line: Number(line), isFault: verdict === "fault", isDirected: verdict === "directed", rule };
  });
}

function run(program: string, argv: readonly string[]): string {
  return spawnSync(program, argv, { encoding: "utf8", maxBuffer: 1 << 28 }).stdout;
}

function findingsIn(clone: string): Found[] {
  const cli = new URL("../../../../packages/cli/dist/bin.cjs", import.meta.url).pathname;
  const { findings } = JSON.parse(run(process.execPath, [cli, "doc-sync", "--root", clone, "--reporter", "json"])) as { readonly findings: readonly Found[] };
  return findings.filter(({ rule }) => statusRules.includes(rule.replace("doc-sync/", "")));
}

const [clones, set = "labels"] = process.argv.slice(2);
if (clones === undefined || !["labels", "held-out"].includes(set)) {
  console.error("Usage: node dist/status/score.js CLONES [labels | held-out]");
  process.exit(2);
}
const labels = readLabels(set);
let [faults, hit, told, right] = [0, 0, 0, 0];
for (const repository of new Set(labels.map((label) => label.repository))) {
  const own = labels.filter((label) => label.repository === repository);
  const clone = join(clones, repository.split("/")[1] ?? "");
  const commit = existsSync(clone) ? run("git", ["-C", clone, "rev-parse", "HEAD"]).trim() : "";
  if (commit !== own[0]?.commit) {
    console.error(`${repository}: ${commit === "" ? "no clone" : `${commit} instead of ${own[0]?.commit ?? ""}`}`);
    process.exit(2);
  }
  const findings = findingsIn(clone);
  const covers = ({ rule, ...finding }: Found, label: Label): boolean =>
    rule === `doc-sync/${label.rule}` && [finding, ...finding.related].some(({ path, start }) => path === label.path && start.line === label.line);
  const isAt = ({ rule, path, start }: Found, label: Label): boolean => rule === `doc-sync/${label.rule}` && path === label.path && start.line === label.line;
  for (const label of own.filter(({ isFault }) => isFault)) {
    faults++;
    if (findings.some((finding) => covers(finding, label))) hit++;
    else console.log(`missed  ${repository} ${label.path}:${label.line} ${label.rule}`);
  }
  // Every finding at default severity counts; one that no label of a fault has is a false alarm until someone has read it.
  for (const finding of findings.filter(({ severity }) => severity !== "note")) {
    told++;
    if (own.some((label) => label.isFault && covers(finding, label))) right++;
    else
      console.log(
        `${own.some((label) => !label.isFault && isAt(finding, label)) ? "alarm " : "unread"}  ${repository} ${finding.path}:${finding.start.line} ${finding.rule} ${finding.message}`,
      );
  }
}
const recall = hit / Math.max(1, faults);
const precision = right / Math.max(1, told);
console.log(
  `without configuration: recall ${(recall * 100).toFixed(1)} % (${hit} of ${faults}), precision ${(precision * 100).toFixed(1)} % (${right} of ${told})`,
);

// With a declared source: what is told against it, as an error.
const options = JSON.parse(readFileSync(new URL("../../src/status/declared.json", import.meta.url), "utf8")) as Readonly<Record<string, Declared>>;
const folder = mkdtempSync(join(tmpdir(), "caio-score-"));
let [directedFaults, directedHit, directedTold, directedRight] = [0, 0, 0, 0];
try {
  for (const [repository, section] of Object.entries(options)) {
    if (!labels.some((label) => label.repository === repository)) continue;
    // The documents alone, beside a configuration of their own.
    const copy = join(folder, repository.replace("/", "+"));
    cpSync(join(clones, repository.split("/")[1] ?? ""), copy, {
      recursive: true,
      filter: (path) => !/[/](?:\.git|node_modules)$/.test(path) && (path.endsWith(".md") || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true),
    });
    writeFileSync(join(copy, "caio.json"), JSON.stringify({ "doc-sync": section }));
    const findings = findingsIn(copy).filter(({ rule, severity }) => rule === "doc-sync/status-conflict" && severity === "error");
    const isMirrored = pathMatcher(section.mirrors.flatMap(({ files }) => files));
    const wanted = labels.filter(
      (label) => label.repository === repository && (label.isFault || label.isDirected) && label.rule === "status-conflict" && isMirrored(label.path),
    );
    const isAt = ({ path, start }: Found, label: Label): boolean => path === label.path && start.line === label.line;
    directedFaults += wanted.length;
    directedTold += findings.length;
    for (const label of wanted) {
      if (findings.some((finding) => isAt(finding, label))) directedHit++;
      else console.log(`missed  ${repository} ${label.path}:${label.line}`);
    }
    for (const finding of findings) {
      if (wanted.some((label) => isAt(finding, label))) directedRight++;
      else console.log(`unread  ${repository} ${finding.path}:${finding.start.line} ${finding.message}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const directedRecall = directedHit / Math.max(1, directedFaults);
const directedPrecision = directedRight / Math.max(1, directedTold);
console.log(
  `with declared sources: recall ${(directedRecall * 100).toFixed(1)} % (${directedHit} of ${directedFaults}), precision ${(directedPrecision * 100).toFixed(1)} % (${directedRight} of ${directedTold})`,
);
process.exitCode = Math.min(recall, directedRecall) >= leastRecall && Math.min(precision, directedPrecision) >= leastPrecision ? 0 : 1;
