// Reads the files of other managers and judges them.
import { readText, type Context } from "@caio/repo-model/check";
import type { RepoPath, SourceText } from "@caio/repo-model/text";
import type { OtherFacts, OtherFault } from "./facts.js";

/** Names of files that other managers read, at the root. */
export const otherFiles: readonly string[] = [
  "/package.json",
  "/.huskyrc*",
  "/husky.config.{js,cjs}",
  "/.husky/*",
  "/lefthook.{yml,yaml,toml,json}",
  "/.lefthook.{yml,yaml,toml,json}",
  "/.config/lefthook.{yml,yaml,toml,json}",
  "/lefthook-local.{yml,yaml,toml,json}",
  "/.lintstagedrc",
  "prek.toml",
  "/{.simple-git-hooks,simple-git-hooks}.{cjs,js,mjs,json}",
  "/.lintstagedrc.{json,yaml,yml}",
];

async function faultsOf(context: Context, path: RepoPath, source: SourceText, existing: ReadonlySet<string>): Promise<readonly OtherFault[]> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (path === "package.json") {
    const { huskyManifest } = await import("./husky.js");
    const { lintStagedFaults } = await import("./lint-staged.js");
    const { simpleGitHooksFaults } = await import("./simple-git-hooks.js");
    return [...huskyManifest(source, existing), ...lintStagedFaults(source), ...simpleGitHooksFaults(source, existing)];
  }
  if (/^\.?simple-git-hooks\./.test(name)) return name.endsWith(".json") ? (await import("./simple-git-hooks.js")).simpleGitHooksFaults(source, existing) : [];
  if (name.startsWith(".huskyrc") || name.startsWith("husky.config.")) {
    const { huskyFile, huskyMajor } = await import("./husky.js");
    return huskyFile(source, huskyMajor(await manifestOf(context)), existing);
  }
  if (name === "prek.toml") return (await import("./prek.js")).prekFaults(source);
  if (path.startsWith(".husky/")) return (await import("./husky.js")).huskyScript(source);
  if (name.startsWith(".lintstagedrc")) return (await import("./lint-staged.js")).lintStagedFaults(source);
  return (await import("./lefthook.js")).lefthookFaults(source);
}

const manifestOf = async (context: Context): Promise<SourceText | undefined> => {
  const [entry] = await context.files.list({ include: ["/package.json"] });
  return entry === undefined ? undefined : readText(context, entry.path);
};

/** The faults in other managers' files. */
export async function* readOthers(context: Context): AsyncIterable<OtherFacts> {
  const entries = await context.files.list({ include: otherFiles });
  const existing = new Set<string>(entries.map(({ path }) => path));
  for (const { path, kind } of entries) {
    if (path.endsWith("/prek.toml") && (await import("@caio/repo-model/hooks")).nestedConfiguration(path) === undefined) continue;
    if (kind === "link" || kind === "submodule" || !context.scope.includes(path) || context.ignores?.(path) === true) continue;
    const source = await readText(context, path);
    if (source === undefined) continue;
    const faults = await faultsOf(context, path, source, existing);
    if (faults.length > 0) yield { kind: "other", faults };
  }
}
