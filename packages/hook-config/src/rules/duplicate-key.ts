// duplicate-key: a key that stands twice in a map, of which pre-commit reads the last.
import { defineRule } from "@caio/repo-model/check";
import type { ConfigFacts } from "../facts.js";

export const duplicateKey = defineRule<ConfigFacts, unknown>({
  id: "duplicate-key",
  summary: "A key stands twice in a map; pre-commit reads the last one.",
  severity: "warning",
  *find({ source, problems }) {
    for (const { code, message, range } of problems)
      if (code === "duplicate-key")
        yield { message, at: source.at(range), help: "pre-commit reads the last one and says nothing.", data: { key: source.text.slice(...range) } };
  },
});
