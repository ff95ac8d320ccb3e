// What can be said of a rule: its own words, and whether it mends what its document shows to be wrong.
import type { Check, RuleInfo } from "@caio/repo-model/check";
import { loadConfiguration } from "@caio/repo-model/config";
import { memoryTree } from "@caio/repo-model/tree";
import { documentBlocks, judge } from "@caio/testing";

/** A rule; `fix` is absent where its document's example gets none. */
export interface RuleFacts extends RuleInfo {
  readonly fix?: "safe" | "suggested";
}

/** Judges the document's `## Wrong` blocks, so that the table says what the rule does, not what somebody remembered. */
export async function ruleFacts(check: Check, rule: RuleInfo, document: string): Promise<RuleFacts> {
  const files = documentBlocks(document, "Wrong");
  // A document may show the configuration with which its example is wrong.
  const raw = (await loadConfiguration(memoryTree(files))).sections.get(check.name)?.raw;
  const { findings, troubles } = await judge(check, files, { rule: rule.id, ...(raw === undefined ? {} : { options: raw }) });
  const [trouble] = troubles;
  if (trouble !== undefined) throw trouble;
  const kinds = findings.flatMap(({ fix }) => (fix === undefined ? [] : [fix.kind]));
  const fix = kinds.includes("safe") ? "safe" : kinds[0];
  return fix === undefined ? rule : { ...rule, fix };
}
