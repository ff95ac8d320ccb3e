// Findings about suppressions: without a reason they do not hold, unused they mislead.
import type { Draft, Finding } from "./finding.js";
import { withFingerprints } from "./fingerprint.js";
import type { SuppressionUse } from "./suppression.js";

const idFor = { bare: "suppression-without-reason", unused: "unused-suppression", expired: "expired-suppression" } as const;

function draftOf({ rule, at, fault, expires }: SuppressionUse): Draft {
  if (fault === "bare")
    return {
      at,
      message: `The suppression of \`${rule}\` gives no reason, so it does not hold.`,
      help: `Write \`caio-ignore ${rule}: why it is right here\`.`,
    };
  if (fault === "expired") return { at, message: `The suppression of \`${rule}\` expired after \`${expires ?? ""}\`.`, help: "Remove it." };
  return { at, message: `The suppression of \`${rule}\` suppresses nothing.`, help: "Remove it." };
}

/** Warnings for the suppressions that no finding used, of `rules` (full names) that ran. */
export function idleFindings(uses: Iterable<SuppressionUse>, rules: ReadonlySet<string>): Finding[] {
  const drafts = [...uses]
    .filter(({ rule, isUsed }) => !isUsed && rules.has(rule))
    .map((use) => ({
      ...draftOf(use),
      fingerprintText: use.rule,
      ruleId: idFor[use.fault],
      rule: `caio/${idFor[use.fault]}` as const,
      severity: "warning" as const,
    }));
  return withFingerprints(drafts).map(({ ruleId: _id, fingerprintText: _text, ...finding }) => finding);
}
