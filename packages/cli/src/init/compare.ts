// `init --compare`: the programs that caio can stand in for, run beside it, and both lists.
import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChecks, type Finding } from "@caio/repo-model/check";
import { commandParts, type Call } from "@caio/repo-model/command";
import { escapeControls, repoPath } from "@caio/repo-model/text";
import { isRecord, parseJson } from "../json.js";

type Opened = Awaited<ReturnType<Awaited<ReturnType<typeof commandParts>>["openRun"]>>;

interface Ran {
  readonly isStarted: boolean;
  /** Whether it ended with 0. */
  readonly isClean: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs an installed program, without a shell; it may take ten minutes. */
function runProgram(cwd: string, program: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(program, args, { cwd, maxBuffer: 1 << 28, timeout: 600_000 }, (error, stdout, stderr) =>
      resolve({ isStarted: error === null || typeof error.code === "number", isClean: error === null, stdout, stderr }),
    );
  });
}

/** One thing that a program says: its place as `path:line`, and its words. */
interface Said {
  readonly place: string;
  readonly words: string;
}

function listText(title: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `  ${title} (${items.length}):\n${items.map((item) => `    ${escapeControls(item)}\n`).join("")}`;
}

/** Both lists, by place. */
export function sideBySide(peer: string, theirs: readonly Said[], ours: readonly Said[]): string {
  const words = (list: readonly Said[], place: string): string => [...new Set(list.filter((one) => one.place === place).map((one) => one.words))].join(", ");
  const [left, right] = [new Set(theirs.map(({ place }) => place)), new Set(ours.map(({ place }) => place))];
  const both = [...left].filter((place) => right.has(place)).toSorted();
  const alone = (from: ReadonlySet<string>, other: ReadonlySet<string>, list: readonly Said[]): string[] =>
    [...from]
      .filter((place) => !other.has(place))
      .toSorted()
      .map((place) => `${place}  ${words(list, place)}`);
  if (left.size + right.size === 0) return "  neither finds anything\n";
  return (
    listText(
      "both",
      both.map((place) => `${place}  ${words(theirs, place)} | ${words(ours, place)}`),
    ) +
    listText(`${peer} alone`, alone(left, right, theirs)) +
    listText("caio alone", alone(right, left, ours))
  );
}

const relativeTo = (root: string, path: string): string => path.replace(/^\.\//, "").replace(`${root}/`, "");

/** gitleaks' JSON, its secrets redacted by itself. */
export function readGitleaks(root: string, text: string): Said[] | undefined {
  const list = parseJson(text);
  if (!Array.isArray(list)) return undefined;
  return list.filter(isRecord).map((one) => ({ place: `${relativeTo(root, String(one["File"]))}:${Number(one["StartLine"])}`, words: String(one["RuleID"]) }));
}

/** lychee's JSON: `error_map`, or `fail_map` before 0.16. */
export function readLychee(root: string, text: string): Said[] | undefined {
  const report = parseJson(text);
  const map = isRecord(report) ? (report["error_map"] ?? report["fail_map"]) : undefined;
  if (!isRecord(map)) return undefined;
  return Object.entries(map).flatMap(([path, links]) =>
    (Array.isArray(links) ? links.filter(isRecord) : []).map((link) => {
      const address = String(link["url"] ?? link["uri"]).replace(`file://${root}/`, "");
      const status = isRecord(link["status"]) ? String(link["status"]["text"] ?? link["status"]["details"] ?? "") : String(link["status"] ?? "");
      return { place: `${relativeTo(root, path)} → ${decode(address)}`, words: status };
    }),
  );
}

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

const lineOf = ({ at, rule }: Finding): Said => ({ place: `${at.path}:${at.start.line}`, words: rule });

/** The target of a broken link as a path of the repository, as lychee names it. */
function linkOf({ at, rule, data, message }: Finding): Said {
  const target = typeof data?.["target"] === "string" ? data["target"] : (/`([^`]+)`/.exec(message)?.[1] ?? "");
  return { place: `${at.path} → ${decode(target)}`, words: rule };
}

/** What is compared, for each program that is installed; the others are named. */
export async function compare(call: Call, opened: Opened): Promise<string> {
  const { root } = opened.repository;
  const which = (name: string): string | undefined => opened.context.machine?.which(name);
  const outcome = await runChecks({
    checks: opened.checks.filter(({ check }) => ["secret-scan", "doc-sync"].includes(check.name)),
    context: opened.context,
    files: opened.files,
  });
  const of = (pattern: RegExp): Finding[] => outcome.findings.filter(({ rule }) => pattern.test(rule));
  const parts: string[] = [];
  const missing: string[] = [];

  const gitleaks = which("gitleaks");
  if (gitleaks === undefined) missing.push("gitleaks");
  else {
    const ran = await runProgram(root, gitleaks, [
      "dir",
      ".",
      "--report-format",
      "json",
      "--report-path",
      "-",
      "--redact",
      "--no-banner",
      "--exit-code",
      "0",
      "--log-level",
      "error",
    ]);
    const theirs = readGitleaks(root, ran.stdout);
    parts.push(`gitleaks dir . | caio secret-scan\n${theirs === undefined ? failed(ran) : sideBySide("gitleaks", theirs, of(/^secret-scan\//).map(lineOf))}`);
  }
  const lychee = which("lychee");
  if (lychee === undefined) missing.push("lychee");
  else {
    const ran = await runProgram(root, lychee, ["--offline", "--include-fragments", "--format", "json", "--no-progress", "./**/*.md"]);
    const theirs = readLychee(root, ran.stdout);
    parts.push(
      `lychee --offline | caio doc-sync (links and anchors)\n${theirs === undefined ? failed(ran) : sideBySide("lychee", theirs, of(/^doc-sync\/broken-/).map(linkOf))}`,
    );
  }
  const preCommit = which("pre-commit");
  if (preCommit === undefined) missing.push("pre-commit");
  else if ((await opened.files.bytes(repoPath(".pre-commit-config.yaml"))) !== undefined) parts.push(await compareMigration(call, opened, preCommit));
  const rest = missing.length === 0 ? "" : `Not installed here, so not compared: ${missing.join(", ")}.\n`;
  return `${parts.join("\n")}${parts.length > 0 && rest !== "" ? "\n" : ""}${rest}`;
}

const failed = ({ isStarted, stdout, stderr }: Ran): string =>
  `  it ${isStarted ? "failed" : "could not be started"}: ${escapeControls((stderr.trim() || stdout.trim()).split("\n").at(-1) ?? "")}\n`;

/** pre-commit's own migration, on a copy, beside the fixes of the migration rules. */
async function compareMigration(call: Call, opened: Opened, program: string): Promise<string> {
  const { applyToTree, chooseFixes, maskOf, patchOfChanges } = await commandParts();
  const path = repoPath(".pre-commit-config.yaml");
  const title = "pre-commit migrate-config | caio hook-config migrate\n";
  const folder = mkdtempSync(join(tmpdir(), "caio-compare-"));
  try {
    const copy = join(folder, path);
    copyFileSync(join(opened.repository.root, path), copy);
    const ran = await runProgram(opened.repository.root, program, ["migrate-config", "--config", copy]);
    if (!ran.isClean) return `${title}${failed(ran)}`;
    const before = await opened.files.bytes(path);
    const theirs = { path, before, after: readFileSync(copy) };
    const hookConfig = opened.checks.filter(({ check }) => check.name === "hook-config");
    const outcome = await runChecks({ checks: hookConfig, context: opened.context, files: opened.files });
    const rules = ["list-form", "sha-key", "sha-and-rev", "python-venv", "pcre-language", "legacy-stage", "minimum-version-too-low"];
    const fixes = chooseFixes(
      outcome.findings.filter(({ rule, at }) => at.path === path && rules.includes(rule.slice("hook-config/".length))),
      ["safe"],
    );
    const ours = await applyToTree(
      opened.files,
      fixes.flatMap(({ edits }) => edits),
    );
    const mask = await maskOf(call);
    const [left, right] = [mask(patchOfChanges([theirs])), mask(patchOfChanges(ours))];
    if (left === right) return `${title}${left === "" ? "  neither changes anything\n" : `  both write the same:\n\n${left}`}`;
    return `${title}  pre-commit writes:\n\n${left === "" ? "nothing\n" : left}\n  caio writes:\n\n${right === "" ? "nothing\n" : right}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
