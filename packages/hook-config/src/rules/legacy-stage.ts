// legacy-stage: a stage under the name that it had before pre-commit 3.2.
import { defineRule } from "@caio/repo-model/check";
import type { ConfigFacts } from "../facts.js";
import { legacyStages } from "../schema-facts.js";
import { replaceScalar } from "../splice.js";

export const legacyStage = defineRule<ConfigFacts, unknown>({
  id: "legacy-stage",
  summary: "A stage has the name that it had before pre-commit 3.2.",
  severity: "warning",
  *find({ source, stages }) {
    for (const node of stages) {
      const today = Object.hasOwn(legacyStages, node.value) ? legacyStages[node.value] : undefined;
      if (today === undefined) continue;
      const edit = replaceScalar(source, node, today);
      yield {
        message: `The stage \`${node.value}\` is called \`${today}\` today.`,
        at: source.at(node.range),
        help: "pre-commit warns about it and will refuse it.",
        data: { stage: node.value, today },
        ...(edit === undefined ? {} : { fix: { kind: "safe", title: `write \`${today}\``, edits: [edit] } }),
      };
    }
  },
});
