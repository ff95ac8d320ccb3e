// What the rules of `lint` have in common: they look at the records, and find nothing in a verdict.
import { defineRule, type Draft, type Rule, type Severity } from "@caio/repo-model/check";
import type { AdrFacts, LintedRecord } from "../facts.js";

/** A rule over the records. */
export function recordRule(
  id: string,
  summary: string,
  severity: Severity,
  judge: (records: readonly LintedRecord[]) => Iterable<Draft>,
): Rule<AdrFacts, unknown> {
  return defineRule<AdrFacts, unknown>({ id, summary, severity, find: (facts) => ("linted" in facts ? judge(facts.linted) : []) });
}

/** A file's name, for a message. */
export const fileName = ({ path }: LintedRecord): string => path.slice(path.lastIndexOf("/") + 1);
