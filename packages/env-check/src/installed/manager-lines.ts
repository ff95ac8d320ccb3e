// Is the hook manager there, new enough, and installed into git?
import { canonicalName, compareVersions } from "@caio/repo-model/manifests";
import { installedDistributions } from "./distributions.js";
import { environmentOf, shebangOf, throughShim } from "./environment.js";
import { faultLine, shown, type Line } from "./line.js";
import type { ManagerNeed } from "./manager-needs.js";
import type { Environments, Patient } from "./patient.js";

/** A manager's program, and its version where the disk tells it. */
interface Program {
  readonly path: string;
  readonly name: string;
  readonly version?: string;
}

/** What installs a manager, as the repository declares it; else on its own. */
function installManager(manager: ManagerNeed["manager"], { manifests, tool }: Patient, version?: string): string {
  if (manager === "pre-commit" || manager === "prek") {
    const declared = manifests
      .flatMap(({ declarations, ecosystem }) => (ecosystem === "python" ? declarations : []))
      .find(({ canonical }) => canonical === manager);
    if (version !== undefined) return declared === undefined ? `pipx upgrade ${manager}` : tool.add(`${manager}>=${version}`);
    return declared === undefined ? `pipx install ${manager}` : tool.installing(declared);
  }
  return version !== undefined ? `npm install --save-dev ${manager}@latest` : (tool.node?.install ?? `npm install --save-dev ${manager}`);
}

/** The program of pre-commit or prek, as git's hook would find it: INSTALL_PYTHON, the PATH, the environment. */
function pythonProgram({ machine, root }: Patient, { hooks, local, git }: Environments, name: "pre-commit" | "prek"): Program | undefined {
  const python = git?.scripts.find((script) => script.by === name && script.python !== undefined && machine.exists(script.python))?.python;
  const onPath = machine.which(name);
  const inside = [hooks, local].map((one) => (one === undefined ? "" : `${one.prefix}/bin/${name}`)).find((path) => machine.isExecutable(path));
  const program = onPath === undefined ? inside : (throughShim(machine, onPath, root) ?? onPath);
  const interpreter =
    name === "pre-commit" && python !== undefined
      ? python
      : program === undefined
        ? undefined
        : (shebangOf(machine, program) ?? `${program.replace(/\/[^/]*$/, "")}/python`);
  const environment = interpreter === undefined ? undefined : environmentOf(machine, interpreter, "PATH");
  const version = environment === undefined ? undefined : installedDistributions(machine, environment).get(canonicalName(name))?.version;
  const path = program ?? (version === undefined ? undefined : python);
  return path === undefined ? undefined : { path, name, ...(version === undefined ? {} : { version }) };
}

function nodeProgram({ machine, root }: Patient, name: string): Program | undefined {
  const folder = `${root}/node_modules/${name}`;
  const manifest = machine.read(`${folder}/package.json`);
  const onPath = machine.which(name);
  if (manifest === undefined) return onPath === undefined ? undefined : { path: onPath, name };
  const version = /"version"\s*:\s*"([^"]+)"/.exec(manifest)?.[1];
  return { path: folder, name, ...(version === undefined ? {} : { version }) };
}

function programOf(patient: Patient, environments: Environments, { manager }: ManagerNeed): Program | undefined {
  // prek reads pre-commit's configuration: either will do.
  if (manager === "pre-commit" || manager === "prek") return pythonProgram(patient, environments, "pre-commit") ?? pythonProgram(patient, environments, "prek");
  return nodeProgram(patient, manager);
}

/** A line for each manager and for git's hooks. */
export function managerLines(patient: Patient, environments: Environments): readonly Line[] {
  return patient.managers.flatMap((need) => [...programLines(patient, environments, need), ...installedLines(patient, environments, need)]);
}

function programLines(patient: Patient, environments: Environments, need: ManagerNeed): readonly Line[] {
  const { manager, at, minimum } = need;
  if (manager === "githooks") return [];
  const program = programOf(patient, environments, need);
  if (program === undefined) {
    const text = manager === "pre-commit" || manager === "prek" ? `\`${manager}\` is not on the PATH.` : `\`${manager}\` is not installed.`;
    return [faultLine("missing-hook-manager", "warning", text, at, installManager(manager, patient), { data: { manager } })];
  }
  const { version, name } = program;
  if (minimum !== undefined && version !== undefined && name === manager && /^\d/.test(version) && compareVersions(version, minimum.version) < 0) {
    const text = `\`${name}\` is installed as ${version}, and the configuration needs ${minimum.version} (${minimum.by}).`;
    return [
      faultLine("missing-hook-manager", "error", text, minimum.at, installManager(manager, patient, minimum.version), {
        data: { manager, version, minimum: minimum.version },
      }),
    ];
  }
  return [
    {
      sign: "✓",
      text: `${name}${version === undefined ? "" : ` ${version}`} is there${minimum === undefined || version === undefined ? "" : `, at least ${minimum.version}`}.`,
    },
  ];
}

/** Whether git's hooks lead to the manager. */
function installedLines(patient: Patient, { git }: Environments, { manager, stages, at }: ManagerNeed): readonly Line[] {
  const { root, machine, tool } = patient;
  if (git === undefined || stages.length === 0) return [];
  const fault = (text: string, repair: string): readonly Line[] => [
    faultLine("missing-hook-manager", "warning", text, at, repair, { data: { manager, stages: [...stages] } }),
  ];
  const ours = git.folder.startsWith(`${root}/`) ? git.folder.slice(root.length + 1) : undefined;
  const list = (names: readonly string[]): string => names.map((stage) => `\`${stage}\``).join(", ");
  if (manager === "husky") {
    if (ours === ".husky" || ours === ".husky/_") return [{ sign: "✓", text: `Git runs the hooks of \`${ours}\`.` }];
    return fault(
      `Git runs no hook of husky: \`core.hooksPath\` is ${git.configured === undefined ? "not set" : `\`${git.configured}\``}.`,
      `${tool.node?.run ?? "npx "}husky`,
    );
  }
  if (manager === "githooks") {
    if (ours === ".githooks") return [{ sign: "✓", text: "Git runs the hooks of `.githooks`." }];
    return fault("Git does not run the hooks of `.githooks`: `core.hooksPath` leads elsewhere.", "git config core.hooksPath .githooks");
  }
  const missing = stages.filter((stage) => !git.scripts.some((script) => script.stage === stage));
  const install = (names: readonly string[]): string => {
    if (manager === "lefthook") return `${tool.node?.run ?? ""}lefthook install`;
    if (manager === "simple-git-hooks") return `${tool.node?.run ?? "npx "}simple-git-hooks`;
    const command = `${tool.prefix}${manager} install ${names.map((stage) => `--hook-type ${stage}`).join(" ")}`;
    // pre-commit refuses to install where hooksPath is set.
    return git.configured === undefined || manager === "prek" ? command : `git config --unset-all core.hooksPath && ${command}`;
  };
  const where = git.configured === undefined ? "" : ` in \`${git.configured}\` (core.hooksPath)`;
  if (missing.length > 0) return fault(`Git runs no hook for ${list(missing)}${where}: it is not installed.`, install(missing));
  const isOurs = (by: string): boolean => by === manager || ((manager === "pre-commit" || manager === "prek") && (by === "pre-commit" || by === "prek"));
  const foreign = stages.filter((stage) =>
    git.scripts.some((script) => script.stage === stage && !isOurs(script.by) && !callsManager(machine.read(script.path), manager)),
  );
  if (foreign.length > 0) return fault(`Git's hook for ${list(foreign)}${where} is another program's: \`${manager}\` does not run.`, install(foreign));
  const gone = git.scripts.find(({ python }) => python !== undefined && !machine.exists(python));
  if (gone?.python !== undefined && machine.which("pre-commit") === undefined)
    return [
      faultLine(
        "missing-hook-manager",
        "error",
        `Git's hook \`${gone.stage}\` runs pre-commit with \`${shown(root, gone.python, machine.environment["HOME"])}\`, which is gone.`,
        at,
        install(stages),
        { data: { manager, stages: [gone.stage] } },
      ),
    ];
  return [{ sign: "✓", text: `Git runs ${manager} for ${list(stages)}.` }];
}

/** A hook of the user's own may call the manager. */
const callsManager = (text: string | undefined, manager: string): boolean => text?.includes(manager) === true;
