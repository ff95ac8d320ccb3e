// All that runs commands beside hooks and tests.
import type { RepoPath, SourceText } from "@caio/repo-model/text";
import { isCi, readCi } from "./ci.js";
import { isJustfile, justRunners } from "./justfile.js";
import { isMakefile, makeRunners } from "./makefile.js";
import { noxRunners } from "./nox.js";
import { scriptRunners } from "./package-scripts.js";
import type { Runner } from "./runner.js";
import { taskRunners } from "./tasks.js";
import { toxRunners } from "./tox.js";

const foreign = /(?:^|\/)(?:node_modules|fixtures?|test_?data|examples?|samples?|templates?|vendor(?:ed)?|third_party)\//i;
const mostFiles = 300;

/** How a file's commands are read; undefined for a file that has none. */
function readerOf(path: string): ((source: SourceText) => Promise<readonly Runner[]> | readonly Runner[]) | undefined {
  if (isCi(path)) return readCi;
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (foreign.test(path)) return undefined;
  if (path === "pyproject.toml") return (source) => [...toxRunners(source), ...taskRunners(source)];
  if (name === "tox.ini" || name === "setup.cfg" || name === "tox.toml") return toxRunners;
  if (name === "noxfile.py") return noxRunners;
  if (isMakefile(path)) return (source) => makeRunners(source, undefined);
  if (isJustfile(path)) return (source) => justRunners(source, undefined);
  if (name === "package.json") return (source) => scriptRunners(source);
  return undefined;
}

const rank = (path: string): number => (isCi(path) ? 0 : path.endsWith("package.json") ? 2 : 1);

/** The commands of CI jobs first, then of tox, nox, make and just, then package scripts. */
export async function readRunners(
  paths: readonly RepoPath[],
  sources: { readonly text: (path: RepoPath) => Promise<SourceText | undefined> },
): Promise<readonly Runner[]> {
  const found: Runner[] = [];
  const wanted = paths.filter((path) => readerOf(path) !== undefined).toSorted((a, b) => rank(a) - rank(b));
  for (const path of wanted.slice(0, mostFiles)) {
    const source = await sources.text(path);
    if (source !== undefined) for (const runner of (await readerOf(path)?.(source)) ?? []) found.push(runner);
  }
  return found;
}
