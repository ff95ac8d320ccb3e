// What CI's jobs install and run, compared with what that needs.
import { canonicalName, type Declaration, type Manifest } from "@caio/repo-model/manifests";
import type { Hook } from "@caio/repo-model/hooks";
import type { Location, RepoPath } from "@caio/repo-model/text";
import { parseShell } from "@caio/repo-model/hooks";
import type { Step } from "../chain/step.js";
import { inFolder, type ModuleIndex } from "../chain/modules.js";
import { commandSources } from "../data/commands.js";
import { runsHere } from "../chain/starts.js";
import { readGitlab } from "./gitlab.js";
import { readEnvironments } from "./environments.js";
import { readWorkflow } from "./github.js";
import { hookEnvironments } from "./hook-environments.js";
import { simulate, type CiInterpreter, type CiRun } from "./simulate.js";
import { installKey, listed, presentOf, type JobState, type Present } from "./state.js";
import type { JobWorld } from "./walk.js";

/** A distribution, a package or a program that a job runs without. */
export interface CiLack {
  readonly kind: "distribution" | "command" | "node";
  readonly name: string;
  /** The names that any would do. */
  readonly alternatives: readonly string[];
  readonly job: string;
  readonly at: Location;
  /** The command of the job. */
  readonly command: string;
  readonly chain: readonly Step[];
  readonly declaration: Declaration | undefined;
  /** Whether nothing that the job installs could bring it. */
  readonly isSure: boolean;
  /** What may bring it: distributions of which nobody knows what they need. */
  readonly open: readonly string[];
  /** A program that the job runs by its name, and that is none of the project's tests. */
  readonly isTool?: true;
  /** Whether it is no job of CI, but an environment of tox, a session of nox or the environment of a hook. */
  readonly isEnvironment: boolean;
  readonly isOfHook: boolean;
}

/** What is known of CI. */
export interface CiFacts {
  readonly lacks: readonly CiLack[];
  readonly interpreters: readonly CiInterpreter[];
}

/** A need of a command, as `collect` finds it. */
export interface CommandNeed {
  readonly names: readonly string[];
  readonly declaration: Declaration | undefined;
  /** Whether no manifest names it, and a script or another job installs it. */
  readonly isScripted: boolean;
  readonly chain: readonly Step[];
}

/** What the reading of CI asks of the rest. */
export interface CiWorld extends JobWorld {
  readonly index: ModuleIndex;
  readonly paths: readonly RepoPath[];
  readonly manifests: readonly Manifest[];
  readonly hooks: readonly Hook[];
  /** What brings what by the lockfiles. */
  locked(): Promise<ReadonlyMap<string, readonly string[]>>;
  /** What a command surely needs of Python, by following it. */
  needsOf(text: string, folder: string, start: Step): Promise<readonly CommandNeed[]>;
  /** What a hook surely needs of Python. */
  needsOfHook(hook: Hook): Promise<readonly CommandNeed[]>;
}

/** Programs that GitHub's runners have. Source: the software lists of actions/runner-images. */
const onRunners = new Set(
  "bash sh git node npm npx python python3 pip pip3 pipx yamllint ansible ansible-config ansible-console ansible-doc ansible-galaxy ansible-inventory ansible-playbook ansible-pull ansible-vault cmake ninja docker make java mvn gradle go cargo rustc rustfmt ruby bundle php composer perl shellcheck jq yq gh aws az gcloud kubectl helm terraform packer curl wget yarn clang clang-format clang-tidy swift dotnet parallel rsync tar".split(
    " ",
  ),
);

const environmentMakers = new Set(["tox", "nox", "hatch", "uv", "poetry", "pdm", "pipenv"]);

/** The hooks that `pre-commit run ARGS` runs. */
function hooksOf(text: string, hooks: readonly Hook[]): readonly Hook[] {
  const words = parseShell(`x ${text}`)[0]?.words.slice(1) ?? [];
  const stage = /--hook-stage(?:=|\s+)([\w-]+)/.exec(text)?.[1] ?? "pre-commit";
  const today = stage === "push" ? "pre-push" : stage === "commit" ? "pre-commit" : stage;
  const valued = new Set(["--hook-stage", "--from-ref", "--to-ref", "--source", "--origin", "-s", "-o", "--config", "-c", "--color"]);
  let id: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word?.text === "--files") break;
    if (word !== undefined && valued.has(word.text)) at++;
    else if (word !== undefined && !word.text.startsWith("-")) id ??= word.text;
  }
  const own = hooks.filter(({ manager }) => manager === "pre-commit" || manager === "prek");
  return own.filter((hook) => runsHere(hook) && (hook.stages.length === 0 || hook.stages.includes(today)) && (id === undefined || hook.id === id));
}

/** Reads CI. Never throws for what a workflow holds. */
export async function collectCi(given: CiWorld): Promise<CiFacts> {
  const own = given.manifests.flatMap(({ ecosystem, project, programs = [] }) =>
    ecosystem === "python" ? [...(project === undefined ? [] : [canonicalName(project)]), ...programs.map(({ name }) => name)] : [],
  );
  const world: CiWorld = { ...given, own: new Set(own) };
  const jobs = [];
  for (const path of world.paths) {
    const isGithub = /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path);
    if (!isGithub && path !== ".gitlab-ci.yml") continue;
    const source = await world.read(path);
    if (source !== undefined) for (const job of await (isGithub ? readWorkflow(source, world.read) : readGitlab(source))) jobs.push(job);
  }
  for (const job of await readEnvironments(world)) jobs.push(job);
  for (const job of hookEnvironments(world.hooks)) jobs.push(job);
  const locked = jobs.length === 0 ? new Map<string, readonly string[]>() : await world.locked();
  const lacks: CiLack[] = [];
  const interpreters: CiInterpreter[] = [];
  const known = new Map<string, Promise<readonly CommandNeed[]>>();
  const presents = new Map<string, Present>();
  const presentIn = new WeakMap<JobState, Present>();
  for (const job of jobs) {
    const { runs, interpreters: own } = await simulate(job, world);
    for (const one of own) interpreters.push(one);
    if (job.mayFail) continue;
    for (const run of runs) for (const lack of await lacksOf(run)) lacks.push(lack);
  }
  return { lacks, interpreters };

  async function lacksOf(run: CiRun): Promise<readonly CiLack[]> {
    const { job, kind, text, at, folder, state } = run;
    // Before all that it comes to is gathered.
    if (state.opaque !== undefined || (kind === "program" && isPlain(state, text))) return [];
    // The combinations of a matrix come to the same states.
    const present = presentIn.get(state) ?? presentAt(state);
    presentIn.set(state, present);
    if (present.opaque !== undefined) return [];
    const base = { job: job.name, at, command: text, isEnvironment: job.environment !== undefined, isOfHook: job.isOfHook === true };
    const start: Step = { kind: "job", text: job.name, at: job.at };
    if (kind === "program") {
      // tox-uv brings tox, and a project may be the program.
      const isOwn = world.manifests.some(
        ({ project, path }) =>
          project !== undefined &&
          canonicalName(project) === text &&
          state.projects.some((one) => one.folder === path.slice(0, Math.max(0, path.lastIndexOf("/")))),
      );
      const name = commandSources.get(text)?.name ?? text;
      const isThere =
        isOwn ||
        (onRunners.has(text) && !base.isEnvironment) ||
        // In an environment a tool may come with another one that nobody knows of; what makes environments comes by itself.
        (present.open.length > 0 && base.isEnvironment && !environmentMakers.has(text)) ||
        state.programs.has(text) ||
        !programLack(present, state.programs, name) ||
        [...present.names].some((name) => name.startsWith(`${text}-`));
      // nox warns of a program from outside, and runs it; tox does not.
      return isThere || (base.isEnvironment && !job.name.startsWith("tox"))
        ? []
        : [{ ...lack("command", [name], [start], declarationOf(name), present), isTool: true }];
    }
    if (kind === "node") return nodeLacks(run, base);
    if (kind === "hooks") {
      const hooks = hooksOf(text, world.hooks);
      const command = `pre-commit run ${text}`.trim();
      const manager = programLack(present, state.programs, "pre-commit");
      const found: CiLack[] =
        manager && [...state.programs].every((one) => environmentMakers.has(one)) && !present.names.has("prek")
          ? [lack("command", ["pre-commit"], [], undefined, present)]
          : [];
      for (const hook of hooks) {
        const program = /^[\w.+-]+$/.exec((hook.entry ?? "").trim().split(/\s+/, 1)[0] ?? "")?.[0];
        const source = program === undefined ? undefined : commandSources.get(program);
        const isMissing = program !== undefined && source?.kind === "python" && !onRunners.has(program) && programLack(present, state.programs, source.name);
        const step: Step = { kind: "hook", text: hook.id, at: hook.at };
        // `./frontend/node_modules/eslint/bin/eslint.js`, `node_modules/.bin/eslint`
        const [, at_ = "", pack = ""] = /^(?:\.\/)?((?:[\w.-]+\/)*)node_modules\/(?:\.bin\/)?((?:@[\w.-]+\/)?[\w-][\w.-]*)/.exec(hook.entry ?? "") ?? [];
        if (pack !== "")
          for (const one of nodeLacks({ ...run, folder: at_.replace(/\/$/, ""), text: pack }, base)) found.push({ ...one, chain: [start, step] });
        if (isMissing && source !== undefined) found.push(lack("command", [source.name], [start, step], declarationOf(source.name), present));
        for (const need of await world.needsOfHook(hook))
          if (isLacking(need, present) && !mayComeWithPython(need, run))
            found.push(lack("distribution", need.names, [start, ...need.chain], need.declaration, present));
      }
      return found.map((one) => ({ ...one, command }));
    }
    const key = `${folder}\0${text}`;
    const needs = known.get(key) ?? world.needsOf(text, folder, start);
    known.set(key, needs);
    const found: CiLack[] = [];
    const first = text.split(" ", 1)[0] ?? "";
    const program = /^(?:pytest|py\.test)$/.test(first) || /^python\S* -m pytest\b/.test(text) ? "pytest" : first === "coverage" ? "coverage" : undefined;
    if (program !== undefined && programLack(present, state.programs, program))
      found.push(lack("command", [program], [start], declarationOf(program), present));
    // A program from outside the hook's environment runs with an interpreter of its own, and may be there.
    if (job.isOfHook === true && found.length > 0) return found.filter(({ declaration }) => declaration !== undefined);
    for (const need of await needs)
      if (isLacking(need, present, job.isOfHook) && !mayComeWithPython(need, run))
        found.push(lack("distribution", need.names, need.chain, need.declaration, present));
    return found;

    function lack(of: CiLack["kind"], names: readonly string[], chain: readonly Step[], declaration: Declaration | undefined, { open }: Present): CiLack {
      return { ...base, kind: of, name: declaration?.canonical ?? names[0] ?? "", alternatives: names, chain, declaration, isSure: open.length === 0, open };
    }
  }

  function presentAt(state: JobState): Present {
    const key = keyOf(state);
    const present = presents.get(key) ?? presentOf(state, world.manifests, locked);
    presents.set(key, present);
    return present;
  }

  function declarationOf(name: string): Declaration | undefined {
    return world.manifests
      .filter(({ ecosystem }) => ecosystem === "python")
      .flatMap(({ declarations }) => declarations)
      .find(({ canonical, scope }) => canonical === canonicalName(name) && scope !== "constraint");
  }

  /** A job without the packages of Node that a script's command is of. */
  function nodeLacks({ folder, state, text }: CiRun, base: Pick<CiLack, "job" | "at" | "command" | "isEnvironment" | "isOfHook">): readonly CiLack[] {
    if (state.node.size > 0) return [];
    const manifest = [inFolder(folder, "package.json"), "package.json"]
      .map((path) => world.manifests.find((one) => one.path === path))
      .find((one) => one !== undefined);
    const source = commandSources.get(text);
    const name = source?.kind === "node" ? source.name : text;
    const declaration = manifest?.declarations.find((one) => one.name === name && (one.scope === "runtime" || one.scope === "dev"));
    return declaration === undefined ? [] : [{ ...base, kind: "node", name, alternatives: [name], chain: [], declaration, isSure: true, open: [] }];
  }
}

/** Whether a program is there without more ado: installed by its name, or by itself. */
function isPlain({ programs, names }: JobState, program: string): boolean {
  return programs.has(program) || names.has(canonicalName(commandSources.get(program)?.name ?? program));
}

/** A state as a text: what is the same comes to the same. */
function keyOf({ names, manifests, projects, opaque }: JobState): string {
  return [
    [...names].map(([name, extras]) => `${name}[${listed(extras)}]`).join(" "),
    listed(new Set([...manifests].map((one) => one.join(" from ")))),
    projects.map(installKey).join(";"),
    opaque ?? "",
  ].join("\n");
}

function programLack({ names }: Present, programs: ReadonlySet<string>, name: string): boolean {
  return !names.has(canonicalName(name)) && !programs.has(name);
}

/** `isAlone`: it has to be there though nothing declares it. */
function isLacking({ names, declaration, isScripted }: CommandNeed, { names: present }: Present, isAlone = false): boolean {
  return (declaration !== undefined || isAlone || isScripted) && names.length > 0 && !names.some((name) => present.has(canonicalName(name)));
}

/** Whether Python itself may bring a distribution: setuptools came with environments and images before 3.12. */
function mayComeWithPython({ names }: CommandNeed, { python = "", job }: CiRun): boolean {
  if (!names.some((name) => canonicalName(name) === "setuptools")) return false;
  const minor = Number(/^3\.(\d+)/.exec(python)?.[1] ?? 0);
  return job.environment !== undefined || minor < 12;
}
