// transitive-only: a distribution is there only because another one brings it.
import { defineRule } from "@caio/repo-model/check";
import { canonicalName } from "@caio/repo-model/manifests";
import { isIndirectUse } from "../chain/plugin-runs.js";
import { chainText } from "../chain/step.js";
import { declareFix } from "../declare-fix.js";
import { prefixes } from "../distribution-of.js";
import type { EnvFacts, Occurrence } from "../facts.js";

export const transitiveOnly = defineRule<EnvFacts, unknown>({
  id: "transitive-only",
  summary: "A distribution that is imported is declared nowhere, and comes only with another one.",
  severity: "note",
  *find(facts) {
    const seen = new Map<string, Occurrence>();
    for (const one of facts.occurrences) {
      const { provided, declared, certainty } = one;
      const [name] = provided?.distributions ?? [];
      if (name === undefined || certainty !== "sure" || declared.isPartial || seen.has(name)) continue;
      // A plug-in of pytest is found whoever brings it.
      if (isIndirectUse(one.import.via ?? "")) continue;
      // A distribution of the import's own name is how it is asked for, also where its modules lie in another one that it brings.
      if (prefixes(one.import.module).some((prefix) => declared.declarations.has(canonicalName(prefix)))) continue;
      const names = (provided?.distributions ?? []).map(canonicalName);
      // What CI alone installs does not come to those who import the project.
      const isThere = (each: string): boolean => declared.names.has(each) && !(declared.scripted.has(each) && one.isOfPackage && one.isAtImport);
      if (names.some(isThere) || !names.some((each) => declared.brought.has(each))) continue;
      seen.set(name, one);
    }
    for (const [name, one] of seen) {
      const fix = declareFix(name, one, facts);
      const { manifest, elsewhere } = one.declared;
      const isElsewhere = manifest !== undefined && elsewhere.has(canonicalName(name));
      yield {
        message: `\`${one.import.module}\` comes from \`${name}\`, which ${isElsewhere ? `\`${manifest.path}\` does not declare` : "no manifest declares"}: another distribution brings it.`,
        at: one.chain.at(-1)?.at ?? one.source.at([0, 0]),
        help: `Declare it, so that it stays when the other one goes: ${chainText(one.chain)}.`,
        data: { import: one.import.module, distribution: name },
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
});
