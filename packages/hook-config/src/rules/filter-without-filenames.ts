// filter-without-filenames: a filter on a hook that gets no file names.
import { boolAt } from "../facts.js";
import { configRule } from "./fault-rule.js";

const excluding = ["exclude", "exclude_types"];
const choosing = ["files", "types", "types_or"];

export const filterWithoutFilenames = configRule(
  {
    id: "filter-without-filenames",
    summary: "A hook with `pass_filenames: false` has a filter, which keeps no file from its command.",
    severity: "note",
  },
  function* ({ source, hooks }) {
    for (const { view, id } of hooks) {
      if (boolAt(view, "pass_filenames") !== false) continue;
      const isAlwaysRun = boolAt(view, "always_run") === true;
      for (const [key, pair] of view.pairs) {
        const isExcluding = excluding.includes(key);
        if (!isExcluding && !choosing.includes(key)) continue;
        yield {
          message: `\`${key}\` keeps no file from the hook \`${id ?? ""}\`: with \`pass_filenames: false\` it ${isAlwaysRun ? "decides nothing, since the hook always runs" : "only decides whether the hook runs"}.`,
          at: source.at(pair.key.alias ?? pair.key.node.range),
          help: isExcluding
            ? "Exclude the files in what the hook runs."
            : "Leave it where that is meant; to read those files alone is up to what the hook runs.",
          data: { hook: id ?? null, key },
        };
      }
    }
  },
);
