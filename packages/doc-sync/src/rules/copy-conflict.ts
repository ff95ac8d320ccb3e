// copy-conflict: a copy of a record says something else than the canonical one.
import { defineRule } from "@caio/repo-model/check";
import type { DocSyncOptions } from "../defaults.js";
import type { StatusPart } from "../facts.js";
import { copyName } from "../status/copies.js";
import { headingLinkEdits } from "../status/heading-links.js";
import { restyle } from "../status/restyle.js";
import { shownToken } from "../status/token.js";

export const copyConflict = defineRule<StatusPart, Pick<DocSyncOptions, "forceSource">>({
  id: "copy-conflict",
  summary: "A copy of a record states another status than the canonical copy.",
  severity: "error",
  *find({ status, documents }, { forceSource }) {
    for (const { statement, canonical, siblings } of status.copyConflicts) {
      const isNewer = status.newer.has(statement);
      const model = { text: canonical.source.text, token: canonical.token };
      const vocabulary = status.vocabularyOf(statement.source.path);
      const own = isNewer && !forceSource ? undefined : restyle(statement, canonical.token.state, siblings, vocabulary, model);
      const said = shownToken(canonical.source.text, canonical.token);
      yield {
        message: `\`${copyName(statement)}\` is \`${shownToken(statement.source.text, statement.token)}\` here and \`${said}\` in \`${canonical.source.path}\`.`,
        at: statement.source.at(statement.token.range),
        related: [{ message: `the canonical copy says \`${said}\``, at: canonical.source.at(canonical.token.range) }],
        help: isNewer
          ? "This line was changed later than the canonical copy: correct that, or take it over with `--fix --force-source`."
          : "Correct the copy; `--fix` writes the canonical copy's status in the copy's own style.",
        data: {
          entity: copyName(statement),
          state: statement.token.state,
          canonical: canonical.source.path,
          canonicalState: canonical.token.state,
          isNewer,
        },
        ...(own === undefined
          ? {}
          : { fix: { kind: "safe", title: `write what \`${canonical.source.path}\` says`, edits: [...own, ...headingLinkEdits(statement, own, documents)] } }),
      };
    }
  },
});
