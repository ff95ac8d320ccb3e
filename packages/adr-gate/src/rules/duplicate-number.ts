// duplicate-number: two decision records have one number.
import { fileName, recordRule } from "./record-rule.js";

export const duplicateNumber = recordRule("duplicate-number", "Two decision records have one number.", "error", function* (records) {
  const first = new Map<number, (typeof records)[number]>();
  for (const record of records) {
    if (record.number === undefined) continue;
    const known = first.get(record.number);
    if (known === undefined) first.set(record.number, record);
    else
      yield {
        message: `The number of \`${fileName(record)}\` is that of \`${fileName(known)}\` too.`,
        at: record.at,
        related: [{ message: "the first", at: known.at }],
        help: "Give the later one the next free number.",
      };
  }
});
