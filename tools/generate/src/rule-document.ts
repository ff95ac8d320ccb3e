// The head of a rule's document: title, summary, severity and fix.
import type { RuleFacts } from "./rule-facts.js";
import { section } from "./section.js";

const fixes = { safe: "`--fix` mends it.", suggested: "`--fix-suggested` mends it." } as const;

/** The document with its head made anew; what stands under the head is kept. */
export function ruleDocument(document: string, rule: RuleFacts): string {
  const body = document.replace(/^# [^\n]*\n+(?:(?!#|<!--)[^\n]+\n+)?(?:<!-- caio:begin generate\/rule -->\n[^]*?<!-- caio:end generate\/rule -->\n+)?/, "");
  const severity = rule.severity === "off" ? "Off by default." : `Severity: ${rule.severity}.`;
  const facts = rule.fix === undefined ? severity : `${severity} ${fixes[rule.fix]}`;
  return `# ${rule.id}\n\n${rule.summary}\n\n${section("rule", `${facts}\n`)}\n${body}`;
}
