// Hooks that are scripts named as git's hooks (husky, `.githooks`), and those in package.json (husky 4, simple-git-hooks).
import { child, parseJson } from "../data/index.js";
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

/** Hooks that package.json holds. */
export function packageHooks(source: SourceText): readonly Hook[] {
  const { root } = parseJson(source.text);
  const husky = child(child(root, "husky"), "hooks");
  const simple = child(root, "simple-git-hooks");
  const of = (node: typeof root, manager: HookManager): Hook[] =>
    (node?.kind === "map" ? node.entries : []).flatMap(({ key, keyRange, value }) =>
      gitHooks.has(key) && value.kind === "string"
        ? [{ ...base, manager, id: key, stages: [key], entry: value.value, at: source.at(keyRange), entryAt: source.at(value.range) }]
        : [],
    );
  return [...of(husky, "husky"), ...of(simple, "simple-git-hooks")];
}
