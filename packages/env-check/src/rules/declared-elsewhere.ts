// declared-elsewhere: what an import needs is declared, but not where it counts.
import { defineRule, type Draft } from "@caio/repo-model/check";
import { canonicalName, type Declaration } from "@caio/repo-model/manifests";
import { chainText, isSurer, starterOf } from "../chain/step.js";
import { declareFix } from "../declare-fix.js";
import type { EnvFacts, Occurrence } from "../facts.js";
import { reachOf } from "../marker-range.js";
import { importDraft } from "./undeclared-import.js";

interface Fault {
  readonly kind: "project" | "group" | "package" | "marker";
  readonly places: readonly Declaration[];
  /** A version of Python for which a marker leaves it out; absent where it always does. */
  readonly missing?: string;
}

/** Where the distribution of an import is declared instead; undefined where it is declared well, or nowhere. */
function faultOf({ provided, declared, certainty, isOfPackage, isAtImport, begins }: Occurrence, facts: EnvFacts): Fault | undefined {
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
  if (reach !== "always" && certainty === "sure" && !isInstalled) return { kind: "marker", places, ...(missing === undefined ? {} : { missing }) };
  if (places.some(({ scope, group }) => scope === "runtime" || (scope === "optional" && group === undefined) || scope === "peer")) return undefined;
  const isSure = certainty === "sure";
  // What users of the project import must come with it.
  const hasRuntime = [...declared.declarations.values()].some((all) => all.some(({ scope, at }) => scope === "runtime" && at.path === declared.manifest?.path));
  if (isOfPackage && isSure && hasRuntime && (places.every(({ scope }) => scope === "dev") || isAtImport)) return { kind: "package", places };
  // A file that nothing runs and users import may ask for an extra.
  const isExtra = isOfPackage && begins === undefined && places.every(({ scope }) => scope === "optional");
  return isSure && isInstalledByNobody(places, facts) && !isInstalled && !isExtra ? { kind: "group", places } : undefined;
}

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

const label = ({ group, scope, at }: Declaration): string =>
  group === undefined ? `in \`${at.path}\`` : `in the ${scope === "optional" ? "extra" : "group"} \`${group}\` of \`${at.path}\``;

export const declaredElsewhere = defineRule<EnvFacts, unknown>({
  id: "declared-elsewhere",
  summary: "What an import needs is declared in another group, extra or project than the one that needs it.",
  severity: "warning",
  *find(facts) {
    const best = new Map<string, { readonly one: Occurrence; readonly fault: Fault }>();
    for (const one of facts.occurrences) {
      const fault = faultOf(one, facts);
      if (fault === undefined) continue;
      const key = `${fault.kind} ${canonicalName(fault.places[0]?.name ?? "")} ${one.declared.folder}`;
      const known = best.get(key);
      if (known === undefined || isSurer(one.certainty, known.one.certainty)) best.set(key, { one, fault });
    }
    for (const { one, fault } of best.values()) yield draftOf(one, fault, facts);
  },
});

function draftOf(one: Occurrence, { kind, places, missing }: Fault, facts: EnvFacts): Draft {
  const [place] = places;
  const { import: imported, chain, declared } = one;
  const name = place?.name ?? "";
  const { who, isPlural } = starterOf(chain);
  const where = [...new Set(places.map(label))].join(" and ");
  const needs = `${who} ${isPlural ? "need" : "needs"} \`${name}\` for \`import ${imported.module}\``;
  const reason =
    kind === "marker"
      ? `${needs} without a condition: it is declared only under \`${place?.marker ?? ""}\`, ${missing === undefined ? "which never holds" : `which leaves out Python ${missing}`}.`
      : kind === "package"
        ? `\`${one.path}\` is part of the package and imports \`${imported.module}\`: \`${name}\` is declared only ${where}.`
        : kind === "group"
          ? `${needs}: it is declared only ${where}, which nothing installs.`
          : `${needs}: it is declared ${where}, which is another project's.`;
  const draft = importDraft(one, {
    message: reason,
    help: `${kind === "marker" ? "Take the condition out, or import it under the same one" : kind === "package" ? "Declare it for users too" : `Declare it${declared.manifest === undefined ? "" : ` in \`${declared.manifest.path}\``}`}: ${chainText(chain)} → ${imported.module} → ${name}.`,
    data: { distribution: name, kind, declaredIn: places.map(({ at }) => at.path) },
    fix: kind === "group" || kind === "marker" ? undefined : declareFix(name, one, facts),
  });
  // Another one brings it to users, or the root's project is not the only one that is installed.
  const isMild = (kind === "package" && declared.brought.has(place?.canonical ?? "")) || (kind === "project" && declared.folder === "");
  const related = places.slice(0, 3).map(({ at }) => ({ message: "declared here", at }));
  return { ...draft, related: [...(draft.related ?? []), ...related], ...(isMild ? { severity: "note" as const } : {}) };
}
