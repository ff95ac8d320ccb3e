// Which interpreter and which environment the shell, the hooks and the project get, and whether they are the right ones.
import { contains, requiresOf } from "../interpreter-range.js";
import type { SetupTool } from "../setup-tool.js";
import type { Environment } from "./environment.js";
import { faultLine, shown, type Line } from "./line.js";
import { isSame, type Environments, type Patient } from "./patient.js";

/** An environment in words. */
export function named({ root, machine }: Pick<Patient, "root" | "machine">, { interpreter, version }: Environment): string {
  return `${shown(root, interpreter, machine.environment["HOME"])}${version === undefined ? "" : ` (Python ${version})`}`;
}

/** The environments, and what is wrong with each of them as a whole. */
export function environmentLines(patient: Patient, environments: Environments): readonly Line[] {
  const { machine, root, at, tool } = patient;
  const { shell, hooks, local, stale } = environments;
  const lines: Line[] = [];
  const active = machine.environment["VIRTUAL_ENV"];
  if (patient.python === undefined && active !== undefined && active !== "" && !machine.exists(active))
    lines.push(
      faultLine(
        "wrong-environment",
        "warning",
        `\`VIRTUAL_ENV\` names \`${shown(root, active, machine.environment["HOME"])}\`, which is not there.`,
        at,
        "deactivate",
      ),
    );
  if (hooks === undefined) {
    if (patient.python !== undefined)
      return [...lines, faultLine("wrong-interpreter", "error", `There is no interpreter \`${patient.python}\`.`, at, "caio env-check doctor --python PATH")];
    if (machine.which("python") !== undefined || machine.which("python3") !== undefined)
      return [...lines, { sign: "!", text: "Which Python the PATH leads to cannot be told.", repair: "caio env-check doctor --python PATH" }];
    return [
      ...lines,
      faultLine("wrong-interpreter", "error", "No Python interpreter is on the PATH.", at, tool.create[0] ?? tool.install[0] ?? "python3 -m venv .venv"),
    ];
  }
  lines.push({ sign: "✓", text: `Hooks run with ${named(patient, hooks)}, by ${hooks.by}.` });
  if (shell !== undefined && !isSame(machine, shell, hooks))
    lines.push({ sign: "✓", text: `\`python\` in this shell is ${named(patient, shell)}, by ${shell.by}.` });
  if (stale !== undefined)
    lines.push(
      faultLine(
        "wrong-environment",
        "error",
        `\`${stale.program}\` on the PATH runs with \`${shown(root, stale.interpreter, machine.environment["HOME"])}\`, which is gone: the environment was moved or rebuilt.`,
        at,
        tool.name === "pip" ? `python -m pip install --force-reinstall ${stale.program}` : (tool.install[0] ?? ""),
      ),
    );
  lines.push(...gitLines(patient, environments));
  for (const one of distinct(machine, [hooks, usesLocal(tool) ? local : undefined])) {
    if (one.broken !== undefined) lines.push(brokenLine(patient, one));
    else lines.push(...interpreterLines(patient, one));
  }
  return lines;
}

/** Whether the tool runs everything in an environment of the project's, active or not. */
export function usesLocal({ prefix }: SetupTool): boolean {
  return prefix !== "";
}

function distinct(machine: Patient["machine"], environments: readonly (Environment | undefined)[]): readonly Environment[] {
  const found: Environment[] = [];
  for (const one of environments) if (one !== undefined && !found.some((known) => isSame(machine, known, one))) found.push(one);
  return found;
}

/** What makes an environment anew, with an interpreter that the project takes. */
function rebuild({ machine, manifests, tool, root }: Patient, environment: Environment | undefined): string {
  const range = requiresOf(manifests)?.specifier;
  const minors = ["3.14", "3.13", "3.12", "3.11", "3.10", "3.9", "3.8"].filter((minor) => range === undefined || contains(range, minor) === true);
  const there = minors.find((minor) => machine.which(`python${minor}`) !== undefined);
  const folder = environment?.isVirtual === true ? shown(root, environment.prefix, machine.environment["HOME"]) : ".venv";
  if (tool.name === "uv") return `uv sync --python ${there ?? minors[0] ?? "3"}`;
  if (tool.name === "poetry") return `poetry env use python${there ?? minors[0] ?? "3"}`;
  if (tool.name === "pdm") return `pdm use ${there ?? minors[0] ?? "3"}`;
  if (tool.name === "conda") return `conda install python=${there ?? minors[0] ?? "3"}`;
  const python = there !== undefined ? `python${there}` : range === undefined ? "python3" : `python${minors[0] ?? "3"}`;
  return `${python} -m venv --clear ${folder}`;
}

function brokenLine(patient: Patient, environment: Environment): Line {
  const name = shown(patient.root, environment.prefix, patient.machine.environment["HOME"]);
  const text = `The environment \`${name}\` cannot be used: ${environment.broken ?? "it is broken"}.`;
  return faultLine("wrong-interpreter", "error", text, patient.at, rebuild(patient, environment), { data: { environment: name } });
}

function interpreterLines(patient: Patient, environment: Environment): readonly Line[] {
  const { version } = environment;
  const requires = requiresOf(patient.manifests);
  if (version === undefined || requires === undefined) return [];
  const isRight = contains(requires.specifier, version);
  if (isRight === undefined) return [];
  if (isRight) return [{ sign: "✓", text: `Python ${version} satisfies ${requires.specifier} (${requires.at.path}:${requires.at.start.line}).` }];
  return [
    faultLine(
      "wrong-interpreter",
      "error",
      `Python ${version} of \`${shown(patient.root, environment.prefix, patient.machine.environment["HOME"])}\` does not satisfy \`${requires.specifier}\`.`,
      requires.at,
      rebuild(patient, environment),
      { data: { version, range: requires.specifier } },
    ),
  ];
}

/** Whether an interpreter is of a tool that keeps each program in an environment of its own: pipx, `uv tool`, pyenv's or the system's. */
const isDedicated = (prefix: string): boolean => /\/pipx\/venvs\/|\/uv\/tools\/|\/pre-commit\/[^/]*\/libexec$|\/Cellar\//.test(prefix);

/** With which interpreter git's hooks run pre-commit, where they name one. */
function gitLines(patient: Patient, { hooks, git }: Environments): readonly Line[] {
  const { machine, root } = patient;
  const lines: Line[] = [];
  const seen = new Set<string>();
  for (const { stage, python } of git?.scripts ?? []) {
    if (python === undefined || seen.has(python) || !machine.exists(python)) continue;
    seen.add(python);
    const prefix = python.replace(/\/[^/]+\/[^/]+$/, "");
    const isOther = hooks !== undefined && prefix !== hooks.prefix && machine.realPath(prefix) !== machine.realPath(hooks.prefix);
    const note = isOther && !isDedicated(prefix) ? "; what its hooks run comes from the PATH" : "";
    lines.push({ sign: "✓", text: `Git's hook \`${stage}\` runs pre-commit with ${shown(root, python, machine.environment["HOME"])}${note}.` });
  }
  return lines;
}
