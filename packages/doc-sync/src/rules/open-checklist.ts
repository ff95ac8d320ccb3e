// open-checklist: a section that is called done holds open boxes.
import { defineRule } from "@caio/repo-model/check";
import type { StatusPart } from "../facts.js";

/** Open boxes that are shown with a finding. */
const mostShown = 5;

export const openChecklist = defineRule<StatusPart, unknown>({
  id: "open-checklist",
  summary: "A section that is called done holds open boxes.",
  severity: "warning",
  *find({ status }) {
    for (const { source, heading, token, open, ticked } of status.openSections) {
      const said = source.text
        .slice(...token.range)
        .replace(/[*_`]/g, "")
        .trim();
      yield {
        message: `\`${heading.text}\` is \`${said}\`, and ${open.length} of its ${open.length + ticked} boxes ${open.length === 1 ? "is" : "are"} open.`,
        at: source.at(token.range),
        related: open.slice(0, mostShown).map((box) => ({ message: "open", at: source.at(box) })),
        help: "Tick the boxes, say why they stay open, or take the status back.",
        data: { open: open.length, ticked },
      };
    }
  },
});
