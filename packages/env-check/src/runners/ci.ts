// The commands of CI jobs: GitHub workflows, composite actions of the repository, GitLab CI.
import { atPointer, child, textOf, type DataNode } from "@caio/repo-model/data";
import { parseShell } from "@caio/repo-model/hooks";
import type { SourceText } from "@caio/repo-model/text";
import { join } from "../chain/paths.js";
import { effectOf } from "../ci/actions.js";
import { noCheckouts } from "../ci/checkouts.js";
import type { Runner } from "./runner.js";
import { yamlOf } from "./yaml-of.js";

type Entries = Extract<DataNode, { kind: "map" }>["entries"];
const entriesOf = (node: DataNode | undefined): Entries => (node?.kind === "map" ? node.entries : []);

/** Whether a path is a CI configuration that is read. */
export function isCi(path: string): boolean {
  return /^\.github\/(?:workflows\/[^/]+|actions\/(?:[^/]+\/)*action)\.ya?ml$/.test(path) || path === ".gitlab-ci.yml";
}

/** The folder of a step: `working-directory` of the step, else of the job's or the workflow's defaults. */
function folderOf(nodes: readonly (DataNode | undefined)[]): string | undefined {
  const text = nodes.map((node) => textOf(node)).find((one) => one !== undefined);
  return text === undefined ? "" : /\$\{\{/.test(text) ? undefined : join("", text);
}

function githubSteps(
  source: SourceText,
  name: string,
  at: readonly [number, number],
  steps: DataNode | undefined,
  defaults: readonly (DataNode | undefined)[],
  usual = "bash",
): readonly Runner[] {
  if (steps?.kind !== "list") return [];
  const checkouts = noCheckouts();
  return steps.items.flatMap((step): Runner[] => {
    const inputs = child(step, "with");
    const uses = textOf(child(step, "uses")) ?? "";
    checkouts.take(uses, (input) => textOf(child(inputs, input)));
    // An action that runs what it is given.
    const given =
      effectOf(uses) === "retry"
        ? (child(inputs, "command") ?? child(inputs, "run"))
        : uses.startsWith("changesets/action@")
          ? child(inputs, "publish")
          : undefined;
    const run = child(step, "run") ?? given;
    const shell = textOf(child(step, "shell")) ?? usual;
    if (run?.kind !== "string" || !/^(?:ba)?sh\b/.test(shell)) return [];
    const named = folderOf([child(step, "working-directory"), ...defaults]);
    const folder = named === undefined ? undefined : checkouts.folderOf(named, run.value);
    if (named !== undefined && folder === undefined) return [];
    return [{ kind: "job", name, at: source.at(at), text: run.value, textAt: source.at(run.range), folder }];
  });
}

const gitlabWords = new Set([
  "default",
  "include",
  "stages",
  "variables",
  "workflow",
  "image",
  "services",
  "cache",
  "before_script",
  "after_script",
  "pages",
  "spec",
]);

/** The folder in which a shell is behind a text; undefined where that cannot be told. */
function folderBehind(text: string, before: string | undefined): string | undefined {
  let folder = before;
  for (const { words, isConditional } of /\b(?:cd|pushd|popd)\b/.test(text) ? parseShell(text) : []) {
    const [name, into] = words;
    if (name?.text === "popd") folder = undefined;
    else if (name?.text === "cd" || name?.text === "pushd")
      folder = folder === undefined || isConditional || into === undefined || !into.isKnown ? undefined : join(folder, into.text);
  }
  return folder;
}

/** The commands of a CI configuration. Never throws. */
export async function readCi(source: SourceText): Promise<readonly Runner[]> {
  const { root } = await yamlOf(source);
  if (source.path === ".gitlab-ci.yml") {
    return entriesOf(root).flatMap(({ key, keyRange, value }) => {
      if (gitlabWords.has(key) && key !== "pages") return [];
      const lines = ["before_script", "script"].flatMap((name) => {
        const node = child(value, name);
        return node?.kind === "list" ? node.items : node === undefined ? [] : [node];
      });
      // The lines of a job have one shell.
      let folder: string | undefined = "";
      return lines.flatMap((line): Runner[] => {
        if (line.kind !== "string") return [];
        const here = folder;
        folder = folderBehind(line.value, folder);
        return [{ kind: "job", name: key, at: source.at(keyRange), text: line.value, textAt: source.at(line.range), folder: here }];
      });
    });
  }
  const outer = atPointer(root, "/defaults/run/working-directory");
  const jobs = entriesOf(child(root, "jobs")).flatMap(({ key, keyRange, value }) =>
    githubSteps(
      source,
      key,
      keyRange,
      child(value, "steps"),
      [atPointer(value, "/defaults/run/working-directory"), outer],
      // Windows has a shell of its own.
      textOf(atPointer(value, "/defaults/run/shell")) ?? (/^windows/i.test(textOf(child(value, "runs-on")) ?? "") ? "pwsh" : "bash"),
    ),
  );
  const runs = child(root, "runs");
  return runs?.kind === "map" ? githubSteps(source, source.path, [0, 0], child(runs, "steps"), []) : jobs;
}
