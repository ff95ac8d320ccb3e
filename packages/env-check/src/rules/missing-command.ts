// missing-command: the doctor looks for the programs that hooks run; the check for the tests that they name.
import { defineRule, type Draft } from "@caio/repo-model/check";
import { chainText, isSurer, starterOf } from "../chain/step.js";
import type { AbsentPath } from "../chain/starts.js";
import type { EnvFacts } from "../facts.js";
import { faultsOf } from "../installed/line.js";

export const missingCommand = defineRule<EnvFacts, unknown>({
  id: "missing-command",
  summary: "A hook runs a program that is not on the PATH, or tests that are not there.",
  severity: "error",
  *find({ machine, absentPaths }) {
    yield* faultsOf(machine, "missing-command");
    if (machine !== undefined) return;
    const best = new Map<string, AbsentPath>();
    for (const one of absentPaths) {
      const known = best.get(one.path);
      if (one.certainty !== "optional" && (known === undefined || isSurer(one.certainty, known.certainty))) best.set(one.path, one);
    }
    for (const one of best.values()) yield* absentDraft(one);
  },
});

function* absentDraft({ path, certainty, chain }: AbsentPath): Iterable<Draft> {
  const last = chain.at(-1);
  if (last === undefined) return;
  yield {
    message: `${starterOf(chain).who} runs pytest on \`${path}\`, which is not in the repository.`,
    at: last.at,
    related: chain.slice(0, -1).map(({ text, at }) => ({ message: text, at })),
    help: `pytest stops there: name the folder that holds the tests. ${chainText(chain)}.`,
    data: { path, chain: chain.map(({ text }) => text) },
    fingerprintText: path,
    ...(certainty === "sure" ? {} : { severity: "warning" as const }),
  };
}
