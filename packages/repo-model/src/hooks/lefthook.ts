// Hooks of a lefthook configuration.
import { child, parseData, textOf, type DataNode } from "../data/index.js";
import type { SourceText } from "../text/index.js";
import { gitHooks } from "./git-hooks.js";
import type { Hook } from "./hook.js";

type Entries = Extract<DataNode, { kind: "map" }>["entries"];
const entriesOf = (node: DataNode | undefined): Entries => (node?.kind === "map" ? node.entries : []);

/** The commands, scripts and jobs of each hook. Never throws. */
export async function readLefthook(source: SourceText): Promise<readonly Hook[]> {
  const document = await parseData(source.path, source.text);
  return entriesOf(document?.root).flatMap(({ key: stage, value }) => {
    if (!gitHooks.has(stage)) return [];
    const commands = entriesOf(child(value, "commands")).map(({ key, keyRange, value: node }) => hook(source, stage, key, keyRange, child(node, "run")));
    const scripts = entriesOf(child(value, "scripts")).map(({ key, keyRange, value: node }) =>
      scriptHook(source, stage, key, keyRange, textOf(child(node, "runner"))),
    );
    return [...commands, ...scripts, ...jobs(source, stage, child(value, "jobs"), 0)].flat();
  });
}

function jobs(source: SourceText, stage: string, node: DataNode | undefined, depth: number): Hook[] {
  if (node?.kind !== "list" || depth > 10) return [];
  return node.items.flatMap((job, index) => {
    const name = textOf(child(job, "name")) ?? `${stage}-${index + 1}`;
    const script = textOf(child(job, "script"));
    const inner = jobs(source, stage, child(child(job, "group"), "jobs"), depth + 1);
    if (script !== undefined) return [...scriptHook(source, stage, script, job.range, textOf(child(job, "runner"))), ...inner];
    return [...hook(source, stage, name, job.range, child(job, "run")), ...inner];
  });
}

function scriptHook(source: SourceText, stage: string, script: string, range: readonly [number, number], runner: string | undefined): Hook[] {
  const path = `.lefthook/${stage}/${script}`;
  return [plainHook(source, stage, script, range, runner === undefined ? path : `${runner} ${path}`)];
}

function hook(source: SourceText, stage: string, id: string, range: readonly [number, number], run: DataNode | undefined): Hook[] {
  if (run?.kind !== "string") return [];
  return [{ ...plainHook(source, stage, id, range, run.value), entryAt: source.at(run.range) }];
}

function plainHook(source: SourceText, stage: string, id: string, range: readonly [number, number], entry: string): Hook {
  return { manager: "lefthook", id, stages: [stage], entry, args: [], additionalDependencies: [], types: [], passFilenames: false, at: source.at(range) };
}
