// All hooks that a tree declares, whichever manager runs them.
import { isRepoError, type RepoPath, type SourceText } from "../text/index.js";
import type { FileTree } from "../tree/index.js";
import type { Hook } from "./hook.js";
import { simpleGitHooksFiles } from "./simple-git-hooks.js";

/** Folders whose configurations are samples. */
const samples = /(?:^|\/)(?:tests?|testing|testdata|test_data|__tests__|fixtures?|examples?|samples?|templates?|docs?|node_modules|vendor)\/|\{\{|\}\}/;

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
  for (const { path, kind } of entries) {
    if (kind === "link" || kind === "submodule") continue;
    const isNested = options.nested === true && path.includes("/") && !samples.test(path);
    const read = readerOf(isNested ? path.slice(path.lastIndexOf("/") + 1) : path, isNested, simple);
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

/** How a file's hooks are read; undefined for a file that holds none. */
function readerOf(path: string, isNested: boolean, simple: string | undefined): ((source: SourceText) => Promise<readonly Hook[]>) | undefined {
  if (path === "prek.toml") return async (source) => (await import("./pre-commit.js")).readPrekHooks(source);
  if (/^\.pre-commit-config\.ya?ml$/.test(path)) return async (source) => (await import("./pre-commit.js")).readPreCommitHooks(source);
  if (isNested) return undefined;
  if (/^(?:\.config\/)?\.?lefthook(?:-local)?\.(?:ya?ml|toml|jsonc?)$/.test(path))
    return async (source) => (await import("./lefthook.js")).readLefthook(source);
  if (/^\.husky\/[^/]+$/.test(path)) return async (source) => (await import("./script-hooks.js")).scriptHook(source, "husky");
  if (/^\.githooks\/[^/]+$/.test(path)) return async (source) => (await import("./script-hooks.js")).scriptHook(source, "githooks");
  if (path === "package.json") return async (source) => (await import("./script-hooks.js")).packageHooks(source, simple !== undefined);
  if (path === simple && path.endsWith(".json")) return async (source) => (await import("./script-hooks.js")).simpleGitHooks(source);
  return undefined;
}
