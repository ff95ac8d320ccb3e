// status-conflict: two places state different states of one thing.
import { defineRule, type Draft } from "@caio/repo-model/check";
import type { Location } from "@caio/repo-model/text";
import type { DocSyncOptions } from "../defaults.js";
import type { StatusPart } from "../facts.js";
import type { Conflict } from "../status/directed.js";
import { entityName } from "../status/entity.js";
import { headingLinkEdits } from "../status/heading-links.js";
import { restyle } from "../status/restyle.js";
import type { Statement } from "../status/statement.js";
import { shownToken } from "../status/token.js";
import type { Disagreement } from "../status/undirected.js";

const written = ({ source, token }: Statement): string => shownToken(source.text, token);
const placeOf = ({ source, at, token }: Statement): Location => source.at(at ?? token.range);
const titled = ({ label }: Statement): string => `${entityName(label)}${label.title === "" ? "" : `: ${label.title}`}`;

/** A mirror against its source: the source is right. */
function directed(
  { statement, truth, siblings, isCertain }: Conflict,
  { status: { newer, vocabularyOf }, documents }: StatusPart,
  forceSource: boolean,
): Draft | undefined {
  const { token } = truth.entry;
  if (token === undefined) return undefined;
  const isNewer = newer.has(statement);
  const own =
    isCertain && (!isNewer || forceSource)
      ? restyle(statement, token.state, siblings, vocabularyOf(statement.source.path), { text: truth.source.text, token })
      : undefined;
  const edits = own === undefined ? undefined : [...own, ...headingLinkEdits(statement, own, documents)];
  const said = shownToken(truth.source.text, token);
  return {
    message: `\`${entityName(statement.label)}\` is \`${written(statement)}\` here and \`${said}\` in \`${truth.source.path}\`.`,
    at: statement.source.at(statement.token.range),
    related: [{ message: `the source says \`${said}\``, at: truth.source.at(truth.entry.valueRange) }],
    help: isNewer
      ? "This line was changed later than the source: correct the source, or take it over with `--fix --force-source`."
      : isCertain
        ? "Correct the document; `--fix` writes the source's status in the document's own style."
        : `The mirrors use \`${entityName(statement.label)}\` for different things; give the source titles, or narrow the mirrors.`,
    data: { entity: entityName(statement.label), state: statement.token.state, source: truth.source.path, sourceState: token.state, isNewer },
    ...(isCertain ? {} : { severity: "warning" }),
    ...(edits === undefined ? {} : { fix: { kind: "safe", title: `write what \`${truth.source.path}\` says`, edits } }),
  };
}

/** Documents against each other: nobody knows which is right. */
function undirected({ stale, others, also }: Disagreement): Draft {
  const [first] = others;
  const rest = others.length > 1 ? ` and ${others.length - 1} more ${others.length === 2 ? "place" : "places"}` : "";
  const place = first === undefined ? "" : `\`${written(first)}\` in \`${first.source.path}:${placeOf(first).start.line}\`${rest}`;
  return {
    message: `\`${titled(stale)}\` is \`${written(stale)}\` here and ${place}.`,
    at: placeOf(stale),
    related: [
      ...others.map((other) => ({ message: `states \`${written(other)}\``, at: placeOf(other) })),
      ...also.map((other) => ({ message: `says the same as this place`, at: placeOf(other) })),
    ],
    help: "Make the documents agree; with `sources` and `mirrors` in the configuration, `--fix` does it.",
    severity: "warning",
    data: { entity: entityName(stale.label), state: stale.token.state, others: others.map(({ source, token }) => ({ path: source.path, state: token.state })) },
  };
}

export const statusConflict = defineRule<StatusPart, Pick<DocSyncOptions, "forceSource">>({
  id: "status-conflict",
  summary: "Two documents state different statuses of the same thing.",
  severity: "error",
  *find(facts, { forceSource }) {
    const { status } = facts;
    for (const conflict of status.conflicts) {
      const draft = directed(conflict, facts, forceSource);
      if (draft !== undefined) yield draft;
    }
    for (const disagreement of status.disagreements) yield undirected(disagreement);
  },
});
