// `doctor`: is what hooks and tests need installed on this machine? Reads the disk, runs nothing.
import { realpathSync } from "node:fs";
import { readText, type CommandCall, type CommandResult, type Machine } from "@caio/repo-model/check";
import { RepoError } from "@caio/repo-model/text";
import { collect } from "../collect.js";
import type { EnvCheckOptions } from "../defaults.js";
import type { EnvFacts } from "../facts.js";
import { examine } from "../installed/examine.js";
import type { Line } from "../installed/line.js";
import { managerNeeds } from "../installed/manager-needs.js";
import type { Patient } from "../installed/patient.js";
import { probeLines } from "../installed/probe.js";
import { needsHere } from "../needs.js";
import * as rules from "../rules/index.js";
import { setupTool } from "../setup-tool.js";

/** The Node that the PATH leads to, where it is the one that runs this. */
function thisNode(machine: Machine): Patient["node"] {
  const path = machine.which("node");
  if (path === undefined || machine.realPath(path) !== realpathSync(process.execPath)) return undefined;
  return { path, version: process.versions.node };
}

/** A line for each thing that is looked at; what is wrong is reported as findings. */
export async function runDoctor({ context, options, flags }: CommandCall<EnvCheckOptions>): Promise<CommandResult> {
  const { machine } = context;
  if (machine === undefined) throw new RepoError("USAGE", "`doctor` needs a machine to look at.");
  const facts = await collect(context, options, { isHere: true });
  const entries = await context.files.list();
  const paths = entries.flatMap(({ path, kind }) => (kind === "file" || kind === "executable" ? [path] : []));
  const first = facts.hooks[0]?.at ?? facts.manifests.map(({ path }) => facts.sources.get(path)?.at([0, 0])).find((at) => at !== undefined);
  const at = first ?? (paths[0] === undefined ? undefined : (await readText(context, paths[0]))?.at([0, 0]));
  if (at === undefined) return { kind: "text", text: "There is nothing here that hooks or tests could need.\n" };
  const { manifests } = facts;
  const pyproject = facts.sources.get("pyproject.toml")?.text;
  const patient: Patient = {
    machine,
    root: context.repository.root,
    needs: needsHere(facts),
    hooks: facts.hooks,
    manifests,
    tool: setupTool(new Set<string>(paths), manifests, pyproject),
    at,
    python: typeof flags["python"] === "string" ? flags["python"] : undefined,
    managers: await managerNeeds(facts.hooks, (path) => readText(context, path)),
    isPython: facts.manifests.some(({ ecosystem }) => ecosystem === "python") || paths.some((path) => path.endsWith(".py")),
    node: thisNode(machine),
  };
  const lines = examine(patient);
  const probed = flags["probe"] === true ? await probeLines(patient, context) : [];
  const text = [...lines, ...probed].map(({ sign, text: line, repair }) => `${sign} ${line}\n${repair === undefined ? "" : `    ${repair}\n`}`).join("");
  return { kind: "drafts", drafts: judged({ ...facts, machine: lines }, options), text };
}

/** The findings of the rules that judge a machine. */
function judged(facts: EnvFacts & { readonly machine: readonly Line[] }, options: EnvCheckOptions): Extract<CommandResult, { kind: "drafts" }>["drafts"] {
  return Object.values(rules).flatMap(({ id, severity, find }) =>
    severity === "off" || !facts.machine.some(({ fault }) => fault?.rule === id)
      ? []
      : [...find(facts, options)].map((draft) => ({ ...draft, rule: id, severity: draft.severity ?? severity })),
  );
}
