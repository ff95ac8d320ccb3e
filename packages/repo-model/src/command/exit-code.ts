// The exit code of an outcome.
import type { Finding, Outcome } from "../check/index.js";

/** 2 where something could not be read or decided, 1 for new errors or too many warnings, else 0. */
export function exitCode(
  { findings, troubles }: Pick<Outcome, "findings" | "troubles">,
  maxWarnings?: number,
  isKnown: (finding: Finding) => boolean = () => false,
): 0 | 1 | 2 {
  if (troubles.length > 0) return 2;
  const fresh = findings.filter((finding) => !isKnown(finding));
  if (fresh.some(({ severity }) => severity === "error")) return 1;
  return maxWarnings !== undefined && fresh.filter(({ severity }) => severity === "warning").length > maxWarnings ? 1 : 0;
}
