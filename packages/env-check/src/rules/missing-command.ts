// missing-command: the doctor looks for the programs that hooks run; the check for the scripts, targets and tests that commands name.
import { defineRule, type Draft } from "@caio/repo-model/check";
import type { Absent } from "../chain/absent.js";
import { chainText, isSurer, starterOf } from "../chain/step.js";
import type { EnvFacts } from "../facts.js";
import { faultsOf } from "../installed/line.js";

export const missingCommand = defineRule<EnvFacts, unknown>({
  id: "missing-command",
  summary: "A hook runs a program that is not on the PATH, or a command names a script, a target or tests that are not there.",
  severity: "error",
  *find({ machine, absent }) {
    yield* faultsOf(machine, "missing-command");
    if (machine !== undefined) return;
    const best = new Map<string, Absent>();
    for (const one of absent) {
      const key = `${one.kind} ${one.file ?? ""} ${one.name}`;
      const known = best.get(key);
      if (one.certainty !== "optional" && (known === undefined || isSurer(one.certainty, known.certainty))) best.set(key, one);
    }
    for (const one of best.values()) yield* absentDraft(one);
  },
});

/** What is said of it, and what is to be done. */
function wordsFor({ kind, name, file, chain }: Absent): readonly [message: string, help: string] {
  const { who } = starterOf(chain);
  const where = file === undefined ? "" : `\`${file}\``;
  switch (kind) {
    case "tests":
      return [
        `${who} runs ${/\bunittest\b/.test(chain.at(-1)?.text ?? "") ? "unittest" : "pytest"} on \`${name}\`, which is not in the repository.`,
        "It stops there: name the folder that holds the tests.",
      ];
    case "testpaths":
      return [
        `\`testpaths\` names \`${name}\`, and nothing is there.`,
        "pytest warns, and looks for tests everywhere instead: name the folder that holds them.",
      ];
    case "requirements":
      return [`${who} takes in \`${name}\`, which is not in the repository.`, "pip stops there: name the file that holds the requirements."];
    case "module":
      return [`${who} runs \`python -m ${name}\`, and the package has no such module.`, "Name the module that is meant."];
    case "target":
      return [`${who} runs \`make ${name}\`, and ${where === "" ? "there is no Makefile" : `${where} has no such target`}.`, "Name the target that is meant."];
    case "recipe":
      return [`${who} runs \`just ${name}\`, and ${where} has no such recipe.`, "Name the recipe that is meant."];
    case "package-script":
      return [`${who} runs the script \`${name}\`, and ${where} has none of that name.`, "Name the script that is meant."];
    case "environment":
      return [`${who} runs \`${name}\`, and ${where} defines none of that name.`, "Name the one that is meant."];
    default:
      return [`${who} runs \`${name}\`, which is not in the repository.`, "Name the script that is meant."];
  }
}

function* absentDraft(one: Absent): Iterable<Draft> {
  const { kind, name, certainty, chain } = one;
  const last = chain.at(-1);
  if (last === undefined) return;
  const [message, help] = wordsFor(one);
  yield {
    message,
    at: last.at,
    related: chain.slice(0, -1).map(({ text, at }) => ({ message: text, at })),
    help: `${help} ${chainText(chain)}.`,
    data: { kind, path: name, chain: chain.map(({ text }) => text) },
    fingerprintText: kind === "tests" ? name : `${kind} ${name}`,
    // A package script that no hook and no job runs may be for where the package is deployed.
    ...(certainty === "sure" ? {} : { severity: chain[0]?.kind === "package-script" ? ("note" as const) : ("warning" as const) }),
  };
}
