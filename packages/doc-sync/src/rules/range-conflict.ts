// range-conflict: a status of several things at once that one of them contradicts.
import { defineRule, type Draft } from "@caio/repo-model/check";
import type { StatusPart } from "../facts.js";
import type { RangeConflict } from "../status/range-conflicts.js";

function draft({ range, others, isDirected }: RangeConflict): Draft {
  const { source, kind, within, first, last, token } = range;
  const [name, verb] = first === last ? [`${kind} ${within}${first}`, "is"] : [`${kind}s ${within}${first}-${within}${last}`, "are"];
  const [one] = others;
  const rest = others.length > 1 ? ` and ${others.length - 1} more ${others.length === 2 ? "differs" : "differ"}` : "";
  const place = one === undefined ? "" : `; \`${one.entity}\` is \`${one.said}\` in \`${one.source.path}:${one.source.position(one.at[0]).line}\`${rest}`;
  return {
    message: `\`${name.charAt(0).toUpperCase()}${name.slice(1)}\` ${verb} \`${source.text
      .slice(...token.range)
      .replace(/[*_`]/g, "")
      .trim()}\` here${place}.`,
    at: source.at(range.range),
    related: others.map((other) => ({ message: `\`${other.entity}\` is \`${other.said}\``, at: other.source.at(other.at) })),
    help: first === last ? "Correct what differs." : "Name the things one by one, or correct what differs.",
    ...(isDirected ? {} : { severity: "warning" as const }),
    data: { kind, ...(within === "" ? {} : { within }), first, last, state: token.state, others: others.map(({ entity, state }) => ({ entity, state })) },
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
