// Hooks of a lefthook configuration.
import { child, parseData, textOf, type DataNode } from "../data/index.js";
import type { SourceText } from "../text/index.js";
import { gitHooks } from "./git-hooks.js";
import type { Hook, HookFilters } from "./hook.js";

type Entries = Extract<DataNode, { kind: "map" }>["entries"];
const entriesOf = (node: DataNode | undefined): Entries => (node?.kind === "map" ? node.entries : []);

/** A text, or a list of texts. */
const textsOf = (node: DataNode | undefined): readonly string[] => (node?.kind === "list" ? node.items : [node]).flatMap((item) => textOf(item) ?? []);

/** The filters of a hook, a group or a command inside of `around`. Source: lefthook 2.2.2, scope.go. */
function filtersOf(node: DataNode | undefined, around: HookFilters): HookFilters {
  const root = textOf(child(node, "root")) || around.root;
  const filesCommand = textOf(child(node, "files")) || around.filesCommand;
  return {
    globs: [...around.globs, ...textsOf(child(node, "glob"))].filter((glob) => glob !== ""),
    excludes: [...around.excludes, ...textsOf(child(node, "exclude"))],
    fileTypes: [...around.fileTypes, ...textsOf(child(node, "file_types"))],
    matcher: around.matcher,
    ...(root === undefined ? {} : { root }),
    ...(filesCommand === undefined ? {} : { filesCommand }),
  };
}

/** The files whose hooks a configuration takes in, as it names them: paths and globs from the root. */
export async function lefthookExtends(source: SourceText): Promise<readonly string[]> {
  return textsOf(child((await parseData(source.path, source.text))?.root, "extends"));
}

/** The commands, scripts and jobs of each hook. Never throws. */
export async function readLefthook(source: SourceText): Promise<readonly Hook[]> {
  const root = (await parseData(source.path, source.text))?.root;
  const matcher = textOf(child(root, "glob_matcher")) === "doublestar" ? "doublestar" : "gobwas";
  return entriesOf(root).flatMap(({ key: stage, value }) => {
    if (!gitHooks.has(stage)) return [];
    // A hook has no `glob`, `root` and `file_types` of its own.
    const { excludes, filesCommand } = filtersOf(value, { globs: [], excludes: [], fileTypes: [], matcher });
    const around: HookFilters = { globs: [], excludes, fileTypes: [], matcher, ...(filesCommand === undefined ? {} : { filesCommand }) };
    const commands = entriesOf(child(value, "commands")).map(({ key, keyRange, value: node }) => commandHook(source, stage, key, keyRange, node, around));
    const scripts = entriesOf(child(value, "scripts")).map(({ key, keyRange, value: node }) =>
      scriptHook(source, stage, key, keyRange, textOf(child(node, "runner"))),
    );
    return [...commands, ...scripts, ...jobs(source, stage, child(value, "jobs"), around, 0)].flat();
  });
}

function jobs(source: SourceText, stage: string, node: DataNode | undefined, around: HookFilters, depth: number): Hook[] {
  if (node?.kind !== "list" || depth > 10) return [];
  return node.items.flatMap((job, index) => {
    const name = textOf(child(job, "name")) ?? `${stage}-${index + 1}`;
    const script = textOf(child(job, "script"));
    const inner = jobs(source, stage, child(child(job, "group"), "jobs"), filtersOf(job, around), depth + 1);
    if (script !== undefined) return [...scriptHook(source, stage, script, job.range, textOf(child(job, "runner"))), ...inner];
    return [...commandHook(source, stage, name, job.range, job, around), ...inner];
  });
}

function scriptHook(source: SourceText, stage: string, script: string, range: readonly [number, number], runner: string | undefined): Hook[] {
  const path = `.lefthook/${stage}/${script}`;
  return [plainHook(source, stage, script, range, runner === undefined ? path : `${runner} ${path}`)];
}

function commandHook(source: SourceText, stage: string, id: string, range: readonly [number, number], node: DataNode, around: HookFilters): Hook[] {
  const run = child(node, "run");
  if (run?.kind !== "string") return [];
  const passFilenames = /\{(?:staged_files|push_files|all_files|files)\}/.test(`${run.value} ${textOf(child(node, "args")) ?? ""}`);
  return [{ ...plainHook(source, stage, id, range, run.value), passFilenames, filters: filtersOf(node, around), entryAt: source.at(run.range) }];
}

function plainHook(source: SourceText, stage: string, id: string, range: readonly [number, number], entry: string): Hook {
  return { manager: "lefthook", id, stages: [stage], entry, args: [], additionalDependencies: [], types: [], passFilenames: false, at: source.at(range) };
}
