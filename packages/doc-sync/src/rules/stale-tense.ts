// stale-tense: something is promised for a thing that is done.
import { defineRule } from "@caio/repo-model/check";
import type { StatusPart } from "../facts.js";
import { entityName } from "../status/entity.js";

export const staleTense = defineRule<StatusPart, unknown>({
  id: "stale-tense",
  summary: "Something is promised for a thing that is done already.",
  severity: "warning",
  *find({ status }) {
    for (const { tense, source, at, said } of status.staleTenses) {
      const entity = entityName(tense);
      yield {
        message: `\`${tense.source.text.slice(...tense.range).replace(/\s+/g, " ")}\` is said here, and \`${entity}\` is \`${said.replace(/[*_`]/g, "").trim()}\` in \`${source.path}:${source.position(at[0]).line}\`.`,
        at: tense.source.at(tense.range),
        related: [{ message: `\`${entity}\` is done`, at: source.at(at) }],
        help: "Say what is so today, or where the promise went.",
        data: { entity },
      };
    }
  },
});
