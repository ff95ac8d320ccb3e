// filter-without-filenames: a filter on a hook that gets no file names.
import { defineRule } from "@caio/repo-model/check";
import { child } from "@caio/repo-model/data";
import type { ConfigFacts } from "../facts.js";

const filters = ["exclude", "exclude_types"];

export const filterWithoutFilenames = defineRule<ConfigFacts, unknown>({
  id: "filter-without-filenames",
  summary: "A hook with `pass_filenames: false` excludes files, which keeps none of them from its command.",
  severity: "note",
  *find({ source, hooks }) {
    for (const { node, id } of hooks) {
      const passes = child(node, "pass_filenames");
      if (passes?.kind !== "boolean" || passes.value) continue;
      for (const { key, keyRange } of node.entries) {
        if (!filters.includes(key)) continue;
        yield {
          message: `\`${key}\` keeps no file from the hook \`${id ?? ""}\`: with \`pass_filenames: false\` it only decides whether the hook runs.`,
          at: source.at(keyRange),
          help: "Exclude the files in what the hook runs.",
          data: { hook: id ?? null, key },
        };
      }
    }
  },
});
