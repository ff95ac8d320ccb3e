// What the shared commands do.
import { readFile } from "node:fs/promises";
import { runChecks, type Check, type CommandResult } from "../check/index.js";
import { configurationText, explainPath, nearest } from "../config/index.js";
import { attributesPath, escapeControls, fromBytes, RepoError, repoPath, withUnionMerge, type RepoPath } from "../text/index.js";
import { writeFiles, type FileTree } from "../tree/index.js";
import { baselinePath, baselineText, readBaseline } from "./baseline.js";
import { loadCheck, type Call } from "./call.js";
import { readArguments } from "./flags.js";
import { openRun, type OpenRun } from "./open-run.js";

const said = (text: string): CommandResult => ({ kind: "text", text });

async function all(call: Call): Promise<Check[]> {
  return Promise.all(call.checks.map(loadCheck));
}

async function opened(call: Call, writes = false): Promise<OpenRun> {
  const args = readArguments(call.argv, call.checkFlags);
  return openRun({ ...call, args, selected: undefined }, await all(call), writes);
}

/** The document of a rule, or what a check says of the name. */
export async function explain(call: Call, operand: string | undefined): Promise<CommandResult> {
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

/** The rules with their severity. */
export async function rules(call: Call): Promise<CommandResult> {
  const { checks } = await opened(call);
  const lines = checks.flatMap(({ check, settings }) =>
    check.rules.map(({ id, summary }) => `${`${check.name}/${id}`.padEnd(42)} ${settings.severity(id, repoPath("-")).padEnd(8)} ${summary}\n`),
  );
  return said(lines.join(""));
}

/** What decides about a path. */
export async function why(call: Call, operand: string | undefined): Promise<CommandResult> {
  if (operand === undefined) throw new RepoError("USAGE", "`why` needs a path.");
  const run = await opened(call);
  const path = repoPath(operand.replace(/^\.\//, ""));
  const entry = (await run.files.list()).find((one) => one.path === path);
  const source = entry === undefined ? undefined : await run.files.text(path).catch(() => undefined);
  const state =
    entry === undefined ? await absence(run.files, path) : `is ${entry.tracked === false ? "untracked and not ignored" : "tracked"} (${entry.kind})`;
  const accepted = (await readBaseline(run.files, undefined)).filter((one) => one.path === path).length;
  const baselineLine = accepted === 0 ? "" : `${baselinePath} accepts ${accepted} ${accepted === 1 ? "finding" : "findings"} in it.\n`;
  const lines = explainPath(run.configuration, path, { now: run.context.now, source });
  const none = entry === undefined ? "" : "No line of the configuration speaks of it: every check reads it.\n";
  return said(`${escapeControls(path)} ${state}.\n${baselineLine}${lines === "" ? none : lines}`);
}

/** Why a path is not among the files of a run. */
async function absence(files: FileTree, path: RepoPath): Promise<string> {
  if ((await files.list({ ignored: true })).every((one) => one.path !== path)) return "is not there";
  const { ignoredBy } = await import("./ignored-by.js");
  const line = await ignoredBy(files, path);
  const by =
    line === undefined ? "no `.gitignore` of the repository, so `.git/info/exclude` or a file of your own" : `${line.path}:${line.line} \`${line.text}\``;
  return escapeControls(`is ignored by git, by ${by}; \`--no-ignore\` adds such files`);
}

/** Accepts what is there, or drops what is gone. */
export async function baseline(call: Call, isPrune: boolean): Promise<CommandResult> {
  const run = await opened(call, true);
  // Before the checks run: what somebody adds meanwhile is not written over.
  const before = await run.files.bytes(baselinePath);
  const outcome = await runChecks({ checks: run.checks, context: run.context, files: run.files, suppressions: run.suppressions });
  for (const trouble of outcome.troubles) throw trouble;
  const kept = isPrune ? outcome.findings.filter(run.isKnown) : outcome.findings;
  const after = baselineText(kept);
  const attributes = await run.repository.files.bytes(attributesPath);
  const stated = attributes === undefined ? undefined : Buffer.from(attributes).toString("utf8");
  const merged = withUnionMerge(stated, "baseline");
  const writes = [
    { path: baselinePath, before, after: Buffer.from(after) },
    ...(stated === merged ? [] : [{ path: attributesPath, before: attributes, after: Buffer.from(merged) }]),
  ];
  await writeFiles(run.repository.root, writes, run.repository.files);
  const count = after.split("\n").length - 2;
  const gone =
    isPrune && before !== undefined
      ? Math.max(
          0,
          fromBytes(before)
            .split("\n")
            .filter((line) => /^[0-9a-f]{32} /.test(line)).length - count,
        )
      : 0;
  return said(
    isPrune
      ? `${baselinePath}: ${count} ${count === 1 ? "finding is" : "findings are"} still there and accepted, ${gone} ${gone === 1 ? "was" : "were"} dropped.\n`
      : `${baselinePath}: ${count} ${count === 1 ? "finding is" : "findings are"} accepted as ${count === 1 ? "it is" : "they are"}; only new ones fail from now on. Commit the file.\n`,
  );
}

/** The configuration as it is in force. */
export async function configuration(call: Call): Promise<CommandResult> {
  return said(await configurationText((await opened(call)).configuration, await all(call)));
}

/** Joins the parts of a run. */
export async function mergeParts(call: Call, files: readonly string[]): Promise<CommandResult> {
  const { mergeReports } = await import("./merge-reports.js");
  return mergeReports(call, await opened(call), files);
}
