// What pytest collects: its configuration, its arguments, the test files.
import { atPointer, parseToml, textItems, textOf } from "@caio/repo-model/data";
import { iniLines, iniOf } from "@caio/repo-model/manifests";
import { pathMatcher } from "@caio/repo-model/patterns";
import type { Location, RepoPath, SourceText } from "@caio/repo-model/text";
import { folderOf, inFolder, type ModuleIndex } from "./modules.js";
import { fromRoot } from "./paths.js";

/** pytest's settings as far as they tell what is collected. */
export interface PytestSettings {
  /** The folder of the file that holds them. */
  readonly folder: string;
  readonly testpaths: readonly string[];
  readonly pythonpath: readonly string[];
  readonly pythonFiles: readonly string[];
  readonly norecursedirs: readonly string[];
  /** The options that each run gets. */
  readonly addopts: readonly string[];
  /** Whether marks that are not registered are refused, and those that the file registers. */
  readonly isStrict: boolean;
  readonly marks: readonly string[];
  readonly at: Location;
}

/** The files that may hold settings, the first that does counts. */
export const settingsFiles = ["pytest.toml", ".pytest.toml", "pytest.ini", ".pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg"];

const standard = {
  pythonFiles: ["test_*.py", "*_test.py"],
  norecursedirs: ["*.egg", ".*", "_darcs", "build", "CVS", "dist", "node_modules", "venv", "{arch}"],
};

/** Reads the settings that a file holds; undefined where it holds none. */
export function readPytestSettings(source: SourceText): PytestSettings | undefined {
  const folder = folderOf(source.path);
  const name = source.path.slice(folder === "" ? 0 : folder.length + 1);
  const made = (words: (key: string) => readonly string[], lines: (key: string) => readonly string[], at: Location): PytestSettings => ({
    folder,
    testpaths: words("testpaths"),
    pythonpath: words("pythonpath"),
    pythonFiles: words("python_files").length > 0 ? words("python_files") : standard.pythonFiles,
    norecursedirs: words("norecursedirs").length > 0 ? words("norecursedirs") : standard.norecursedirs,
    addopts: words("addopts"),
    isStrict:
      [...words("strict_markers"), ...words("strict")].some((word) => /^(?:true|1|yes|on)$/i.test(word)) ||
      words("addopts").some((word) => /^--strict(?:-markers)?$/.test(word)),
    marks: lines("markers").flatMap((line) => /^\s*(\w+)/.exec(line)?.[1] ?? []),
    at,
  });
  const split = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== "");
  if (name.endsWith(".toml")) {
    const { root } = parseToml(source.text);
    const table = name === "pyproject.toml" ? (atPointer(root, "/tool/pytest/ini_options") ?? atPointer(root, "/tool/pytest")) : atPointer(root, "/pytest");
    if (table?.kind !== "map") return undefined;
    return made(
      (key) => {
        const node = atPointer(table, `/${key}`);
        const text = textOf(node) ?? (node?.kind === "boolean" ? String(node.value) : undefined);
        return text === undefined ? textItems(node).map(({ value }) => value) : split(text);
      },
      (key) => textItems(atPointer(table, `/${key}`)).map(({ value }) => value),
      source.at([table.range[0], table.range[0]]),
    );
  }
  const sections = iniOf(source);
  const section = sections.find((one) => one.name === (name === "setup.cfg" ? "tool:pytest" : "pytest"));
  if (section === undefined) return undefined;
  const lines = (key: string): readonly string[] => iniLines(sections, section.name, key).map(({ text }) => text);
  return made((key) => lines(key).flatMap(split), lines, source.at(section.range));
}

/** Whether a file is a test by pytest's customary names. */
export const isTestFile = (path: string): boolean => /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/.test(path);

/** pytest's options that take a value as the next word. */
const valued = new Set(
  "-k -m -n -c -p -o -r -W --maxfail --durations --durations-min --tb --rootdir --confcutdir --ignore --ignore-glob --deselect --junitxml --junit-xml --color --cov-report --cov-config --cov-fail-under --log-level --log-cli-level --log-file --basetemp --capture --import-mode --timeout --numprocesses --dist --maxprocesses --reruns --ds --dc --html --override-ini --config-file --last-failed-no-failures --show-capture --verbosity --benchmark-json --splits --group --randomly-seed --html-report --tx --boxed --asyncio-mode --snapshot-update".split(
    " ",
  ),
);
const flags = new Set(["--snapshot-update", "--boxed"]);

/** The paths among pytest's arguments, and those that it leaves out. A word that is not known makes it unknown. */
export function pytestPaths(words: readonly { readonly text: string; readonly isKnown: boolean }[]): {
  readonly paths: readonly string[];
  readonly ignored: readonly string[];
  readonly isKnown: boolean;
} {
  const paths: string[] = [];
  const ignored: string[] = [];
  let isKnown = true;
  for (let at = 0; at < words.length; at++) {
    const { text, isKnown: isPlain } = words[at] ?? { text: "", isKnown: true };
    if (text.startsWith("-")) {
      const [option = "", value] = text.split("=", 2);
      const taken = value ?? (valued.has(option) && !flags.has(option) ? words[++at]?.text : undefined);
      if (/^--ignore$/.test(option) && taken !== undefined) ignored.push(taken.replace(/\/$/, ""));
    } else if (!isPlain) isKnown = false;
    else paths.push(text.split("::", 1)[0] ?? text);
  }
  return { paths, ignored, isKnown };
}

/** A matcher of the patterns that are any; pytest's own are fnmatch's, and a few of those are no globs. */
function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  // Each command that runs pytest asks for the same ones.
  const key = patterns.join("\0");
  const known = matchersOf.get(key) ?? newMatcher(patterns);
  if (matchersOf.size >= mostMatchers) matchersOf.clear();
  matchersOf.set(key, known);
  return known;
}

const mostMatchers = 100;
const matchersOf = new Map<string, (path: string) => boolean>();

function newMatcher(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.flatMap((pattern) => {
    try {
      return [pathMatcher([pattern])];
    } catch {
      return [];
    }
  });
  return (path) => matchers.some((matches) => matches(path));
}

/** The test files below paths (files or folders from the root), by pytest's patterns. A file that is named is taken whatever its name. */
export function collectTests(
  index: ModuleIndex,
  paths: readonly string[],
  settings: Pick<PytestSettings, "pythonFiles" | "norecursedirs"> = standard,
  ignored: readonly string[] = [],
): readonly RepoPath[] {
  const isTestName = matcherOf(settings.pythonFiles.filter((pattern) => !pattern.includes("/")));
  // With a slash, a pattern is the end of a file's path.
  const isTestPath = matcherOf(settings.pythonFiles.filter((pattern) => pattern.includes("/")).map((pattern) => `**/${pattern.replace(/^\/+/, "")}`));
  const skipped = settings.norecursedirs.map((pattern) => pattern.replace(/^\{arch\}$/, "[{]arch[}]").replace(/\[[\\/]+\]/g, "/"));
  const isSkipped = matcherOf(skipped.filter((pattern) => !pattern.includes("/") || pattern.length > 1));
  // With a slash, a pattern is the end of a folder's path.
  const isSkippedPath = matcherOf(skipped.filter((pattern) => /^[^/].*\/./.test(pattern)).map((pattern) => `**/${pattern.replace(/\/+$/, "")}/**`));
  const isIgnored = (path: string): boolean => ignored.some((one) => path === one || path.startsWith(`${one}/`));
  return index.pythonFiles.filter((path) => {
    if (isIgnored(path) || isSkippedPath(path)) return false;
    if (index.isUncollected(path)) return paths.some((given) => given.replace(/^\.\//, "") === path);
    return paths.some((given) => {
      const target = given.replace(/^\.\//, "").replace(/\/+$/, "");
      if (path === target) return true;
      const isRoot = target === "" || target === ".";
      if (!isRoot && !path.startsWith(`${target}/`)) return false;
      const inner = isRoot ? path : path.slice(target.length + 1);
      const folder = folderOf(inner);
      return (isTestName(inner.slice(inner.lastIndexOf("/") + 1)) || isTestPath(path)) && !folder.split("/").some((part) => part !== "" && isSkipped(part));
    });
  });
}

/** Where pytest looks for tests without arguments: `testpaths`, unless none of them is there, which it warns of and looks everywhere. */
export function testpathsOf(index: ModuleIndex, { folder, testpaths }: PytestSettings): readonly string[] {
  const paths = fromRoot(folder, testpaths);
  const isThere = (path: string): boolean => /[*?[]/.test(path) || index.has(path) || index.hasFolder(path.replace(/\/+$/, ""));
  return paths.some(isThere) || paths.length < testpaths.length ? paths : [];
}

/** The `conftest.py` of a file's folder and of all above it. */
export function conftests(index: ModuleIndex, path: RepoPath): readonly RepoPath[] {
  const found: RepoPath[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const conftest = inFolder(folder, "conftest.py");
    if (index.has(conftest)) found.push(conftest as RepoPath);
    if (folder === "") return found;
  }
}

/** Folders of what tests are tried on: pytest goes through those too, and their conftests are often made to fail. */
const forTrial = /(?:^|\/)(?:test_?)?(?:data|fixtures?|examples?|samples?|templates?|resources|assets|projects?|snippets)\//i;

/** The conftests of the folders that pytest goes through, whether there are tests in them or not. */
export function conftestsBelow(
  index: ModuleIndex,
  searched: readonly string[],
  settings: Pick<PytestSettings, "norecursedirs"> = standard,
  ignored: readonly string[] = [],
): readonly RepoPath[] {
  const folders = searched.filter((path) => !index.has(path));
  if (folders.length === 0) return [];
  const { norecursedirs } = settings;
  return collectTests(index, folders, { pythonFiles: ["conftest.py"], norecursedirs }, ignored).filter((path) => !forTrial.test(path));
}
