// `merge-reports FILE...`: the parts of a run as the one run that they are.
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { idleFindings, rulesOf, sortedOutcome, type CommandResult, type SuppressionUse } from "../check/index.js";
import { readBlob, type Blob } from "../report/index.js";
import { RepoError } from "../text/index.js";
import type { Call } from "./call.js";
import { exitCode } from "./exit-code.js";
import { readArguments } from "./flags.js";
import type { OpenRun } from "./open-run.js";
import { writeReports } from "./write-reports.js";

async function read(call: Call, name: string): Promise<Blob> {
  const path = resolve(call.io.cwd, name);
  // A FIFO waits for who writes, a device never ends.
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  const text = isFile ? await readFile(path, "utf8").catch(() => undefined) : undefined;
  if (text === undefined) throw new RepoError("FILE_MISSING", `The part \`${name}\` cannot be read.`, { hint: "`--reporter blob=FILE` writes one." });
  return readBlob(name, text);
}

/** Throws USAGE where parts are of different runs, stand twice, or are not all there. */
function refuse(blobs: readonly Blob[], names: readonly string[], tool: Call["tool"]): void {
  const [first] = blobs;
  // Parts by `--scope` speak of no commit.
  const ofCommit = blobs.findIndex(({ commit }) => commit !== undefined);
  const seen = new Map<string, string>();
  for (const [index, { tool: own, commit, checks, part }] of blobs.entries()) {
    const name = names[index] ?? "";
    if (own.version !== tool.version)
      throw new RepoError("USAGE", `\`${name}\` was written by version ${own.version}, and this is ${tool.version}.`, {
        hint: "Run all parts with one version.",
      });
    if (commit !== undefined && commit !== blobs[ofCommit]?.commit)
      throw new RepoError("USAGE", `\`${name}\` speaks of another commit than \`${names[ofCommit] ?? ""}\`.`, {
        hint: "Check out the same commit in every job.",
      });
    if (part.shard === undefined) continue;
    const { index: at, count } = part.shard;
    if (count !== first?.part.shard?.count || checks.join() !== first.checks.join())
      throw new RepoError("USAGE", `\`${name}\` is a part of another run than \`${names[0] ?? ""}\`.`, {
        hint: "All parts need the same N in `--shard I/N`, and the same checks.",
      });
    const twin = seen.get(String(at));
    if (twin !== undefined) throw new RepoError("USAGE", `\`${name}\` and \`${twin}\` are both shard ${at} of ${count}.`);
    seen.set(String(at), name);
  }
  const count = first?.part.shard?.count ?? 0;
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !seen.has(String(index)));
  if (missing.length > 0)
    throw new RepoError("USAGE", `Shard ${missing.join(", ")} of ${count} is missing: what it would have found is unknown.`, {
      hint: "Name the parts of all shards.",
    });
}

/** A suppression is used when any part used it. */
function joinUses(blobs: readonly Blob[]): SuppressionUse[] {
  const joined = new Map<string, SuppressionUse>();
  for (const use of blobs.flatMap(({ part }) => part.suppressions)) {
    const key = JSON.stringify([use.rule, use.at.path, use.at.start, use.fault]);
    if (use.isUsed || !joined.has(key)) joined.set(key, use);
  }
  return [...joined.values()].toSorted((a, b) => a.at.start.line - b.at.start.line || a.at.start.column - b.at.start.column);
}

/** Joins parts, reports them as the run unparted would have, and gives its exit code. Throws USAGE and DATA_INVALID. */
export async function mergeReports(call: Call, opened: OpenRun, names: readonly string[]): Promise<CommandResult> {
  if (names.length === 0) throw new RepoError("USAGE", "`merge-reports` needs the files to join.", { hint: "`--reporter blob=FILE` writes one." });
  const blobs: Blob[] = [];
  for (const name of names) blobs.push(await read(call, name));
  refuse(blobs, names, call.tool);
  const wanted = new Set(blobs.flatMap(({ checks }) => checks));
  const checks = opened.checks.filter(({ check }) => wanted.has(check.name));
  const suppressions = joinUses(blobs);
  const isFull = blobs.every(({ part }) => part.isFull && part.shard !== undefined);
  const idle = isFull ? idleFindings(suppressions, rulesOf(checks.map(({ check }) => check))) : [];
  const order = checks.map(({ check }) => check.name);
  const outcome = sortedOutcome({
    findings: [
      ...new Map(blobs.flatMap(({ outcome: one }) => one.findings).map((finding) => [JSON.stringify([finding.fingerprint, finding.at]), finding])).values(),
      ...idle,
    ],
    troubles: blobs.flatMap(({ outcome: one }) => one.troubles),
    skipped: [...new Map(blobs.flatMap(({ outcome: one }) => one.skipped).map((one) => [`${one.path}\0${one.reason}`, one])).values()],
    notRun: blobs.flatMap(({ outcome: one }) => one.notRun).toSorted((a, b) => order.indexOf(a.check) - order.indexOf(b.check)),
  });
  const readPaths = [...new Set(blobs.flatMap(({ part }) => part.read))].toSorted();
  const commit = blobs.find((one) => one.commit !== undefined)?.commit;
  const joined: OpenRun = { ...opened, checks, isFull, commit: commit ?? opened.commit };
  const final = { ...outcome, files: readPaths.length, read: readPaths, suppressions };
  await writeReports({ ...call, args: readArguments(call.argv, call.checkFlags), selected: undefined }, joined, final);
  return { kind: "text", text: "", exitCode: exitCode(final, opened.maxWarnings, opened.isKnown) };
}
