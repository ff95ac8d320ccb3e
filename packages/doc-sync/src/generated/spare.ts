// Fixes stay out of what other tools write: their next run would take them back.
import type { Draft, Rule } from "@caio/repo-model/check";
import type { DocFacts } from "../facts.js";
import { foreignOf } from "./section-facts.js";

function spared({ fix, ...draft }: Draft, facts: DocFacts): Draft {
  if (fix === undefined) return draft;
  for (const edit of fix.edits) {
    const document = "range" in edit ? facts.byPath.get(edit.path) : undefined;
    const owner =
      document === undefined ? undefined : foreignOf(document).find(({ range }) => "range" in edit && edit.range[0] < range[1] && range[0] < edit.range[1]);
    if (owner !== undefined) return { ...draft, help: `${draft.help ?? ""} ${owner.owner} writes this section: run it again.`.trim() };
  }
  return { ...draft, fix };
}

/** The rule without fixes in other tools' sections. */
export function sparing<Options>(rule: Rule<DocFacts, Options>): Rule<DocFacts, Options> {
  return {
    ...rule,
    *find(facts, options) {
      for (const draft of rule.find(facts, options)) yield spared(draft, facts);
    },
  };
}
