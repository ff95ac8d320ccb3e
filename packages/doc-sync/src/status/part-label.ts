// Parts that are called by what they are part of: "Phase 6 - Task 6.3: Upload", "Sprint 2, Day 3".
import { normalNumber, type LabelMatch, type LabelMatcher } from "./matcher.js";

const longestPart = 60;
const part =
  /^[ \t]*[-–—,][ \t]*(task|step|part|day|week|story|section|batch)[ \t]+#?(\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)(?=[*_`]*(?:$|[ \t]*[:(–—✅]|[ \t]+-))/iu;

/** The thing that a text begins with, or the part of it that is named there. */
export function partOf(body: string, matcher: LabelMatcher): LabelMatch | undefined {
  const match = matcher.match(body);
  if (match === undefined || match.kind === "") return match;
  const [lead = "", name = "", number = ""] = part.exec(body.slice(match.length, match.length + longestPart)) ?? [];
  if (lead === "") return match;
  const whole = match.kind.endsWith("-") ? `${match.kind}${match.number}`.toUpperCase() : `${match.kind} ${match.number}`;
  return { kind: `${whole} ${name.toLowerCase()}`, number: normalNumber(number), length: match.length + lead.length };
}
