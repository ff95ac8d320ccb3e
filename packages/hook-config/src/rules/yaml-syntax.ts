// yaml-syntax: a configuration that is no YAML.
import { defineRule } from "@caio/repo-model/check";
import type { ConfigFacts } from "../facts.js";

export const yamlSyntax = defineRule<ConfigFacts, unknown>({
  id: "yaml-syntax",
  summary: "The configuration is not the YAML that pre-commit reads.",
  severity: "error",
  *find({ source, problems }) {
    for (const { code, message, range } of problems) if (code !== "duplicate-key") yield { message, at: source.at(range), data: { code } };
  },
});
