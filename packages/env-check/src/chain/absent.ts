// What commands name and the repository does not have: scripts, tests, modules, targets, package scripts. What may be made before is left out.
import type { ShellWord } from "@caio/repo-model/hooks";
import { inFolder, type ModuleIndex } from "./modules.js";
import { fromRoot, join } from "./paths.js";
import { pytestPaths } from "./pytest.js";
import type { Certainty, Step } from "./step.js";

/** What is not there: a file or folder for all but the last five. */
export type AbsentKind = "tests" | "testpaths" | "script" | "requirements" | "module" | "target" | "recipe" | "package-script" | "environment";

/** Something that a command names, and that the repository does not have. */
export interface Absent {
  readonly kind: AbsentKind;
  /** A path from the root, or a name. */
  readonly name: string;
  /** The file in which the name would stand: a Makefile, a package.json, tox's configuration. */
  readonly file?: string;
  readonly certainty: Certainty;
  readonly chain: readonly Step[];
}

/** Folders of what is made, and may not be there yet. */
const made = /(?:^|\/)(?:build|dist|out|target|node_modules|\.?venv|env|\.tox|\.nox|tmp|temp|site-packages|_build|public|coverage|htmlcov)(?:\/|$)/i;

/** Whether a path of the repository is not there, and lies in no folder of what is made. */
export function isGone(index: ModuleIndex, path: string): boolean {
  return path !== "" && !index.has(path) && !index.hasFolder(path) && !made.test(path);
}

/** The paths that pytest is given and that are not there: it stops at the first. What is computed, or may be made before, is left out. */
export function absentTests(index: ModuleIndex, words: readonly ShellWord[], folder: string): readonly string[] {
  const { paths } = pytestPaths(words);
  if (words.some(({ text }) => text === "--pyargs") || !index.hasFolder(folder)) return [];
  // Behind an option that is not known here, or a word that is computed, a word may be its value.
  const isFree = (path: string): boolean => {
    const at = words.findIndex(({ text }) => text === path || text.startsWith(`${path}::`));
    const { text: before, isKnown } = words[at - 1] ?? { text: "", isKnown: true };
    return isKnown && (!before.startsWith("-") || /^-[xqvsl]+$|=/.test(before));
  };
  return fromRoot(
    folder,
    paths.filter((path) => /^[\w./-]+$/.test(path) && (path.includes("/") || /^[A-Za-z_][\w-]*$/.test(path)) && !/^[/~-]/.test(path) && isFree(path)),
  ).filter((path) => isGone(index, path));
}

/** A script that a command names by its path, and that is not there; only with an ending of scripts, since programs are made. */
export function absentScript(index: ModuleIndex, folder: string, word: ShellWord, endings: RegExp): string | undefined {
  if (!word.isKnown || word.isGlob || !/^[\w@+./-]+$/.test(word.text) || !endings.test(word.text) || !index.hasFolder(folder)) return undefined;
  const path = join(folder, word.text);
  return path !== undefined && isGone(index, path) ? path : undefined;
}

/** The requirements files that `pip install` is given and that are not there. `words` stand behind its verb. */
export function absentRequirements(index: ModuleIndex, words: readonly ShellWord[], folder: string): readonly string[] {
  return words.flatMap((word, at): readonly string[] => {
    const [, inline] = /^(?:-[rc]|--requirements?=|--constraints?=)(.+)$/.exec(word.text) ?? [];
    const next = /^(?:-[rc]|--requirements?|--constraints?)$/.test(word.text) ? words[at + 1] : undefined;
    const given = inline === undefined ? next : { ...word, text: inline };
    const path = given === undefined ? undefined : absentScript(index, folder, given, /\.(?:txt|in|pip)$/);
    return path === undefined ? [] : [path];
  });
}

/** A module of a package of the repository that `python -m` names, and that the package does not have. */
export function isAbsentModule(index: ModuleIndex, module: string, folder: string): boolean {
  const [top = "", ...rest] = module.split(".");
  if (rest.length === 0 || !/^[\w.]+$/.test(module)) return false;
  // Of several packages of one name nobody knows which one is meant.
  const homes = ["", "src"].map((name) => inFolder(folder, name)).filter((home) => index.isPackage(inFolder(home, top)));
  const [home] = homes;
  if (home === undefined || homes.length > 1) return false;
  let at = inFolder(home, top);
  for (const [depth, part] of rest.entries()) {
    const inner = inFolder(at, part);
    const isLast = depth === rest.length - 1;
    if ([".py", ".pyx", ".pyi", ".so", ".pyd", ".c"].some((ending) => index.has(`${inner}${ending}`))) return false;
    if (index.hasFolder(inner)) {
      if (!isLast && !index.isPackage(inner)) return false;
      at = inner;
      continue;
    }
    return !made.test(inner);
  }
  return false;
}

/** The names on the left of a Makefile's rules. */
function leftSides(text: string): readonly string[] {
  return text
    .replace(/\\\r?\n/g, " ")
    .split("\n")
    .flatMap((line) => {
      // Conditions and what is told to the user are no rules.
      const isNone = /^(?:[\s#]|\$\((?:error|warning|info)\b|(?:ifn?eq|ifn?def|else|endif|export|unexport|vpath)\b)/.test(line);
      const colon = isNone ? -1 : line.indexOf(":");
      const side = line.slice(0, Math.max(0, colon));
      return colon < 0 || side.includes("=") || side.includes("#") || /^::?=/.test(line.slice(colon, colon + 3)) ? [] : side.trim().split(/\s+/);
    });
}

/** The goals that a Makefile does not have; none where more may be in it than is read. */
export function absentGoals(text: string, goals: readonly string[], isThere: (name: string) => boolean): readonly string[] {
  if (/^[ \t]*(?:-|s)?include\b|\$[({][ \t]*eval\b|^[ \t]*define\b|^\.DEFAULT[ \t]*:/m.test(text)) return [];
  const sides = leftSides(text);
  const names = new Set(sides);
  const computed = sides.filter((side) => /[%$]/.test(side));
  return goals.filter((goal) => !names.has(goal) && !isThere(goal) && !computed.some((side) => mayMake(side, goal)));
}

/** Whether `%.o` or `$(NAME)` on the left of a rule may come to a goal. */
function mayMake(side: string, goal: string): boolean {
  if (side.startsWith("$")) return !/^\$[({]\w+[)}]\/./.test(side) || goal.includes("/");
  if (side.includes("$")) return goal.startsWith(side.slice(0, side.indexOf("$")));
  const [before = "", after] = side.split("%");
  return after !== undefined && goal.startsWith(before) && goal.endsWith(after);
}
