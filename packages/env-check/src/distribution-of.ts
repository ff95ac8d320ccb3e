// From an import to the distribution that it comes from.
import { canonicalName } from "@caio/repo-model/manifests";
import { distributionsOf } from "./data/distributions.js";
import { sameNames } from "./data/same-names.js";
import { knownModules } from "./known-modules.js";

/** Whose name it is: `map` the user's, `declared` one that is declared, `table` a verified fact. */
export interface Provided {
  /** Any of them provides it; the first is named in messages and fixes. */
  readonly distributions: readonly string[];
  readonly by: "map" | "installed" | "declared" | "table" | "locked";
  /** All that the tables know to provide it, where they are several. */
  readonly alternatives?: readonly string[];
}

/** What is known beside the tables. */
export interface NameSources {
  /** The user's own map, by import, dotted or not. */
  readonly map: Readonly<Record<string, string | readonly string[]>>;
  /** Canonical names that are declared. */
  readonly declared: ReadonlySet<string>;
  /** Canonical names that a lockfile holds: what was declared once, or comes with what is. */
  readonly locked?: Pick<ReadonlySet<string>, "has">;
  /** From the metadata of an environment, by import. */
  readonly installed?: ReadonlyMap<string, readonly string[]>;
}

/** The prefixes of a dotted name, the longest first. */
export function prefixes(module: string): readonly string[] {
  const parts = module.split(".");
  return parts.map((_, at) => parts.slice(0, parts.length - at).join("."));
}

/** How distributions are called whose modules leave Python's name out. */
const affixed = (name: string): readonly string[] => [`py-${name}`, `python-${name}`, `${name}-py`, `${name}-python`];

/** The distributions of an import; undefined where they are not known. Never guesses that the names are equal. */
export function distributionOf(module: string, { map, declared, installed, locked }: NameSources): Provided | undefined {
  const all = prefixes(module);
  for (const prefix of all) {
    const there = installed?.get(prefix);
    if (there !== undefined && there.length > 0) return { distributions: there, by: "installed" };
  }
  for (const prefix of all) {
    const own = Object.hasOwn(map, prefix) ? map[prefix] : undefined;
    if (own !== undefined) return { distributions: typeof own === "string" ? [own] : own, by: "map" };
  }
  for (const prefix of all) {
    const name = canonicalName(prefix);
    if (!declared.has(name)) continue;
    // `mlflow` for the tests, and `mlflow-skinny`, which brings the same module, for the package.
    const twins = (distributionsOf().get(prefix) ?? []).map(canonicalName).filter((other) => other !== name && declared.has(other));
    return { distributions: [name, ...twins], by: "declared" };
  }
  for (const prefix of all) {
    const known = distributionsOf().get(prefix);
    if (known !== undefined) return { distributions: known, by: "table", ...(known.length > 1 ? { alternatives: known } : {}) };
    if (sameNames.has(prefix)) return { distributions: [canonicalName(prefix)], by: "table" };
  }
  const [top = ""] = module.split(".");
  const [only, ...others] = affixed(canonicalName(top)).filter((name) => declared.has(name) && !knownModules().has(name));
  if (only !== undefined && others.length === 0) return { distributions: [only], by: "declared" };
  const held = all.find((prefix) => locked?.has(canonicalName(prefix)) === true);
  return held === undefined ? undefined : { distributions: [canonicalName(held)], by: "locked" };
}
