// What all rules of adr-gate do: tell one failing reason of the verdict at each trigger.
import { defineRule, type Draft, type Rule } from "@caio/repo-model/check";
import type { AdrFacts, TriggerPlace } from "../facts.js";
import { failTexts, type FailReason } from "../reasons.js";
import type { Reference } from "../verdict.js";

/** In a message the attacker's text stands between backticks, without any of its own. */
const quoted = (text: string): string => `\`${text.replace(/`/g, "'").replace(/\s+/g, " ").slice(0, 120)}\``;

function whatOf({ path, guardrail, pattern }: TriggerPlace): string {
  if (guardrail === "caio-configuration") return `${quoted(path)} holds the gate's configuration`;
  if (guardrail !== "dependencies") return `${quoted(path)} is guarded by ${quoted(guardrail)}`;
  return pattern === "unreadable" ? `${quoted(path)} cannot be read as a manifest` : `${quoted(path)} adds the new dependency ${quoted(pattern)}`;
}

/** The reference that decides: the first with the reason. */
function deciding(references: readonly Reference[], reason: FailReason): Reference | undefined {
  return references.find((one) => one.reason === reason) ?? (reason === "adr-out-of-scope" ? references.find((one) => one.path !== undefined) : undefined);
}

/** A rule named as its reason. */
export function failRule(reason: FailReason, summary: string): Rule<AdrFacts, unknown> {
  return defineRule<AdrFacts, unknown>({
    id: reason,
    summary,
    severity: "error",
    *find(facts): Iterable<Draft> {
      if (!("verdict" in facts) || facts.verdict.reason !== reason) return;
      const { verdict, triggers, records, severity } = facts;
      const reference = deciding(verdict.references, reason);
      const { message, help } = failTexts[reason];
      for (const trigger of triggers) {
        const level = severity(reason, trigger.path);
        if (level === "off") continue;
        yield {
          message: message
            .replace("{what}", () => whatOf(trigger))
            .replace("{reference}", () => (reference === undefined ? "the reference" : quoted(reference.text))),
          at: trigger.at,
          severity: level,
          help: trigger.why === undefined ? help : `${trigger.why.replace(/[.\s]*$/, ".")} ${help}`,
          related: records.map((record) => ({
            message: `status: ${record.reference.status === "" ? "none" : (record.reference.status ?? "none")}`,
            at: record.at,
          })),
          fingerprintText: `${reason} ${trigger.guardrail} ${trigger.pattern}`,
          data: { guardrail: trigger.guardrail, pattern: trigger.pattern, references: verdict.references.map(({ text }) => text) },
        };
      }
    },
  });
}
