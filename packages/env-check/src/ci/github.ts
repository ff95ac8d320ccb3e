// GitHub workflows as jobs: matrices taken apart, composite actions of the repository put in for their `uses`.
import { atPointer, child, textOf, type DataNode } from "@caio/repo-model/data";
import type { RepoPath, SourceText } from "@caio/repo-model/text";
import { join } from "../chain/paths.js";
import { noCheckouts, type Checkouts } from "./checkouts.js";
import { holds, substitute, type Known } from "./expressions.js";
import type { CiJob, CiStep } from "./job.js";
import { combinationsOf, scalarText } from "./matrix.js";
import { yamlOf } from "../runners/yaml-of.js";

type Read = (path: RepoPath) => Promise<SourceText | undefined>;
type Entries = Extract<DataNode, { kind: "map" }>["entries"];
const entriesOf = (node: DataNode | undefined): Entries => (node?.kind === "map" ? node.entries : []);

/** Runners whose software is known, in any letters; any other one is the user's. */
const hosted = /^(?:ubuntu|macos|windows)-[\w.-]+$/i;

/** What stands around a step. */
interface Around {
  readonly known: Known;
  readonly folder: readonly (DataNode | undefined)[];
  readonly shell: string | undefined;
  readonly depth: number;
  readonly checkouts: Checkouts;
}

function withEnvironment(known: Known, node: DataNode | undefined): Known {
  const added = entriesOf(node).flatMap(({ key, value }) => {
    const text = scalarText(value);
    return text === undefined ? [] : [[`env.${key}`, substitute(text, known)] as const];
  });
  return added.length === 0 ? known : new Map([...known, ...added]);
}

function folderOf(nodes: readonly (DataNode | undefined)[], known: Known): string | undefined {
  const text = nodes.map((node) => textOf(node)).find((one) => one !== undefined);
  const value = text === undefined ? "" : substitute(text, known);
  return value.includes("${{") ? undefined : join("", value);
}

/** A workflow's jobs, one for each combination. Never throws. */
export async function readWorkflow(source: SourceText, read: Read): Promise<readonly CiJob[]> {
  const { root } = await yamlOf(source);
  const outer = withEnvironment(new Map(), child(root, "env"));
  const jobs: CiJob[] = [];
  for (const { key, keyRange, value } of entriesOf(child(root, "jobs"))) {
    if (child(value, "uses") !== undefined || value.kind !== "map") continue;
    const matrixNode = atPointer(value, "/strategy/matrix");
    const combinations = combinationsOf(matrixNode);
    // Where no part of it is computed, what a combination does not name is empty.
    const isWhole = entriesOf(matrixNode).every(({ value: { kind } }) => kind === "list") && (matrixNode === undefined || matrixNode.kind === "map");
    for (const combination of combinations ?? [new Map<string, string>()]) {
      const matrix = new Map([...combination].map(([name, text]) => [`matrix.${name}`, text]));
      if (isWhole) matrix.set("matrix.", "");
      const known = withEnvironment(new Map([...outer, ...matrix]), child(value, "env"));
      if (holds(scalarText(child(value, "if")) ?? "true", known) === false) continue;
      const around: Around = {
        known,
        folder: [atPointer(value, "/defaults/run/working-directory"), atPointer(root, "/defaults/run/working-directory")],
        shell: textOf(atPointer(value, "/defaults/run/shell") ?? atPointer(root, "/defaults/run/shell")),
        depth: 0,
        checkouts: noCheckouts(),
      };
      const runner = child(value, "runs-on");
      const labels = (runner?.kind === "list" ? runner.items : [runner]).map((node) => substitute(textOf(node) ?? "", known));
      const container = child(value, "container");
      const image = textOf(container) ?? textOf(child(container, "image"));
      const allowed = scalarText(child(value, "continue-on-error"));
      const opaque = labels.every((label) => hosted.test(label)) ? undefined : "its runner is not one of GitHub's";
      const at = source.at(keyRange);
      jobs.push({
        name: key,
        at,
        steps: await stepsOf(source, child(value, "steps"), around, read),
        isMatrix: combination.size > 0,
        mayFail: allowed !== undefined && substitute(allowed, known) !== "false" && holds(allowed, known) !== false,
        ...(container === undefined || image === undefined ? {} : { image: { name: substitute(image, known), at: source.at(container.range) } }),
        ...(opaque === undefined && combinations !== undefined ? {} : { opaque: opaque ?? "its matrix is too large" }),
      });
    }
  }
  return jobs;
}

async function stepsOf(source: SourceText, steps: DataNode | undefined, around: Around, read: Read): Promise<readonly CiStep[]> {
  const found: CiStep[] = [];
  for (const step of steps?.kind === "list" ? steps.items : []) {
    const known = withEnvironment(around.known, child(step, "env"));
    if (holds(scalarText(child(step, "if")) ?? "true", known) === false) continue;
    const named = folderOf([child(step, "working-directory"), ...around.folder], known);
    // In another repository nothing is known.
    const folder = named === undefined ? undefined : around.checkouts.folderOf(named, textOf(child(step, "run")));
    const python = known.get("env.UV_PYTHON");
    const run = child(step, "run");
    const uses = child(step, "uses");
    if (run?.kind === "string") {
      const shell = textOf(child(step, "shell")) ?? around.shell ?? "bash";
      const isShell = /^(?:ba|z)?sh\b|^(?:pwsh|powershell|cmd)\b/.test(shell);
      found.push({
        kind: isShell ? "run" : "uses",
        text: isShell ? substitute(run.value, known) : `shell:${shell}`,
        at: source.at(run.range),
        inputs: {},
        folder,
        ...(python === undefined || python.includes("${{") ? {} : { python }),
      });
    }
    if (uses?.kind !== "string") continue;
    const inputs = Object.fromEntries(entriesOf(child(step, "with")).map(({ key, value }) => [key, substitute(scalarText(value) ?? "${{ }}", known)]));
    around.checkouts.take(uses.value, (input) => inputs[input]);
    const local =
      uses.value.startsWith("./") && around.depth < 3 && !around.checkouts.isForeign("") ? await composite(uses.value, inputs, around, read) : undefined;
    if (local !== undefined) for (const one of local) found.push(one);
    else found.push({ kind: "uses", text: uses.value, at: source.at(uses.range), inputs, folder });
  }
  return found;
}

/** The steps of a composite action of the repository; undefined where it is none. */
async function composite(uses: string, inputs: Readonly<Record<string, string>>, around: Around, read: Read): Promise<readonly CiStep[] | undefined> {
  const folder = join("", uses);
  for (const name of ["action.yml", "action.yaml"]) {
    const source = folder === undefined ? undefined : await read(`${folder}/${name}` as RepoPath);
    if (source === undefined) continue;
    const { root } = await yamlOf(source);
    const runs = child(root, "runs");
    if (textOf(child(runs, "using")) !== "composite") return undefined;
    const defaults = entriesOf(child(root, "inputs")).flatMap(({ key, value }) => {
      const text = scalarText(child(value, "default"));
      return text === undefined ? [] : [[`inputs.${key}`, text] as const];
    });
    const given = Object.entries(inputs).map(([key, text]) => [`inputs.${key}`, text] as const);
    const known = new Map([...[...around.known].filter(([key]) => !key.startsWith("inputs.")), ...defaults, ...given, ["inputs.", ""]]);
    return stepsOf(source, child(runs, "steps"), { known, folder: [], shell: undefined, depth: around.depth + 1, checkouts: around.checkouts }, read);
  }
  return undefined;
}
