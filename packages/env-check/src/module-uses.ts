// What the modules of others that are imported need beside their own distribution.
import { canonicalName } from "@caio/repo-model/manifests";
import type { Outside } from "./chain/closure.js";
import { moduleNeeds } from "./data/module-needs.js";
import type { Declared } from "./declared.js";
import type { Naming } from "./occurrences.js";

/** The tables' modules that an import comes to: `starlette.testclient`, also as `from starlette import testclient`. */
function modulesOf({ module, names = [] }: Outside["import"]): readonly string[] {
  return [module, ...names.map((name) => `${module}.${name}`)].filter((one) => moduleNeeds.has(one));
}

/** The imports that go with others, each once a file: of several that would do the one that is declared; none where one comes along. */
export function* usedBeside(outside: readonly Outside[], declaredFor: (path: string) => Declared, naming: Naming): Iterable<Outside> {
  const seen = new Set<string>();
  for (const one of outside) {
    if (one.import.via !== undefined) continue;
    for (const module of modulesOf(one.import)) {
      const key = `${one.reached.path} ${module} ${one.certainty}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const { names, idle, brought } = declaredFor(one.reached.path);
      const needs = moduleNeeds.get(module) ?? [];
      const isIn = (set: ReadonlySet<string>, need: string): boolean =>
        (naming(need, set)?.distributions ?? []).some((distribution) => set.has(canonicalName(distribution)));
      const declared = needs.find((need) => isIn(names, need)) ?? needs.find((need) => isIn(idle, need));
      if (declared === undefined && needs.some((need) => isIn(brought, need))) continue;
      const need = declared ?? needs[0];
      if (need !== undefined) yield { ...one, import: { ...one.import, module: need, names: [], via: `the module ${module}` } };
    }
  }
}
