// The commands that every bin has: explain, why, rules, config, baseline.
import { readFile } from "node:fs/promises";
import { runChecks, type Check, type Command, type CommandResult } from "../check/index.js";
import { configurationText, explainPath, nearest } from "../config/index.js";
import { attributesPath, escapeControls, RepoError, repoPath, withUnionMerge } from "../text/index.js";
import { baselinePath, baselineText } from "./baseline.js";
import { loadCheck, type Call } from "./call.js";
import { readArguments } from "./flags.js";
import { openRun, type OpenRun } from "./open-run.js";

const said = (text: string): CommandResult => ({ kind: "text", text });

async function all(call: Call): Promise<Check[]> {
  return Promise.all(call.checks.map(loadCheck));
}

async function opened(call: Call): Promise<OpenRun> {
  const args = readArguments(call.argv, call.checkFlags);
  return openRun({ ...call, args, selected: undefined }, await all(call));
}

async function explain(call: Call, operand: string | undefined): Promise<CommandResult> {
  const checks = await all(call);
  const names = checks.flatMap((check) => check.rules.map(({ id }) => `${check.name}/${id}`));
  if (operand === undefined) throw new RepoError("USAGE", "`explain` needs a rule.", { hint: `\`${call.tool.bin} rules\` lists them.` });
  const full = operand.includes("/") ? operand : names.find((name) => name.endsWith(`/${operand}`));
  const check = checks.find(({ name, rules }) => rules.some(({ id }) => `${name}/${id}` === full));
  if (check === undefined || full === undefined) {
    const row = checks
      .map((one) => one.explain?.(operand.startsWith(`${one.name}/`) ? operand.slice(one.name.length + 1) : operand))
      .find((text) => text !== undefined);
    if (row !== undefined) return said(row);
    const near = nearest(operand, [...names, ...names.map((name) => name.replace(/^.*\//, ""))]);
    throw new RepoError("USAGE", `There is no rule \`${operand}\`.`, {
      hint: near === undefined ? `\`${call.tool.bin} rules\` lists them.` : `Did you mean \`${near}\`?`,
    });
  }
  const id = full.slice(check.name.length + 1);
  const rule = check.rules.find((one) => one.id === id);
  // A check of one's own may come without documents.
  const document = await readFile(new URL(`${id}.md`, check.documents), "utf8").catch(() => `# ${id}\n\n${rule?.summary ?? ""}\n`);
  return said(document.replace(/<!--[^]*?-->\n\n?/g, ""));
}

async function rules(call: Call): Promise<CommandResult> {
  const { checks } = await opened(call);
  const lines = checks.flatMap(({ check, settings }) =>
    check.rules.map(({ id, summary }) => `${`${check.name}/${id}`.padEnd(42)} ${settings.severity(id, repoPath("-")).padEnd(8)} ${summary}\n`),
  );
  return said(lines.join(""));
}

async function why(call: Call, operand: string | undefined): Promise<CommandResult> {
  if (operand === undefined) throw new RepoError("USAGE", "`why` needs a path.");
  const run = await opened(call);
  const path = repoPath(operand.replace(/^\.\//, ""));
  const entry = (await run.files.list()).find((one) => one.path === path);
  const source = entry === undefined ? undefined : await run.files.text(path).catch(() => undefined);
  const state =
    entry === undefined
      ? "is not among the files of this run (missing, or ignored by git; `--no-ignore` adds ignored files)"
      : `is ${entry.tracked === false ? "untracked and not ignored" : "tracked"} (${entry.kind})`;
  return said(`${escapeControls(path)} ${state}.\n${explainPath(run.configuration, path, { now: run.context.now, source })}`);
}

async function baseline(call: Call, isPrune: boolean): Promise<CommandResult> {
  const run = await opened(call);
  const outcome = await runChecks({ checks: run.checks, context: run.context, files: run.files, suppressions: run.suppressions });
  for (const trouble of outcome.troubles) throw trouble;
  const kept = isPrune ? outcome.findings.filter(run.isKnown) : outcome.findings;
  const after = baselineText(kept);
  const { writeFiles } = await import("../tree/index.js");
  const before = await run.repository.files.bytes(baselinePath);
  const attributes = await run.repository.files.bytes(attributesPath);
  const merged = withUnionMerge(attributes === undefined ? undefined : Buffer.from(attributes).toString("utf8"), "baseline");
  const isMerged = attributes !== undefined && Buffer.from(attributes).toString("utf8") === merged;
  const writes = [
    { path: baselinePath, before, after: Buffer.from(after) },
    ...(isMerged ? [] : [{ path: attributesPath, before: attributes, after: Buffer.from(merged) }]),
  ];
  await writeFiles(run.repository.root, writes, run.repository.files);
  return said(
    `${baselinePath}: ${kept.length} ${kept.length === 1 ? "finding is" : "findings are"} accepted as ${isPrune ? "they are still there" : "they are"}.\n`,
  );
}

/** The shared commands of one call. */
export function sharedCommands(call: Call): readonly Command[] {
  return [
    { name: "explain", operands: "RULE", summary: "what a rule finds, why it matters, wrong and right", run: ({ operands }) => explain(call, operands[0]) },
    { name: "why", operands: "PATH", summary: "what decides about a path", run: ({ operands }) => why(call, operands[0]) },
    { name: "rules", summary: "the rules with their severity", run: () => rules(call) },
    {
      name: "config",
      summary: "the configuration as it is in force",
      run: async () => said(await configurationText((await opened(call)).configuration, await all(call))),
    },
    {
      name: "merge-reports",
      operands: "FILE...",
      summary: "join the parts that `--reporter blob=FILE` wrote",
      run: async ({ operands }) => (await import("./merge-reports.js")).mergeReports(call, await opened(call), operands),
    },
    { name: "baseline write", summary: "accept what is there today", run: () => baseline(call, false) },
    { name: "baseline prune", summary: "drop accepted findings that are gone", run: () => baseline(call, true) },
  ];
}
