// python-venv: the language `python_venv`, which is `python` since pre-commit 2.
import { defineRule } from "@caio/repo-model/check";
import type { ConfigFacts } from "../facts.js";
import { replaceScalar } from "../splice.js";

export const pythonVenv = defineRule<ConfigFacts, unknown>({
  id: "python-venv",
  summary: "The language `python_venv` is called `python` since pre-commit 2.4.",
  severity: "warning",
  *find({ source, languages }) {
    for (const node of languages) {
      if (node.value !== "python_venv") continue;
      const edit = replaceScalar(source, node, "python");
      yield {
        message: "The language `python_venv` is called `python` today.",
        at: source.at(node.range),
        data: {},
        ...(edit === undefined ? {} : { fix: { kind: "safe", title: "write `python`", edits: [edit] } }),
      };
    }
  },
});
