// Hooks that are scripts named as git's hooks (husky, `.githooks`), and those in package.json (husky 4, simple-git-hooks).
import { child, parseJson, type DataNode } from "../data/index.js";
import { lineRangeAt, type SourceText } from "../text/index.js";
import { gitHooks } from "./git-hooks.js";
import type { Hook, HookManager } from "./hook.js";

const base = { args: [], additionalDependencies: [], types: [], passFilenames: false } as const;

/** A script as one hook: its text is the entry. */
export function scriptHook(source: SourceText, manager: HookManager): readonly Hook[] {
  const stage = source.path.slice(source.path.lastIndexOf("/") + 1);
  if (!gitHooks.has(stage)) return [];
  return [
    { ...base, manager, id: stage, stages: [stage], entry: source.text, at: source.at(lineRangeAt(source, 0)), entryAt: source.at([0, source.text.length]) },
  ];
}

/** Commands under the names of git's hooks. */
function namedHooks(source: SourceText, node: DataNode | undefined, manager: HookManager): readonly Hook[] {
  return (node?.kind === "map" ? node.entries : []).flatMap(({ key, keyRange, value }) =>
    gitHooks.has(key) && value.kind === "string"
      ? [{ ...base, manager, id: key, stages: [key], entry: value.value, at: source.at(keyRange), entryAt: source.at(value.range) }]
      : [],
  );
}

/** Hooks that package.json holds; without those of simple-git-hooks where another file has them. */
export function packageHooks(source: SourceText, hasSimpleFile: boolean): readonly Hook[] {
  const { root } = parseJson(source.text);
  return [
    ...namedHooks(source, child(child(root, "husky"), "hooks"), "husky"),
    ...(hasSimpleFile ? [] : namedHooks(source, child(root, "simple-git-hooks"), "simple-git-hooks")),
  ];
}

/** The hooks of simple-git-hooks' own file in JSON. */
export function simpleGitHooks(source: SourceText): readonly Hook[] {
  return namedHooks(source, parseJson(source.text).root, "simple-git-hooks");
}
