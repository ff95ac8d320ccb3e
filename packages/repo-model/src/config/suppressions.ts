// The entries of `suppress` at work: which findings they hold back, and which of them hold back nothing.
import type { Finding } from "../check/finding.js";
import type { SuppressionUse } from "../check/suppression.js";
import { pathMatcher } from "../patterns/index.js";
import { addTo } from "../text/index.js";
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
  // The findings of a file ask for the same entries.
  const byFile = new Map<string, readonly Suppression[]>();
  const isExpired = ({ expires }: Suppression): boolean => expires !== undefined && expires < today;
  for (const entry of suppress) {
    if (isExpired(entry)) continue;
    addTo(byRule, entry.rule, { entry, matches: pathMatcher([entry.path]) });
  }
  return {
    suppresses(finding) {
      const { rule, at } = finding;
      const entries = byRule.get(rule);
      if (entries === undefined) return false;
      const file = `${rule} ${at.path}`;
      let ofFile = byFile.get(file);
      if (ofFile === undefined) byFile.set(file, (ofFile = entries.filter(({ matches }) => matches(at.path)).map(({ entry }) => entry)));
      const match = ofFile.find(
        (entry) =>
          (entry.fingerprint === undefined || entry.fingerprint === finding.fingerprint) &&
          (entry.pointer === undefined || entry.pointer === finding.data?.["pointer"]),
      );
      if (match !== undefined) used.add(match);
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
