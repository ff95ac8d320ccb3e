// `report RULE FINGERPRINT`: a false alarm as the least that still shows it, with its words blanked out.
import { runChecks, type CommandResult, type Finding } from "@caio/repo-model/check";
import { commandParts, type Call } from "@caio/repo-model/command";
import { codeFence } from "./fence.js";
import { reduce, type Budget } from "./reduce.js";
import { redact, withStandIns } from "./redact.js";
import { escapeControls, fromBytes, repoPath, RepoError, type RepoPath } from "@caio/repo-model/text";
import { memoryTree } from "@caio/repo-model/tree";

/** A state in memory: texts by path. */
type Texts = ReadonlyMap<string, string>;

const usual = 400;

/** The letters, digits and signs of a value, without the value: `A4 9×16`. */
function shapeOf(value: string): string {
  const kinds = Array.from(value, (unit) => (/[a-z]/.test(unit) ? "a" : /[A-Z]/.test(unit) ? "A" : /\d/.test(unit) ? "9" : unit));
  const runs: { kind: string; count: number }[] = [];
  for (const kind of kinds) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.count++;
    else runs.push({ kind, count: 1 });
  }
  return runs.map(({ kind, count }) => (count === 1 ? kind : `${kind}×${count}`)).join(" ");
}

/** The report on one finding, as Markdown. Throws USAGE where the words name no finding. */
export async function report(call: Call, [rule, mark]: readonly string[]): Promise<CommandResult> {
  if (rule === undefined || mark === undefined || !/^[0-9a-f]{4,32}$/.test(mark))
    throw new RepoError("USAGE", "`report` needs a rule and a fingerprint.", {
      hint: `\`${call.tool.bin} --reporter json\` lists fingerprints; the first characters will do.`,
    });
  const { loadCheck, openRun, readArguments } = await commandParts();
  const checks = await Promise.all(call.checks.map(loadCheck));
  const check = checks.find(({ name }) => rule.startsWith(`${name}/`));
  if (check === undefined) throw new RepoError("USAGE", `There is no rule \`${rule}\`.`, { hint: `\`${call.tool.bin} rules\` lists them.` });
  const opened = await openRun({ ...call, args: readArguments(call.argv, call.checkFlags), selected: undefined }, [check]);
  const first = await runChecks({ checks: opened.checks, context: opened.context, files: opened.files });
  const named = first.findings.filter((one) => one.rule === rule && one.fingerprint.startsWith(mark));
  const [finding] = named;
  if (finding === undefined)
    throw new RepoError("USAGE", `\`${rule}\` finds nothing here with the fingerprint \`${mark}\`.`, {
      hint: `\`${call.tool.bin} ${check.name} --reporter json\` lists fingerprints.`,
    });
  if (named.length > 1) throw new RepoError("USAGE", `${named.length} findings have a fingerprint that begins with \`${mark}\`.`, { hint: "Give more of it." });

  const findIn = async (texts: Texts, at: string): Promise<Finding | undefined> => {
    const files = memoryTree(Object.fromEntries(texts));
    const { git: _git, machine: _machine, event: _event, ...context } = opened.context;
    const repository = { root: opened.repository.root, files };
    const outcome = await runChecks({ checks: opened.checks, context: { ...context, repository }, files });
    return outcome.findings.find((one) => one.rule === rule && one.at.path === at);
  };
  const read = async (paths: readonly RepoPath[]): Promise<Map<string, string>> => {
    const texts = new Map<string, string>();
    for (const path of paths) {
      const bytes = await opened.files.bytes(path).catch(() => undefined);
      if (bytes !== undefined) texts.set(path, fromBytes(bytes));
    }
    return texts;
  };
  const budget: Budget = { left: usual };
  const { path } = finding.at;
  // The file and those that the finding names; else what the check read.
  let texts: Texts = await read([...new Set([path, ...(finding.related ?? []).map(({ at }) => at.path)])]);
  if ((await findIn(texts, path)) === undefined) {
    const all = await read(first.read);
    const kept =
      (await findIn(all, path)) === undefined
        ? undefined
        : await reduce([...all.keys()], async (paths) => (await findIn(new Map(paths.map((one) => [one, all.get(one) ?? ""])), path)) !== undefined, budget);
    if (kept === undefined) return { kind: "text", text: withoutReproduction(call, finding) };
    texts = new Map(kept.map((one) => [one, all.get(one) ?? ""]));
  }
  for (const [name, text] of texts) {
    const lines = text.split(/(?<=\n)/);
    const kept = await reduce(lines, async (part) => (await findIn(new Map([...texts, [name, part.join("")]]), path)) !== undefined, budget);
    texts = new Map([...texts, [name, kept.join("")]]);
  }
  const under = (table: ReadonlyMap<string, string>): Texts =>
    new Map([...texts].map(([name, text]) => [withStandIns(name, table), withStandIns(text, table)]));
  const holds = async (table: ReadonlyMap<string, string>): Promise<boolean> =>
    under(table).size === texts.size && (await findIn(under(table), withStandIns(path, table))) !== undefined;
  const table = await redact([...texts].flat(), holds, { left: usual });
  const blank = under(table);
  const shown = await findIn(blank, withStandIns(path, table));
  // A finding's own text may be masked already; the form is that of the value itself.
  const value = (await opened.files.text(path).catch(() => undefined))?.text.slice(...finding.at.range) ?? "";
  return { kind: "text", text: reproduction(call, finding, shown ?? finding, blank, { words: table.size, value }) };
}

const say = (text: string): string => escapeControls(text, "\n\t");

function reproduction(call: Call, finding: Finding, shown: Finding, texts: Texts, { words, value }: { words: number; value: string }): string {
  const shape =
    finding.rule.startsWith("secret-scan/") && value !== ""
      ? `The marked value has the form \`${shapeOf(value)}\` (a, A: letters, 9: digits); it is masked here.\n\n`
      : "";
  const files = [...texts].map(([name, text]) => `\`${say(repoPath(name))}\`:\n\n${codeFence(say(text))}\n`).join("\n");
  return `### False alarm: ${finding.rule}

${files}
${call.tool.bin} ${call.tool.version} says at ${say(shown.at.path)}:${shown.at.start.line}:${shown.at.start.column}:

> ${say(shown.message)}

${shape}It should say nothing, because …

<!-- Words that do not matter were replaced by others of the same form (${words}), and lines that do not matter were left out. Read it before you send it. -->
`;
}

function withoutReproduction(call: Call, finding: Finding): string {
  return `### False alarm: ${finding.rule}

The finding needs more than files (git, this machine or a change under review), so that no reproduction could be made.

${call.tool.bin} ${call.tool.version} says in a file of the kind \`${/\.[a-z0-9]{1,8}$/i.exec(finding.at.path)?.[0] ?? "without an ending"}\`, severity ${finding.severity}.

It should say nothing, because …
`;
}
