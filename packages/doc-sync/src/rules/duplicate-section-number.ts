// duplicate-section-number: two headings in a row of numbered ones have the same number.
import { defineRule } from "@caio/repo-model/check";
import type { StatusPart } from "../facts.js";

export const duplicateSectionNumber = defineRule<StatusPart, unknown>({
  id: "duplicate-section-number",
  summary: "Two headings of one numbering have the same number.",
  severity: "warning",
  *find({ status }) {
    for (const { source, number, heading, first } of status.sectionNumbers)
      yield {
        message: `The number ${number} of \`${heading.text}\` is \`${first.text}\`'s already, in line ${source.position(first.range[0]).line}.`,
        at: source.at(heading.content),
        related: [{ message: "has the number first", at: source.at(first.content) }],
        help: "Number the headings anew; anchors that hold the number change with it.",
        data: { number },
      };
  },
});
