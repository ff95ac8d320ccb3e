// Where chains begin: hooks, the tests, CI jobs, targets, scripts and environments, each with what it runs.
import { mostCommands, parseShell, type Hook } from "@caio/repo-model/hooks";
import { pathMatcher } from "@caio/repo-model/patterns";
import type { Location, RepoPath, SourceText } from "@caio/repo-model/text";
import type { Runner } from "../runners/runner.js";
import type { Reached } from "./closure.js";
import { absentTests, isAbsentModule, type Absent } from "./absent.js";
import { absentEnvironments } from "./absent-environments.js";
import { absentNames, calledRunners, isCall } from "./called-runners.js";
import { inFolder, type ModuleIndex } from "./modules.js";
import { pluginRuns } from "./plugin-runs.js";
import { collectTests, conftests, conftestsBelow, pytestPaths, testpathsOf, type PytestSettings } from "./pytest.js";
import { lesser, type Certainty, type Step } from "./step.js";
import { fromRoot } from "./paths.js";
import { targetsOf, type Surroundings, type Target } from "./targets.js";

/** A program that has to be there. */
export interface ProgramUse {
  readonly program: string;
  /** `node`: looked for among the installed packages first, as npm's scripts do; `npx`: brought where it is not there. */
  readonly by: "shell" | "node" | "npx";
  readonly certainty: Certainty;
  readonly chain: readonly Step[];
}

/** A module that is run by `python -m` or as a plug-in of pytest, and is none of the repository's. */
export interface ModuleRun {
  readonly module: string;
  /** What asks for it: `pytest --cov`; absent for `python -m`. */
  readonly by?: string;
  /** Whose module it is, where that is known. */
  readonly distribution?: string;
  readonly certainty: Certainty;
  readonly chain: readonly Step[];
}

/** A beginning with what it runs. */
export interface Start {
  readonly files: readonly Reached[];
  readonly roots: readonly string[];
  readonly programs: readonly ProgramUse[];
  readonly modules: readonly ModuleRun[];
}

/** What is needed to follow a command. */
export interface World {
  readonly index: ModuleIndex;
  /** pytest's settings in a folder. */
  settings(folder: string): PytestSettings | undefined;
  read(path: RepoPath): Promise<SourceText | undefined>;
  /** The first lines of scripts, by path. */
  shebang(path: RepoPath): string | undefined;
  /** Whether a `conftest.py` adds an option to pytest. */
  addsOption(option: string): Promise<boolean>;
  /** Told of what is not there. */
  absent(one: Absent): void;
  /** Told of a script that is not followed, since it lies too deep. */
  cut(from: RepoPath, path: RepoPath): void;
  /** Whether one more command of a file is followed: a repository that is made to cost has millions. */
  takes(path: RepoPath): boolean;
  /** Told of a file with a text whose last commands were not read. */
  tooLong(path: RepoPath): void;
}

/** How many scripts may call each other. */
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
  world: Pick<World, "index" | "settings">,
  target: Extract<Target, { kind: "pytest" }>,
): { files: readonly RepoPath[]; settings: PytestSettings | undefined } | undefined {
  const { paths, ignored, isKnown } = pytestPaths(target.words);
  if (!isKnown) return undefined;
  const settings = world.settings(target.folder) ?? world.settings("");
  const given = paths.length > 0 ? fromRoot(target.folder, paths) : settings === undefined ? [] : testpathsOf(world.index, settings);
  const searched = given.length > 0 ? given.flatMap((path) => globbed(world.index, path)) : [target.folder];
  const skipped = fromRoot(target.folder, ignored);
  const files = [...collectTests(world.index, searched, settings, skipped), ...conftestsBelow(world.index, searched, settings, skipped)];
  // Plug-ins that take notebooks for tests.
  const notebooks = target.words.some(({ text }) => /^--(?:nbmake|nbval|nbval-lax)$/.test(text))
    ? world.index.notebooks.filter((path) => searched.some((one) => one === "" || path === one || path.startsWith(`${one}/`)))
    : [];
  return { files: [...files, ...notebooks], settings };
}

/** The files that a glob names; any other path as it is. */
function globbed(index: ModuleIndex, path: string): readonly string[] {
  if (!/[*?[]/.test(path)) return [path];
  try {
    return index.pythonFiles.filter(pathMatcher([`/${path}`]));
  } catch {
    return [];
  }
}

/** Whether a hook sees the machine's programs, and not those of an environment that its manager makes. */
export function runsHere({ language = "system", repo }: Hook): boolean {
  return ["system", "script", "unsupported", "unsupported_script"].includes(language) && repo !== "meta" && !(repo?.includes("/") ?? false);
}

/** What a hook runs, as far as it can be followed. */
export async function followHook(world: World, hook: Hook): Promise<readonly Start[]> {
  const { entry, entryAt, at } = hook;
  if (entry === undefined) return [];
  if (!runsHere(hook)) {
    if (hook.repo === "local" && !entry.includes("\n")) absentInOwn(world, hook, entry);
    return [];
  }
  const line = entry.includes("\n") ? entry : [entry, ...hook.args.map(quoted)].join(" ");
  const named: Step = { kind: "hook", text: hook.id, at };
  // Of a script each command is a step; of a line it is the whole, as it stands there.
  const step = entry.includes("\n") ? undefined : ({ kind: "entry", text: line.trim().slice(0, 120), at: entryAt ?? at } as const);
  // pre-commit's `manual` is run by hand, if at all.
  const certainty = hook.stages.length > 0 && hook.stages.every((stage) => stage === "manual") ? "maybe" : "sure";
  // A hook that is a file knows where it lies.
  const script = entry.includes("\n") && (hook.manager === "husky" || hook.manager === "githooks") ? at.path : undefined;
  return follow(world, { text: line, textAt: entryAt ?? at, folder: "", script }, step === undefined ? [named] : [named, step], {
    depth: 0,
    certainty,
    by: "shell",
  });
}

/** A hook with an environment of its own runs the repository's scripts all the same. */
function absentInOwn(world: World, { id, at, entryAt = at }: Hook, entry: string): void {
  const chain: readonly Step[] = [
    { kind: "hook", text: id, at },
    { kind: "entry", text: entry.trim().slice(0, 120), at: entryAt },
  ];
  for (const target of runOf(world, entry, { folder: "" }).targets)
    if (target.kind === "absent" && !target.isConditional && !target.isSoft) world.absent({ kind: target.what, name: target.path, certainty: "sure", chain });
}

/** What another runner runs. Whether it is run at all nobody says: it may be, unless `certainty` says more. */
export async function followRunner(world: World, runner: Runner, certainty: Certainty = "maybe"): Promise<readonly Start[]> {
  const { kind, name, at, folder } = runner;
  if (folder === undefined) return [];
  const by = kind === "package-script" ? "node" : "shell";
  return follow(world, { text: runner.text, textAt: runner.textAt, folder }, [{ kind, text: name, at }], { depth: 0, certainty, by });
}

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

interface Way {
  readonly depth: number;
  readonly certainty: Certainty;
  readonly by: ProgramUse["by"];
  readonly isSoft?: boolean;
  /** Whether the command line asks for a path. */
  asks(path: string): boolean;
}

/** What a text runs; `isCut` where it is more than is followed. */
interface Run {
  readonly targets: readonly Target[];
  readonly isCut: boolean;
}

const runs = new WeakMap<World, Map<string, Run>>();

/** What a text runs. Goals and scripts that call each other come by the same texts again and again. */
function runOf(world: World, text: string, { folder, script }: Surroundings): Run {
  const known = runs.get(world) ?? new Map<string, Run>();
  runs.set(world, known);
  const key = `${folder}\0${script ?? ""}\0${text}`;
  let run = known.get(key);
  if (run === undefined) {
    const targets = targetsOf(text, world.index, (path) => world.shebang(path), { folder, script });
    // No command is shorter than its separator.
    known.set(key, (run = { targets, isCut: text.length >= mostCommands && parseShell(text).length >= mostCommands }));
  }
  return run;
}

/** How a text asks for a path before it uses it: `test -d tests`, `[ -f x ]`. `pytest -x tests` asks for nothing. */
const question = /(?<=^|[\s;&|(])(?:\[|test|!) -[defsx] "?(?:\.\/)?([^\s"'`;&|)\]]+)/g;

/** The paths that a text asks for, and the folders above them. */
function askedIn(text: string): ReadonlySet<string> {
  const asked = new Set<string>();
  for (const [, path = ""] of text.matchAll(question)) {
    const segments = path.slice(0, longestPath).split("/");
    for (let count = 1; count <= segments.length; count++) asked.add(segments.slice(0, count).join("/"));
  }
  return asked;
}
const longestPath = 200;

async function follow(
  world: World,
  { text, textAt, folder, script }: Surroundings & { readonly text: string; readonly textAt: Location },
  before: readonly Step[],
  from: Omit<Way, "asks">,
): Promise<readonly Start[]> {
  const starts: Start[] = [];
  let asked: ReadonlySet<string> | undefined;
  const way: Way = { ...from, asks: (path) => (asked ??= askedIn(text)).has(path) };
  const { targets, isCut } = runOf(world, text, { folder, script });
  if (isCut) world.tooLong(textAt.path);
  for (const target of targets) {
    if (!world.takes(textAt.path)) break;
    const certainty = lesser(way.certainty, target.isConditional ? "optional" : "sure");
    const last = before.at(-1);
    const steps =
      last?.kind === "entry" || last?.kind === "script" ? before : [...before, { kind: "entry", text: target.text.slice(0, 120), at: textAt } as const];
    const programs = target.programs.map((program): ProgramUse => {
      const isFetched = program.startsWith("npx ");
      return { program: isFetched ? program.slice(4) : program, by: isFetched ? "npx" : way.by, certainty, chain: steps };
    });
    starts.push({ files: [], roots: [], programs, modules: [] });
    for (const start of await followTarget(world, target, steps, { ...way, certainty, isSoft: way.isSoft === true || target.isSoft })) starts.push(start);
  }
  return starts;
}

/** The files that a target runs, and what those scripts run that it calls. */
async function followTarget(world: World, target: Target, steps: readonly Step[], way: Way): Promise<readonly Start[]> {
  const { certainty, depth } = way;
  const none = { programs: [], modules: [] };
  const absent = (kind: Absent["kind"], name: string, file?: string): void =>
    // Of what is soft a failure is taken care of.
    way.isSoft === true ? undefined : world.absent({ kind, name, certainty, chain: steps, ...(file === undefined ? {} : { file }) });
  if (target.kind === "absent") {
    if (!way.asks(target.path)) absent(target.what, target.path);
    return [];
  }
  if (target.kind === "unittest") {
    const files = collectTests(world.index, [target.start], { pythonFiles: [target.pattern], norecursedirs: [] });
    return [{ ...none, files: files.map((path) => ({ path, certainty, steps })), roots: [target.folder, target.start] }];
  }
  if (target.kind === "environments") {
    for (const one of await absentEnvironments(world, target)) absent(one.kind, one.name, one.file);
    return [];
  }
  if (target.kind === "pytest") {
    for (const path of absentTests(world.index, target.words, target.folder)) if (!way.asks(path)) absent("tests", path);
    const tests = pytestFiles(world, target);
    if (tests === undefined) return [];
    const roots = ["", ...fromRoot(tests.settings?.folder ?? "", tests.settings?.pythonpath ?? [])];
    const plugins = await pluginRuns(world, { words: target.words, settings: tests.settings }, steps, certainty);
    // By its name it is a program, which is asked for as one.
    const modules = target.isModule === true ? [{ module: "pytest", certainty, chain: steps }, ...plugins] : plugins;
    return [{ ...none, files: testFiles(world, tests.files, steps, certainty), roots, modules }];
  }
  if (target.kind === "python") return [{ ...none, files: [{ path: target.path, certainty, steps }], roots: [] }];
  if (target.kind === "module") {
    const files = moduleFiles(world.index, target.module, target.folder).map((path) => ({ path, certainty, steps }) as const);
    if (files.length > 0) return [{ ...none, files, roots: [target.folder] }];
    const [top = ""] = target.module.split(".");
    // pip comes with each environment.
    if (top === "pip") return [];
    if (isAbsentModule(world.index, target.module, target.folder)) absent("module", target.module);
    return world.index.isOwn(top, "") ? [] : [{ ...none, files: [], roots: [], modules: [{ module: target.module, certainty, chain: steps }] }];
  }
  if (target.kind === "shell") {
    const source = await world.read(target.path);
    if (source === undefined) return [];
    if (depth >= mostScripts) {
      world.cut(steps.at(-1)?.at.path ?? target.path, target.path);
      return [];
    }
    const step = { kind: "script", text: target.path, at: source.at([0, 0]) } as const;
    return follow(world, { text: source.text, textAt: step.at, folder: target.folder, script: target.path }, [...steps, step], {
      ...way,
      depth: depth + 1,
      by: "shell",
    });
  }
  if (!isCall(target)) return [];
  for (const { kind, name, file } of await absentNames(world, target)) absent(kind, name, file);
  const found = await calledRunners(world, target);
  if (found.length > 0 && depth >= mostScripts) {
    for (const { textAt } of found.slice(0, 1)) world.cut(steps.at(-1)?.at.path ?? textAt.path, textAt.path);
    return [];
  }
  const starts: Start[] = [];
  for (const { name, textAt, text, folder = "" } of found) {
    const inner = { kind: "script", text: name, at: textAt } as const;
    // lint-staged looks among the installed packages first, too.
    const by = target.kind === "script" || target.kind === "lint-staged" ? "node" : "shell";
    for (const start of await follow(world, { text, textAt, folder }, [...steps, inner], { ...way, depth: depth + 1, by })) starts.push(start);
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
