// The modules that distributions are known to hold.
import { canonicalName } from "@caio/repo-model/manifests";
import { distributionsOf } from "./data/distributions.js";
import { sameNames } from "./data/same-names.js";

let known: Map<string, string[]> | undefined;

/** Modules by the canonical name of their distribution. */
export function knownModules(): ReadonlyMap<string, readonly string[]> {
  if (known !== undefined) return known;
  const found = (known = new Map<string, string[]>());
  const add = (distribution: string, module: string): void => {
    const name = canonicalName(distribution);
    const there = found.get(name);
    if (there === undefined) found.set(name, [module]);
    else there.push(module);
  };
  for (const [module, distributions] of distributionsOf()) for (const distribution of distributions) add(distribution, module);
  for (const module of sameNames) add(module, module);
  return found;
}
