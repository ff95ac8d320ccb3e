// ci-interpreter-mismatch: a job of CI runs the project with an interpreter that it does not take.
import { defineRule } from "@caio/repo-model/check";
import type { EnvFacts } from "../facts.js";
import { nodeRangeContains } from "../installed/node-range.js";
import { contains, pythonVersionOf, requiresOf } from "../interpreter-range.js";

export const ciInterpreterMismatch = defineRule<EnvFacts, unknown>({
  id: "ci-interpreter-mismatch",
  summary: "A job of CI runs the project with an interpreter that the project does not take.",
  severity: "error",
  *find({ ci, manifests }) {
    const python = requiresOf(manifests);
    const node = manifests.find(({ path, requires }) => path === "package.json" && requires !== undefined)?.requires;
    const seen = new Set<string>();
    for (const { job, kind, version, at, installsProject, runs } of ci?.interpreters ?? []) {
      const requires = kind === "python" ? python : node;
      if (requires === undefined || job.mayFail || (kind === "python" && !installsProject && !runs)) continue;
      // A matrix of Nodes tries out what is built, and `engines` may speak of building alone.
      if (kind === "node" && job.isMatrix) continue;
      const plain = kind === "python" ? pythonVersionOf(version) : /^v?(\d+(?:\.\d+){0,2})$/.exec(version)?.[1];
      if (plain === undefined) continue;
      // `3.1` is what is left of `3.10` without quotes; Python 3.1 has not been there for years.
      const isCut = kind === "python" && /^3\.[1-3]$/.test(plain);
      const isTaken = kind === "python" ? contains(requires.specifier, plain) : takesNode(requires.specifier, plain);
      const key = `${job.at.path} ${job.name} ${version} ${at.range[0]}`;
      if (isTaken !== false || seen.has(key)) continue;
      seen.add(key);
      const name = kind === "python" ? "Python" : "Node";
      yield {
        message: `The job \`${job.name}\` runs with ${name} ${version}, and the project takes \`${requires.specifier}\`.`,
        at,
        related: [{ message: `takes ${name} \`${requires.specifier}\``, at: requires.at }],
        help: isCut ? `Write the version in quotes: without them \`3.10\` is the number \`3.1\`.` : "Take the version out of the job, or widen the range.",
        data: { job: job.name, interpreter: kind, version, range: requires.specifier },
        fingerprintText: `${job.name} ${version}`,
        ...(kind === "node" ? { severity: "note" as const } : installsProject ? {} : { severity: "warning" as const }),
      };
    }
  },
});

/** Whether any Node that a text names is in a range: `20` is any of them. */
function takesNode(range: string, version: string): boolean | undefined {
  const parts = version.split(".");
  const fill = (rest: readonly string[]): string => [...parts, ...rest.slice(parts.length)].join(".");
  return nodeRangeContains(range, fill(["0", "999", "999"])) === true ? true : nodeRangeContains(range, fill(["0", "0", "0"]));
}
