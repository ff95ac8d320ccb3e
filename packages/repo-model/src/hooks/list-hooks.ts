// All hooks that a tree declares, whichever manager runs them.
import { pathMatcher } from "../patterns/index.js";
import { isRepoError, type RepoPath, type SourceText } from "../text/index.js";
import type { FileTree } from "../tree/index.js";
import type { Hook } from "./hook.js";
import { simpleGitHooksFiles } from "./simple-git-hooks.js";

/** Folders whose configurations are samples. */
const samples =
  /(?:^|\/)(?:tests?|testing|testdata|test_data|__tests__|fixtures?|__fixtures__|examples?|samples?|templates?|docs?|node_modules|vendor)\/|\{\{|\}\}/;
/** Configurations below the root, as prek looks for them: not in folders that begin with a dot. */
const nestedName = /^(?!.*(?:^|\/)\.[^/]+\/).*\/(prek\.toml|\.pre-commit-config\.ya?ml)$/;

/** The name of a configuration of pre-commit or prek below the root, as a prek workspace takes it; undefined for another file, and for a sample. */
export function nestedConfiguration(path: string): string | undefined {
  return samples.test(path) ? undefined : nestedName.exec(path)?.[1];
}

/**
 * The hooks of pre-commit (`.pre-commit-config.yaml`), prek (`prek.toml`), husky, lefthook, simple-git-hooks and `.githooks/`, in the order of their files.
 * What cannot be read is told to `skip` and left out. With `nested`, those of pre-commit and prek below the root too, as in a prek workspace; samples are none.
 */
export async function listHooks(
  tree: FileTree,
  skip: (path: RepoPath, reason: string) => void = () => {},
  options: { readonly nested?: boolean } = {},
): Promise<readonly Hook[]> {
  const hooks: Hook[] = [];
  const entries = await tree.list();
  const existing = new Set<string>(entries.map(({ path }) => path));
  const simple = simpleGitHooksFiles.find((path) => existing.has(path));
  const taken = await extended(tree, existing);
  for (const { path, kind } of entries) {
    if (kind === "link" || kind === "submodule") continue;
    const nested = options.nested === true ? nestedConfiguration(path) : undefined;
    const read = taken(path) ? readLefthookFile : readerOf(nested ?? path, simple);
    if (read === undefined) continue;
    const source = await tree.text(path).catch((error: unknown) => {
      if (!isRepoError(error)) throw error;
      skip(path, error.code);
      return undefined;
    });
    if (source !== undefined) for (const hook of await read(source)) hooks.push(hook);
  }
  return hooks;
}

const readLefthookFile = async (source: SourceText): Promise<readonly Hook[]> => (await import("./lefthook.js")).readLefthook(source);
const lefthookName = /^(?:\.config\/)?\.?lefthook(?:-local)?\.(?:ya?ml|toml|jsonc?)$/;

/** Whether a lefthook configuration takes a file in by `extends`: with the files that those name, as far as they are of the tree. */
async function extended(tree: FileTree, existing: ReadonlySet<string>): Promise<(path: string) => boolean> {
  const queue = [...existing].filter((path) => lefthookName.test(path));
  const found = new Set<string>();
  const seen = new Set(queue);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const source = await tree.text(path as RepoPath).catch((error: unknown) => {
      if (!isRepoError(error)) throw error;
      return undefined;
    });
    if (source?.text.includes("extends") !== true) continue;
    const { lefthookExtends } = await import("./lefthook.js");
    const named = (await lefthookExtends(source)).map((one) => `/${one.replace(/^\.\//, "")}`);
    const isNamed = named.some((one) => one.includes("[") || one.startsWith("//")) ? undefined : pathMatcher(named);
    for (const one of isNamed === undefined ? [] : existing) {
      if (!/\.(?:ya?ml|toml|jsonc?)$/.test(one) || isNamed?.(one) !== true) continue;
      found.add(one);
      if (!seen.has(one)) queue.push(one);
      seen.add(one);
    }
  }
  return (path) => found.has(path) && !lefthookName.test(path);
}

/** How a file's hooks are read; undefined for a file that holds none. */
function readerOf(path: string, simple: string | undefined): ((source: SourceText) => Promise<readonly Hook[]>) | undefined {
  if (path === "prek.toml") return async (source) => (await import("./pre-commit.js")).readPrekHooks(source);
  if (/^\.pre-commit-config\.ya?ml$/.test(path)) return async (source) => (await import("./pre-commit.js")).readPreCommitHooks(source);
  if (lefthookName.test(path)) return readLefthookFile;
  if (/^\.husky\/[^/]+$/.test(path)) return async (source) => (await import("./script-hooks.js")).scriptHook(source, "husky");
  if (/^\.githooks\/[^/]+$/.test(path)) return async (source) => (await import("./script-hooks.js")).scriptHook(source, "githooks");
  if (path === "package.json") return async (source) => (await import("./script-hooks.js")).packageHooks(source, simple !== undefined);
  if (path === simple && path.endsWith(".json")) return async (source) => (await import("./script-hooks.js")).simpleGitHooks(source);
  return undefined;
}
