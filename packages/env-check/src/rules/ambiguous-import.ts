// ambiguous-import: an import that several distributions provide, and which of them is meant cannot be told.
import { defineRule } from "@caio/repo-model/check";
import { canonicalName, type Declaration } from "@caio/repo-model/manifests";
import { chainText, starterOf } from "../chain/step.js";
import type { EnvCheckOptions } from "../defaults.js";
import type { EnvFacts, Occurrence } from "../facts.js";
import { undeclared } from "../undeclared.js";
import { importDraft } from "./undeclared-import.js";

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(" or ");

/** The declarations that are installed together, without conditions, for one import. */
function together({ provided, declared }: Occurrence): readonly Declaration[] {
  const names = (provided?.alternatives ?? []).map(canonicalName);
  const found = names.flatMap((name) =>
    (declared.declarations.get(name) ?? []).filter(({ scope, marker }) => scope === "runtime" && marker === undefined).slice(0, 1),
  );
  return found.filter(({ at }) => at.path === found[0]?.at.path);
}

export const ambiguousImport = defineRule<EnvFacts, EnvCheckOptions>({
  id: "ambiguous-import",
  summary: "An import is provided by several distributions, of which none, or more than one, is declared.",
  severity: "error",
  *find(facts, options) {
    for (const one of undeclared(facts, options).values()) {
      const { provided, import: imported, chain } = one;
      const names = provided?.distributions ?? [];
      if (names.length < 2) continue;
      const { who, isPlural } = starterOf(chain);
      yield importDraft(one, {
        message: `${who} ${isPlural ? "need" : "needs"} ${code(names)} for \`import ${imported.module}\`, and no manifest declares any of them.`,
        help: `Declare the one that is meant: ${chainText(chain)} → ${imported.module}.`,
        data: { distributions: names },
      });
    }
    const seen = new Set<string>();
    for (const one of facts.occurrences) {
      const both = together(one);
      const key = both.map(({ canonical }) => canonical).join(" ");
      const [first, second] = both;
      if (first === undefined || second === undefined || seen.has(key)) continue;
      seen.add(key);
      yield {
        severity: "warning",
        message: `\`${first.name}\` and \`${second.name}\` both provide \`${one.import.module}\`: one overwrites files of the other.`,
        at: second.at,
        related: [{ message: `\`${first.name}\` is declared here`, at: first.at }],
        help: "Declare one of them.",
        data: { import: one.import.module, distributions: both.map(({ canonical }) => canonical) },
      };
    }
  },
});
