// The head of a rule's document: title, summary, severity and fix.
import type { RuleFacts } from "./rule-facts.js";
import { withSection } from "./section.js";

const fixes = { safe: "`--fix` mends it.", suggested: "`--fix-suggested` mends it." } as const;

/** The document with its head made anew; what stands under the head is kept. */
export function ruleDocument(path: string, document: string, rule: RuleFacts): string {
  const head = `# ${rule.id}\n\n${rule.summary}\n`;
  const body = document.replace(/^# [^\n]*\n+(?:(?!#|<!--)[^\n]+\n+)?/, "");
  const severity = rule.severity === "off" ? "Off by default." : `Severity: ${rule.severity}.`;
  const facts = rule.fix === undefined ? severity : `${severity} ${fixes[rule.fix]}`;
  return withSection(path, `${head}\n${body}`, "rule", facts, head.length - 1);
}
