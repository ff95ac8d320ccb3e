// Where chains begin: hooks with what they run, and the tests.
import type { Hook } from "@caio/repo-model/hooks";
import type { RepoPath, SourceText } from "@caio/repo-model/text";
import type { Reached } from "./closure.js";
import { inFolder, type ModuleIndex } from "./modules.js";
import { collectTests, conftests, pytestPaths, type PytestSettings } from "./pytest.js";
import type { Certainty, Step } from "./step.js";
import { fromRoot, targetsOf, type Target } from "./targets.js";

/** A beginning with the files that it runs. */
export interface Start {
  readonly files: readonly Reached[];
  readonly roots: readonly string[];
}

/** What is needed to follow a command. */
export interface World {
  readonly index: ModuleIndex;
  /** pytest's settings in a folder. */
  settings(folder: string): PytestSettings | undefined;
  read(path: RepoPath): Promise<SourceText | undefined>;
  /** The first lines of scripts, by path. */
  shebang(path: RepoPath): string | undefined;
}

const mostScripts = 3;

/** The files of tests with their `conftest.py`s. */
export function testFiles(world: Pick<World, "index">, files: readonly RepoPath[], steps: readonly Step[], certainty: Certainty): readonly Reached[] {
  const all = new Set<RepoPath>();
  for (const path of files) {
    for (const conftest of conftests(world.index, path)) all.add(conftest);
    all.add(path);
  }
  return [...all].map((path) => ({ path, certainty, steps }));
}

/** The files that pytest collects with arguments in a folder; undefined where they cannot be told. */
export function pytestFiles(
  world: World,
  target: Extract<Target, { kind: "pytest" }>,
): { files: readonly RepoPath[]; settings: PytestSettings | undefined } | undefined {
  const { paths, ignored, isKnown } = pytestPaths(target.words);
  if (!isKnown) return undefined;
  const settings = world.settings(target.folder) ?? world.settings("");
  const given = paths.length > 0 ? fromRoot(target.folder, paths) : fromRoot(settings?.folder ?? target.folder, settings?.testpaths ?? []);
  const searched = given.length > 0 ? given : [target.folder];
  const files = collectTests(world.index, searched, settings, fromRoot(target.folder, ignored));
  return { files, settings };
}

/** What a hook runs, as far as it can be followed. */
export async function followHook(world: World, hook: Hook): Promise<readonly Start[]> {
  const { entry, entryAt, at } = hook;
  if (entry === undefined) return [];
  // A hook with an environment of its own sees neither the project's nor the system's distributions.
  const language = hook.language ?? "system";
  if (!["system", "script", "unsupported", "unsupported_script"].includes(language) || hook.repo === "meta" || (hook.repo?.includes("/") ?? false)) return [];
  const line = [entry, ...hook.args.map(quoted)].join(" ");
  const named = { kind: "hook", text: hook.id, at } as const;
  const text = entry.includes("\n") ? (entry.split("\n").find((one) => one.trim() !== "" && !one.startsWith("#")) ?? entry) : line;
  const entryStep = { kind: "entry", text: text.trim().slice(0, 120), at: entryAt ?? at } as const;
  return follow(world, line, "", [named, entryStep], 0);
}

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

async function follow(world: World, text: string, folder: string, steps: readonly Step[], depth: number): Promise<readonly Start[]> {
  const starts: Start[] = [];
  for (const target of targetsOf(text, world.index, (path) => world.shebang(path), folder)) {
    const certainty = target.isConditional ? "optional" : "sure";
    if (target.kind === "pytest") {
      const tests = pytestFiles(world, target);
      if (tests === undefined) continue;
      starts.push({
        files: testFiles(world, tests.files, steps, certainty),
        roots: ["", ...fromRoot(tests.settings?.folder ?? "", tests.settings?.pythonpath ?? [])],
      });
    } else if (target.kind === "python") {
      starts.push({ files: [{ path: target.path, certainty, steps }], roots: [] });
    } else if (target.kind === "module") {
      const files = moduleFiles(world.index, target.module, target.folder).map((path) => ({ path, certainty, steps }) as const);
      if (files.length > 0) starts.push({ files, roots: [target.folder] });
    } else if (target.kind === "shell" && depth < mostScripts) {
      const source = await world.read(target.path);
      if (source === undefined) continue;
      const step = { kind: "script", text: target.path, at: source.at([0, 0]) } as const;
      starts.push(...(await follow(world, source.text, "", [...steps, step], depth + 1)));
    }
  }
  return starts;
}

/** The files of `python -m package`. */
function moduleFiles(index: ModuleIndex, module: string, folder: string): readonly RepoPath[] {
  const base = inFolder(folder, module.replaceAll(".", "/"));
  for (const candidate of [`${base}.py`, `${base}/__main__.py`, `${inFolder(folder, "src")}/${module.replaceAll(".", "/")}/__main__.py`])
    if (index.has(candidate)) return [candidate as RepoPath];
  return [];
}
