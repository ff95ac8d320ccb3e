// `caio hook-config list`: all hooks of all managers, by stage, with the files that they match.
import type { CommandCall, CommandResult, Context } from "@caio/repo-model/check";
import { child, parseJson, parseToml, parseYamlNow } from "@caio/repo-model/data";
import { listHooks, type Hook } from "@caio/repo-model/hooks";
import { escapeControls, folderOf, type SourceText } from "@caio/repo-model/text";
import { stagesWithoutFiles } from "../data/stages.js";
import { readConfig, type ConfigFacts } from "../facts.js";
import { lefthookReach, preCommitReach, prekReach, type Reach } from "../files/reach.js";
import { readSurroundings, type Surroundings } from "../files/surroundings.js";
import { lintStagedTasks, runsLintStaged, type LintStagedTask } from "./lint-staged-tasks.js";

/** Git's order of stages in a commit, then the others. */
const order = ["pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "pre-merge-commit", "pre-push", "manual"];
const anyStage = "any stage, or those of the manifest";
/** Stages whose hooks get no files of the repository. */
const withoutFiles = new Set([...stagesWithoutFiles, "commit-msg", "prepare-commit-msg"]);

const firstLine = (text: string): string =>
  text
    .trim()
    .split("\n")
    .find((line) => line.trim() !== "" && !line.startsWith("#") && !/^\.\s.*\bhusky\.sh\b/.test(line)) ?? "";

function told(reach: Reach, passesNames: boolean): string {
  if (reach.kind === "unknown") return ` — files unknown: ${reach.why}`;
  const { files, isMost, isSure } = reach;
  const count = `${isMost ? "at most " : ""}${files.length} ${files.length === 1 ? "file" : "files"}`;
  return ` — ${count}${isSure ? "" : ", as far as is known"}${passesNames ? "" : ", no names passed"}`;
}

const named = (reach: Reach, indent: string): string =>
  reach.kind === "files" ? reach.files.map((file) => `${indent}${escapeControls(file)}\n`).join("") : "";

/** What the hooks of one run stand on. */
interface Ground {
  readonly around: Surroundings;
  readonly sources: ReadonlyMap<string, SourceText>;
  readonly configs: ReadonlyMap<string, ConfigFacts>;
  /** Folders of a prek workspace that keep their files from the projects above them. */
  readonly orphans: readonly string[];
}

/** The files without those that an orphan below the hook's folder keeps for itself. */
function filesFor(hook: Hook, { around, orphans }: Ground): Surroundings["files"] {
  const own = folderOf(hook.at.path);
  const taken = orphans.filter((folder) => folder !== own && folder.startsWith(own));
  return taken.length === 0 ? around.files : around.files.filter(({ path }) => !taken.some((folder) => path.startsWith(folder)));
}

function reachOf(hook: Hook, stage: string, ground: Ground): Reach | undefined {
  const { around, sources, configs } = ground;
  if (withoutFiles.has(stage) && hook.manager !== "lefthook") return undefined;
  const facts = configs.get(hook.at.path);
  if (facts !== undefined) return preCommitReach(hook, facts, filesFor(hook, ground));
  if (hook.manager === "prek") return prekReach(hook, sources.get(hook.at.path)?.text ?? "", filesFor(hook, ground));
  if (hook.manager === "lefthook") return lefthookReach(hook, around.files);
  return { kind: "unknown", why: "a script" };
}

function line(hook: Hook, reach: Reach | undefined): string {
  const where = `${hook.at.path}:${hook.at.start.line}`;
  const what = hook.repo !== undefined && hook.repo !== "local" ? hook.repo : firstLine(hook.entry ?? "");
  return `  ${escapeControls(`${hook.id} (${hook.manager}, ${where}) ${what}`)}${reach === undefined ? "" : told(reach, hook.passFilenames)}\n`;
}

const taskLines = (tasks: readonly LintStagedTask[], showsFiles: boolean): string =>
  tasks
    .map(
      ({ pattern, commands, path, line: at, reach }) =>
        `    lint-staged ${escapeControls(`${pattern === "" ? "" : `${pattern} `}(${path}:${at})${commands === "" ? "" : ` ${commands}`}`)}${told(reach, true)}\n${showsFiles ? named(reach, "      ") : ""}`,
    )
    .join("");

/** `orphan: true` of a configuration below the root. */
function isOrphan({ path, text }: SourceText): boolean {
  if (folderOf(path) === "" || !text.includes("orphan")) return false;
  const value = child((path.endsWith(".toml") ? parseToml(text) : parseYamlNow(text, "pyyaml")).root, "orphan");
  return value?.kind === "boolean" && value.value;
}

async function groundOf(context: Context, hooks: readonly Hook[]): Promise<Ground> {
  const sources = new Map<string, SourceText>();
  const configs = new Map<string, ConfigFacts>();
  for (const { at, manager } of hooks) {
    if (sources.has(at.path) || (manager !== "pre-commit" && manager !== "prek")) continue;
    const source = await context.files.text(at.path);
    if (source === undefined) continue;
    sources.set(at.path, source);
    if (manager === "pre-commit") configs.set(at.path, readConfig(source.text, at.path));
  }
  const orphans = [...sources.values()].filter(isOrphan).map(({ path }) => folderOf(path));
  return { around: await readSurroundings(context, true), sources, configs, orphans };
}

async function packageScripts(context: Context): Promise<ReadonlyMap<string, string>> {
  const [entry] = await context.files.list({ include: ["/package.json"] });
  const source = entry === undefined || entry.kind === "link" ? undefined : await context.files.text(entry.path);
  const scripts = source === undefined ? undefined : child(parseJson(source.text).root, "scripts");
  return new Map((scripts?.kind === "map" ? scripts.entries : []).flatMap(({ key, value }) => (value.kind === "string" ? [[key, value.value] as const] : [])));
}

/** Runs the command. */
export async function list({ context, flags }: CommandCall<unknown>): Promise<CommandResult> {
  const hooks = await listHooks(context.files, () => {}, { nested: true });
  const ground = await groundOf(context, hooks);
  const tasks = await lintStagedTasks(context, ground.around.files);
  if (hooks.length === 0 && tasks.length === 0) return { kind: "text", text: "The repository declares no hooks.\n" };
  const showsFiles = flags["files"] === true;
  const scripts = tasks.length === 0 ? new Map<string, string>() : await packageScripts(context);
  const byStage = new Map<string, Hook[]>();
  for (const hook of hooks)
    for (const stage of hook.stages.length === 0 ? [anyStage] : hook.stages) {
      const all = byStage.get(stage);
      if (all === undefined) byStage.set(stage, [hook]);
      else all.push(hook);
    }
  const rank = (stage: string): number => (order.includes(stage) ? order.indexOf(stage) : stage === anyStage ? -1 : order.length);
  let text = "";
  let areTasksTold = tasks.length === 0;
  for (const [stage, all] of [...byStage].toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    text += `${escapeControls(stage)}\n`;
    for (const hook of all) {
      const reach = reachOf(hook, stage, ground);
      text += line(hook, reach);
      if (showsFiles && reach !== undefined) text += named(reach, "    ");
      if (tasks.length === 0 || !runsLintStaged(hook, scripts)) continue;
      text += taskLines(tasks, showsFiles);
      areTasksTold = true;
    }
  }
  if (!areTasksTold) text += `no stage: no hook that is known here runs lint-staged\n${taskLines(tasks, showsFiles)}`;
  return { kind: "text", text };
}
