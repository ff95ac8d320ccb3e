// What the doctor looks at: the machine, the environments on it, and what the repository asks of them.
import type { Machine } from "@caio/repo-model/check";
import { parseShell, readGitHooks, type GitHooks, type Hook } from "@caio/repo-model/hooks";
import type { Manifest } from "@caio/repo-model/manifests";
import type { Location } from "@caio/repo-model/text";
import { runsHere } from "../chain/starts.js";
import type { Need } from "../needs.js";
import type { SetupTool } from "../setup-tool.js";
import { environmentOf, localEnvironment, shebangOf, shellEnvironment, throughShim, type Environment } from "./environment.js";
import type { ManagerNeed } from "./manager-needs.js";

/** A repository on a machine. */
export interface Patient {
  readonly machine: Machine;
  readonly root: string;
  readonly needs: readonly Need[];
  readonly hooks: readonly Hook[];
  /** Python's and Node's. */
  readonly manifests: readonly Manifest[];
  readonly tool: SetupTool;
  /** Where a fault without a place of its own is reported. */
  readonly at: Location;
  readonly python: string | undefined;
  readonly managers: readonly ManagerNeed[];
  /** Whether the repository has any Python that hooks or tests run. */
  readonly isPython: boolean;
  /** The Node that runs this, where the PATH leads to it. */
  readonly node: { readonly path: string; readonly version: string } | undefined;
}

/** The environments that programs get. */
export interface Environments {
  /** What `python` is in this shell. */
  readonly shell: Environment | undefined;
  /** What a hook's `pytest` runs with: the interpreter of the program on the PATH. */
  readonly hooks: Environment | undefined;
  /** The one that lies in the repository. */
  readonly local: Environment | undefined;
  readonly git: GitHooks | undefined;
  /** A program on the PATH whose interpreter is gone. */
  readonly stale?: { readonly program: string; readonly interpreter: string };
}

/** Programs of Python whose first line tells with which interpreter they run. */
const scripts = /^(?:pytest|py\.test|coverage)$/;

/** The words that a hook's commands begin with, those of branches left out. */
export function programsOf({ entry = "", args }: Hook): readonly string[] {
  return parseShell([entry, ...args].join(entry.includes("\n") ? "\n" : " ")).flatMap(({ words: [first], isConditional }) =>
    first === undefined || !first.isKnown || isConditional ? [] : [first.text],
  );
}

/** Finds the environments of a machine. */
export function environmentsOf({ machine, root, hooks, python }: Pick<Patient, "machine" | "root" | "hooks" | "python">): Environments {
  const shell = shellEnvironment(machine, root, python);
  const local = localEnvironment(machine, root);
  const git = readGitHooks(machine, root);
  const base = { shell, local, git };
  if (python !== undefined) return { ...base, hooks: shell };
  const program = hooks
    .filter(runsHere)
    .flatMap(programsOf)
    .find((one) => scripts.test(one));
  const onPath = program === undefined ? undefined : machine.which(program);
  const path = onPath === undefined ? undefined : throughShim(machine, onPath, root);
  const interpreter = path === undefined ? undefined : shebangOf(machine, path);
  if (program === undefined || interpreter === undefined) return { ...base, hooks: shell };
  if (!machine.exists(interpreter)) return { ...base, hooks: shell, stale: { program, interpreter } };
  return { ...base, hooks: environmentOf(machine, interpreter, `PATH (${program})`) ?? shell };
}

/** Whether two environments are one. */
export function isSame(machine: Machine, a: Environment, b: Environment): boolean {
  return a.prefix === b.prefix || (machine.realPath(a.prefix) ?? a.prefix) === (machine.realPath(b.prefix) ?? b.prefix);
}
