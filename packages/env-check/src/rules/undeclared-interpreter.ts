// undeclared-interpreter: hooks run Python, and nothing says which versions it may be.
import { defineRule } from "@caio/repo-model/check";
import { folderOf } from "../chain/modules.js";
import type { EnvFacts } from "../facts.js";

const projectFormats = ["pyproject", "setup.cfg", "setup.py"];

export const undeclaredInterpreter = defineRule<EnvFacts, unknown>({
  id: "undeclared-interpreter",
  summary: "Hooks or tests run the project's Python, and no manifest says which versions it takes.",
  severity: "note",
  *find({ occurrences, manifests, sources }) {
    const project = manifests.find(
      ({ ecosystem, format, path, project: name, isPartial }) =>
        ecosystem === "python" && projectFormats.includes(format) && folderOf(path) === "" && name !== undefined && !isPartial,
    );
    if (project === undefined) return;
    const isDeclared = manifests.some(
      ({ path, requires, ecosystem, declarations, isPartial, format }) =>
        folderOf(path) === "" &&
        ((ecosystem === "python" && requires !== undefined) ||
          declarations.some(({ scope, canonical }) => scope === "tool" && canonical === "python") ||
          (isPartial && projectFormats.includes(format))),
    );
    const first = occurrences.find(({ certainty }) => certainty === "sure");
    const at = sources.get(project.path)?.at([0, 0]);
    const start = first?.chain[0];
    if (isDeclared || start === undefined || at === undefined) return;
    yield {
      message: `\`${project.path}\` does not say which versions of Python the project takes, and ${start.kind === "hook" ? `the hook \`${start.text}\`` : "the tests"} run it.`,
      at,
      related: [{ message: start.text, at: start.at }],
      help: "Write `requires-python` (`python_requires` in setup.cfg and setup.py).",
      data: { manifest: project.path },
    };
  },
});
