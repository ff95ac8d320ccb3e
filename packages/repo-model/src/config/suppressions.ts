// The entries of `suppress` at work: which findings they hold back, and which of them hold back nothing.
import type { Finding } from "../check/finding.js";
import type { SuppressionUse } from "../check/suppression.js";
import { pathMatcher } from "../patterns/index.js";
import type { Configuration, Suppression } from "./configuration.js";

/** The entries of one run. An entry counts as used once it held back a finding. */
export interface SuppressionEntries {
  suppresses(finding: Finding): boolean;
  uses(): readonly SuppressionUse[];
}

/** Makes the entries of a run at a time (ISO 8601). An entry holds on the day of `expires` and no more after it. */
export function suppressionEntries({ suppress }: Pick<Configuration, "suppress">, now: string): SuppressionEntries {
  const today = now.slice(0, 10);
  const used = new Set<Suppression>();
  const byRule = new Map<string, { entry: Suppression; matches: (path: string) => boolean }[]>();
  const isExpired = ({ expires }: Suppression): boolean => expires !== undefined && expires < today;
  for (const entry of suppress) {
    if (isExpired(entry)) continue;
    const known = byRule.get(entry.rule) ?? [];
    known.push({ entry, matches: pathMatcher([entry.path]) });
    byRule.set(entry.rule, known);
  }
  return {
    suppresses({ rule, at, fingerprint, data }) {
      const match = byRule
        .get(rule)
        ?.find(
          ({ entry, matches }) =>
            (entry.fingerprint === undefined || entry.fingerprint === fingerprint) &&
            (entry.pointer === undefined || entry.pointer === data?.["pointer"]) &&
            matches(at.path),
        );
      if (match !== undefined) used.add(match.entry);
      return match !== undefined;
    },
    uses: () =>
      suppress.map((entry) => ({
        rule: entry.rule,
        at: entry.at,
        isUsed: used.has(entry),
        fault: isExpired(entry) ? "expired" : "unused",
        ...(entry.expires === undefined ? {} : { expires: entry.expires }),
      })),
  };
}
