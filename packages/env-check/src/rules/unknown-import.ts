// unknown-import: nobody knows which distribution an import comes from.
import { defineRule } from "@caio/repo-model/check";
import { chainText } from "../chain/step.js";
import type { EnvFacts } from "../facts.js";

export const unknownImport = defineRule<EnvFacts, unknown>({
  id: "unknown-import",
  summary: "The distribution of an import is not known, so that nothing can be said of it.",
  severity: "off",
  *find({ occurrences }) {
    const seen = new Set<string>();
    for (const { provided, certainty, import: imported, chain, source } of occurrences) {
      const [root = ""] = imported.module.split(".");
      if (provided !== undefined || certainty === "optional" || seen.has(root)) continue;
      seen.add(root);
      yield {
        message: `The distribution of \`${imported.module}\` is not known.`,
        at: chain.at(-1)?.at ?? source.at([0, 0]),
        help: `Name it under \`imports\` in the configuration: ${chainText(chain)}.`,
        data: { import: imported.module },
      };
    }
  },
});
