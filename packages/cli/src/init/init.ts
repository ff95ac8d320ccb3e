// `init`: looks, asks at most three questions, shows each change, and writes what is new. What is there is never overwritten.
import type { CommandResult, Context } from "@caio/repo-model/check";
import { commandParts, type Call } from "@caio/repo-model/command";
import { escapeControls, RepoError } from "@caio/repo-model/text";
import { writeFiles } from "@caio/repo-model/tree";
import type { Asker } from "./ask.js";
import { adviceText, type Advice, type Change } from "./change.js";
import { ciChanges } from "./ci.js";
import { configurationChange, offersOf } from "./configuration.js";
import { hookChanges } from "./hooks.js";
import { lookAt } from "./look.js";
import { nxChange } from "./nx.js";
import { dependencyChange } from "./packages.js";
import { baselineChange, findToday } from "./today.js";

type Flags = Readonly<Record<string, string | boolean | undefined>>;

const said = (text: string): CommandResult => ({ kind: "text", text });
const isChange = (one: Change | Advice | undefined): one is Change => one !== undefined && "id" in one;
const isAdvice = (one: Change | Advice | undefined): one is Advice => one !== undefined && !("id" in one);

/** The chosen changes with those that they need. */
function chosen(changes: readonly Change[], ids: readonly Change["id"][]): Change[] {
  const wanted = new Set(ids);
  for (const { id, needs = [] } of changes) if (wanted.has(id)) for (const one of needs) wanted.add(one);
  return changes.filter(({ id }) => wanted.has(id));
}

/** Carries out `init`. Throws USAGE where nobody can answer and `--yes` is not given. */
export async function init(call: Call, flags: Flags, hasTerminal: boolean): Promise<CommandResult> {
  const isAsked = hasTerminal && flags["yes"] !== true && flags["diff"] !== true;
  const { applyToTree, loadCheck, maskOf, openRun, patchOfChanges, readArguments } = await commandParts();
  const checks = await Promise.all(call.checks.map(loadCheck));
  const own = { yes: { summary: "" }, compare: { summary: "" } };
  const opened = await openRun({ ...call, args: readArguments(call.argv, own), selected: undefined }, checks);
  if (flags["compare"] === true) return said(await (await import("./compare.js")).compare(call, opened));
  if (!isAsked && flags["yes"] !== true && flags["diff"] !== true)
    throw new RepoError("USAGE", "`init` asks questions, and there is no terminal here.", {
      hint: "`--yes` takes the recommended answers; `--diff` only shows what they would write.",
    });

  const { version } = call.tool;
  const look = await lookAt(opened.files);
  const context: Context = { ...opened.context, files: opened.files, trouble: () => {}, skip: () => {}, notRun: () => {} };
  const offers = await offersOf(checks, context, opened.configuration);
  const all = [
    configurationChange(look, offers, opened.configuration.path, version),
    await dependencyChange(look, version),
    ...(await hookChanges(look, version)),
    ...(await ciChanges(look, version)),
    await nxChange(look),
  ];
  const changes = all.filter(isChange);
  const advice = all.filter(isAdvice);
  const asker: Asker | undefined = isAsked ? (await import("./ask.js")).clackAsker() : undefined;
  asker?.begin();
  const ids =
    asker === undefined || changes.length === 0 ? changes.filter(({ isRecommended }) => isRecommended).map(({ id }) => id) : await asker.choose(changes);
  if (ids === undefined) return stop(asker);
  const wanted = chosen(changes, ids);

  const work = findToday(call, checks, wanted);
  const today = await (asker === undefined ? work : asker.during("Looking at what is there today", work));
  if (asker !== undefined && today.errors + today.warnings > 0) {
    const baseline = await baselineChange(look, today);
    const isAccepted = baseline === undefined ? false : await asker.accept(today);
    if (isAccepted === undefined) return stop(asker);
    if (isAccepted && baseline !== undefined) wanted.push(baseline);
  }

  const mask = await maskOf(call);
  const files = await applyToTree(
    opened.files,
    wanted.flatMap(({ edits }) => edits),
  );
  const patch = mask(patchOfChanges(files));
  const rest = adviceText(advice);
  if (files.length === 0) {
    // What a killed run has left is swept.
    if (flags["diff"] !== true) await writeFiles(opened.repository.root, [], opened.repository.files);
    return finish(asker, `${rest}Nothing is left to set up: caio is configured here.\n`);
  }
  if (flags["diff"] === true) return said(`${patch}${rest}`);
  if (asker === undefined) await call.io.write(patch === "" ? "" : `${patch}\n`);
  else {
    asker.say(escapeControls(patch, "\n\t"));
    if (rest !== "") asker.say(rest);
    const isAgreed = await asker.agree(files.length);
    if (isAgreed !== true) return stop(asker);
  }
  await writeFiles(opened.repository.root, files, opened.repository.files);
  return finish(
    asker,
    `${asker === undefined ? rest : ""}${summary(
      files.map(({ path }) => path),
      wanted,
      today,
    )}`,
  );
}

function summary(
  paths: readonly string[],
  wanted: readonly Change[],
  { errors, warnings, secrets }: { errors: number; warnings: number; secrets: number },
): string {
  const isAccepted = wanted.some(({ id }) => id === "baseline");
  const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
  const found =
    errors + warnings === 0
      ? "Nothing is found here today"
      : `${plural(errors, "error")} and ${plural(warnings, "warning")} stand here today${isAccepted ? ", and are accepted" : ""}`;
  const next = [
    ...new Set(wanted.flatMap((change) => change.next ?? [])),
    ...(secrets > 0
      ? ["npx @caio/cli secret-scan triage"]
      : errors + warnings > 0 && !isAccepted
        ? ["npx @caio/cli", "npx @caio/cli baseline write   # or accept them as they are"]
        : []),
  ];
  return `Written: ${paths.map((path) => escapeControls(path)).join(", ")}\n${found}.\n${next.length === 0 ? "" : `Next:\n${next.map((line) => `  ${line}\n`).join("")}`}`;
}

function stop(asker: Asker | undefined): CommandResult {
  asker?.cancelled();
  return { kind: "text", text: "", exitCode: 2 };
}

function finish(asker: Asker | undefined, text: string): CommandResult {
  if (asker === undefined) return said(text);
  asker.end(text.trimEnd());
  return said("");
}
