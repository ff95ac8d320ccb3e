// stale-allow: an entry of `.caio/allow` that holds for nothing any more.
import { defineRule } from "@caio/repo-model/check";
import type { SecretScanOptions } from "../defaults.js";
import type { ScanFacts } from "../facts.js";

export const staleAllow = defineRule<ScanFacts, SecretScanOptions>({
  id: "stale-allow",
  summary: "An entry of the allow file holds for nothing.",
  severity: "warning",
  *find({ idle }) {
    for (const { entry, at, lineWithEnd, isExpired } of idle) {
      yield {
        message: isExpired
          ? `The entry for \`${entry.path}\` expired after \`${entry.expires}\`.`
          : `The entry for \`${entry.path}\` holds for no value any more.`,
        at,
        help: isExpired ? "Settle the finding anew, or remove the line." : "Remove the line: what it settled is gone.",
        fix: { title: "remove the entry", kind: "safe", edits: [{ path: at.path, range: lineWithEnd, text: "" }] },
        data: { path: entry.path, rule: entry.rule },
      };
    }
  },
});
