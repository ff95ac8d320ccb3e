// What can be said of a rule: its own words, and whether it mends what its document shows to be wrong.
import type { Check, RuleInfo } from "@caio/repo-model/check";
import { documentBlocks, judge } from "@caio/testing";

/** A rule; `fix` is absent where its document's example gets none. */
export interface RuleFacts extends RuleInfo {
  readonly fix?: "safe" | "suggested";
}

/** Judges the document's `## Wrong` blocks, so that the table says what the rule does, not what somebody remembered. */
export async function ruleFacts(check: Check, rule: RuleInfo, document: string): Promise<RuleFacts> {
  const { findings, troubles } = await judge(check, documentBlocks(document, "Wrong"), { rule: rule.id });
  const [trouble] = troubles;
  if (trouble !== undefined) throw trouble;
  const kinds = findings.flatMap(({ fix }) => (fix === undefined ? [] : [fix.kind]));
  const fix = kinds.includes("safe") ? "safe" : kinds[0];
  return fix === undefined ? rule : { ...rule, fix };
}
