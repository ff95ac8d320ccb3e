// one-sided-supersession: a record is superseded by another one that does not say so.
import { recordRule } from "./record-rule.js";

export const oneSidedSupersession = recordRule(
  "one-sided-supersession",
  "A decision record is superseded by another one that does not say so.",
  "warning",
  function* (records) {
    for (const { name, at, silentSuccessors } of records)
      for (const next of silentSuccessors)
        yield {
          message: `\`${name}\` is superseded by \`${next.name}\`, which does not say so.`,
          at: next.at,
          related: [{ message: "the superseded record", at }],
          help: `Write \`Supersedes ${name}\` into it.`,
        };
  },
);
