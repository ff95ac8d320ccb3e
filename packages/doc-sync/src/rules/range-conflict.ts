// range-conflict: a status of several things at once that one of them contradicts.
import { defineRule, type Draft } from "@caio/repo-model/check";
import type { StatusPart } from "../facts.js";
import type { RangeConflict } from "../status/range-conflicts.js";

function draft({ range, others, isDirected }: RangeConflict): Draft {
  const { source, kind, first, last, token } = range;
  const [one] = others;
  const rest = others.length > 1 ? ` and ${others.length - 1} more ${others.length === 2 ? "differs" : "differ"}` : "";
  const place = one === undefined ? "" : `; \`${one.entity}\` is \`${one.said}\` in \`${one.source.path}:${one.source.position(one.at[0]).line}\`${rest}`;
  return {
    message: `\`${kind.charAt(0).toUpperCase()}${kind.slice(1)}s ${first}-${last}\` are \`${source.text
      .slice(...token.range)
      .replace(/[*_`]/g, "")
      .trim()}\` here${place}.`,
    at: source.at(range.range),
    related: others.map((other) => ({ message: `\`${other.entity}\` is \`${other.said}\``, at: other.source.at(other.at) })),
    help: "Name the things one by one, or correct what differs.",
    ...(isDirected ? {} : { severity: "warning" as const }),
    data: { kind, first, last, state: token.state, others: others.map(({ entity, state }) => ({ entity, state })) },
  };
}

export const rangeConflict = defineRule<StatusPart, unknown>({
  id: "range-conflict",
  summary: "A status of several things at once is contradicted by one of them.",
  severity: "error",
  *find({ status }) {
    for (const conflict of status.rangeConflicts) yield draft(conflict);
  },
});
