// A job step by step: what it installs, what it runs, and with which interpreters. Nothing is run.
import { parseShell, type ShellWord } from "@caio/repo-model/hooks";
import type { Location } from "@caio/repo-model/text";
import { join } from "../chain/paths.js";
import { withInput } from "../chain/targets.js";
import { commandSources } from "../data/commands.js";
import { effectOf } from "./actions.js";
import { justRecipes, makeGoals, nodeTool, script } from "./called.js";
import { toxEnvironments } from "./environments.js";
import { condaInstall, pipInstall, type Effect } from "./install-commands.js";
import type { CiJob, CiStep } from "./job.js";
import { isHarmless, quoted, runners, system } from "./programs.js";
import { runPython } from "./python-command.js";
import { addRequirement, copyOf, emptyState, type JobState } from "./state.js";
import { pip, runTool, takesValue } from "./tool-command.js";
import type { JobCommand, JobWorld, Walk } from "./walk.js";

/** Something that a job runs, with what is installed at that point. */
export interface CiRun {
  readonly job: CiJob;
  readonly kind: "command" | "hooks" | "node" | "program";
  /** The command, or pre-commit's arguments; the package script's command; a program that has to be there. */
  readonly text: string;
  readonly at: Location;
  readonly folder: string;
  readonly state: JobState;
  /** The version of Python that the job chose before; absent where it is not known. */
  readonly python?: string;
}

/** An interpreter that a job chooses. `version` as it is written, with what is known put in. */
export interface CiInterpreter {
  readonly job: CiJob;
  readonly kind: "python" | "node";
  readonly version: string;
  readonly at: Location;
  /** Whether the job installs the project with it. */
  installsProject: boolean;
  /** Whether the job runs hooks, tests or scripts of the project with it. */
  runs: boolean;
}

/** What a job comes to. */
export interface JobFacts {
  readonly runs: readonly CiRun[];
  readonly interpreters: readonly CiInterpreter[];
}

const baseName = (text: string): string => /(?:^|[/\\])(?:bin|Scripts)[/\\]([^/\\]+?)(?:\.exe)?$/.exec(text)?.[1] ?? text;
/** Poetry's own way to activate its environment; `eval` reads the same. `$VENV` is what snok/install-poetry sets. */
const activation = /^\$\(\s*poetry env activate\s*\)$/;
/** Of the shell itself, and of no other effect: every second command is one. */
const saysOrAsks = new Set([":", "[", "[[", "echo", "exit", "printf", "set", "test", "true"]);
const python = /^(?:python|pypy)(?:[\d.]+)?$|^py$/;

const shells = new WeakMap<JobWorld, Map<string, ReturnType<typeof parseShell>>>();

/** The commands of a text: the combinations of a matrix run the same ones. */
function commandsOf(world: JobWorld, text: string): ReturnType<typeof parseShell> {
  const known = shells.get(world) ?? new Map<string, ReturnType<typeof parseShell>>();
  shells.set(world, known);
  const there = known.get(text) ?? parseShell(text);
  known.set(text, there);
  return there;
}

/** Goes through a job. */
export async function simulate(job: CiJob, world: JobWorld): Promise<JobFacts> {
  const runs: CiRun[] = [];
  const interpreters: CiInterpreter[] = [];
  const state = job.environment === undefined ? emptyState() : copyOf(job.environment);
  const functions = new Set<string>();
  /** Whether the command that is read may be left out, or may fail. */
  let isSoft = false;
  let last: { readonly mark: string; readonly state: JobState } | undefined;
  const walk: Walk = { world, state, choose, emit, addProgram, shell, one };
  state.opaque ??= job.opaque;
  const image = job.image === undefined ? undefined : /^(?:docker\.io\/)?(?:library\/)?([\w./-]+?)(?::([\w.-]+))?(?:@sha256:\w+)?$/.exec(job.image.name);
  if (job.image !== undefined) {
    if (image?.[1] === "python" && image[2] !== undefined && /^\d+\.\d+/.test(image[2]))
      choose("python", /^\d+(?:\.\d+)*/.exec(image[2])?.[0] ?? "", job.image.at);
    else if (image?.[1] === undefined || !/^(?:python|node|ubuntu|debian|alpine|fedora)$/.test(image[1]))
      state.opaque ??= `what the image \`${job.image.name}\` holds is not known`;
  }
  for (const step of job.steps) {
    if (step.kind === "uses") action(step);
    else if (step.folder === undefined) state.opaque ??= "a step's folder is computed";
    else await shell(step.text, step.folder, step, 0);
    if (step.kind === "uses" && effectOf(step.text) === "retry") await shell(step.inputs["command"] ?? step.inputs["run"] ?? "", step.folder ?? "", step, 0);
  }
  return { runs, interpreters };

  function choose(kind: CiInterpreter["kind"], version: string, at: Location): void {
    for (const one of version.split(/[\r\n]+/))
      if (one.trim() !== "") interpreters.push({ job, kind, version: one.trim(), at, installsProject: false, runs: false });
  }

  /** The Python that the job chose last. */
  function chosenPython(): (typeof interpreters)[number] | undefined {
    return interpreters.findLast(({ kind }) => kind === "python");
  }

  function note(what: "installsProject" | "runs"): void {
    const chosen = chosenPython();
    if (chosen !== undefined) chosen[what] = true;
  }

  function action({ text, inputs, at }: CiStep): void {
    const effect = effectOf(text);
    const files = (value: string | undefined): void => {
      for (const path of (value ?? "").split(/\s+/)) {
        if (path === "") continue;
        const joined = join("", path);
        if (joined !== undefined && world.index.has(joined)) state.manifests.set(joined, "");
        else state.opaque ??= "an action installs from a computed file";
      }
    };
    if (/^actions\/cache(?:\/restore)?@/i.test(text)) return cached(inputs["path"] ?? "");
    // Whatever it installs, it takes that Python.
    if (effect === undefined && /^3\.\d+$/.test(inputs["python-version"] ?? "")) choose("python", inputs["python-version"] ?? "", at);
    if (effect === undefined) state.opaque ??= text.startsWith("shell:") ? `a step runs ${text.slice(6)}` : `what \`${text}\` installs is not known`;
    else if (effect === "python" || effect === "uv" || effect === "pdm") {
      if (inputs["python-version"] !== undefined) choose("python", inputs["python-version"], at);
      if (effect !== "python") state.programs.add(effect);
    } else if (effect === "node") {
      if (inputs["node-version"] !== undefined) choose("node", inputs["node-version"], at);
      if (inputs["run_install"] !== undefined && inputs["run_install"] !== "false") state.node.add("");
    } else if (effect === "poetry" || effect === "hatch" || effect === "ruff") state.programs.add(effect);
    else if (effect === "conda") {
      if (inputs["python-version"] !== undefined) choose("python", inputs["python-version"], at);
      files(inputs["environment-file"]);
      const words = parseShell(`x ${inputs["create-args"] ?? ""}`)[0]?.words.slice(1) ?? [];
      for (const { text: word } of words) {
        const version = /^python=+([\d.]+)(?:\.\*)?$/.exec(word)?.[1];
        if (version !== undefined) choose("python", version, at);
      }
      const isInstalled = condaInstall(words, "", state, (path) => world.index.has(path)) === "installed";
      if (!isInstalled) state.opaque ??= `what \`${text}\` installs is computed`;
    } else if (effect === "pip") {
      files(inputs["requirements"] ?? inputs["path"]);
      for (const word of (inputs["packages"] ?? "").split(/\s+/)) if (word !== "") addRequirement(state, word);
    } else if (effect === "pre-commit" || effect === "prek") {
      state.programs.add(effect);
      emit("hooks", inputs["extra_args"] ?? inputs["extra-args"] ?? "", "", at);
    }
  }

  /** What was installed before may come out of a cache. */
  function cached(paths: string): void {
    for (const path of paths.split(/\s+/)) {
      if (/(?:^|\/)node_modules$/.test(path)) state.node.add(path.slice(0, Math.max(0, path.length - "/node_modules".length)));
      else if (/(?:^|\/)\.?venv\b|site-packages|pythonLocation|virtualenvs/.test(path)) state.opaque ??= `\`${path}\` comes out of a cache`;
    }
  }

  function emit(kind: CiRun["kind"], text: string, folder: string, at: Location, isApart = false): void {
    if (kind !== "node" && !isApart) note("runs");
    const python = chosenPython()?.version;
    runs.push({ job, kind, text, at, folder, state: snapshot(), ...(python === undefined ? {} : { python }) });
  }

  /** The state as it is now: it only grows, and one that did not is the one before. */
  function snapshot(): JobState {
    const size = [state.names, state.manifests, state.programs, state.node].map((one) => one.size);
    const mark = [...size, state.projects.length, state.opaque ?? ""].join(" ");
    if (last?.mark !== mark) last = { mark, state: copyOf(state) };
    return last.state;
  }

  /** A shell text, command by command. */
  async function shell(text: string, folder: string, step: CiStep, depth: number): Promise<void> {
    let here: string | undefined = folder;
    let before = "";
    for (const [, name] of text.matchAll(/^[ \t]*(?:function[ \t]+)?([\w-]+)[ \t]*\(\)/gm)) if (name !== undefined) functions.add(name);
    const commands = commandsOf(world, text);
    for (const [at, command] of commands.entries()) {
      isSoft = command.isConditional || commands[at + 1]?.joiner === "||";
      const written = text.slice(...command.range);
      const [first, second] = command.words;
      if (first === undefined) continue;
      if (first.text === "cd" || first.text === "pushd") {
        here = here === undefined || second === undefined || !second.isKnown ? undefined : join(here, second.text);
        continue;
      }
      if (here === undefined) state.opaque ??= "a step's folder is computed";
      else await one(command.words, here, command.joiner === "|" ? before : "", step, depth);
      before = written;
    }
  }

  /** One simple command. `piped` is what stands before its pipe. */
  async function one(words: readonly ShellWord[], folder: string, piped: string, step: CiStep, depth: number): Promise<void> {
    const [first] = words;
    if (first === undefined) return;
    if (!first.isKnown) {
      // `$(poetry env activate)`: the shell goes into the environment that poetry fills.
      if (activation.test(first.text)) return;
      state.opaque ??= `\`${first.text}\` is computed`;
      return;
    }
    if (saysOrAsks.has(first.text)) return;
    const name = baseName(first.text);
    const rest = words.slice(1);
    // Words that stand before a command.
    if (/^(?:sudo|env|time|nice|nohup|exec|xvfb-run|timeout|command|stdbuf|retry|unbuffer|xargs)$/.test(name)) {
      let at = 0;
      while (at < rest.length && /^-|^\d+[smh]?$|^\w+=/.test(rest[at]?.text ?? "")) at += name === "xargs" && /^-[IEsdaLP]$/.test(rest[at]?.text ?? "") ? 2 : 1;
      if (name === "command" && rest[0]?.text === "-v") return;
      const inner = rest.slice(at);
      return one(name === "xargs" ? withInput(inner, first) : inner, folder, piped, step, depth);
    }
    const isPath = (path: string): boolean => world.index.has(path);
    const settle = (effect: Effect, why: string): void => {
      if (effect === "unknown") state.opaque ??= `\`${why}\` installs what is computed`;
      if (state.projects.length > 0) note("installsProject");
    };
    const written = words
      .map(({ text }) => text)
      .join(" ")
      .slice(0, 120);
    const command: JobCommand = { rest, folder, written, step, depth, settle, isPath };
    if (/^(?:source|\.)$/.test(name)) {
      const isActivation = /(?:bin|Scripts)\/activate(?:\.\w+)?$/.test(rest[0]?.text ?? "") || (rest[0]?.text === "$VENV" && state.programs.has("poetry"));
      if (!isActivation) state.opaque ??= `\`${written}\` is another script`;
      return;
    }
    if (/^(?:pip|pip3|pip\d\.\d+)$/.test(name)) return pip(walk, command);
    if (name === "pip-sync")
      return settle(
        pipInstall(
          rest.flatMap((word) => [{ ...word, text: "-r" }, word]),
          folder,
          state,
          isPath,
        ),
        written,
      );
    if (name === "pipx") {
      const program = rest.find(({ text }, at) => at > 0 && !text.startsWith("-") && !takesValue.has(rest[at - 1]?.text ?? ""));
      if (program !== undefined && (rest[0]?.text === "install" || rest[0]?.text === "run")) addProgram(program.text);
      if (rest[0]?.text === "inject") for (const { text } of rest.slice(1)) if (!text.startsWith("-")) addProgram(text);
      // A file brings its own dependencies.
      return rest[0]?.text === "run" && program?.text.includes("/") !== true && program !== undefined
        ? one(rest.slice(rest.indexOf(program)), folder, "", step, depth)
        : undefined;
    }
    if (name === "uvx") return uvx(rest, folder, step, depth);
    const tool = Object.hasOwn(runners, name) ? runners[name] : undefined;
    if (tool !== undefined) {
      emit("program", tool, folder, step.at, true);
      return runTool(walk, tool, command);
    }
    if (/^(?:conda|mamba|micromamba)$/.test(name)) {
      if (/^(?:install|create|update)$/.test(rest[0]?.text ?? "")) settle(condaInstall(rest.slice(1), folder, state, isPath), written);
      else if (rest[0]?.text === "env" && /^(?:update|create)$/.test(rest[1]?.text ?? "")) settle(condaInstall(rest.slice(2), folder, state, isPath), written);
      else if (rest[0]?.text === "run") state.opaque ??= `\`${name} run\` chooses an environment`;
      return;
    }
    if (system.has(name)) {
      if (
        rest.some(({ text }) => /^(?:python3?-(?!dev|venv|pip|all|minimal|setuptools|distutils|is-)|py3-)/.test(text)) ||
        rest.some(({ isKnown }) => !isKnown)
      )
        state.opaque ??= `\`${written}\` installs packages of the system`;
      for (const { text } of rest) if (/^[a-z][\w-]*$/.test(text)) state.programs.add(text);
      return;
    }
    if (python.test(name)) return runPython(walk, piped, command);
    if (/^(?:pytest|py\.test)$/.test(name) || (name === "coverage" && rest[0]?.text === "run"))
      return emit("command", words.map(quoted).join(" "), folder, step.at);
    if (name === "pre-commit" || name === "prek") {
      if (rest[0]?.text === "run")
        emit(
          "hooks",
          rest
            .slice(1)
            .map(({ text }) => text)
            .join(" "),
          folder,
          step.at,
        );
      return;
    }
    if (/^(?:bash|sh|zsh|dash)$/.test(name)) {
      if (rest.length === 0 || rest[0]?.text === "-" || rest[0]?.text === "-s") {
        if (/astral\.sh\/uv/.test(piped)) state.programs.add("uv");
        else if (/install\.python-poetry\.org/.test(piped)) state.programs.add("poetry");
        else if (!/rustup\.rs|codecov|get\.pnpm\.io|golangci|nodesource/.test(piped)) state.opaque ??= `\`${written}\` runs what is computed`;
        return;
      }
      const at = rest.findIndex(({ text }) => !text.startsWith("-"));
      const word = rest[at];
      if (word === undefined || !word.isKnown) return void (state.opaque ??= `\`${written}\` is computed`);
      if (rest.slice(0, at).some(({ text }) => /^-\w*c$/.test(text))) return depth > 3 ? undefined : shell(word.text, folder, step, depth + 1);
      return script(walk, join(folder, word.text), folder, step, depth);
    }
    if (name === "make" || name === "gmake") return makeGoals(walk, rest, folder, written, step, depth);
    if (name === "just") return justRecipes(walk, rest, folder, written, step, depth);
    if (/^(?:npm|pnpm|yarn|bun|npx|bunx)$/.test(name)) return nodeTool(walk, name, rest, folder, step, depth);
    if (name === "tox" || name === "nox") {
      emit("program", name, folder, step.at, true);
      return name === "tox" ? tox(rest, step.at) : nox(rest, step.at);
    }
    // `./setup.py sdist` is Python's as `python setup.py sdist` is.
    if (/(?:^|\/)setup\.py$/.test(first.text)) return runPython(walk, piped, { ...command, rest: words });
    if (first.text.includes("/")) return script(walk, join(folder, first.text), folder, step, depth);
    if (commandSources.get(name)?.kind === "python" && !isSoft && !functions.has(name)) emit("program", name, folder, step.at, true);
    // A name in brackets or a number is none; what else is not known may install anything.
    if (!isHarmless(name) && world.own?.has(name) !== true && !functions.has(name) && !/^[-\d{}[\]()]|^\w+=/.test(name))
      state.opaque ??= `what \`${name}\` does is not known`;
  }

  /** `uvx TOOL` brings the tool; of those that run something of the repository it is followed. */
  async function uvx(rest: readonly ShellWord[], folder: string, step: CiStep, depth: number): Promise<void> {
    const at = rest.findIndex(({ text }, index) => !text.startsWith("-") && !takesValue.has(rest[index - 1]?.text ?? ""));
    const [, program] = /^(pre-commit|prek|tox|nox)(?:@.*)?$/.exec(rest[at]?.text ?? "") ?? [];
    const first = rest[at];
    if (program === undefined || first === undefined) return;
    for (const [index, { text }] of rest.slice(0, at).entries()) {
      const chosen = /^--python=(.*)$/.exec(text)?.[1] ?? (text === "--python" || text === "-p" ? rest[index + 1]?.text : undefined);
      if (chosen !== undefined && folder === "") choose("python", chosen, step.at);
    }
    addProgram(program === "prek" ? "pre-commit" : program);
    return one([{ ...first, text: program }, ...rest.slice(at + 1)], folder, "", step, depth);
  }

  /** nox's sessions have the Python that stands behind their names. */
  function nox(rest: readonly ShellWord[], at: Location): void {
    for (const [index, { text }] of rest.entries()) {
      const word = /^(?:-s|-e|--sessions?)$/.test(text) ? rest[index + 1] : undefined;
      const version = word?.isKnown === true ? /-(3\.\d+)$/.exec(word.text)?.[1] : undefined;
      if (version === undefined) continue;
      choose("python", version, at);
      note("runs");
    }
  }

  /** tox makes its environments with the Python that their names tell, or with the one at hand. */
  async function tox(rest: readonly ShellWord[], at: Location): Promise<void> {
    // They take the environments of the Python at hand.
    if (["tox-gh-actions", "tox-gh", "tox-py"].some((one) => state.names.has(one) || state.programs.has(one))) note("runs");
    const given = rest.flatMap(({ text, isKnown }, index): readonly (string | undefined)[] => {
      if (text === "-e" || text === "--env") return [rest[index + 1]?.isKnown === true ? rest[index + 1]?.text : undefined];
      const [, attached] = /^(?:-e|--env=)(.+)$/.exec(text) ?? [];
      return attached === undefined ? [] : [isKnown ? attached : undefined];
    });
    // Without any it runs those that it lists; where it lists none, one with the Python at hand.
    const listed = given.length > 0 || rest.length > 0 ? [] : await toxEnvironments(world);
    for (const one of given.length > 0 || rest.length > 0 ? given : listed.length > 0 ? listed : ["py"]) {
      for (const name of one?.split(",") ?? []) {
        const [, minor] = /(?:^|-)(?:py3\.?|3\.)(\d+)(?=-|$)/.exec(name) ?? [];
        if (minor !== undefined && given.length > 0) choose("python", `3.${minor}`, at);
        if ((minor !== undefined && given.length > 0) || /^(?:py3?|python3?)(?:-|$)/.test(name)) note("runs");
      }
    }
  }

  function addProgram(text: string): void {
    const bare = text.replace(/[[=<>~!@].*$/, "");
    state.programs.add(bare);
  }
}
