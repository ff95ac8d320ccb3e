// filter-without-filenames: a filter on a hook that gets no file names.
import { boolAt } from "../facts.js";
import { configRule } from "./fault-rule.js";

const filters = ["exclude", "exclude_types"];

export const filterWithoutFilenames = configRule(
  {
    id: "filter-without-filenames",
    summary: "A hook with `pass_filenames: false` excludes files, which keeps none of them from its command.",
    severity: "note",
  },
  function* ({ source, hooks }) {
    for (const { view, id } of hooks) {
      if (boolAt(view, "pass_filenames") !== false) continue;
      for (const [key, pair] of view.pairs) {
        if (!filters.includes(key)) continue;
        yield {
          message: `\`${key}\` keeps no file from the hook \`${id ?? ""}\`: with \`pass_filenames: false\` it only decides whether the hook runs.`,
          at: source.at(pair.key.alias ?? pair.key.node.range),
          help: "Exclude the files in what the hook runs.",
          data: { hook: id ?? null, key },
        };
      }
    }
  },
);
