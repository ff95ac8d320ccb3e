// The imports of other people's modules, each with what provides it, what is declared there and the chain that leads to it.
import { canonicalName } from "@caio/repo-model/manifests";
import type { RepoPath, SourceText } from "@caio/repo-model/text";
import type { Outside, Reached } from "./chain/closure.js";
import { fixtureUses, givesName, markUses, type FixtureUse } from "./chain/fixtures.js";
import type { PackageFiles } from "./chain/package-files.js";
import { isTestFile, type PytestSettings } from "./chain/pytest.js";
import type { ModuleRun } from "./chain/starts.js";
import type { Step } from "./chain/step.js";
import { pluginModules } from "./data/pytest-plugins.js";
import type { Declared } from "./declared.js";
import { distributionOf, type NameSources, type Provided } from "./distribution-of.js";
import type { Occurrence } from "./facts.js";
import { usedBeside } from "./module-uses.js";
import { inlineDependencies } from "./imports/inline-metadata.js";
import type { Import } from "./imports/import.js";
import type { Sources } from "./project.js";
import { isStandard } from "./standard.js";

/** How a module's name becomes a distribution where some are declared. */
export type Naming = (module: string, declared: ReadonlySet<string>) => Provided | undefined;

/** Names modules, each once for the same declarations. */
export function namingBy(names: Omit<NameSources, "declared">): Naming {
  const known = new WeakMap<ReadonlySet<string>, Map<string, Provided | undefined>>();
  return (module, declared) => {
    let modules = known.get(declared);
    if (modules === undefined) known.set(declared, (modules = new Map()));
    if (!modules.has(module)) modules.set(module, distributionOf(module, { ...names, declared }));
    return modules.get(module);
  };
}

/** An occurrence as it was seen, before the lockfiles were asked and the project's own import was followed. */
export type Seen = Omit<Occurrence, "chain" | "isAtImport" | "isAtProgram"> & { readonly chain: () => readonly Step[] };

/** What is known of files and names. */
export interface Seeing {
  readonly sources: Sources;
  readonly declaredFor: (path: string) => Declared;
  readonly naming: Naming;
  readonly packages: PackageFiles;
  /** pytest's settings at the root. */
  readonly settings: PytestSettings | undefined;
}

/** The imports that a walk met outside the repository. */
export async function seenImports(outside: readonly Outside[], reached: ReadonlyMap<RepoPath, Reached>, seeing: Seeing): Promise<readonly Seen[]> {
  const texts = new Map<RepoPath, SourceText>();
  for (const path of reached.keys()) {
    const source = await seeing.sources.text(path);
    if (source !== undefined) texts.set(path, source);
  }
  const stepsTo = chains(reached, texts);
  const inFile = new Map<RepoPath, { readonly declared: Declared; readonly isOfPackage: boolean }>();
  // What imports pytest without any condition is for tests, wherever it lies, unless users get pytest.
  const testing = new Set(
    outside
      .filter(({ import: one, reached: { path } }) => one.module === "pytest" && isPlain(one) && !isForUsers("pytest", path))
      .map(({ reached: { path } }) => path),
  );
  const factsOf = (source: SourceText): { readonly declared: Declared; readonly isOfPackage: boolean } => {
    const declared = seeing.declaredFor(source.path);
    const inline = source.text.includes("# /// script") ? inlineDependencies(source.text) : undefined;
    const whole = inline === undefined ? declared : { ...declared, names: new Set([...declared.names, ...inline]) };
    return { declared: whole, isOfPackage: seeing.packages.has(source.path) };
  };
  const seenOf = ({ reached: end, import: one, certainty: own }: Outside, distribution?: string): readonly Seen[] => {
    const source = texts.get(end.path);
    if (source === undefined) return [];
    const certainty = own === "maybe" && (isSkipping(source) || isSkipped(source, one)) ? "optional" : own;
    const known = inFile.get(end.path) ?? factsOf(source);
    inFile.set(end.path, known);
    const chain = (): readonly Step[] => [...stepsTo(end), { kind: "import", text: `${end.path}:${one.line}`, at: source.at(importRange(source, one)) }];
    // What is declared under a condition that never holds is known by its name too.
    const named = seeing.naming(one.module, known.declared.names) ?? seeing.naming(one.module, known.declared.idle);
    const provided = named ?? (distribution === undefined ? undefined : { distributions: [distribution], by: "table" as const });
    return [
      {
        path: end.path,
        source,
        import: one,
        certainty,
        isFromHook: end.steps[0]?.kind === "hook",
        begins: end.steps[0]?.kind,
        provided,
        ...known,
        isOfPackage: known.isOfPackage && (one.module === "pytest" || !testing.has(end.path)),
        chain,
      },
    ];
  };
  function isForUsers(name: string, path: string): boolean {
    return seeing.declaredFor(path).places.get(name)?.scope === "runtime";
  }
  const beside = [...usedBeside(outside, seeing.declaredFor, seeing.naming)];
  return [
    ...[...outside, ...beside].flatMap((one) => seenOf(one)),
    ...seenPlugins(outside, reached, texts, seeing).flatMap(({ distribution, ...one }) => seenOf(one, distribution)),
  ];
}

const isPlain = ({ context, via, isGuarded }: Import): boolean => context.length === 0 && via === undefined && isGuarded !== true;

/** Whether a file of tests says under which condition they run: `pytestmark = pytest.mark.skipif(…)`. */
function isSkipping({ text }: SourceText): boolean {
  const at = text.search(/^pytestmark\b/m);
  return at >= 0 && /\bskip(?:if)?\b/.test(text.slice(at, at + 300));
}

/** So much is looked back through for the function around an import. */
const farthest = 5000;

/** Whether the test around an import says under which condition it runs: `@pytest.mark.skipif(…)`. */
function isSkipped({ text }: SourceText, { offset }: Import): boolean {
  const before = text.slice(Math.max(0, offset - farthest), offset);
  const at = Math.max(
    before.lastIndexOf("\ndef "),
    before.lastIndexOf("\n    def "),
    before.lastIndexOf("\nasync def "),
    before.lastIndexOf("\n    async def "),
  );
  const head = before.slice(0, Math.max(0, at));
  return /@(?:pytest\.)?(?:mark|unittest)\.skip/.test(head.slice(head.lastIndexOf("\n\n") + 1).slice(-1000));
}

/** The plug-ins that tests ask for by fixtures and marks, unless the project gives those itself; each plug-in once. */
function seenPlugins(
  outside: readonly Outside[],
  reached: ReadonlyMap<RepoPath, Reached>,
  texts: ReadonlyMap<RepoPath, SourceText>,
  { settings, declaredFor }: Pick<Seeing, "settings" | "declaredFor">,
): readonly (Outside & { distribution: string })[] {
  const found = new Map<string, Outside & { distribution: string }>();
  const given = new Map<string, boolean>();
  // A module that is a plug-in of the tests (`pytest_plugins = "aiohttp.pytest_plugin"`) may give any fixture.
  const hasOtherPlugin = outside.some(
    ({ import: { via, module } }) => via === "pytest_plugins" && module !== "pytester" && !pluginModules.has(module.split(".")[0] ?? ""),
  );
  const isGiven = ({ kind, name }: FixtureUse): boolean => {
    if (kind === "fixture" && hasOtherPlugin) return true;
    const gives = kind === "mark" ? givesMark : givesFixture;
    const known = given.get(`${kind} ${name}`) ?? [...texts.values()].some(({ path, text }) => gives(path, text, name));
    given.set(`${kind} ${name}`, known);
    return known;
  };
  const isStrict = (mark: string): boolean => settings?.isStrict === true && !settings.marks.includes(mark);
  for (const end of reached.values()) {
    const source = end.certainty === "sure" && isTestFile(end.path) ? texts.get(end.path) : undefined;
    for (const use of source === undefined ? [] : [...fixtureUses(source), ...markUses(source, isStrict)]) {
      const { plugin, kind, name, others, offset, line } = use;
      if (found.has(plugin.distribution) || isGiven(use)) continue;
      const { names, brought, idle } = declaredFor(end.path);
      // Of several that would do it is the one that is declared.
      const other = others.find((one) => names.has(one) || idle.has(one));
      if (other === undefined && others.some((one) => brought.has(one))) continue;
      const { distribution, module } = other === undefined ? plugin : { distribution: other, module: other.replaceAll("-", "_") };
      const one: Import = { line, offset, level: 0, module, context: [], via: `the ${kind} ${name}` };
      found.set(plugin.distribution, { reached: end, import: one, certainty: "sure", distribution });
    }
  }
  return [...found.values()];
}

/** A fixture may stand in a `conftest.py` or in any module of the project that is a plug-in itself. */
const givesFixture = (path: RepoPath, text: string, fixture: string): boolean =>
  text.includes(fixture) && (text.includes(`def ${fixture}(`) || (path.endsWith("conftest.py") && givesName(text, fixture)));

/** A hook of the project may run marked tests itself, or register the mark. */
const givesMark = (path: RepoPath, text: string, mark: string): boolean =>
  path.endsWith("conftest.py") && (text.includes("pytest_pyfunc_call") || (text.includes("addinivalue_line") && text.includes(mark)));

/** The steps from a start to a file, the file's own import left out. */
function chains(reached: ReadonlyMap<RepoPath, Reached>, texts: ReadonlyMap<RepoPath, SourceText>): (end: Reached) => readonly Step[] {
  return (end) => {
    const files: Step[] = [];
    let current: Reached | undefined = end;
    for (let count = 0; current?.from !== undefined && count < 100; count++) {
      const { path, import: via }: { path: RepoPath; import: Import } = current.from;
      const from = texts.get(path);
      if (from !== undefined) files.unshift({ kind: "file", text: `${path}:${via.line}`, at: from.at(importRange(from, via)) });
      current = reached.get(path);
    }
    return [...end.steps, ...files];
  };
}

/** `python -m MODULE` of a module that is not the repository's, and pytest's plug-ins. */
export async function seenRun(
  { module, certainty, chain, by, distribution }: ModuleRun,
  { sources, declaredFor, naming }: Omit<Seeing, "packages" | "settings">,
): Promise<readonly Seen[]> {
  const last = chain.at(-1);
  const source = last === undefined ? undefined : await sources.text(last.at.path);
  if (last === undefined || source === undefined) return [];
  const declared = declaredFor(last.at.path);
  const one: Import = { line: last.at.start.line, offset: last.at.range[0], level: 0, module, context: [], via: by ?? "python -m" };
  const begins = chain[0]?.kind;
  const provided = naming(module, declared.names) ?? (distribution === undefined ? undefined : { distributions: [distribution], by: "table" as const });
  return [
    { path: source.path, source, import: one, certainty, isFromHook: begins === "hook", begins, chain: () => chain, provided, declared, isOfPackage: false },
  ];
}

/** Whether the distribution of an import is not known, or neither declared nor known to come with what is: the lockfiles may know more. */
export function isAmiss({ provided, declared, certainty, import: { module } }: Seen): boolean {
  if (certainty === "optional" || isStandard(module.split(".")[0] ?? "")) return false;
  if (provided === undefined) return true;
  const names = provided.distributions.map(canonicalName);
  return !names.some((name) => declared.names.has(name) || declared.brought.has(name));
}

/** The files that need a module of nobody known, without any condition, each with the module. */
export function hostsOf(seen: readonly Seen[], providedFor: (one: Seen) => Provided | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const one of seen) {
    const [top = ""] = one.import.module.split(".");
    if (one.certainty === "sure" && one.import.via === undefined && !isStandard(top) && !found.has(one.path) && providedFor(one) === undefined)
      found.set(one.path, top);
  }
  return found;
}

/** An occurrence with what was found out since; its chain is made when it is asked for. */
export function occurrenceOf(
  { chain: make, ...seen }: Seen,
  found: Pick<Occurrence, "provided" | "declared" | "host" | "isAtImport" | "isAtProgram">,
): Occurrence {
  let chain: readonly Step[] | undefined;
  return {
    ...seen,
    ...found,
    get chain() {
      return (chain ??= make());
    },
  };
}

/** The range of an import's statement in its first line. */
function importRange(source: SourceText, { offset, line }: Import): [number, number] {
  const [start, end] = source.lineRange(line) ?? [0, 0];
  const from = source.text.startsWith("\ufeff") ? offset + 1 : offset;
  const begin = Math.max(start, Math.min(from, end));
  const text = source.text.slice(begin, Math.min(end, begin + 400));
  const comment = /\s+#/.exec(text)?.index ?? text.length;
  const semicolon = text.indexOf(";");
  const length = semicolon > 0 && semicolon < comment ? semicolon : comment;
  return [begin, begin + Math.max(length, 0)];
}
