// broken-section-markers: markers of a generated section that are missing, nested, doubled, malformed, or in another tool's section.
import { defineRule } from "@caio/repo-model/check";
import type { StatusPart } from "../facts.js";

export const brokenSectionMarkers = defineRule<StatusPart, unknown>({
  id: "broken-section-markers",
  summary: "The markers of a generated section are not in order.",
  severity: "error",
  *find({ generated }) {
    for (const { document, range, message } of generated.problems)
      yield {
        message,
        at: document.source.at(range),
        help: "Set each begin before its end, once and alone on a line; nothing is written while they are not in order.",
      };
  },
});
