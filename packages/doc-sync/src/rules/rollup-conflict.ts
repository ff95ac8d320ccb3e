// rollup-conflict: a sum of statuses that the list beside it contradicts.
import { defineRule } from "@caio/repo-model/check";
import type { StatusPart } from "../facts.js";

export const rollupConflict = defineRule<StatusPart, unknown>({
  id: "rollup-conflict",
  summary: "A sum of statuses is contradicted by the list that it sums up.",
  severity: "warning",
  *find({ status }) {
    for (const { source, range, claimed, total, done, list } of status.rollups) {
      const line = source.position(list[0]).line;
      yield {
        message: `\`${source.text.slice(...range).replace(/[*_`]/g, "")}\` is said here, and ${done} of the ${total} in line ${line} and below ${done === 1 ? "is" : "are"} done.`,
        at: source.at(range),
        related: [{ message: `${done} of ${total} are done`, at: source.at([list[0], list[0]]) }],
        help: "Count again, or correct the list.",
        data: { claimed, done, total },
      };
    }
  },
});
