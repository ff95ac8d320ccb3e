// Makes the reports that were asked for and puts them where they belong.
import { dirname, resolve } from "node:path";
import { appendFile, mkdir } from "node:fs/promises";
import type { Outcome, RunOutcome } from "../check/index.js";
import { reporterNamed, type Report } from "../report/index.js";
import { inertLog, RepoError } from "../text/index.js";
import { writeOutput } from "../tree/index.js";
import type { Call } from "./call.js";
import { asItIs, maskOf } from "./mask.js";
import type { OpenRun } from "./open-run.js";
import type { RunCall } from "./run-call.js";

/** Whether colours are wanted: `--color`, then NO_COLOR and FORCE_COLOR, then the terminal. */
export function wantsColor(call: RunCall): boolean {
  const { environment, isTerminal } = call.io;
  const flag = call.args.flags["color"];
  if (flag === "always" || flag === "never") return flag === "always";
  if (flag !== undefined && flag !== "auto") throw new RepoError("USAGE", `\`--color ${String(flag)}\` is none of auto, always, never.`);
  if ((environment["NO_COLOR"] ?? "") !== "") return false;
  if ((environment["FORCE_COLOR"] ?? "0") !== "0") return true;
  return isTerminal && environment["TERM"] !== "dumb";
}

/** Whether a `--reporter` asks for the part of a run that `merge-reports` takes. */
export const isBlob = (asked: string): boolean => /^blob(?:=|$)/.test(asked);

/** GitHub Actions shows what a job adds to this file: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
async function writeSummary(call: Pick<Call, "io" | "tool">, file: string, report: Report): Promise<void> {
  const { markdown } = await import("../report/markdown.js");
  await appendFile(file, markdown(report)).catch((error: unknown) =>
    call.io.warn(`${call.tool.bin}: the job's summary cannot be written: ${error instanceof Error ? error.message : String(error)}.\n`),
  );
}

/** Writes a report, in a folder that is made where it is missing. Throws WRITE_FAILED. */
async function writeReport(path: string, name: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeOutput(path, text);
  } catch (error) {
    throw new RepoError("WRITE_FAILED", `The report \`${name}\` cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** What somebody who is new here does next: told at a terminal alone, until there is a configuration. */
function hintsOf(call: RunCall, opened: OpenRun): string[] {
  if (opened.configuration.path !== undefined || !call.commands(call).some(({ name }) => name === "init")) return [];
  return [`New here? \`npx ${call.tool.name} init\` sets up the configuration, the hook and the CI job; \`--help\` tells the rest.`];
}

/** A report as it may stand in a job's log: nothing in it is a command of the CI system, but GitHub's annotations. */
export function inLog(name: string, text: string): string {
  if (name === "text" || name === "markdown") return inertLog(text);
  return name === "json" || name === "sarif" || name === "gitlab" ? inertLog(text, "data") : text;
}

/** What a run came to. */
export type Told = Outcome & { readonly files: number } & Partial<RunOutcome>;

/** What a reporter is given for an outcome that is masked. `isShown`: it goes to standard output. */
export function reportOf(call: RunCall, opened: OpenRun, masked: Told, isShown: boolean): Report {
  const { args, io, tool } = call;
  return {
    tool: { name: tool.name, version: tool.version },
    outcome: masked,
    checks: opened.checks.map(({ check }) => ({
      name: check.name,
      rules: check.rules,
      ...(check.isVerdict === true ? { isVerdict: true } : {}),
    })),
    files: masked.files,
    baseline: (finding) => (opened.isKnown(finding) ? "known" : "new"),
    style: {
      color: isShown && wantsColor(call),
      width: io.width,
      quiet: args.flags["quiet"] === true,
      verbose: args.flags["verbose"] === true,
      hints: isShown && io.isTerminal ? hintsOf(call, opened) : [],
    },
    part: {
      read: masked.read ?? [],
      suppressions: masked.suppressions ?? [],
      isFull: opened.isFull,
      ...(opened.shard === undefined ? {} : { shard: opened.shard }),
    },
    ...(opened.commit === undefined ? {} : { commit: opened.commit }),
  };
}

/** What no report shows needs no mask, which is loaded with the first. */
const isSilent = (outcome: Told): boolean =>
  outcome.findings.length + outcome.troubles.length + outcome.skipped.length + (outcome.suppressions?.length ?? 0) === 0;

/** Writes each report: to standard output, or to the file that it names. */
export async function writeReports(call: RunCall, opened: OpenRun, outcome: Told): Promise<void> {
  const { args, io } = call;
  const mask = isSilent(outcome) ? asItIs : await maskOf(call);
  const masked = mask === asItIs ? outcome : (await import("./mask-outcome.js")).maskOutcome(outcome, mask);
  for (const asked of args.reporters.length === 0 ? ["text"] : args.reporters) {
    const [name = "", file] = asked.split(/=([^]*)/);
    const reporter = await reporterNamed(name, call.reporters);
    const report = reportOf(call, opened, masked, file === undefined);
    const option = (key: string): string | undefined => {
      const value = args.flags[key];
      return typeof value === "string" ? value : undefined;
    };
    const text = await reporter(report, { files: opened.files, findings: outcome.findings, mask, option, cwd: io.cwd });
    const summary = io.environment["GITHUB_STEP_SUMMARY"] ?? "";
    if (name === "github" && summary !== "") await writeSummary(call, summary, report);
    if (file === undefined) await io.write(inLog(name, text));
    else await writeReport(resolve(io.cwd, file), file, text);
  }
}
