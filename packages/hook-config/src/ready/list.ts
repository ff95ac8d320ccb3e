// `caio hook-config list`: all hooks of all managers, by stage, with the files that they match.
import type { CommandCall, CommandResult } from "@caio/repo-model/check";
import { listHooks, type Hook } from "@caio/repo-model/hooks";
import { stagesWithoutFiles } from "../data/stages.js";
import { readConfig, type ConfigFacts } from "../facts.js";
import { filesOf } from "../files/applies.js";
import { readSurroundings, type Surroundings } from "../files/surroundings.js";
import { rangeOf } from "../validate/map-view.js";

/** Git's order of stages in a commit, then the others. */
const order = ["pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "pre-merge-commit", "pre-push", "manual"];
const anyStage = "any stage, or those of the manifest";
/** Stages whose hooks get no files of the repository. */
const withoutFiles = new Set([...stagesWithoutFiles, "commit-msg", "prepare-commit-msg"]);

/** Names of the files that a hook of pre-commit is given; undefined for another's, or one that gets none. */
function filesFor(hook: Hook, facts: ReadonlyMap<string, ConfigFacts>, around: Surroundings): readonly string[] | undefined {
  const own = facts.get(hook.at.path);
  const found = own?.hooks.find(({ view }) => {
    const id = view.pairs.get("id");
    return id !== undefined && rangeOf(id.value)[0] === hook.at.range[0];
  });
  if (own === undefined || found === undefined || !hook.passFilenames) return undefined;
  return filesOf(found, own.root, around.files).files.map(({ path }) => path);
}

function line(hook: Hook, files: readonly string[] | undefined): string {
  const where = `${hook.at.path}:${hook.at.start.line}`;
  const what = hook.repo !== undefined && hook.repo !== "local" ? hook.repo : (hook.entry ?? "").trim().split("\n")[0];
  // The manifest of a remote hook may ask for fewer.
  const most = hook.repo === "local" ? "" : "at most ";
  const count = files === undefined ? "" : ` — ${most}${files.length} ${files.length === 1 ? "file" : "files"}`;
  return `  ${hook.id} (${hook.manager}, ${where}) ${what ?? ""}${count}\n`;
}

/** Runs the command. */
export async function list({ context, flags }: CommandCall<unknown>): Promise<CommandResult> {
  const hooks = await listHooks(context.files, () => {}, { nested: true });
  if (hooks.length === 0) return { kind: "text", text: "The repository declares no hooks.\n" };
  const around = await readSurroundings(context, true);
  const facts = new Map<string, ConfigFacts>();
  for (const { at, manager } of hooks) {
    if (facts.has(at.path) || manager !== "pre-commit") continue;
    const source = await context.files.text(at.path);
    if (source !== undefined) facts.set(at.path, readConfig(source.text, at.path));
  }
  const byStage = new Map<string, Hook[]>();
  for (const hook of hooks) for (const stage of hook.stages.length === 0 ? [anyStage] : hook.stages) byStage.set(stage, [...(byStage.get(stage) ?? []), hook]);
  const rank = (stage: string): number => (order.includes(stage) ? order.indexOf(stage) : stage === anyStage ? -1 : order.length);
  let text = "";
  for (const [stage, all] of [...byStage].toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    text += `${stage}\n`;
    for (const hook of all) {
      const files = withoutFiles.has(stage) ? undefined : filesFor(hook, facts, around);
      text += line(hook, files);
      if (flags["files"] === true) for (const file of files ?? []) text += `    ${file}\n`;
    }
  }
  return { kind: "text", text };
}
