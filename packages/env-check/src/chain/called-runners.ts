// What a command calls by a name that a file of its tool defines: targets, recipes, package scripts, scripts of pdm and hatch, what lint-staged runs.
import type { RepoPath, SourceText } from "@caio/repo-model/text";
import { absentRecipes, justRunners } from "../runners/justfile.js";
import { lintStagedFiles, lintStagedRunners } from "../runners/lint-staged.js";
import { makeRunners } from "../runners/makefile.js";
import { hasScript, scriptRunners } from "../runners/package-scripts.js";
import type { Runner } from "../runners/runner.js";
import { toolScripts } from "../runners/tool-scripts.js";
import { absentGoals, type Absent } from "./absent.js";
import { folderOf, inFolder, type ModuleIndex } from "./modules.js";
import type { Target } from "./targets.js";

/** What is needed of the tree. */
interface Tree {
  readonly index: ModuleIndex;
  read(path: RepoPath): Promise<SourceText | undefined>;
}

/** A target that is called by its name. */
type Call = Extract<Target, { kind: keyof typeof callFiles | "tool-script" | "lint-staged" }>;

/** The files that hold the names, in the order in which their tools look for them. */
export const callFiles = {
  make: ["GNUmakefile", "makefile", "Makefile"],
  just: ["justfile", "Justfile", ".justfile"],
  script: ["package.json"],
} as const;

export const isCall = (target: Target): target is Call => target.kind in callFiles || target.kind === "tool-script" || target.kind === "lint-staged";

/** The file of a folder's targets or scripts: npm and just take the nearest one above, too. */
async function callFile(world: Tree, { kind, folder }: { readonly kind: keyof typeof callFiles; readonly folder: string }): Promise<SourceText | undefined> {
  for (let at = folder; ; at = folderOf(at)) {
    const path = callFiles[kind].map((name) => inFolder(at, name)).find((one) => world.index.has(one));
    if (path !== undefined) return world.read(path as RepoPath);
    if (kind === "make" || at === "") return undefined;
  }
}

/** The goals of make, the recipes and the package scripts that are called, and that stand in no file. */
export async function absentNames(world: Tree, target: Call): Promise<readonly Pick<Absent, "kind" | "name" | "file">[]> {
  if (target.kind === "tool-script" || target.kind === "lint-staged") return [];
  const source = await callFile(world, target);
  if (target.kind === "just")
    return source === undefined ? [] : absentRecipes(source, target.words).map((name) => ({ kind: "recipe", name, file: source.path }));
  if (target.kind === "script") {
    // What lies in a folder that is not there, a submodule's, has scripts of its own.
    const isThere = source === undefined || target.isElsewhere || !world.index.hasFolder(target.folder) || hasScript(source, target.name);
    return isThere ? [] : [{ kind: "package-script", name: target.name, file: source.path }];
  }
  const { folder, goals } = target;
  // What configures a build writes a Makefile; a goal may be a file, or be made of one by make's own rules.
  const isThere = (name: string): boolean =>
    world.index.has(inFolder(folder, name)) ||
    world.index.hasFolder(inFolder(folder, name)) ||
    [".c", ".cc", ".cpp", ".sh", ".o", ".f"].some((ending) => world.index.has(inFolder(folder, name + ending)));
  if (source === undefined) {
    const isMade = ["CMakeLists.txt", "configure", "configure.ac", "Makefile.in", "Makefile.am", "Makefile.PL", "meson.build", "Rakefile", "ext"].some(
      (name) => world.index.has(name) || world.index.has(inFolder(folder, name)) || world.index.hasFolder(inFolder(folder, name)),
    );
    return isMade || target.isElsewhere || !world.index.hasFolder(folder) ? [] : goals.slice(0, 1).map((name) => ({ kind: "target", name }));
  }
  return target.isElsewhere ? [] : absentGoals(source.text, goals, isThere).map((name) => ({ kind: "target", name, file: source.path }));
}

/** What `make t`, `just r`, `npm run s`, `pdm run s`, `hatch run s` and lint-staged run. */
export async function calledRunners(world: Tree, target: Call): Promise<readonly Runner[]> {
  if (target.kind === "tool-script") return scriptsOfTool(world, target);
  if (target.kind === "lint-staged") return lintStagedOf(world, target.folder);
  const source = await callFile(world, target);
  if (source === undefined) return [];
  if (target.kind === "just") return justRunners(source, target.words);
  return target.kind === "make" ? makeRunners(source, target.goals) : scriptRunners(source, target.name);
}

/** lint-staged takes the first of its files in a folder that holds a configuration. */
async function lintStagedOf(world: Tree, folder: string): Promise<readonly Runner[]> {
  for (const name of lintStagedFiles) {
    const path = inFolder(folder, name);
    const source = world.index.has(path) ? await world.read(path as RepoPath) : undefined;
    const found = source === undefined ? [] : await lintStagedRunners(source);
    if (found.length > 0) return found;
  }
  return [];
}

/** pdm and hatch look for their project in the folder and in those above it. */
async function scriptsOfTool(world: Tree, target: Extract<Target, { kind: "tool-script" }>): Promise<readonly Runner[]> {
  for (let folder = target.folder; ; folder = folderOf(folder)) {
    for (const name of target.tool === "hatch" ? ["hatch.toml", "pyproject.toml"] : ["pyproject.toml"]) {
      const path = inFolder(folder, name);
      const source = world.index.has(path) ? await world.read(path as RepoPath) : undefined;
      const found = source === undefined ? [] : toolScripts(source, target);
      if (found.length > 0) return found;
    }
    if (folder === "") return [];
  }
}
