// Where what an import needs is declared instead of where it counts.
import { canonicalName, type Declaration } from "@caio/repo-model/manifests";
import { certaintyOf } from "./chain/closure.js";
import { isPluginUse } from "./chain/plugin-runs.js";
import type { EnvFacts, Occurrence } from "./facts.js";
import { reachOf } from "./marker-range.js";

/** How a declaration misses an import. */
export interface Misplaced {
  readonly kind: "project" | "group" | "package" | "marker";
  readonly places: readonly Declaration[];
  /** Whether it need not be one. */
  readonly isMild?: true;
  /** A version of Python for which a marker leaves it out; absent where it always does. */
  readonly missing?: string;
}

/** Where the distribution of an import is declared instead; undefined where it is declared well, or nowhere. */
export function misplaced(
  { path, import: one, provided, declared, certainty: found, isOfPackage, isAtImport, isAtProgram, begins }: Occurrence,
  facts: EnvFacts,
): Misplaced | undefined {
  const guarded = behindGuard(one, { provided, declared, found });
  if (guarded !== undefined) return guarded;
  // Whoever imports the project imports this, whatever else leads here.
  const certainty = isAtImport && certaintyOf(one, false) === "sure" ? "sure" : found;
  if (provided === undefined || certainty === "optional" || declared.isPartial || !declared.isAny) return undefined;
  const names = provided.distributions.map(canonicalName);
  if (names.some((name) => declared.projects.has(name) || (declared.brought.has(name) && !isOfPackage))) return undefined;
  const all = names.flatMap((name) => declared.declarations.get(name) ?? []);
  // The documents' own requirements say nothing of what others get.
  const apart = all.filter(({ group }) => group === undefined || !/^docs?$|^documentation$/.test(group));
  const places = apart.length > 0 ? apart : all;
  if (places.length === 0) {
    // What another one brings is transitive-only's.
    if (names.some((name) => declared.brought.has(name))) return undefined;
    const other = names.map((name) => declared.elsewhere.get(name)).find((one) => one !== undefined);
    return other === undefined || names.some((name) => declared.installed.has(name)) ? undefined : { kind: "project", places: [other] };
  }
  const isInstalled = names.some((name) => declared.installed.has(name));
  const { reach, missing } = reachOf(places, declared.minors);
  // Of what a command runs itself it is as sure as the command.
  const isCommanded = certainty === "maybe" && one.context.length === 0 && (one.via === "python -m" || isPluginUse(one.via ?? ""));
  if (reach !== "always" && (certainty === "sure" || isCommanded) && !isInstalled)
    return { kind: "marker", places, ...(missing === undefined ? {} : { missing }) };
  // What only those who work on the project have without the condition is of no use to its users.
  const own = places.filter(({ scope, at }) => scope === "runtime" && at.path === declared.manifest?.path);
  const users = isOfPackage && isAtImport && own.length > 0 ? reachOf(own, declared.minors) : undefined;
  if (users !== undefined && users.reach !== "always" && places.every((one) => own.includes(one) || isForDevelopers(one)))
    return { kind: "marker", places: own, ...(users.missing === undefined ? {} : { missing: users.missing }) };
  if (places.some(({ scope, group }) => scope === "runtime" || (scope === "optional" && group === undefined) || scope === "peer")) return undefined;
  const isSure = certainty === "sure";
  // What users of the project import must come with it; a module that is there for those who have more may do without.
  if (isOfPackage && isSure && declared.hasRuntime) {
    if (isAtImport || (places.every(({ scope }) => scope === "dev") && !isBeside(path, one.module))) return { kind: "package", places };
    if (places.every(isForDevelopers) || (isAtProgram && !places.some(isForPrograms))) return { kind: "package", places, isMild: true };
  }
  // A file that nothing runs and users import may ask for an extra.
  const isExtra = isOfPackage && begins === undefined && places.every(({ scope }) => scope === "optional");
  const isThere = isInstalled || names.some((name) => declared.brought.has(name));
  return isSure && isInstalledByNobody(places, facts) && !isThere && !isExtra ? { kind: "group", places } : undefined;
}

/**
 * Tests are skipped where a module is missing, and need another one behind it: where the first is declared without a condition, the condition of the second
 * leaves them without it.
 */
function behindGuard(
  { guards = [], context, via }: Occurrence["import"],
  { provided, declared, found }: Pick<Occurrence, "provided" | "declared"> & { readonly found: Occurrence["certainty"] },
): Misplaced | undefined {
  if (guards.length === 0 || context.length > 0 || via !== undefined || found !== "optional" || provided === undefined || declared.isPartial) return undefined;
  const reachOfNames = (names: readonly string[]): ReturnType<typeof reachOf> | undefined => {
    const places = names.flatMap((name) => declared.declarations.get(canonicalName(name)) ?? []);
    return places.length === 0 ? undefined : reachOf(places, declared.minors);
  };
  const own = reachOfNames(provided.distributions);
  if (own === undefined || own.reach === "always" || provided.distributions.some((name) => declared.installed.has(canonicalName(name)))) return undefined;
  const tops = guards.map((module) => module.split(".")[0] ?? "");
  const isOther = tops.every((top) => !provided.distributions.some((name) => canonicalName(name) === canonicalName(top)));
  if (!isOther || !tops.every((top) => reachOfNames([top])?.reach === "always")) return undefined;
  const places = provided.distributions.flatMap((name) => declared.declarations.get(canonicalName(name)) ?? []);
  return { kind: "marker", places, isMild: true, ...(own.missing === undefined ? {} : { missing: own.missing }) };
}

/** Whether a file of a package is for those who have what it works with: `contrib`, a module of the other's name, help for pytest's tests. */
function isBeside(path: string, module: string): boolean {
  const [top = ""] = module.split(".");
  const parts = path
    .replace(/\.pyw?$/, "")
    .split("/")
    .slice(1);
  return top === "pytest" || parts.some((part) => part === "contrib" || part === top || part.split("_").includes(top));
}

const developers = /^(?:tests?|testing|dev|develop|development|docs?|documentation|lint|linting|style|typing|types|release|ci)$/i;

/** A group, or an extra that by its name is for those who work on the project. */
const isForDevelopers = ({ scope, group }: Declaration): boolean => scope === "dev" || (scope === "optional" && group !== undefined && developers.test(group));

/** An extra that by its name is for those who want the programs too. */
const isForPrograms = ({ scope, group = "" }: Declaration): boolean =>
  scope === "optional" && /^(?:all|full|standard|cli|command[-_]?line|apps?|server|scripts?|tools?)$/i.test(group);

/** Whether extras and groups are installed in this repository, and none of those that hold a name is. */
function isInstalledByNobody(places: readonly Declaration[], { groups, manifests }: EnvFacts): boolean {
  if (groups.isAll || groups.names.size === 0) return false;
  return places.every(({ scope, group, at }) => {
    const manifest = manifests.find(({ path }) => path === at.path);
    // Files are installed as such, and environments install what they hold.
    if (group === undefined || scope === "build" || manifest === undefined || !["pyproject", "setup.cfg", "setup.py"].includes(manifest.format)) return false;
    const kind = manifest.groups.find(({ name }) => name === group)?.kind;
    return kind !== "environment" && !groups.names.has(canonicalName(group)) && !/^(?:tests?|testing|dev|develop|development|all)$/i.test(group);
  });
}
