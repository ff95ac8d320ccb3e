// Judges a machine: is what the hooks and tests need there, in the environment that they get?
import type { Draft, Machine, Severity } from "@caio/repo-model/check";
import type { Hook } from "@caio/repo-model/hooks";
import { canonicalName, evaluateMarker, specifierContains, type Declaration, type Manifest } from "@caio/repo-model/manifests";
import type { Location } from "@caio/repo-model/text";
import { chainText } from "../chain/step.js";
import { requirementText } from "../declare-fix.js";
import type { Need } from "../needs.js";
import type { SetupTool } from "../setup-tool.js";
import { installedDistributions, isImportable, type Installed } from "./distributions.js";
import { localEnvironment, shebangOf, environmentOf, shellEnvironment, type Environment } from "./environment.js";

/** One line of the doctor's answer; a fault carries what is reported. */
export interface Line {
  readonly sign: "✓" | "!" | "✗";
  readonly text: string;
  readonly repair?: string;
  readonly draft?: Draft & { readonly rule: string; readonly severity: Severity };
}

export interface Patient {
  readonly machine: Machine;
  readonly root: string;
  readonly needs: readonly Need[];
  readonly hooks: readonly Hook[];
  readonly manifests: readonly Manifest[];
  readonly tool: SetupTool;
  /** Where a fault without a place of its own is reported. */
  readonly at: Location;
  readonly python: string | undefined;
}

/** A path as it is shown: below the root without it. */
const shown = (root: string, path: string): string => (path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path);

function fault(rule: string, severity: Severity, text: string, at: Location, repair: string, extra: Partial<Draft> = {}): Line {
  return { sign: severity === "error" ? "✗" : "!", text, repair, draft: { rule, severity, message: text, at, help: `Run \`${repair}\`.`, ...extra } };
}

/** The environment that a hook's command gets in this shell: that of the program on the PATH, as its first line names it. */
function hookEnvironment({ machine, root, python }: Patient, hooks: readonly Hook[]): Environment | undefined {
  const shell = shellEnvironment(machine, root, python);
  if (python !== undefined) return shell;
  const command = hooks
    .flatMap(({ entry }) => (entry === undefined ? [] : [entry.trim().split(/\s+/, 1)[0] ?? ""]))
    .find((one) => /^(?:pytest|py\.test|tox|nox|coverage)$/.test(one));
  const path = command === undefined ? undefined : machine.which(command);
  const interpreter = path === undefined ? undefined : shebangOf(machine, path);
  return (interpreter === undefined ? undefined : environmentOf(machine, interpreter, `PATH (${command})`)) ?? shell;
}

/** The markers' variables of an environment. */
function markerEnvironment({ platform }: Machine, { version = "3" }: Environment): Record<string, string> {
  const isWindows = platform === "win32";
  return {
    python_version: /^\d+\.\d+/.exec(version)?.[0] ?? version,
    python_full_version: /^\d+\.\d+$/.test(version) ? `${version}.0` : version,
    os_name: isWindows ? "nt" : "posix",
    sys_platform: platform,
    platform_system: isWindows ? "Windows" : platform === "darwin" ? "Darwin" : "Linux",
    platform_python_implementation: "CPython",
    implementation_name: "cpython",
  };
}

function applies({ marker }: Declaration, machine: Machine, environment: Environment): boolean {
  if (marker === undefined) return true;
  try {
    return evaluateMarker(marker, markerEnvironment(machine, environment));
  } catch {
    return true;
  }
}

/** Examines the machine; the lines in the order in which they would be mended. */
export function examine(patient: Patient): readonly Line[] {
  const { machine, root, needs, hooks, manifests, tool, at } = patient;
  const lines: Line[] = [];
  const environment = hookEnvironment(patient, hooks);
  const local = localEnvironment(machine, root);
  if (environment === undefined) {
    const install = tool.create[0] ?? tool.install[0] ?? "python3 -m venv .venv";
    if (machine.which("python") !== undefined || machine.which("python3") !== undefined) {
      return [
        { sign: "!", text: "Which Python the PATH leads to cannot be told.", repair: "caio env-check doctor --python PATH" },
        ...managerLines(patient, undefined),
      ];
    }
    return [fault("wrong-interpreter", "error", "No Python interpreter is on the PATH.", at, install), ...managerLines(patient, undefined)];
  }
  const where = `${shown(root, environment.interpreter)}${environment.version === undefined ? "" : ` (Python ${environment.version})`}`;
  lines.push({ sign: "✓", text: `Hooks run with ${where}, by ${environment.by}.` });
  const isLocalIdle = local !== undefined && local.prefix !== environment.prefix && machine.realPath(local.prefix) !== machine.realPath(environment.prefix);
  if (isLocalIdle && patient.python === undefined)
    lines.push(
      fault(
        "wrong-environment",
        "warning",
        `The environment \`${shown(root, local.prefix)}\` is there and not active: hooks run with \`${shown(root, environment.interpreter)}\`.`,
        at,
        `source ${shown(root, local.prefix)}/bin/activate`,
      ),
    );
  lines.push(...interpreterLines(manifests, environment, tool));
  if (environment.searchPath.length === 0) {
    lines.push({
      sign: "!",
      text: `Where ${shown(root, environment.interpreter)} finds distributions cannot be told.`,
      repair: "caio env-check doctor --python PATH",
    });
    return [...lines, ...managerLines(patient, environment)];
  }
  const installed = installedDistributions(machine, environment);
  for (const need of needs) lines.push(...needLines(need, installed, environment, patient));
  return [...lines, ...managerLines(patient, environment)];
}

function interpreterLines(manifests: readonly Manifest[], { version }: Environment, tool: SetupTool): readonly Line[] {
  if (version === undefined) return [];
  const python = manifests.filter(({ ecosystem, path, requires }) => ecosystem === "python" && !path.includes("/") && requires !== undefined);
  return python.flatMap(({ requires }): Line[] => {
    if (requires === undefined) return [];
    try {
      // `3.11` of a folder's name stands for any 3.11.
      const isRight = specifierContains(requires.specifier, /^\d+\.\d+$/.test(version) ? `${version}.999` : version);
      if (isRight) return [{ sign: "✓", text: `Python ${version} satisfies ${requires.specifier} (${requires.at.path}:${requires.at.start.line}).` }];
      return [
        fault(
          "wrong-interpreter",
          "error",
          `Python ${version} does not satisfy \`${requires.specifier}\`.`,
          requires.at,
          tool.create[0] ?? tool.install[0] ?? "python3 -m venv .venv",
        ),
      ];
    } catch {
      return [];
    }
  });
}

function needLines(
  { kind, name, alternatives, modules, declaration, certainty, chain, hooks }: Need,
  installed: ReadonlyMap<string, Installed>,
  environment: Environment,
  { machine, tool, at, root }: Patient,
): readonly Line[] {
  const there = [name, ...alternatives].map((one) => installed.get(canonicalName(one))).find((one) => one !== undefined);
  const isThere = there !== undefined || modules.some((module) => isImportable(machine, environment, module));
  if (declaration !== undefined && !applies(declaration, machine, environment)) return [];
  const by = hooks.length === 0 ? "the tests" : hooks.map((hook) => `\`${hook}\``).join(", ");
  const place = chain.at(-1)?.at ?? at;
  const extra: Partial<Draft> = {
    related: chain.slice(0, -1).map((step) => ({ message: step.text, at: step.at })),
    data: { distribution: name, imports: [...modules], chain: chain.map(({ text }) => text) },
  };
  if (!isThere) {
    if (certainty === "optional" && declaration === undefined) return [];
    // To install what has the module's name would be a guess, and may be another project.
    if (kind === "module") return [{ sign: "!", text: `\`${name}\` is imported (${chainText(chain)}), and which distribution provides it is not known.` }];
    const severity: Severity = certainty === "sure" ? "error" : certainty === "maybe" ? "warning" : "note";
    const repair = declaration === undefined ? tool.add(requirementText(name)) : (tool.install[0] ?? tool.add(requirementText(name)));
    return [
      fault(
        "not-installed",
        severity,
        `\`${name}\` is not installed in ${shown(root, environment.prefix)}; ${by} need${hooks.length === 1 ? "s" : ""} it: ${chainText(chain)}.`,
        place,
        repair,
        extra,
      ),
    ];
  }
  if (there === undefined) return [];
  if (there.version === undefined)
    return [
      fault(
        "broken-metadata",
        "warning",
        `\`${there.name}\` is installed without readable metadata.`,
        place,
        tool.add(`--force-reinstall ${there.name}`),
        extra,
      ),
    ];
  if (declaration !== undefined && declaration.specifier !== "") {
    try {
      if (!specifierContains(declaration.specifier, there.version))
        return [
          fault(
            "wrong-version",
            certainty === "sure" ? "error" : "warning",
            `\`${there.name}\` is installed as ${there.version}, and \`${declaration.specifier}\` is declared.`,
            declaration.at,
            tool.install[0] ?? tool.add(`${there.name}${declaration.specifier}`),
            extra,
          ),
        ];
    } catch {
      // What poetry or npm alone can read is not judged.
    }
  }
  return [
    {
      sign: "✓",
      text: `${there.name} ${there.version}${declaration === undefined || declaration.specifier === "" ? "" : ` satisfies ${declaration.specifier}`}`,
    },
  ];
}

/** Whether the hook manager and the commands of the hooks are there, and whether git's hooks are installed. */
function managerLines({ machine, root, hooks, tool }: Patient, environment: Environment | undefined): readonly Line[] {
  const lines: Line[] = [];
  const declared = hooks.filter(({ manager }) => manager === "pre-commit");
  const [first] = declared;
  const inEnvironment = (command: string): boolean => environment !== undefined && machine.isExecutable(`${environment.prefix}/bin/${command}`);
  if (first !== undefined) {
    if (machine.which("pre-commit") === undefined && machine.which("prek") === undefined && !inEnvironment("pre-commit"))
      lines.push(fault("missing-hook-manager", "warning", "`pre-commit` is not on the PATH.", first.at, "pipx install pre-commit"));
    const stages = [...new Set(["pre-commit", ...declared.flatMap(({ stages: own }) => own)])].filter((stage) => stage !== "manual").toSorted();
    const used = stages.filter((stage) => stage !== "pre-commit" || declared.some(({ stages: own }) => own.length === 0 || own.includes("pre-commit")));
    const folder = `${root}/.git/hooks`;
    // `core.hooksPath` leads elsewhere.
    const isHere = machine.exists(folder) && !/^\s*hooksPath\s*=/im.test(machine.read(`${root}/.git/config`) ?? "");
    const missing = isHere ? used.filter((stage) => !machine.exists(`${folder}/${stage}`)) : [];
    if (missing.length > 0)
      lines.push(
        fault(
          "missing-hook-manager",
          "warning",
          `Git runs no hook for ${missing.map((stage) => `\`${stage}\``).join(", ")}: it is not installed.`,
          first.at,
          `pre-commit install ${missing.map((stage) => `--hook-type ${stage}`).join(" ")}`,
        ),
      );
  }
  const seen = new Set<string>();
  for (const { entry, language, entryAt, at, id, manager } of hooks) {
    const command = entry?.trim().split(/\s+/, 1)[0] ?? "";
    if (manager !== "pre-commit" || !["system", "unsupported"].includes(language ?? "") || !/^[\w.+-]+$/.test(command) || seen.has(command)) continue;
    seen.add(command);
    if (machine.which(command) === undefined)
      lines.push(
        fault(
          "missing-command",
          "error",
          `The hook \`${id}\` runs \`${command}\`, which is not on the PATH.`,
          entryAt ?? at,
          tool.install[0] ?? `pipx install ${command}`,
        ),
      );
  }
  return lines;
}
