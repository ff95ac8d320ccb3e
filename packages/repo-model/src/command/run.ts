// One run: state, scope and configuration are found, checks judge, fixes are applied, a report is made.
import { runChecks, type Command, type CommandResult, type Context, type Finding, type Outcome } from "../check/index.js";
import { escapeLines, inertLog, RepoError, type RepoPath } from "../text/index.js";
import { compileLate, untilMuchIsRead } from "./compile-late.js";
import { exitCode } from "./exit-code.js";
import { maskOf } from "./mask.js";
import { openRun, type OpenRun } from "./open-run.js";
import { progressOn } from "./progress.js";
import type { RunCall } from "./run-call.js";
import type { TextStream } from "./stream-text.js";
import type { CheckThread } from "./thread.js";
import { isBlob, writeReports } from "./write-reports.js";

/** Fewer files are read before a thread has begun. */
const fewestApart = 150;
/** More are read for longer than V8 takes to earn what it compiles. */
const mostCompiledLate = 10_000;

/** What a command says that it left out. */
type LeftOut = { readonly [Key in "skipped" | "notRun"]: Outcome[Key][number][] };

/** Carries out a check run or a command. */
export async function run(call: RunCall): Promise<0 | 1 | 2> {
  if (call.command === undefined) {
    const { selected = [] } = call;
    if (typeof selected !== "function") return runSelected(call, await openRun(call, selected));
    let begun: ReadonlyMap<string, CheckThread> | undefined;
    const opened = await openRun(call, async () => {
      begun = await earlyThreads(call);
      return selected();
    });
    return runSelected(call, opened, begun);
  }
  if (call.isOwn !== true) {
    const result = await call.command.run(bareCall(call));
    return finish(call, undefined, result, { skipped: [], notRun: [] });
  }
  const selected = typeof call.selected === "function" ? await call.selected() : (call.selected ?? []);
  if (call.command.isLong === true && call.ownsProcess) compileLate();
  const opened = await openRun(call, selected);
  const [check] = selected;
  const settings = opened.checks.find((one) => one.check === check)?.settings;
  if (check === undefined || settings === undefined) throw new RepoError("INTERNAL", "A command without its check was called.");
  const left: LeftOut = { skipped: [], notRun: [] };
  const context: Context = {
    ...opened.context,
    files: opened.files,
    trouble: (error) => opened.troubles.push(error),
    skip: (path, reason) => left.skipped.push({ path, reason }),
    notRun: (reason, text) => left.notRun.push({ check: check.name, reason, ...(text === undefined ? {} : { text }) }),
  };
  const result = await call.command.run({
    context,
    options: settings.options,
    operands: call.operands ?? [],
    flags: call.args.flags,
    stdin: () => call.io.stdin(),
    ...(call.io.terminal === undefined ? {} : { terminal: call.io.terminal }),
  });
  return finish(call, opened, result, left);
}

/** Shared commands open what they need by themselves; they get no context. */
function bareCall(call: RunCall): Parameters<Command["run"]>[0] {
  const context = new Proxy({} as Context, {
    get() {
      throw new RepoError("INTERNAL", "This command has no repository.");
    },
  });
  const { terminal } = call.io;
  return {
    context,
    options: {},
    operands: call.operands ?? [],
    flags: call.args.flags,
    stdin: () => call.io.stdin(),
    ...(terminal === undefined ? {} : { terminal }),
  };
}

async function finish(call: RunCall, opened: OpenRun | undefined, result: CommandResult, left: LeftOut): Promise<0 | 1 | 2> {
  if (result.kind === "text") {
    const mask = await maskOf(call);
    await call.io.write(inertLog(mask(escapeLines(result.text))));
    for (const trouble of opened?.troubles ?? []) throw trouble;
    return result.exitCode ?? 0;
  }
  if (opened === undefined) throw new RepoError("INTERNAL", "A command without a repository asked for a run.");
  if (result.kind === "write") {
    const { writeGenerated } = await import("./write-generated.js");
    for (const trouble of opened.troubles) throw trouble;
    return writeGenerated(call, opened, result.edits, result.summary);
  }
  if (result.kind === "rules") {
    const rules = new Set(result.rules);
    const asked = new Set(result.asked);
    const checks = opened.checks.map(({ check, settings }) => ({
      check,
      settings: {
        ...settings,
        isOn: (rule: string) => asked.has(rule) || (rules.has(rule) && settings.isOn(rule)),
        severity: (rule: string, path: RepoPath) => {
          const own = settings.severity(rule, path);
          return own === "off" && asked.has(rule) ? "warning" : own;
        },
      },
    }));
    const args = result.fix === true && call.args.flags["diff"] !== true ? { ...call.args, flags: { ...call.args.flags, fix: true } } : call.args;
    return runSelected({ ...call, args }, { ...opened, checks });
  }
  const { draftOutcome } = await import("./draft-outcome.js");
  const outcome = { ...draftOutcome(opened, result.drafts), ...left };
  if (result.text !== undefined && call.args.reporters.length === 0) {
    const mask = await maskOf(call);
    await call.io.write(inertLog(mask(escapeLines(result.text))));
  } else await writeReports(call, opened, { ...outcome, files: 0 });
  return exitCode(outcome, opened.maxWarnings);
}

/** Where all files of many are going to be judged, threads begin while this one still loads what it needs. */
async function earlyThreads({ args: { flags, paths }, chosen, io, ownsProcess, program }: RunCall): Promise<ReadonlyMap<string, CheckThread> | undefined> {
  const narrow = ["root", "staged", "since", "scope", "shard", "fix", "fix-suggested"];
  if (program === undefined || chosen === undefined || chosen.length < 2 || paths.length > 0 || narrow.some((name) => flags[name] !== undefined))
    return undefined;
  const { indexedCount } = await import("./many-files.js");
  const count = indexedCount(io.cwd);
  if (count < fewestApart) return undefined;
  if (ownsProcess && count <= mostCompiledLate) compileLate();
  return (await import("./thread.js")).beginThreads(chosen, program);
}

async function runSelected(call: RunCall, opened: OpenRun, begun?: ReadonlyMap<string, CheckThread>): Promise<0 | 1 | 2> {
  const { flags } = call.args;
  const { shard } = opened;
  const engine = {
    checks: opened.checks,
    context: opened.context,
    files: opened.files,
    suppressions: opened.suppressions,
    reportsIdle: opened.isFull && shard === undefined,
    ...(shard === undefined ? {} : { shard }),
  };
  const progress = progressOn(call.io, flags["quiet"] === true);
  const wantsFix = flags["fix"] === true || flags["fix-suggested"] === true;
  // What is going to be written is read by one tree, which remembers it; a change is small.
  const isWhole = !wantsFix && opened.checks.length > 1 && opened.context.scope.since === undefined;
  // Asked before what threads need is loaded.
  const count = isWhole ? (await opened.files.list()).length : 0;
  const isLate = isWhole && call.ownsProcess && count <= mostCompiledLate;
  if (isLate) compileLate();
  const files = isLate ? untilMuchIsRead(opened.files) : opened.files;
  const program = count >= fewestApart ? call.program : undefined;
  const apart = program === undefined ? undefined : await (await import("./thread.js")).threadsOf(call, opened, program, fewestApart, begun);
  const { reporters } = call.args;
  const isText = reporters.length === 0 || (reporters.length === 1 && reporters[0] === "text");
  let stream: TextStream | undefined;
  const opening = async (): Promise<TextStream> => {
    const { textStream } = await import("./stream-text.js");
    return (stream ??= textStream(call, opened, progress.end));
  };
  const found = async (findings: readonly Finding[]): Promise<void> => (await opening()).found(findings);
  // A failure is met again by who needs it.
  const waits = (): void =>
    void opening()
      .then((one) => one.prepare())
      .catch(() => {});
  const outcome = await runChecks({
    ...engine,
    files,
    progress: progress.note,
    ...(apart === undefined ? {} : { apart }),
    ...(isText && !wantsFix && flags["diff"] !== true ? { found, waits } : {}),
  }).finally(progress.end);
  if (flags["diff"] === true || wantsFix) {
    const { fixAll } = await import("./fix.js");
    const kinds = flags["fix-suggested"] === true ? ["safe", "suggested"] : ["safe"];
    return fixAll(call, opened, engine, outcome, kinds, flags["diff"] === true);
  }
  const final = { ...outcome, troubles: [...opened.troubles, ...outcome.troubles] };
  await (stream === undefined ? writeReports(call, opened, final) : stream.end(final));
  // The findings of a part are judged where the parts are joined.
  return call.args.reporters.some(isBlob) ? 0 : exitCode(final, opened.maxWarnings, opened.isKnown);
}
