// stale-absence: a file is called absent, and it is there.
import { defineRule } from "@caio/repo-model/check";
import type { StatusPart } from "../facts.js";

export const staleAbsence = defineRule<StatusPart, unknown>({
  id: "stale-absence",
  summary: "A file is called absent, and it is there.",
  severity: "warning",
  *find({ status }) {
    for (const { source, range, path, words } of status.absences)
      yield {
        message: `\`${path}\` is \`${words}\` here, and it is there.`,
        at: source.at(range),
        help: "Take the remark away.",
        data: { path },
      };
  },
});
