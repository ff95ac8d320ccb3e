// tox's environments and nox's sessions as jobs: what each holds, and what it runs. What is computed makes one unknown.
import { child, parseToml, textOf, type DataNode } from "@caio/repo-model/data";
import { parseShell, type ShellWord } from "@caio/repo-model/hooks";
import { canonicalName, iniOf, type IniLine, type IniSection } from "@caio/repo-model/manifests";
import type { RepoPath, SourceText } from "@caio/repo-model/text";
import { folderOf } from "../chain/modules.js";
import { join } from "../chain/paths.js";
import { sessionCalls } from "../runners/nox.js";
import { joinedLines, plainToxLine } from "../runners/tox.js";
import { pipInstall } from "./install-commands.js";
import type { CiJob, CiStep } from "./job.js";
import { addRequirement, emptyState, type JobState } from "./state.js";
import type { JobWorld } from "./walk.js";

/** What an environment's settings come to, wherever they stand. */
interface Settings {
  readonly deps: readonly string[];
  readonly extras: readonly string[];
  readonly groups: readonly string[] | "all";
  readonly externals: readonly string[];
  readonly isWithoutProject: boolean;
  /** Why it cannot be told what it holds. */
  readonly unknown: string | undefined;
}

/** The environments of the root's tox.ini, setup.cfg, tox.toml and pyproject.toml, and the sessions of its noxfile. Never throws. */
export async function readEnvironments(world: JobWorld): Promise<readonly CiJob[]> {
  const isPath = (path: string): boolean => world.index.has(path);
  const jobs: CiJob[] = [];
  const project = isPath("pyproject.toml") ? await world.read("pyproject.toml" as RepoPath) : undefined;
  const uvGroups = project?.text.includes("default-groups") === true ? "all" : ["dev"];
  // tox reads the first of these that is one of its own.
  for (const path of ["tox.ini", "setup.cfg", "pyproject.toml", "tox.toml"]) {
    const source = isPath(path) ? await world.read(path as RepoPath) : undefined;
    const found = source === undefined ? [] : path.endsWith(".toml") ? tomlJobs(source, isPath, uvGroups) : iniJobs(source, isPath, uvGroups);
    for (const job of found) jobs.push(job);
    if (found.length > 0) break;
  }
  const noxfile = isPath("noxfile.py") ? await world.read("noxfile.py" as RepoPath) : undefined;
  return [...jobs, ...(noxfile === undefined ? [] : noxJobs(noxfile))];
}

/** The environments that tox runs by itself; empty where it lists none, or where that cannot be told. */
export async function toxEnvironments(world: JobWorld): Promise<readonly string[]> {
  for (const path of ["tox.ini", "setup.cfg"]) {
    const source = world.index.has(path) ? await world.read(path as RepoPath) : undefined;
    const sections = source === undefined ? [] : iniOf(source);
    const tox = sections.find(({ name }) => name === "tox");
    const lines = tox?.options.find(({ key }) => key === "env_list" || key === "envlist")?.lines;
    if (tox !== undefined || sections.some(({ name }) => name === "testenv")) return (lines ?? []).flatMap(namesOf);
  }
  // Its tables are not asked: an environment of a name that tells nothing.
  return ["other"];
}

/** What an environment holds before its commands. */
function stateOf({ deps, extras, groups, externals, isWithoutProject, unknown }: Settings, folder: string, isPath: (path: string) => boolean): JobState {
  const state = emptyState();
  state.opaque = unknown;
  // A matrix of environments names the same ones thousands of times.
  for (const line of new Set(deps)) {
    const isLocal = /^(?:-|\.|\/)/.test(line);
    const words = (): readonly ShellWord[] => parseShell(`x ${line}`)[0]?.words.slice(1) ?? [];
    const isTaken = line.includes("{") ? false : isLocal ? pipInstall(words(), folder, state, isPath) === "installed" : addRequirement(state, line);
    if (!isTaken) state.opaque ??= `\`${line}\` is computed`;
  }
  for (const name of [...extras, ...(groups === "all" ? [] : groups)]) if (name.includes("{")) state.opaque ??= `\`${name}\` is computed`;
  const names = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(canonicalName));
  if (!isWithoutProject || groups.length > 0)
    state.projects.push({ folder, extras: names(extras), groups: groups === "all" ? groups : names(groups), hasDependencies: true });
  for (const one of externals) {
    if (/[*?]/.test(one)) state.opaque ??= "any program may be taken from outside";
    state.programs.add(one.slice(one.lastIndexOf("/") + 1));
  }
  return state;
}

const factors = /^[\w.,!{}-]+(?:\s*,\s*[\w.!{}-]+)*:\s+/;
const isTrue = (text: string | undefined): boolean => /^(?:true|1|yes|on)$/i.test(text ?? "");

// tox-uv's runners. The one that takes the lockfile installs the project with its extras and groups, those that uv takes by default where none is named,
// and no `deps`. Source: tox-uv 1.37.1's `_run_lock.py`.
const lockRunner = "uv-venv-lock-runner";
const ofUv = /^uv-venv(?:-lock)?-runner$/;
/** Settings of it that are not followed. */
const ofLockRunner = ["uv_sync_locked", "uv_sync_flags", "with_dev", "only_groups", "no_default_groups", "package_root|setupdir"];

/** The programs that tox's plug-ins allow from outside: tox-uv brings uv. */
const allowedBy = (requires: readonly string[]): readonly string[] => (requires.some((text) => text.includes("tox-uv")) ? ["uv"] : []);

/** More names than that are not multiplied out. */
const mostNames = 1000;
/** More lines than that come from elsewhere into no environment. */
const mostLines = 10_000;

/** `a{b,c}d` as what it stands for; as it is, where that is too much. */
function expanded(name: string): readonly string[] {
  let count = 1;
  for (const [inner] of name.matchAll(/\{[^{}]*\}/g)) count *= inner.split(",").length;
  if (count > mostNames) return [name];
  const [, before = "", inner, after = ""] = /^([^{}]*)\{([^{}]*)\}(.*)$/.exec(name) ?? [];
  return inner === undefined ? [name] : inner.split(",").flatMap((one) => expanded(`${before}${one.trim()}${after}`));
}

/** The names in a line of `env_list`. */
const namesOf = ({ text }: IniLine): readonly string[] => (text.match(/(?:\{[^{}]*\}|[^\s,])+/g) ?? []).flatMap(expanded);

function iniJobs(source: SourceText, isPath: (path: string) => boolean, uvGroups: Settings["groups"]): readonly CiJob[] {
  const sections = iniOf(source);
  const folder = folderOf(source.path);
  const byName = new Map(sections.toReversed().map((one) => [one.name, one]));
  // `[testenv:docs-{build,test}]` is both; a section of its own comes before one of several.
  let left = mostNames;
  for (const one of sections) {
    const names = one.name.includes("{") && left > 0 ? expanded(one.name) : [];
    left -= names.length;
    for (const name of names) if (!byName.has(name)) byName.set(name, one);
  }
  const own = (section: string, key: string): readonly IniLine[] | undefined => {
    const keys = key.split("|");
    return byName.get(section)?.options.find((option) => keys.includes(option.key))?.lines;
  };
  // tox builds the package in `.pkg` and its like, and runs no commands there.
  const environments = sections.filter(({ name }) => /^testenv(?::(?!\.)|$)/.test(name));
  const listed = (own("tox", "env_list|envlist") ?? []).flatMap(namesOf);
  const defined = new Set(environments.map(({ name }) => name.slice("testenv:".length)));
  const allowed = allowedBy((own("tox", "requires") ?? []).map(({ text }) => text));
  const isPlainRun = listed.length === 0 || listed.some((name) => name !== "" && !defined.has(name));
  return environments.flatMap((section) => (section.name === "testenv" && !isPlainRun ? [] : jobsOf(section)));

  /** The lines that `{[SECTION]KEY}` stands for; undefined where nothing of that name is there. */
  function referred(section: string, key: string): readonly IniLine[] | undefined {
    return own(section, key) ?? (section.startsWith("testenv:") ? own("testenv", key) : undefined) ?? (byName.has(section) ? [] : undefined);
  }

  /** The lines of a key, the base environment's where it has none; references to other sections put in. */
  function linesOf(section: IniSection, key: string): readonly IniLine[] {
    let left = mostLines;
    const within = (lines: readonly IniLine[], depth: number): readonly IniLine[] =>
      lines.flatMap((line) => {
        const [, from, other] = line.text.includes("{[") ? (/^\{\[([^\]]+)\]([\w|]+)\}$/.exec(line.text.replace(factors, "")) ?? []) : [];
        const taken = from === undefined || other === undefined ? undefined : referred(from, other);
        if (taken === undefined || depth > 5 || left <= 0) return [line];
        left -= taken.length + 1;
        return within(taken, depth + 1);
      });
    return within(own(section.name, key) ?? own("testenv", key) ?? [], 0);
  }

  function jobsOf(section: IniSection): readonly CiJob[] {
    const textOfLine = ({ text }: IniLine): string => plainDep(text.replace(factors, ""));
    const texts = (key: string): readonly string[] => linesOf(section, key).map(textOfLine);
    const one = (key: string): string | undefined => linesOf(section, key).slice(0, 1).map(textOfLine)[0];
    const unknown = ["runner", "base", "sitepackages|system_site_packages", "conda_deps", "conda_env", ...ofLockRunner].find((key) => {
      const value = one(key);
      return value !== undefined && !/^(?:false|0|no|virtualenv)$/i.test(value) && !(key === "runner" && ofUv.test(value));
    });
    const command = texts("install_command").join(" ");
    const isOwnInstaller = command !== "" && (!command.includes("packages") || /(?:^|\s)-r/.test(command));
    const skipped = one("skip_install");
    const isLocked = one("runner") === lockRunner;
    const groups = texts("dependency_groups").flatMap((text) => text.split(/[\s,]+/));
    const settings: Settings = {
      deps: isLocked ? [] : texts("deps"),
      extras: texts("extras").flatMap((text) => text.split(/[\s,]+/)),
      groups: isLocked && groups.length === 0 ? uvGroups : groups,
      externals: [...allowed, ...texts("allowlist_externals|whitelist_externals").flatMap((text) => text.split(/[\s,]+/))],
      // With `usedevelop` tox 3 installs it all the same, and tox 4 does not.
      isWithoutProject:
        isTrue(skipped) || one("package") === "skip" || (isTrue(own("tox", "no_package|skipsdist")?.[0]?.text) && !isTrue(one("use_develop|usedevelop"))),
      unknown: unknown === undefined ? (isOwnInstaller ? "it has an installer of its own" : undefined) : `\`${unknown}\` is set`,
    };
    const into = plainToxLine(one("changedir|change_dir") ?? ".");
    const steps = ["commands_pre", "commands"].flatMap((key) =>
      joinedLines(linesOf(section, key)).flatMap(({ text, range }): readonly CiStep[] =>
        // `- x`: its failure is allowed; behind a factor it is another environment's.
        /^-\s/.test(text) || factors.test(text)
          ? []
          : [{ kind: "run", text: plainToxLine(text), at: source.at(range), inputs: {}, folder: into.includes("$") ? undefined : join(folder, into) }],
      ),
    );
    const name = section.name === "testenv" ? "tox" : `tox -e ${section.name.slice("testenv:".length)}`;
    return [jobOf(name, source, section.range, steps, stateOf(settings, folder, isPath))];
  }
}

/** A line of `deps` with the places that are known; what else is put in stays in its braces. */
const plainDep = (line: string): string =>
  !line.includes("{")
    ? line.trim()
    : line
        .replace(/\{(?:toxinidir|tox_root)\}/g, ".")
        .replace(/\{\/\}/g, "/")
        .replace(/\{env:[^:{}]*:([^{}]*)\}/g, (_whole, text: string) => text)
        .trim();

function jobOf(name: string, source: SourceText, range: readonly [number, number], steps: readonly CiStep[], environment: JobState): CiJob {
  return { name, at: source.at(range), steps, isMatrix: false, mayFail: false, environment };
}

const itemsOf = (node: DataNode | undefined): readonly DataNode[] => (node?.kind === "list" ? node.items : []);

function tomlJobs(source: SourceText, isPath: (path: string) => boolean, uvGroups: Settings["groups"]): readonly CiJob[] {
  const { root } = parseToml(source.text);
  const tox = source.path.endsWith("pyproject.toml") ? child(child(root, "tool"), "tox") : root;
  const folder = folderOf(source.path);
  const base = child(tox, "env_run_base");
  const named = child(tox, "env");
  const environments = named?.kind === "map" ? named.entries : [];
  const listed = itemsOf(child(tox, "env_list"));
  const allowed = allowedBy(itemsOf(child(tox, "requires")).map((node) => textOf(node) ?? ""));
  const defined = new Set(environments.map(({ key }) => key));
  // A product of factors is a table, and names what is not known here.
  const isPlainRun = listed.length === 0 || listed.some((node) => !defined.has(textOf(node) ?? ""));
  const all = [...(base !== undefined && isPlainRun ? [{ key: "", value: base }] : []), ...environments];
  return all.map(({ key, value }) => {
    const own = (name: string): DataNode | undefined => child(value, name) ?? child(base, name);
    let isComputed = false;
    const texts = (name: string): readonly string[] =>
      itemsOf(own(name)).flatMap((node) => {
        const text = textOf(node);
        if (text === undefined) isComputed = true;
        return text === undefined ? [] : [plainDep(text.replace(/(?:^|\s+)#[^]*$/, ""))].filter((one) => one !== "");
      });
    const flag = (node: DataNode | undefined): boolean => node?.kind === "boolean" && node.value;
    const runner = textOf(own("runner"));
    const groups = texts("dependency_groups");
    const settings = {
      deps: runner === lockRunner ? [] : texts("deps"),
      extras: texts("extras"),
      groups: runner === lockRunner && groups.length === 0 ? uvGroups : groups,
      externals: [...allowed, ...texts("allowlist_externals")],
      isWithoutProject: flag(own("skip_install")) || textOf(own("package")) === "skip" || flag(child(tox, "no_package")) || flag(child(tox, "skipsdist")),
    };
    const isOther =
      ["base", "install_command", ...ofLockRunner.flatMap((name) => name.split("|"))].some((name) => own(name) !== undefined) ||
      (own("runner") !== undefined && !ofUv.test(runner ?? "")) ||
      flag(own("system_site_packages"));
    const changed = own("change_dir");
    const into = changed === undefined ? "." : plainToxLine(textOf(changed) ?? "$TOX");
    const steps = ["commands_pre", "commands"].flatMap((name) =>
      itemsOf(own(name)).flatMap((command): readonly CiStep[] => {
        const words = itemsOf(command).map((node) => textOf(node));
        if (words[0] === undefined || words[0] === "-") return [];
        const text = words.map((word) => (word === undefined ? "" : quoted(plainToxLine(word)))).join(" ");
        return [{ kind: "run", text, at: source.at(command.range), inputs: {}, folder: into.includes("$") ? undefined : join(folder, into) }];
      }),
    );
    const state = stateOf({ ...settings, unknown: isOther || isComputed ? "part of it is computed" : undefined }, folder, isPath);
    return jobOf(key === "" ? "tox" : `tox -e ${key}`, source, value.range, steps, state);
  });
}

const quoted = (word: string): string => (/^[\w@%+=:,./${}-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** nox's sessions: each installs step by step, as a job does. */
function noxJobs(source: SourceText): readonly CiJob[] {
  const sessions = new Map<string, CiJob & { steps: CiStep[] }>();
  for (const { session, sessionAt, verb, words, at, isOpen } of sessionCalls(source)) {
    const known = sessions.get(session) ?? { name: `nox -s ${session}`, at: sessionAt, steps: [], isMatrix: false, mayFail: false, environment: emptyState() };
    sessions.set(session, isOpen ? { ...known, opaque: "something else is given the session" } : known);
    const text = verb === "install" ? `pip install ${words.join(" ")}` : words.join(" ");
    known.steps.push({ kind: "run", text, at, inputs: {}, folder: folderOf(source.path) });
  }
  return [...sessions.values()];
}
