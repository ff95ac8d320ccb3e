// Which imports are of distributions that nothing of the repository declares.
import { canonicalName } from "@caio/repo-model/manifests";
import { isPluginUse } from "./chain/plugin-runs.js";
import { isSurer } from "./chain/step.js";
import { hasUnknownPlugin } from "./declared.js";
import type { EnvCheckOptions } from "./defaults.js";
import type { EnvFacts, Occurrence } from "./facts.js";
import { knownModules } from "./known-modules.js";

/** The imports whose distribution is known and declared nowhere, one for each distribution: the surest, from a hook where there is one. */
export function undeclared(facts: EnvFacts, options: EnvCheckOptions): ReadonlyMap<string, Occurrence> {
  const best = new Map<string, Occurrence>();
  for (const one of facts.occurrences) {
    if (!isUndeclared(one, options)) continue;
    const name = one.provided?.distributions[0] ?? "";
    const known = best.get(name);
    if (known === undefined || isSurer(one.certainty, known.certainty) || (one.certainty === known.certainty && isBetter(one, known))) best.set(name, one);
  }
  return best;
}

/** Whether an occurrence tells more than another that is as sure: nobody unknown stands beside it, or a hook leads to it. */
const isBetter = (one: Occurrence, known: Occurrence): boolean =>
  (one.host === undefined) === (known.host === undefined) ? one.isFromHook && !known.isFromHook : one.host === undefined;

/** Folders of other projects' code. */
const carried = /(?:^|\/)(?:_?vendor(?:ed)?|third_party|extern(?:al|als)?)\//;

/** Whether a known distribution of an import is declared nowhere in the repository, and that is sure. */
function isUndeclared(one: Occurrence, options: EnvCheckOptions): boolean {
  const {
    provided,
    declared,
    import: { module },
  } = one;
  const first = provided?.distributions[0] ?? "";
  if (provided === undefined || (provided.by === "declared" && !declared.never.has(first) && !isOfScripts(first, one)) || declared.isPartial || !mayBeTold(one))
    return false;
  if (options.provided.includes(module) || options.provided.includes(module.split(".")[0] ?? "")) return false;
  const names = provided.distributions.map(canonicalName);
  if (isPluginUse(one.import.via ?? "") && hasUnknownPlugin(declared.names)) return false;
  // Other people's code knows what it can do without; pip is in each environment.
  if (one.certainty === "optional" && (carried.test(one.path) || names.includes("pip"))) return false;
  // pip brings it to a setup.py (PEP 517).
  if (names.includes("setuptools") && /(?:^|\/)setup\.py$/.test(one.path)) return false;
  if (names.some((name) => declared.brought.has(name) || declared.elsewhere.has(name) || (declared.names.has(name) && !isOfScripts(name, one)))) return false;
  return !(provided.by === "table" && names.some((name) => hasVariant(name, declared)));
}

/** Whether something is declared beside a file; a hook runs where all projects of the repository are, and none of those declares what it needs. */
const mayBeTold = ({ declared, isFromHook }: Occurrence): boolean =>
  declared.isAny || (isFromHook && declared.manifest === undefined && declared.elsewhere.size > 0);

/** What is for type checkers alone. */
const ofTypes = /^types-|-stubs$/;

/** Whether a declared distribution of which nobody knows what it holds may hold the same modules: `onnxruntime-gpu`, `pygame-ce`, `python-Levenshtein`. */
const hasVariant = (name: string, { names, projects }: Occurrence["declared"]): boolean =>
  [...names].some(
    (one) =>
      one !== name &&
      !projects.has(one) &&
      !ofTypes.test(one) &&
      [one, one.replace(/^py(?:thon)?-?/, "")].some((part) => `-${part}-`.includes(`-${name}-`)) &&
      !knownModules().has(one),
  );

/** Whether a script or CI installs a distribution that whoever imports the project needs as well, and no manifest names it. */
function isOfScripts(name: string, { declared, isOfPackage, isAtImport, certainty }: Occurrence): boolean {
  if (!declared.scripted.has(name) || !isOfPackage || !isAtImport || certainty === "optional") return false;
  return [...declared.declarations.values()].some((all) => all.some(({ scope }) => scope === "runtime"));
}
