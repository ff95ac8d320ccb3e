// missing-status: a decision record states no status.
import { fileName, recordRule } from "./record-rule.js";

export const missingStatus = recordRule("missing-status", "A decision record states no status.", "warning", function* (records) {
  const without = records.filter(({ hasStatus }) => !hasStatus);
  const [first] = without;
  // Where most have none it is the house's way, and said once.
  if (first !== undefined && without.length > 2 && without.length * 2 > records.length) {
    const message = `${without.length} of ${records.length} records state no status, so the gate accepts none of them.`;
    yield { message, at: first.at, severity: "note", help: "Give them one, or set `missingStatus: accept`." };
    return;
  }
  const help = "Write `- Status: accepted` under the title, or `status: accepted` into its front matter.";
  for (const record of without) yield { message: `\`${fileName(record)}\` states no status.`, at: record.at, help };
});
