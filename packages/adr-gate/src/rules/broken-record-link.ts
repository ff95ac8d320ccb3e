// broken-record-link: a decision record links to a document that is not there.
import { recordRule } from "./record-rule.js";

export const brokenRecordLink = recordRule("broken-record-link", "A decision record links to a document that is not there.", "warning", function* (records) {
  for (const { brokenLinks } of records)
    for (const { target, at } of brokenLinks) yield { message: `\`${target}\` leads to no file.`, at, help: "`adr-gate list` shows the records." };
});
