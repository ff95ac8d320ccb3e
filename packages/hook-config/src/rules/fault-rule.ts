// Rules whose faults the validation or the migration has found already: each picks its own.
import { defineRule, type Draft, type Fix, type Rule, type Severity } from "@caio/repo-model/check";
import type { TextEdit } from "@caio/repo-model/text";
import type { ConfigFacts, HookFacts } from "../facts.js";
import type { OtherFacts } from "../others/facts.js";
import type { Change } from "../migrate/change.js";

interface Head {
  readonly id: string;
  readonly summary: string;
  readonly severity: Severity | "off";
}

/** What the reader of another manager's file has found for a rule. */
function* foundElsewhere({ faults }: OtherFacts, id: string): Iterable<Draft> {
  for (const { rule, ...draft } of faults) if (rule === id) yield draft;
}

/** A rule over pre-commit's files alone. */
export function configRule(head: Head, find: (facts: ConfigFacts) => Iterable<Draft>): Rule<HookFacts, unknown> {
  return defineRule<HookFacts, unknown>({ ...head, find: (facts) => (facts.kind === "pre-commit" ? find(facts) : []) });
}

/** A rule whose findings are faults of the validation. What `skips` holds for is left to another rule. */
export function faultRule(head: Head, skips: (facts: ConfigFacts, key: string) => boolean = () => false): Rule<HookFacts, unknown> {
  return defineRule<HookFacts, unknown>({ ...head, find: (facts) => (facts.kind === "pre-commit" ? faultsOf(facts) : foundElsewhere(facts, head.id)) });
  function* faultsOf(facts: ConfigFacts): Iterable<Draft> {
    const seen = new Set<string>();
    for (const fault of facts.faults) {
      if (fault.rule !== head.id) continue;
      const { message, range, help, data, severity } = fault;
      const key = `${range[0]} ${range[1]} ${message}`;
      // An alias repeats a map with its faults: each is told once.
      if (seen.has(key) || skips(facts, String(data?.["key"] ?? ""))) continue;
      seen.add(key);
      yield {
        message,
        at: facts.source.at(range),
        ...(help === undefined ? {} : { help }),
        ...(data === undefined ? {} : { data }),
        ...(severity === undefined ? {} : { severity }),
      };
    }
  }
}

function fixOf(facts: ConfigFacts, { splices, title }: Change, kind: Fix["kind"]): Fix {
  return { kind, title, edits: splices.map((splice): TextEdit => ({ path: facts.source.path, ...splice })) };
}

/** A rule whose findings are changes of the migration. */
export function changeRule(head: Head, kind: Fix["kind"] = "safe"): Rule<HookFacts, unknown> {
  return configRule(head, function* (facts) {
    for (const change of facts.changes) {
      if (change.rule !== head.id) continue;
      const { message, range, help, data } = change;
      yield {
        message,
        at: facts.source.at(range),
        data,
        ...(help === undefined ? {} : { help }),
        ...(change.splices.length === 0 ? {} : { fix: fixOf(facts, change, kind) }),
      };
    }
  });
}

/** A rule over the files of other managers, whose readers have found its faults. */
export function otherRule(head: Head): Rule<HookFacts, unknown> {
  return defineRule<HookFacts, unknown>({
    ...head,
    find: (facts) => (facts.kind === "other" ? foundElsewhere(facts, head.id) : []),
  });
}
