// unknown-stage: a stage that is none of pre-commit's.
import { defineRule } from "@caio/repo-model/check";
import { nearest } from "@caio/repo-model/config";
import type { ConfigFacts } from "../facts.js";
import { legacyStages, stages as known } from "../schema-facts.js";

export const unknownStage = defineRule<ConfigFacts, unknown>({
  id: "unknown-stage",
  summary: "A stage is none that pre-commit knows.",
  severity: "error",
  *find({ source, stages }) {
    for (const node of stages) {
      if (known.includes(node.value) || Object.hasOwn(legacyStages, node.value)) continue;
      const near = nearest(node.value, known);
      yield {
        message: `There is no stage \`${node.value}\`.`,
        at: source.at(node.range),
        help: near === undefined ? `Stages: ${known.join(", ")}.` : `Did you mean \`${near}\`?`,
        data: { stage: node.value },
      };
    }
  },
});
