// The tasks of lint-staged: patterns of files with their commands, as one of the hooks runs them.
import type { Context } from "@caio/repo-model/check";
import { child, parseJson, parseYamlNow, textOf, type DataNode } from "@caio/repo-model/data";
import type { Hook } from "@caio/repo-model/hooks";
import { isRepoError, type SourceText } from "@caio/repo-model/text";
import { below, matching } from "../files/applies.js";
import { lintStagedPattern } from "../files/globs.js";
import type { Reach } from "../files/reach.js";
import type { TaggedFile } from "../files/tags.js";

/** One pattern of a configuration. */
export interface LintStagedTask {
  readonly pattern: string;
  readonly commands: string;
  readonly path: string;
  readonly line: number;
  readonly reach: Reach;
}

/** Names of its configurations in the order in which one of a folder is taken. Source: lint-staged 16.4.0, configFiles.js. */
const names: readonly string[] = [
  "package.json",
  "package.yaml",
  "package.yml",
  ".lintstagedrc",
  ".lintstagedrc.json",
  ".lintstagedrc.yaml",
  ".lintstagedrc.yml",
].concat([".lintstagedrc", "lint-staged.config"].flatMap((name) => ["mjs", "mts", "js", "ts", "cjs", "cts"].map((ending) => `${name}.${ending}`)));

function configIn(source: SourceText, name: string): DataNode | undefined {
  const isPackage = name.startsWith("package.");
  const isJson = name.endsWith(".json") || (name === ".lintstagedrc" && source.text.trimStart().startsWith("{"));
  const { root } = isJson ? parseJson(source.text) : parseYamlNow(source.text);
  return isPackage ? child(root, "lint-staged") : root;
}

const commandsOf = (node: DataNode): string => (node.kind === "list" ? node.items : [node]).map((item) => textOf(item) ?? "…").join(" && ");

/** The tasks of all configurations; each has the files of its folder that no deeper one has. */
export async function lintStagedTasks(context: Context, files: readonly TaggedFile[]): Promise<readonly LintStagedTask[]> {
  const configs = new Map<string, { readonly source: SourceText | undefined; readonly path: string; readonly config: DataNode | undefined }>();
  const candidates = (await context.files.list({ include: names })).filter(
    ({ kind, path }) => kind !== "link" && kind !== "submodule" && !/(?:^|\/)node_modules\//.test(path),
  );
  const byRank = candidates.toSorted((a, b) => rank(a.path) - rank(b.path));
  for (const { path } of byRank) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    if (configs.has(folder)) continue;
    const name = path.slice(folder.length);
    if (!/^package\.|^\.lintstagedrc(?:\.json|\.ya?ml)?$/.test(name)) {
      configs.set(folder, { source: undefined, path, config: undefined });
      continue;
    }
    const source = await context.files.text(path).catch((error: unknown) => {
      if (!isRepoError(error)) throw error;
      return undefined;
    });
    const config = source === undefined || (name.startsWith("package.") && !source.text.includes("lint-staged")) ? undefined : configIn(source, name);
    if (source !== undefined && config !== undefined) configs.set(folder, { source, path, config });
  }
  return [...configs].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([folder, one]) => tasksOf(folder, one, [...configs.keys()], files));
}

const rank = (path: string): number => names.indexOf(path.slice(path.lastIndexOf("/") + 1));

function tasksOf(
  folder: string,
  { source, path, config }: { readonly source: SourceText | undefined; readonly path: string; readonly config: DataNode | undefined },
  folders: readonly string[],
  files: readonly TaggedFile[],
): LintStagedTask[] {
  if (source === undefined || config?.kind !== "map")
    return [{ pattern: "", commands: "", path, line: 1, reach: { kind: "unknown", why: "the configuration is a program" } }];
  const deeper = folders.filter((one) => one !== folder && one.startsWith(folder));
  const own = below(
    files.filter((file) => !deeper.some((one) => file.path.startsWith(one))),
    folder,
  );
  return config.entries.map(({ key, keyRange, value }) => {
    const pattern = lintStagedPattern(key);
    const found = pattern === undefined ? undefined : matching(own, pattern);
    return {
      pattern: key,
      commands: commandsOf(value),
      path,
      line: source.at(keyRange).start.line,
      reach:
        found === undefined
          ? { kind: "unknown", why: "the pattern is not read here" }
          : { kind: "files", files: found.map((file) => folder + file.path), isMost: false, isSure: true },
    };
  });
}

/** Whether a hook runs lint-staged: in its own text, or in the package script that it names. */
export function runsLintStaged({ entry = "" }: Hook, scripts: ReadonlyMap<string, string>): boolean {
  if (/(?:^|[\s/;&|(])lint-staged(?:@\S+)?(?=[\s;&|)]|$)/m.test(entry)) return true;
  for (const [, name = ""] of entry.matchAll(/\b(?:npm|pnpm|yarn|bun)\s+(?:-\S+\s+)*(?:run\s+)?(?:-\S+\s+)*([\w:.-]+)/g)) {
    const script = scripts.get(name);
    if (script !== undefined && /\blint-staged\b/.test(script)) return true;
  }
  return false;
}
