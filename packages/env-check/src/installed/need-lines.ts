// Is each need installed in the environment that gets it, in a version that is declared?
import type { Draft, Machine, Severity } from "@caio/repo-model/check";
import { canonicalName, evaluateMarker, parseVersion, specifierContains, type Declaration } from "@caio/repo-model/manifests";
import { chainText } from "../chain/step.js";
import { requirementText } from "../declare-fix.js";
import type { Need } from "../needs.js";
import { installedDistributions, type Distributions } from "./distributions.js";
import type { Environment } from "./environment.js";
import { usesLocal } from "./environment-lines.js";
import { importFinder, modulesOf } from "./import-names.js";
import { minorOf } from "./interpreter-version.js";
import { faultLine, shown, type Line } from "./line.js";
import { isSame, type Environments, type Patient } from "./patient.js";

/** An environment with what is in it. */
interface Ward {
  readonly environment: Environment;
  readonly distributions: Distributions;
  canImport(module: string): boolean;
}

function wardOf(machine: Machine, environment: Environment): Ward {
  return { environment, distributions: installedDistributions(machine, environment), canImport: importFinder(machine, environment) };
}

/** The markers' variables of an environment. */
function markerEnvironment({ platform }: Machine, { version = "3" }: Environment): Record<string, string> {
  const isWindows = platform === "win32";
  const name = isWindows ? "Windows" : platform === "darwin" ? "Darwin" : "Linux";
  return {
    python_version: minorOf(version) ?? version,
    python_full_version: /^\d+\.\d+$/.test(version) ? `${version}.0` : version,
    os_name: isWindows ? "nt" : "posix",
    sys_platform: platform,
    platform_system: name,
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

/** A line for each need; what is there in the idle environment alone is said once, for all. */
export function needLines(patient: Patient, environments: Environments): readonly Line[] {
  const { machine, root, tool, at } = patient;
  const { hooks, local } = environments;
  const readable = (one: Environment | undefined): one is Environment => one !== undefined && one.broken === undefined && one.searchPath.length > 0;
  if (hooks !== undefined && hooks.broken === undefined && hooks.searchPath.length === 0)
    return [{ sign: "!", text: `Where ${shown(root, hooks.interpreter)} finds distributions cannot be told.`, repair: "caio env-check doctor --python PATH" }];
  const given = readable(hooks) ? wardOf(machine, hooks) : undefined;
  const idle = readable(local) && (hooks === undefined || !isSame(machine, hooks, local)) && patient.python === undefined ? wardOf(machine, local) : undefined;
  const lines: Line[] = [];
  const inactive: Need[] = [];
  for (const need of patient.needs) {
    const isLocal = idle !== undefined && getsLocal(need, patient);
    const ward = isLocal ? idle : given;
    if (ward === undefined || (need.kind !== "distribution" && need.kind !== "module")) continue;
    const own = linesOf(need, ward, patient);
    const isMissing = own.some(({ fault }) => fault?.rule === "not-installed");
    if (isMissing && !isLocal && idle !== undefined && !linesOf(need, idle, patient).some(({ fault }) => fault !== undefined)) inactive.push(need);
    else lines.push(...own);
  }
  const judged = usesLocal(tool) && idle !== undefined ? idle : given;
  if (judged !== undefined) lines.push(...unreadableLines(judged, patient));
  if (idle === undefined || hooks === undefined || (usesLocal(tool) && inactive.length === 0)) return lines;
  const names = inactive.map(({ name }) => `\`${name}\``);
  const few = names.length > 8 ? [...names.slice(0, 8), `${names.length - 8} more`] : names;
  const isSure = inactive.some(({ certainty }) => certainty === "sure");
  const text = `The environment \`${shown(root, idle.environment.prefix)}\` is there and not active: hooks run with \`${shown(root, hooks.interpreter, machine.environment["HOME"])}\`${few.length === 0 ? "" : `, which lacks ${few.join(", ")}`}.`;
  const repair = idle.environment.by === ".conda" ? "conda activate ./.conda" : `source ${shown(root, idle.environment.prefix)}/bin/activate`;
  const place = inactive[0]?.chain.at(-1)?.at ?? at;
  const fault = faultLine("wrong-environment", isSure ? "error" : "warning", text, place, repair, { data: { missing: inactive.map(({ name }) => name) } });
  return [fault, ...lines];
}

/** What is declared and installed without readable metadata, though nothing that is followed imports it: neither pip nor a plug-in's host finds it. */
function unreadableLines(ward: Ward, patient: Patient): readonly Line[] {
  const { environment, distributions } = ward;
  const { machine, root, manifests, needs } = patient;
  const needed = new Set(needs.flatMap(({ name, alternatives }) => [name, ...alternatives].map(canonicalName)));
  const declared = new Map(
    manifests
      .filter(({ ecosystem }) => ecosystem === "python")
      .flatMap(({ declarations }) => declarations.map((one) => [one.canonical, one] as const))
      .filter(([canonical]) => !needed.has(canonical)),
  );
  const where = shown(root, environment.prefix, machine.environment["HOME"]);
  return [...declared].flatMap(([canonical, { at }]) => {
    const there = distributions.get(canonical);
    if (there === undefined || (there.version !== undefined && parseVersion(there.version) !== undefined)) return [];
    const text = `\`${there.name}\` is installed in ${where} without readable metadata.`;
    return [faultLine("broken-metadata", "warning", text, at, reinstalled(there.name, ward, patient), { data: { distribution: canonical, chain: [] } })];
  });
}

function reinstalled(name: string, ward: Ward, patient: Patient): string {
  const again = patient.tool.name === "uv" ? `uv sync --reinstall-package ${name}` : `python -m pip install --force-reinstall ${name}`;
  return inEnvironment(again, ward, patient);
}

/** Whether a need's beginning is run by the tool in the project's environment: `uv run pytest`; the tests as such where the tool has one. */
function getsLocal({ chain, hooks }: Need, { tool }: Patient): boolean {
  const entry = chain.find(({ kind }) => kind === "entry")?.text;
  if (entry !== undefined) return /^(?:uv|poetry|pdm|hatch|pipenv|pixi|rye)\s(?:.*\s)?run\s/.test(`${entry} `);
  return hooks.length === 0 && usesLocal(tool);
}

/** The command in an environment that is not the shell's: by its own interpreter. */
function inEnvironment(command: string, { environment }: Ward, { root, machine }: Patient): string {
  if (environment.by === "VIRTUAL_ENV" || environment.by.startsWith("PATH") || environment.by === "CONDA_PREFIX") return command;
  return command.replace(/^python /, `${shown(root, environment.interpreter, machine.environment["HOME"])} `);
}

function linesOf(need: Need, ward: Ward, patient: Patient): readonly Line[] {
  const { machine, tool, at, root } = patient;
  const { name, alternatives, modules, declaration, certainty, chain, hooks } = need;
  const { environment, distributions } = ward;
  if (declaration !== undefined && !applies(declaration, machine, environment)) return [];
  const there = [name, ...alternatives].map((one) => distributions.get(canonicalName(one))).find((one) => one !== undefined);
  const place = chain.at(-1)?.at ?? at;
  const extra: Partial<Draft> = {
    related: chain.slice(0, -1).map((step) => ({ message: step.text, at: step.at })),
    data: { distribution: name, imports: [...modules], environment: shown(root, environment.prefix), chain: chain.map(({ text }) => text) },
  };
  const where = shown(root, environment.prefix, machine.environment["HOME"]);
  if (there === undefined) {
    if (modules.some((module) => ward.canImport(module))) return [];
    if (certainty === "optional" && declaration === undefined) return [];
    // To install what has the module's name would be a guess, and may be another project.
    if (need.kind === "module") return [{ sign: "!", text: `\`${name}\` is imported (${chainText(chain)}), and which distribution provides it is not known.` }];
    const by = hooks.length === 0 ? "the tests" : hooks.map((hook) => `\`${hook}\``).join(", ");
    const repair = declaration === undefined ? tool.add(requirementText(name)) : tool.installing(declaration);
    const severity: Severity = certainty === "sure" ? "error" : certainty === "maybe" ? "warning" : "note";
    const text = `\`${name}\` is not installed in ${where}; ${by} need${hooks.length === 1 ? "s" : ""} it: ${chainText(chain)}.`;
    return [faultLine("not-installed", severity, text, place, inEnvironment(repair, ward, patient), extra)];
  }
  const broken = (text: string): readonly Line[] => [
    faultLine("broken-metadata", certainty === "sure" ? "error" : "warning", text, place, reinstalled(there.name, ward, patient), extra),
  ];
  if (there.version === undefined || parseVersion(there.version) === undefined)
    return broken(`\`${there.name}\` is installed in ${where} without readable metadata.`);
  if (there.twin !== undefined) return broken(`\`${there.name}\` is installed in ${where} twice, as ${there.version} and as ${there.twin}.`);
  const promised = modulesOf(machine, there);
  const gone = modules.filter((module) => promised.includes(module) && !ward.canImport(module));
  if (gone.length > 0)
    return broken(
      `\`${there.name}\` is installed in ${where} by its metadata, and its module${gone.length === 1 ? "" : "s"} ${gone.map((one) => `\`${one}\``).join(", ")} ${gone.length === 1 ? "is" : "are"} gone.`,
    );
  if (declaration !== undefined && declaration.specifier !== "" && declaration.source === "registry") {
    let isRight = true;
    try {
      isRight = specifierContains(declaration.specifier, there.version, { prereleases: true });
    } catch {
      // What poetry or conda alone can read is not judged.
    }
    if (!isRight) {
      const text = `\`${there.name}\` is installed in ${where} as ${there.version}, and \`${declaration.specifier}\` is declared.`;
      const severity: Severity = certainty === "sure" ? "error" : "warning";
      const data = { ...extra.data, version: there.version, range: declaration.specifier };
      return [faultLine("wrong-version", severity, text, declaration.at, inEnvironment(tool.installing(declaration), ward, patient), { ...extra, data })];
    }
  }
  const satisfied = declaration === undefined || declaration.specifier === "" ? "" : ` satisfies ${declaration.specifier}`;
  return [{ sign: "✓", text: `${there.name} ${there.version}${satisfied}` }];
}
