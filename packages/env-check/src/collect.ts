// Reads a repository: what hooks, tests and other runners start, what that imports, and what is declared.
import type { Context, Machine } from "@caio/repo-model/check";
import { mostCommands } from "@caio/repo-model/hooks";
import { canonicalName } from "@caio/repo-model/manifests";
import { pathMatcher } from "@caio/repo-model/patterns";
import { repoPath, type RepoPath, type SourceText } from "@caio/repo-model/text";
import type { Absent } from "./chain/absent.js";
import { certaintyOf, walk } from "./chain/closure.js";
import { ciNeeds } from "./ci/command-needs.js";
import { collectCi } from "./ci/collect-ci.js";
import { packageFiles } from "./chain/package-files.js";
import { ownOptions, pluginRuns } from "./chain/plugin-runs.js";
import { collectTests, isTestFile, testpathsOf, type PytestSettings } from "./chain/pytest.js";
import { followHook, followRunner, testFiles, type Start, type World } from "./chain/starts.js";
import type { Step } from "./chain/step.js";
import { declaredBy, type Declared } from "./declared.js";
import type { EnvCheckOptions } from "./defaults.js";
import type { Provided } from "./distribution-of.js";
import type { DocumentFacts, EnvFacts, Imported, Occurrence } from "./facts.js";
import { groupInstalls, mayInstallGroups } from "./group-installs.js";
import type { InstalledNames } from "./installed/installed-names.js";
import { installedBy, mayInstall } from "./installs.js";
import { absentIncludes, absentTestpaths, knownAbsent } from "./known-absent.js";
import { managerNeeds } from "./installed/manager-needs.js";
import { needsHere } from "./needs.js";
import { hostsOf, isAmiss, namingBy, occurrenceOf, seenImports, seenRun, type Naming, type Seen } from "./occurrences.js";
import { nodePrograms } from "./node-programs.js";
import { readProject, type Project } from "./project.js";
import { readRunners } from "./runners/index.js";
import { setupDocument } from "./setup-document.js";
import { setupTool } from "./setup-tool.js";
import { isStandard } from "./standard.js";

export { readProject, type Project, type Sources } from "./project.js";

/** The tests as such: those that pytest would collect where it is configured, else those in a folder of tests at the root. */
async function testStart({ index, settings, sources }: Project, world: World): Promise<Start | undefined> {
  const set = settings.get("");
  const conventional = ["tests", "test"].filter((folder) => index.pythonFiles.some((path) => path.startsWith(`${folder}/`)));
  // Without settings and a folder at the root, tests lie in the packages.
  const inner = new Set(index.pythonFiles.flatMap((path) => /^(?:.*\/)?_?tests?(?=\/)/.exec(path) ?? []));
  const given =
    set === undefined && conventional.length === 0
      ? inner.size === 0
        ? [""]
        : [...inner]
      : set === undefined
        ? conventional
        : set.testpaths.length > 0 && testpathsOf(index, set).length > 0
          ? set.testpaths
          : conventional.length > 0
            ? conventional
            : [""];
  const files = collectTests(index, given, set);
  if (set !== undefined)
    for (const name of absentTestpaths(index, set))
      world.absent({ kind: "testpaths", name, certainty: "maybe", chain: [{ kind: "tests", text: "testpaths", at: set.at }] });
  const [first] = files;
  if (first === undefined) return undefined;
  const at = set?.at ?? (await sources.text(first))?.at([0, 0]);
  const steps: Step[] = at === undefined ? [] : [{ kind: "tests", text: set === undefined ? "tests" : "pytest", at }];
  const modules = await pluginRuns(world, { words: [], settings: set }, steps, "sure");
  return { files: testFiles({ index }, files, steps, "sure"), roots: ["", ...(set?.pythonpath ?? [])], programs: [], modules };
}

/** Hooks first, then the tests, then what else runs something, unless a machine alone is asked for. */
async function readStarts(project: Project, world: World, options: EnvCheckOptions, isHere: boolean): Promise<readonly Start[]> {
  const { index, hooks, sources } = project;
  const starts: Start[] = [];
  for (const hook of hooks) for (const start of await followHook(world, hook)) starts.push(start);
  const tests = index.pythonFiles.length === 0 ? undefined : await testStart(project, world);
  if (tests !== undefined) starts.push(tests);
  if (options.files.length > 0) {
    const isNamed = pathMatcher(options.files);
    const named = [...index.pythonFiles, ...index.notebooks].filter(isNamed);
    starts.push({ files: named.map((path) => ({ path, certainty: "sure", steps: [] })), roots: [], programs: [], modules: [] });
  }
  if (isHere) return starts;
  for (const runner of await readRunners(project.paths, sources)) for (const start of await followRunner(world, runner)) starts.push(start);
  return starts;
}

/** How many commands of a repository are followed. */
const mostFollowed = 50_000;

/** What following a command needs of a project. */
async function worldOf(project: Project, context: Context, absent: Absent[]): Promise<World> {
  const { index, settings, sources } = project;
  const shebangs = new Map<RepoPath, string>();
  for (const path of project.paths) {
    if (!/(?:^|\/)(?:scripts?|bin|tools?|hooks?|ci)\/[^/.]+$/.test(path)) continue;
    const line = (await sources.text(path))?.text.slice(0, 100).split("\n", 1)[0];
    if (line?.startsWith("#!") === true) shebangs.set(path, line);
  }
  let own: Promise<ReadonlySet<string>> | undefined;
  let followed = 0;
  return {
    index,
    settings: (folder): PytestSettings | undefined => settings.get(folder),
    read: sources.text,
    shebang: (path) => shebangs.get(path),
    addsOption: async (option) => (await (own ??= ownOptions(project))).has(option),
    absent: (one) => void absent.push(one),
    cut: (from, path) => context.skip(path, `not followed from ${from}: it is the fourth script on the way`),
    takes: (path) => {
      if (++followed === mostFollowed + 1)
        context.skip(path, `not all is followed from here on: hooks, jobs and scripts run more than ${mostFollowed} commands`);
      return followed <= mostFollowed;
    },
    tooLong: (path) => context.skip(path, `not all is followed: a text in it has more than ${mostCommands} commands`),
  };
}

/** How much is read. */
interface Reading {
  /** Tells of rules that need more than the others. */
  readonly isOn?: (rule: string) => boolean;
  /** Only what hooks and tests need, which is what a machine has to have: CI, make, package scripts and the set-up document are not read. */
  readonly isHere?: boolean;
}

/** Reads the facts of a repository. */
export async function collect(context: Context, options: EnvCheckOptions, { isOn, isHere = false }: Reading = {}): Promise<EnvFacts> {
  const project = await readProject(context);
  const { index, manifests, hooks, sources, projects } = project;
  const absent: Absent[] = [];
  const world = await worldOf(project, context, absent);
  const starts = await readStarts(project, world, options, isHere);
  // What CI's reading follows after this was seen here.
  const gone = await knownAbsent([...absent, ...absentIncludes(project)], context, project);
  const roots = [...new Set(starts.flatMap((start) => start.roots))];
  const { outside, reached, isCut } = await walk(
    starts.flatMap(({ files }) => files),
    project.resolve,
    roots,
    isTestFile,
  );
  const cutAt = starts[0]?.files[0]?.path;
  if (isCut && cutAt !== undefined) context.skip(cutAt, "not all is followed: more files are reached than can be held");

  const installers = await installerTexts(project);
  const installed = new Set(installers.flatMap((source) => (mayInstall(source.path) ? installedBy(source) : [])));
  const there = context.machine === undefined ? undefined : await installedThere(context.machine, context.repository.root, project);
  const python = manifests.filter(({ ecosystem }) => ecosystem === "python");
  const declaredFor = declaredBy(projects, python, { installed, requires: there?.requires });
  const names = { map: options.imports, ...(there === undefined ? {} : { installed: there.modules }) };
  const naming = namingBy(names);
  const packages = packageFiles(index, projects, manifests);
  const seen = [...(await seenImports(outside, reached, { sources, declaredFor, naming, packages, settings: project.settings.get("") }))];
  for (const run of starts.flatMap(({ modules }) => modules)) for (const one of await seenRun(run, { sources, declaredFor, naming })) seen.push(one);
  const atImport = await importedAtOnce(seen, packages.tops, project);
  const atProgram = await importedAtOnce(seen, packages.programs, project);
  const texts = new Map<string, SourceText>();
  for (const { path } of manifests) {
    const source = await sources.text(path);
    if (source !== undefined) texts.set(path, source);
  }
  // Lockfiles are large: they are read where something is not in order without them.
  const locked = seen.some(isAmiss) ? await project.locked() : undefined;
  const knownFor =
    locked === undefined
      ? declaredFor
      : declaredBy(projects, python, { installed, requires: (name) => [...(locked.get(name) ?? []), ...(there?.requires(name) ?? [])] });
  const byLock = namingBy({ map: {}, ...(locked === undefined ? {} : { locked }) });
  const nothing = new Set<string>();
  const providedFor = (one: Seen): Provided | undefined => one.provided ?? (locked === undefined ? undefined : byLock(one.import.module, nothing));
  const hosts = hostsOf(seen, providedFor);
  const known = new Map<Declared, Declared>();
  const occurrences: Occurrence[] = [];
  const removed: Occurrence[] = [];
  for (const one of seen) {
    const { module } = one.import;
    const declared = known.get(one.declared) ?? { ...one.declared, brought: knownFor(one.path).brought };
    known.set(one.declared, declared);
    const host = hosts.get(one.path);
    (isStandard(module.split(".")[0] ?? "") ? removed : occurrences).push(
      occurrenceOf(one, {
        provided: providedFor(one),
        declared,
        ...(host === undefined ? {} : { host }),
        isAtImport: atImport.has(one.path),
        isAtProgram: atProgram.has(one.path),
      }),
    );
  }
  const facts = {
    occurrences,
    removed,
    programs: starts.flatMap(({ programs }) => programs.map((use) => ({ ...use, declared: knownFor(use.chain[0]?.at.path ?? "") }))),
    nodePrograms: await nodePrograms(
      starts.flatMap(({ programs }) => programs),
      index.has,
      sources.text,
    ),
    absent: gone,
    manifests,
    hooks,
    groups: groupInstalls(installers, manifests),
    imported: isOn?.("unused-declaration") === true ? await importedAnywhere(project, declaredFor, naming) : undefined,
    sources: texts,
    ci: isHere ? { lacks: [], interpreters: [] } : await collectCi({ ...project, read: sources.text, ...ciNeeds(project, world, { declaredFor, naming }) }),
  };
  return { ...facts, document: isHere ? undefined : await documentFacts(project, facts, options) };
}

/** The set-up document; none where neither hooks, nor tests, nor a document are there. */
async function documentFacts({ paths, sources }: Project, facts: Omit<EnvFacts, "document">, options: EnvCheckOptions): Promise<DocumentFacts | undefined> {
  const path = repoPath(options.document);
  const source = paths.includes(path) ? await sources.text(path) : undefined;
  if (source === undefined && facts.hooks.length === 0 && needsHere(facts).length === 0) return undefined;
  const managers = await managerNeeds(facts.hooks, sources.text);
  let wanted: string | undefined;
  return {
    path,
    source,
    get wanted() {
      const tool = setupTool(new Set<string>(paths), facts.manifests, facts.sources.get("pyproject.toml")?.text);
      return (wanted ??= setupDocument({ needs: needsHere(facts), hooks: facts.hooks, manifests: facts.manifests, tool, managers }));
    },
  };
}

/** What the environment of the project tells of imports; nothing where no Python is. */
async function installedThere(machine: Machine, root: string, { index }: Project): Promise<InstalledNames | undefined> {
  if (index.pythonFiles.length === 0) return undefined;
  return (await import("./installed/installed-names.js")).installedNames(machine, root);
}

async function installerTexts({ paths, sources }: Project): Promise<readonly SourceText[]> {
  const found: SourceText[] = [];
  for (const path of paths.filter((one) => mayInstall(one) || mayInstallGroups(one)).slice(0, 1000)) {
    const source = await sources.text(path);
    if (source !== undefined) found.push(source);
  }
  return found;
}

/** The files that importing a project, or starting a program of it, comes to; looked for only where something asks: an import that only an extra or a group declares. */
async function importedAtOnce(occurrences: readonly Seen[], tops: readonly RepoPath[], { resolve }: Project): Promise<ReadonlySet<RepoPath>> {
  const isAsked = occurrences.some(
    ({ isOfPackage, import: one, provided, declared }) =>
      isOfPackage &&
      certaintyOf(one, false) === "sure" &&
      provided !== undefined &&
      !provided.distributions.some((name) => declared.places.get(name)?.scope === "runtime"),
  );
  if (!isAsked || tops.length === 0) return new Set();
  const { reached } = await walk(
    tops.map((path) => ({ path, certainty: "sure", steps: [] })),
    resolve,
    [],
    () => false,
  );
  return new Set([...reached.values()].filter(({ certainty }) => certainty === "sure").map(({ path }) => path));
}

/** What any Python file or notebook of the repository imports or names. */
async function importedAnywhere(project: Project, declaredFor: (path: string) => Declared, naming: Naming): Promise<Imported> {
  const distributions = new Set<string>();
  const modules = new Set<string>();
  const words = new Set<string>();
  const declared = new Set(
    project.manifests.flatMap(({ declarations, ecosystem }) => (ecosystem === "python" ? declarations.map(({ canonical }) => canonical) : [])),
  );
  for (const path of project.paths) {
    if (!/\.(?:pyw?|ipynb)$/.test(path)) continue;
    for (const { module, level } of await project.sources.imports(path)) {
      if (level > 0) continue;
      const [top = ""] = module.split(".");
      modules.add(top);
      const provided = isStandard(top) ? undefined : naming(module, declaredFor(path).names);
      for (const name of provided?.distributions ?? []) distributions.add(name.toLowerCase());
    }
    const text = /(?:^|\/)setup\.py$/.test(path) ? "" : ((await project.sources.text(path))?.text ?? "");
    // A comment uses nothing; one with a quote in it may be no comment.
    for (const [word] of text.replace(/#[^\r\n"']*$/gm, "").matchAll(/[A-Za-z][\w-]{3,}/g)) {
      const canonical = canonicalName(word);
      if (declared.has(canonical)) words.add(canonical);
      // `-mnodeenv`
      if (canonical.startsWith("m") && declared.has(canonical.slice(1))) words.add(canonical.slice(1));
    }
  }
  return { distributions, modules, words };
}
