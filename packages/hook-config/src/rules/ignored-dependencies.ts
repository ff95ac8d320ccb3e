// ignored-dependencies: dependencies of a hook whose language installs none.
import { languages, renamedLanguages } from "../data/languages.js";
import { rangeAt, textAt, textsAt } from "../facts.js";
import { configRule } from "./fault-rule.js";

export const ignoredDependencies = configRule(
  { id: "ignored-dependencies", summary: "A hook has dependencies, and a language for which pre-commit installs none.", severity: "error" },
  function* ({ source, hooks, form }) {
    for (const { view, id, repo } of hooks) {
      const language = textAt(view, "language");
      const today = language === undefined ? undefined : (renamedLanguages[language] ?? language);
      const fact = languages.find(({ name }) => name === today);
      const dependencies = textsAt(view, "additional_dependencies");
      if (fact === undefined || fact.installs || dependencies === undefined || dependencies.length === 0 || (repo !== "local" && form === "config")) continue;
      yield {
        message: `pre-commit installs nothing for the language \`${language ?? ""}\`: \`additional_dependencies\` of \`${id ?? ""}\` stop it.`,
        at: source.at(rangeAt(view, "additional_dependencies")),
        help: "Use the language of the dependencies, or remove them.",
        // `caio hook-config ready` tells it as an error: there it is known.
        severity: "warning",
        data: { hook: id ?? null, language: language ?? null, dependencies },
      };
    }
  },
);
