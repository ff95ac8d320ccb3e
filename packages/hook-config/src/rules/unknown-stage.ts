// unknown-stage: a stage that is none of pre-commit's.
import { defineRule, type Draft } from "@caio/repo-model/check";
import { nearest } from "@caio/repo-model/config";
import { child, textItems } from "@caio/repo-model/data";
import type { SourceText } from "@caio/repo-model/text";
import type { ConfigFacts, StringNode } from "../facts.js";
import { legacyStages, stages as known } from "../schema-facts.js";

/** `manual` is a stage and no hook that git runs. */
const hookTypes = known.filter((one) => one !== "manual");

function draft(source: SourceText, { value, range }: StringNode, what: string, names: readonly string[]): Draft {
  const near = nearest(value, names);
  return {
    message: `There is no ${what} \`${value}\`.`,
    at: source.at(range),
    help: near === undefined ? `There are: ${names.join(", ")}.` : `Did you mean \`${near}\`?`,
    data: { stage: value },
  };
}

export const unknownStage = defineRule<ConfigFacts, unknown>({
  id: "unknown-stage",
  summary: "A stage is none that pre-commit knows.",
  severity: "error",
  *find({ source, root, stages }) {
    for (const node of stages) {
      if (known.includes(node.value) || Object.hasOwn(legacyStages, node.value)) continue;
      yield draft(source, node, "stage", known);
    }
    for (const node of textItems(child(root, "default_install_hook_types"))) {
      if (!hookTypes.includes(node.value)) yield draft(source, node, "hook type", hookTypes);
    }
  },
});
