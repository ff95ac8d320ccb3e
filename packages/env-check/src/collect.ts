// Reads a repository: hooks and tests, what they import, what is declared.
import { readText, type Context } from "@caio/repo-model/check";
import { listHooks, type Hook } from "@caio/repo-model/hooks";
import { readManifests, type Manifest } from "@caio/repo-model/manifests";
import { repoPath, type RepoPath, type SourceText } from "@caio/repo-model/text";
import { walk, type Outside, type Reached } from "./chain/closure.js";
import { folderOf, indexModules, inFolder, type ModuleIndex } from "./chain/modules.js";
import { collectTests, readPytestSettings, settingsFiles, type PytestSettings } from "./chain/pytest.js";
import { followHook, testFiles, type Start, type World } from "./chain/starts.js";
import type { Step } from "./chain/step.js";
import { declaredFor, type Declared } from "./declared.js";
import type { EnvCheckOptions } from "./defaults.js";
import { distributionOf } from "./distribution-of.js";
import type { DocumentFacts, EnvFacts, Occurrence } from "./facts.js";
import type { Import } from "./imports/import.js";
import { scanImports } from "./imports/scan.js";
import { needsOf } from "./needs.js";
import { setupDocument } from "./setup-document.js";
import { setupTool } from "./setup-tool.js";
import { isStandard } from "./standard.js";
import { installedBy, mayInstall } from "./installs.js";

/** Texts and imports of a tree, each read once. */
export interface Sources {
  text(path: RepoPath): Promise<SourceText | undefined>;
  imports(path: RepoPath): Promise<readonly Import[]>;
}

function cached(context: Pick<Context, "files" | "skip" | "trouble">): Sources {
  const texts = new Map<RepoPath, Promise<SourceText | undefined>>();
  const scans = new Map<RepoPath, Promise<readonly Import[]>>();
  const once = <T>(map: Map<RepoPath, Promise<T>>, path: RepoPath, make: () => Promise<T>): Promise<T> => {
    const known = map.get(path) ?? make();
    map.set(path, known);
    return known;
  };
  const text = (path: RepoPath): Promise<SourceText | undefined> => once(texts, path, () => readText(context as Context, path));
  return {
    text,
    imports: (path) => once(scans, path, async () => scanImports((await text(path))?.text ?? "")),
  };
}

/** A tree's Python world: its modules, manifests, hooks and pytest's settings. */
export interface Project {
  readonly index: ModuleIndex;
  readonly paths: readonly RepoPath[];
  readonly manifests: readonly Manifest[];
  readonly hooks: readonly Hook[];
  readonly settings: ReadonlyMap<string, PytestSettings>;
  readonly sources: Sources;
}

/** Reads what all else is built on. */
export async function readProject(context: Context): Promise<Project> {
  const entries = await context.files.list();
  const paths = entries.filter(({ path, kind }) => (kind === "file" || kind === "executable") && context.ignores?.(path) !== true).map(({ path }) => path);
  const sources = cached(context);
  const skip = (path: RepoPath, reason: string): void => context.skip(path, reason);
  const manifests = await readManifests(context.files, skip, (format) => format !== "package.json");
  const hooks = await listHooks(context.files, skip);
  const projects = [...new Set(manifests.filter(({ format }) => /^(?:pyproject|setup\.cfg|setup\.py)$/.test(format)).map(({ path }) => folderOf(path)))];
  const index = indexModules(paths, projects);
  const settings = new Map<string, PytestSettings>();
  for (const folder of new Set(["", ...projects])) {
    for (const name of settingsFiles) {
      const path = inFolder(folder, name);
      const source = index.has(path) ? await sources.text(path as RepoPath) : undefined;
      const found = source === undefined ? undefined : readPytestSettings(source);
      if (found === undefined) continue;
      settings.set(folder, found);
      break;
    }
  }
  return { index, paths, manifests, hooks, settings, sources };
}

/** The tests as such: those that pytest would collect where it is configured, else those in a folder of tests at the root. */
function testStart({ index, settings }: Project, at: SourceText | undefined): Start | undefined {
  const set = settings.get("");
  const conventional = ["tests", "test"].filter((folder) => index.pythonFiles.some((path) => path.startsWith(`${folder}/`)));
  // Without settings and a folder at the root, tests lie in the packages.
  const inner = new Set(index.pythonFiles.flatMap((path) => /^(?:.*\/)?tests?(?=\/)/.exec(path) ?? []));
  const given =
    set === undefined && conventional.length === 0
      ? [...inner]
      : set === undefined
        ? conventional
        : set.testpaths.length > 0
          ? set.testpaths
          : conventional.length > 0
            ? conventional
            : [""];
  const files = collectTests(index, given, set);
  const [first] = files;
  if (first === undefined) return undefined;
  const steps: Step[] =
    set !== undefined ? [{ kind: "tests", text: "pytest", at: set.at }] : at === undefined ? [] : [{ kind: "tests", text: "tests", at: at.at([0, 0]) }];
  return { files: testFiles({ index }, files, steps, "sure"), roots: ["", ...(set?.pythonpath ?? [])] };
}

/** Reads the facts of a repository. */
export async function collect(context: Context, options: EnvCheckOptions): Promise<EnvFacts> {
  const project = await readProject(context);
  const { index, manifests, hooks, settings, sources } = project;
  const shebangs = new Map<RepoPath, string>();
  for (const path of project.paths) {
    if (!/(?:^|\/)(?:scripts?|bin|tools?|hooks?|ci)\/[^/.]+$/.test(path)) continue;
    const line = (await sources.text(path))?.text.slice(0, 100).split("\n", 1)[0];
    if (line?.startsWith("#!") === true) shebangs.set(path, line);
  }
  const world: World = { index, settings: (folder) => settings.get(folder), read: sources.text, shebang: (path) => shebangs.get(path) };
  const starts: Start[] = [];
  for (const hook of hooks) starts.push(...(await followHook(world, hook)));
  const tests = index.pythonFiles.length === 0 ? undefined : testStart(project, await firstTest(project));
  const isTestFile = (path: string): boolean => /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/.test(path);
  if (tests !== undefined) starts.push(tests);
  const roots = [...new Set(starts.flatMap((start) => start.roots))];
  const { outside, reached } = await walk(
    starts.flatMap(({ files }) => files),
    index,
    sources.imports,
    roots,
    isTestFile,
  );

  const installed = outside.length === 0 ? new Set<string>() : await installedNames(project);
  const occurrences: Occurrence[] = [];
  const declaredBy = new Map<string, Declared>();
  for (const one of outside) {
    const { path } = one.reached;
    const folder = folderOf(path);
    const declared = declaredBy.get(folder) ?? declaredFor(path, manifests, hooks, installed);
    declaredBy.set(folder, declared);
    const source = await sources.text(path);
    if (source !== undefined) occurrences.push(await occurrence(one, reached, source, declared, options, sources));
  }
  const texts = new Map<string, SourceText>();
  for (const { path } of manifests) {
    const source = await sources.text(path);
    if (source !== undefined) texts.set(path, source);
  }
  const foreign = occurrences.filter(({ import: { module } }) => !isStandard(module.split(".")[0] ?? ""));
  const facts = { occurrences: foreign, removed: occurrences.filter((one) => !foreign.includes(one)), manifests, hooks, sources: texts };
  return { ...facts, document: await documentFacts(project, facts, options) };
}

/** The set-up document; none where neither hooks nor a document are there. */
async function documentFacts({ paths, sources }: Project, facts: Omit<EnvFacts, "document">, options: EnvCheckOptions): Promise<DocumentFacts | undefined> {
  const path = repoPath(options.document);
  const source = paths.includes(path) ? await sources.text(path) : undefined;
  if (source === undefined && !facts.hooks.some(({ entry }) => entry !== undefined)) return undefined;
  const needs = needsOf(facts);
  return {
    path,
    source,
    wanted: setupDocument({ needs, hooks: facts.hooks, manifests: facts.manifests, tool: setupTool(new Set<string>(paths), facts.manifests) }),
  };
}

async function firstTest({ index, sources }: Project): Promise<SourceText | undefined> {
  const [first] = collectTests(index, ["tests", "test"]);
  return first === undefined ? undefined : sources.text(first);
}

async function installedNames({ paths, sources }: Project): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const path of paths.filter(mayInstall).slice(0, 1000)) {
    const source = await sources.text(path);
    if (source !== undefined) for (const name of installedBy(path, source.text)) names.add(name);
  }
  return names;
}

async function occurrence(
  { reached: end, import: one, certainty }: Outside,
  reached: ReadonlyMap<RepoPath, Reached>,
  source: SourceText,
  declared: Declared,
  options: EnvCheckOptions,
  sources: Sources,
): Promise<Occurrence> {
  const { steps } = end;
  const files: Step[] = [];
  let current: Reached | undefined = end;
  for (let count = 0; current?.from !== undefined && count < 100; count++) {
    const { path, import: via }: { path: RepoPath; import: Import } = current.from;
    const from = await sources.text(path);
    if (from !== undefined) files.unshift({ kind: "file", text: `${path}:${via.line}`, at: from.at(importRange(from, via)) });
    current = reached.get(path);
  }
  const at = source.at(importRange(source, one));
  const chain: Step[] = [...steps, ...files, { kind: "import", text: `${end.path}:${one.line}`, at }];
  const provided = distributionOf(one.module, { map: options.imports, declared: declared.names });
  return { path: end.path, source, import: one, certainty, isFromHook: steps[0]?.kind === "hook", chain, provided, declared };
}

/** The range of an import's statement in its first line. */
export function importRange(source: SourceText, { offset, line }: Import): [number, number] {
  const [start, end] = source.lineRange(line) ?? [0, 0];
  const from = source.text.startsWith("\ufeff") ? offset + 1 : offset;
  const begin = Math.max(start, Math.min(from, end));
  const text = source.text.slice(begin, Math.min(end, begin + 400));
  const comment = /\s+#/.exec(text)?.index ?? text.length;
  const semicolon = text.indexOf(";");
  const length = semicolon > 0 && semicolon < comment ? semicolon : comment;
  return [begin, begin + Math.max(length, 0)];
}
