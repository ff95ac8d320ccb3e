// undeclared-import: a hook or a test imports a distribution that no manifest declares.
import { defineRule, type Draft } from "@caio/repo-model/check";
import { canonicalName } from "@caio/repo-model/manifests";
import { chainText, isSurer } from "../chain/step.js";
import type { EnvCheckOptions } from "../defaults.js";
import type { EnvFacts, Occurrence } from "../facts.js";
import { declareFix } from "../declare-fix.js";

/** Whether a known distribution of an import is declared nowhere, and that is sure. */
function isUndeclared({ provided, declared, import: { module } }: Occurrence, options: EnvCheckOptions): boolean {
  if (provided === undefined || provided.by === "declared" || declared.isPartial || !declared.isAny) return false;
  if (options.provided.includes(module) || options.provided.includes(module.split(".")[0] ?? "")) return false;
  const names = provided.distributions.map(canonicalName);
  return !names.some((name) => declared.names.has(name) || declared.brought.has(name));
}

export const undeclaredImport = defineRule<EnvFacts, EnvCheckOptions>({
  id: "undeclared-import",
  summary: "A hook or a test imports a distribution that no manifest declares.",
  severity: "error",
  *find(facts, options) {
    const best = new Map<string, Occurrence>();
    for (const one of facts.occurrences) {
      if (!isUndeclared(one, options)) continue;
      const name = one.provided?.distributions[0] ?? "";
      const known = best.get(name);
      if (known === undefined || isSurer(one.certainty, known.certainty) || (one.certainty === known.certainty && one.isFromHook && !known.isFromHook))
        best.set(name, one);
    }
    for (const [name, one] of best) yield draftOf(name, one, facts);
  },
});

function draftOf(name: string, one: Occurrence, facts: EnvFacts): Draft {
  const { import: imported, chain, provided, certainty } = one;
  const last = chain.at(-1);
  const start = chain[0];
  const by = start === undefined ? "A test" : start.kind === "hook" ? `The hook \`${start.text}\`` : "The tests";
  const needs = start === undefined ? "imports" : start.kind === "hook" ? "needs" : "need";
  const whole = `${chainText(chain)} → ${imported.module} → ${name}`;
  const others =
    (provided?.distributions.length ?? 0) > 1
      ? ` (or ${provided?.distributions
          .slice(1)
          .map((other) => `\`${other}\``)
          .join(", ")})`
      : "";
  const fix = certainty === "optional" ? undefined : declareFix(name, one, facts);
  return {
    message: `${by} ${needs} \`${name}\`${others} for \`import ${imported.module}\`, and no manifest declares it.`,
    at: last?.at ?? one.source.at([0, 0]),
    related: chain.slice(0, -1).map(({ kind, text, at }) => ({
      message: kind === "hook" ? `hook \`${text}\`` : kind === "entry" ? `runs \`${text}\`` : kind === "file" ? "imports" : text,
      at,
    })),
    help: certainty === "optional" ? `It may be optional here: ${whole}.` : `Declare it: ${whole}.`,
    data: { import: imported.module, distribution: name, chain: [...chain.map(({ text }) => text), imported.module, name] },
    ...(certainty === "optional" ? { severity: "note" as const } : certainty === "maybe" ? { severity: "warning" as const } : {}),
    ...(fix === undefined ? {} : { fix }),
  };
}
