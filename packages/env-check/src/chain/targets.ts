// What a command line runs: test files, modules, scripts; what cannot be told is unknown.
import { parseShell, type ShellWord } from "@caio/repo-model/hooks";
import type { RepoPath } from "@caio/repo-model/text";
import { recipeWords } from "../runners/justfile.js";
import type { ScriptCall } from "../runners/tool-scripts.js";
import { absentRequirements, absentScript } from "./absent.js";
import { environmentsTarget, unittestTarget } from "./test-runners.js";
import { inFolder, type ModuleIndex } from "./modules.js";
import { join } from "./paths.js";
import { fromFolder, placeOf, takeVariables, type Places } from "./script-folder.js";

/** One thing that a command line runs. `text` is the command as written; `programs` have to be on the PATH for it, in that order; what npx brings is `npx NAME`; of what is soft a failure is taken care of. */
export type Target = { readonly text: string; readonly isConditional: boolean; readonly isSoft: boolean; readonly programs: readonly string[] } & (
  | { readonly kind: "pytest"; readonly words: readonly ShellWord[]; readonly folder: string; readonly isModule?: boolean }
  | { readonly kind: "module"; readonly module: string; readonly folder: string }
  | { readonly kind: "python"; readonly path: RepoPath }
  | { readonly kind: "shell"; readonly path: RepoPath; readonly folder: string }
  | { readonly kind: "unittest"; readonly start: string; readonly pattern: string; readonly folder: string }
  | { readonly kind: "make"; readonly goals: readonly string[]; readonly folder: string; readonly isElsewhere: boolean }
  | { readonly kind: "just"; readonly words: readonly string[]; readonly folder: string }
  | { readonly kind: "script"; readonly name: string; readonly folder: string; readonly isElsewhere: boolean }
  | {
      readonly kind: "environments";
      readonly tool: "tox" | "nox";
      readonly names: readonly string[];
      readonly args: readonly ShellWord[];
      readonly folder: string;
    }
  | { readonly kind: "absent"; readonly what: "script" | "tests" | "requirements"; readonly path: string }
  | { readonly kind: "lint-staged"; readonly folder: string }
  | ({ readonly kind: "tool-script"; readonly folder: string } & ScriptCall)
  | { readonly kind: "other"; readonly command: string }
  | { readonly kind: "unknown" }
);

const interpreters = /^(?:.*\/)?(?:python(?:[\d.]*)?|pypy3?|py)(?:\.exe)?$/;
const shells = /^(?:.*\/)?(?:ba|da|z|k)?sh$/;

/** Commands that run another one, with those of their options that take a value. */
const wrappers: Readonly<Record<string, { readonly words: readonly string[]; readonly valued: readonly string[] }>> = {
  env: { words: [], valued: ["-u", "-C", "-S"] },
  exec: { words: [], valued: ["-a"] },
  command: { words: [], valued: [] },
  sudo: { words: [], valued: ["-u", "-g", "-h", "-p", "-C"] },
  xargs: { words: [], valued: ["-n", "-P", "-I", "-L", "-d", "-s", "-a", "-E"] },
  time: { words: [], valued: [] },
  nice: { words: [], valued: ["-n"] },
  nohup: { words: [], valued: [] },
  "xvfb-run": { words: [], valued: ["-n", "-s", "-e", "-f", "-w"] },
  uv: {
    words: ["run"],
    valued:
      "--with --with-editable --with-requirements --extra --group --only-group --no-group --no-extra --python -p --package --project --directory --env-file --index --index-url --refresh-package".split(
        " ",
      ),
  },
  poetry: { words: ["run"], valued: ["-C", "--directory", "-P", "--project"] },
  pdm: { words: ["run"], valued: ["-p", "--project", "-c", "--config"] },
  hatch: { words: ["run"], valued: ["-e", "--env"] },
  pipenv: { words: ["run"], valued: [] },
  rye: { words: ["run"], valued: [] },
  pixi: { words: ["run"], valued: ["-e", "--environment", "--manifest-path"] },
};

/** The words behind options; `valued` options take the next word too. */
function afterOptions(words: readonly ShellWord[], start: number, valued: readonly string[]): number {
  let at = start;
  for (; at < words.length; at++) {
    const text = words[at]?.text ?? "";
    if (text === "--") return at + 1;
    if (/^[A-Za-z_]\w*=/.test(text)) continue;
    if (!text.startsWith("-")) return at;
    if (valued.includes(text)) at++;
  }
  return at;
}

/** What xargs runs: its own words, and those that it reads, which nobody knows here. */
export const withInput = (words: readonly ShellWord[], xargs: ShellWord): readonly ShellWord[] =>
  words.length === 0 ? words : [...words, { ...xargs, text: "$@", isKnown: false }];

/** Takes wrappers off: `uv run`, `env A=b`, `timeout 60`; tells which. What is left is undefined where it cannot be told. */
function unwrap(words: readonly ShellWord[]): { readonly rest: readonly ShellWord[] | undefined; readonly taken: readonly string[] } {
  let rest = words;
  const taken: string[] = [];
  for (let count = 0; count < 10; count++) {
    const [first] = rest;
    if (first === undefined || !first.isKnown) break;
    if (first.text === "timeout") {
      rest = rest.slice(afterOptions(rest, 1, ["-s", "-k", "--signal", "--kill-after"]) + 1);
      continue;
    }
    const wrapper = Object.hasOwn(wrappers, first.text) ? wrappers[first.text] : undefined;
    if (wrapper === undefined) return { rest, taken };
    let at = afterOptions(rest, 1, wrapper.valued);
    const [verb] = wrapper.words;
    if (verb !== undefined) {
      if (rest[at]?.text !== verb) return { rest, taken };
      at = afterOptions(rest, at + 1, wrapper.valued);
      taken.push(first.text);
    }
    rest = first.text === "xargs" ? withInput(rest.slice(at), first) : rest.slice(at);
  }
  return { rest: undefined, taken };
}

const known = /^(?:.*\/)?(?:python[\d.]*|pytest|py\.test|coverage|pre-commit|prek|bash|sh|make|npm|tox|nox)$/;

/** The script that `pdm run x`, `pdm x` and `hatch run env:x` name; undefined for a program as such. */
function scriptCall(all: readonly ShellWord[], words: readonly ShellWord[], tool: string | undefined): ScriptCall | undefined {
  const [first, second] = words;
  // pdm runs a script by its name alone too.
  const isShort = tool === undefined && first?.text === "pdm" && second?.isKnown === true && /^[a-z]/i.test(second.text);
  const [name, ...rest] = isShort ? words.slice(1) : words;
  const runner = isShort ? "pdm" : tool;
  if ((runner !== "pdm" && runner !== "hatch") || name === undefined || !name.isKnown || known.test(name.text)) return undefined;
  const option = all.findIndex(({ text }) => text === "-e" || text === "--env");
  return {
    tool: runner,
    name: name.text,
    environment: runner === "hatch" && option > 0 ? all[option + 1]?.text : undefined,
    args: rest.map(asWritten).join(" "),
  };
}

const asWritten = ({ text, isKnown }: ShellWord): string =>
  !isKnown ? "$ARGUMENT" : /^[\w@%+=:,./[\]-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** The program that npx and its like run, and bring where it is not there. */
function fetchedBy([first, ...rest]: readonly ShellWord[]): string | undefined {
  const isRunner = first !== undefined && /^(?:npx|bunx)$/.test(first.text);
  const words = first !== undefined && /^(?:pnpm|yarn)$/.test(first.text) && /^(?:exec|dlx)$/.test(rest[0]?.text ?? "") ? rest.slice(1) : isRunner ? rest : [];
  const word = words.find(({ text }) => !text.startsWith("-"));
  return word?.isKnown === true ? word.text.replace(/(?!^)@.*$/, "") : undefined;
}

/** The program that `command -v x`, `which x`, `type x` and `hash x` ask for. */
function askedFor([first, ...rest]: readonly ShellWord[]): string | undefined {
  if (first === undefined || !/^(?:command|which|type|hash)$/.test(first.text)) return undefined;
  const options = rest.filter(({ text }) => text.startsWith("-"));
  if (first.text === "command" && !options.some(({ text }) => /^-[vV]$/.test(text))) return undefined;
  return rest.find(({ text, isKnown }) => isKnown && !text.startsWith("-"))?.text;
}

/** Where a text runs; `script` is its own path, where it is a file that is run. */
export interface Surroundings {
  readonly folder: string;
  readonly script?: string | undefined;
}

/** The things that a shell text runs, in order. `index` and `shebang` tell of files of the repository. */
export function targetsOf(
  text: string,
  index: ModuleIndex,
  shebang: (path: RepoPath) => string | undefined,
  { folder: startFolder, script: own }: Surroundings,
  depth = 0,
): readonly Target[] {
  let folder: string | undefined = startFolder;
  /** The folders that `pushd` left, and `popd` goes back to. */
  const left: (string | undefined)[] = [];
  const found: Target[] = [];
  const asked = new Set<string>();
  const variables = new Map<string, string>();
  const commands = parseShell(text);
  const outer: (string | undefined)[] = [];
  let end = 0;
  for (const [place, read] of commands.entries()) {
    // Behind a subshell the folder is the one before it.
    for (const unit of text.slice(end, read.range[0])) {
      if (unit === "(") outer.push(folder);
      else if (unit === ")" && outer.length > 0) folder = outer.pop();
    }
    end = Math.max(end, read.range[1]);
    const places: Places = { script: own, folder, variables };
    takeVariables(read, places, variables);
    const command = { ...read, words: read.words.map((word) => (word.isKnown || folder === undefined ? word : placed(word, folder, places))) };
    const sought = askedFor(command.words);
    if (sought !== undefined) {
      // Who asks whether a program is there can do without it.
      asked.add(sought);
      continue;
    }
    const written = text
      .slice(...command.range)
      .replace(/\s+/g, " ")
      .slice(0, 200);
    const { rest: words, taken } = unwrap(command.words);
    const [first] = command.words;
    const program = words?.[0]?.isKnown === true ? words[0].text : undefined;
    const fetched = words === undefined ? undefined : fetchedBy(words);
    const programs = [...taken, ...(program === undefined || program === taken.at(-1) ? [] : [program]), ...(fetched === undefined ? [] : [`npx ${fetched}`])];
    const base = {
      text: written,
      isConditional: command.isConditional || programs.some((one) => asked.has(one)),
      isSoft: commands[place + 1]?.joiner === "||",
      programs,
    };
    if (first?.text === "popd") {
      folder = left.pop();
      continue;
    }
    if (first?.text === "cd" || first?.text === "pushd") {
      if (first.text === "pushd") left.push(folder);
      const [, into] = command.words;
      const computed = into === undefined || into.isKnown ? undefined : placeOf(into.text, places);
      folder = folder !== undefined && into?.isKnown === true ? join(folder, into.text) : computed;
      continue;
    }
    if (words === undefined || folder === undefined) {
      if (command.words.length > 0) found.push({ ...base, kind: "unknown" });
      continue;
    }
    const here = folder;
    if (fetched === "lint-staged" || program === "lint-staged" || (/^(?:yarn|pnpm|bun)$/.test(program ?? "") && words[1]?.text === "lint-staged")) {
      found.push({ ...base, kind: "lint-staged", folder: here });
      continue;
    }
    const script = scriptCall(command.words, words, taken.at(-1));
    for (const target of script === undefined ? targetOf(words) : [{ kind: "tool-script", folder: here, ...script } as const]) {
      // What `bash -c` runs has programs of its own, beside the shell.
      const inner = "programs" in target ? target : undefined;
      const isConditional = base.isConditional || inner?.isConditional === true;
      // A backslash stands between folders where the shell is none of POSIX's.
      const told = target.kind === "absent" && /\\\w/.test(written) ? ({ kind: "unknown" } as const) : target;
      found.push({ ...base, ...told, isConditional, programs: [...base.programs, ...(inner?.programs ?? [])] });
    }

    function targetOf(of: readonly ShellWord[]): readonly (TargetBody | Target)[] {
      const [name] = of;
      if (name === undefined) return [];
      if (!name.isKnown) return [{ kind: "unknown" }];
      const path = fileAt(here, name.text);
      const gone = absentScript(index, here, name, /\/.*\.(?:sh|bash|py|js|mjs|cjs|pl|rb)$/);
      if (path === undefined && gone !== undefined) return [{ kind: "absent", what: "script", path: gone }];
      if (interpreters.test(name.text)) return pythonTarget(of, here, fileAt, ["-W", "-X"], index);
      if (shells.test(name.text)) return shellTarget(of, here);
      if (/^(?:.*\/)?(?:pytest|py\.test)$/.test(name.text)) return [{ kind: "pytest", words: of.slice(1), folder: here }];
      if (name.text === "coverage" && of[1]?.text === "run") return pythonTarget(of.slice(1), here, fileAt, coverageValued, index);
      if (name.text === "make") return [makeTarget(of, here)];
      if (name.text === "just") {
        const recipes = recipeWords(of.slice(1));
        return [recipes === undefined ? { kind: "unknown" } : { kind: "just", words: recipes, folder: here }];
      }
      if (name.text === "node") return nodeTarget(of, here);
      if (/^(?:tox|nox)$/.test(name.text)) return environmentsTarget(name.text, of.slice(1), here);
      const [, verb, brought] = of;
      if (name.text === "pipx" && verb?.text === "run" && /^(?:tox|nox)$/.test(brought?.text ?? ""))
        return environmentsTarget(brought?.text ?? "", of.slice(3), here);
      if (name.text === "uvx" && /^(?:tox|nox)$/.test(verb?.text ?? "")) return environmentsTarget(verb?.text ?? "", of.slice(2), here);
      if (/^pip[\d.]*$/.test(name.text) || (name.text === "uv" && of[1]?.text === "pip")) return pipTarget(of, here);
      if (/^(?:npm|pnpm|yarn|bun)$/.test(name.text)) return scriptTarget(of, here);
      if (notebookPrograms.test(name.text)) return notebookTargets(of, here, fileAt);
      if (path === undefined) return [{ kind: "other", command: name.text }];
      const isPython = path.endsWith(".py") || /python/.test(shebang(path) ?? "");
      return [isPython ? { kind: "python", path } : { kind: "shell", path, folder: here }];
    }
  }
  return found;

  function fileAt(at: string, name: string): RepoPath | undefined {
    const path = join(at, name);
    return path !== undefined && index.has(path) ? (path as RepoPath) : undefined;
  }

  function shellTarget(of: readonly ShellWord[], here: string): readonly (TargetBody | Target)[] {
    const script = of.findIndex((word, at) => at > 0 && !word.text.startsWith("-"));
    const word = of[script];
    if (word === undefined || !word.isKnown) return [{ kind: "unknown" }];
    if (of.slice(1, script).some(({ text: option }) => /^-\w*c\w*$/.test(option))) {
      return depth > 5 ? [{ kind: "unknown" }] : targetsOf(word.text, index, shebang, { folder: here }, depth + 1);
    }
    const path = fileAt(here, word.text);
    const gone = path === undefined ? absentScript(index, here, word, /\.(?:sh|bash)$/) : undefined;
    if (gone !== undefined) return [{ kind: "absent", what: "script", path: gone }];
    return [path === undefined ? { kind: "unknown" } : { kind: "shell", path, folder: here }];
  }

  function nodeTarget(of: readonly ShellWord[], here: string): readonly TargetBody[] {
    const word = of.slice(1).find(({ text: one }) => !one.startsWith("-"));
    const gone = word === undefined || word !== of[1] ? undefined : absentScript(index, here, word, /\.(?:js|mjs|cjs)$/);
    // Of a source in TypeScript it is made.
    const isMade = gone === undefined || ["ts", "tsx", "mts", "cts", "coffee"].some((ending) => index.has(gone.replace(/[^.]+$/, ending)));
    return [isMade ? { kind: "other", command: "node" } : { kind: "absent", what: "script", path: gone }];
  }

  function pipTarget(of: readonly ShellWord[], here: string): readonly TargetBody[] {
    const at = of.findIndex(({ text: one }) => one === "install");
    const gone = at < 0 ? [] : absentRequirements(index, of.slice(at + 1), here);
    return [{ kind: "other", command: of[0]?.text ?? "" }, ...gone.map((path) => ({ kind: "absent", what: "requirements", path }) as const)];
  }
}

/** A computed word that names a place of the repository, as that place. */
function placed(word: ShellWord, folder: string, places: Places): ShellWord {
  const place = placeOf(word.text, places);
  return place === undefined ? word : { ...word, text: fromFolder(folder, place), isKnown: true };
}

/** Programs that run the notebooks among their arguments. */
const notebookPrograms = /^(?:jupyter(?:-nbconvert|-execute)?|jupytext|papermill|treon)$/;

function notebookTargets(words: readonly ShellWord[], folder: string, fileAt: (folder: string, name: string) => RepoPath | undefined): readonly TargetBody[] {
  const notebooks = words.flatMap(({ text, isKnown }) => {
    const path = isKnown && text.endsWith(".ipynb") ? fileAt(folder, text) : undefined;
    return path === undefined ? [] : [{ kind: "python", path } as const];
  });
  return notebooks.length > 0 ? notebooks : [{ kind: "other", command: words[0]?.text ?? "" }];
}

type Body<T> = T extends unknown ? Omit<T, "text" | "isConditional" | "isSoft" | "programs"> : never;
/** What a command comes to, beside how it is written. */
export type TargetBody = Body<Target>;

const coverageValued = ["--source", "--omit", "--include", "--rcfile", "--data-file", "--context", "--concurrency"];

function pythonTarget(
  words: readonly ShellWord[],
  folder: string,
  fileAt: (folder: string, name: string) => RepoPath | undefined,
  valued: readonly string[],
  index: ModuleIndex,
): readonly TargetBody[] {
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    if (word === undefined || !word.isKnown) break;
    const { text } = word;
    if (text === "-m" || /^-[a-zA-Z]*m$/.test(text)) {
      const module = words[at + 1];
      if (module === undefined || !module.isKnown) break;
      const rest = words.slice(at + 2);
      if (module.text === "pytest") return [{ kind: "pytest", words: rest, folder, isModule: true }];
      if (module.text === "coverage" && rest[0]?.text === "run") return pythonTarget(rest, folder, fileAt, coverageValued, index);
      if (module.text === "unittest") return [unittestTarget(rest, folder, index)];
      if (/^(?:tox|nox)$/.test(module.text)) return environmentsTarget(module.text, rest, folder);
      const gone = module.text === "pip" && rest[0]?.text === "install" ? absentRequirements(index, rest.slice(1), folder) : [];
      if (gone.length > 0) return gone.map((path) => ({ kind: "absent", what: "requirements", path }));
      return [{ kind: "module", module: module.text, folder }];
    }
    if (/^-[a-zA-Z]*c$/.test(text)) return [{ kind: "unknown" }];
    if (text.startsWith("-")) {
      if (valued.includes(text)) at++;
      continue;
    }
    const path = fileAt(folder, text);
    const gone = path === undefined ? absentScript(index, folder, word, /\.py$/) : undefined;
    if (gone !== undefined) return [{ kind: "absent", what: "script", path: gone }];
    return [path === undefined ? { kind: "unknown" } : { kind: "python", path }];
  }
  return [{ kind: "unknown" }];
}

function makeTarget(words: readonly ShellWord[], folder: string): TargetBody {
  let at = folder;
  let isElsewhere = false;
  const goals: string[] = [];
  for (let word = 1; word < words.length; word++) {
    const { text, isKnown } = words[word] ?? { text: "", isKnown: false };
    if (!isKnown) return { kind: "unknown" };
    if (text === "-C") {
      const into = join(folder, words[++word]?.text ?? "");
      if (into === undefined) return { kind: "unknown" };
      at = into;
    } else if (/^(?:-[fIoWE]|--(?:file|makefile|include-dir|old-file|what-if|eval|directory))$/.test(text)) {
      isElsewhere = true;
      word++;
    } else if (/^(?:-[fIC].|--(?:file|makefile|include-dir|eval|directory)=)/.test(text)) isElsewhere = true;
    else if (/^-[jl]$/.test(text) && /^[\d.]+$/.test(words[word + 1]?.text ?? "")) word++;
    else if (!text.startsWith("-") && !text.includes("=")) goals.push(text);
  }
  return { kind: "make", goals, folder: at, isElsewhere };
}

/** Options of npm and its like by which another package is meant, or a script that may not be there. */
const otherPackage = /^(?:-w|-ws|-C|-F|-r|--(?:workspaces?|prefix|cwd|dir|filter|recursive|if-present|include-workspace-root|workspace-root))(?:=|$)/;

function scriptTarget(words: readonly ShellWord[], folder: string): readonly TargetBody[] {
  const names = words.slice(1).filter(({ text }) => !text.startsWith("-"));
  const [verb, name] = names;
  const manager = words[0]?.text ?? "";
  if (verb === undefined || !verb.isKnown) return [{ kind: "unknown" }];
  // pnpm takes patterns of names.
  const isOther = words.some(({ text }) => otherPackage.test(text)) || names.slice(1, 2).some(({ text }) => !/^[\w:.@/-]+$/.test(text) || text.startsWith("/"));
  if (verb.text === "run" || verb.text === "run-script") {
    // yarn and bun run the programs of packages by the same word.
    const isElsewhere = isOther || ((manager === "yarn" || manager === "bun") && name?.text.includes(":") !== true);
    return name?.isKnown === true ? [{ kind: "script", name: name.text, folder, isElsewhere }] : [{ kind: "unknown" }];
  }
  if (verb.text === "test" || verb.text === "t") return [{ kind: "script", name: "test", folder, isElsewhere: isOther || manager === "bun" }];
  return [{ kind: "other", command: manager }];
}

export { inFolder };
