// Hooks of the language `python` as jobs: pre-commit makes each an environment of its own, with its `additional_dependencies` and nothing of the project.
import { parseShell, type Hook } from "@caio/repo-model/hooks";
import type { CiJob } from "./job.js";
import { addRequirement, emptyState } from "./state.js";

/** The environments of local hooks; what a remote one holds its own repository says. */
export function hookEnvironments(hooks: readonly Hook[]): readonly CiJob[] {
  return hooks.flatMap(({ manager, repo, language, entry, entryAt, args, id, at, additionalDependencies }): readonly CiJob[] => {
    if ((manager !== "pre-commit" && manager !== "prek") || repo !== "local" || language !== "python" || entry === undefined) return [];
    const environment = emptyState();
    for (const line of additionalDependencies)
      if (/^[-./]/.test(line) || !addRequirement(environment, line)) environment.opaque ??= `what \`${line}\` brings is not known`;
    const text = [entry, ...args.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))].join(" ");
    if (parseShell(text).length !== 1) return [];
    const steps = [{ kind: "run" as const, text, at: entryAt ?? at, inputs: {}, folder: "" }];
    return [{ name: `pre-commit run ${id}`, at, steps, isMatrix: false, mayFail: false, environment, isOfHook: true }];
  });
}
