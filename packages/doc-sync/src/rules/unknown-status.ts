// unknown-status: a value of a declared source that is no status word.
import { defineRule } from "@caio/repo-model/check";
import { nearest } from "@caio/repo-model/config";
import type { DocFacts } from "../facts.js";
import { entityName } from "../status/entity.js";

const plain = (value: string): string =>
  value
    .replace(/[*_`~]/g, " ")
    .replace(/\s+/g, " ")
    .trim();

export const unknownStatus = defineRule<DocFacts, unknown>({
  id: "unknown-status",
  summary: "A declared source holds a status that is not in the vocabulary.",
  severity: "warning",
  *find({ status }) {
    const { vocabulary } = status;
    for (const { entries } of status.declared) {
      for (const { entity, entry, source } of entries.values()) {
        const value = plain(entry.value);
        // Empty cells and dashes say that nothing is said; words of other life cycles are known.
        if (entry.token !== undefined || /^[\s–—-]*$/.test(value)) continue;
        const start = value.replace(/^[^\p{L}\p{N}]+/u, "");
        if (vocabulary.wordAt(start, 0) !== undefined || vocabulary.statesIn(value).size > 1) continue;
        const near = nearest(
          start
            .toLowerCase()
            .split(/[([,;:–—]/)[0]
            ?.trim() ?? "",
          vocabulary.known,
        );
        yield {
          message: `The status \`${value}\` of \`${entityName(entity)}\` is not known.`,
          at: source.at(entry.valueRange[0] === entry.valueRange[1] ? entry.keyRange : entry.valueRange),
          help: near === undefined ? "Write a known status, or name this one in `vocabulary`." : `Did you mean \`${near}\`? Else name it in \`vocabulary\`.`,
          data: { entity: entityName(entity), status: value, ...(near === undefined ? {} : { nearest: near }) },
        };
      }
    }
  },
});
