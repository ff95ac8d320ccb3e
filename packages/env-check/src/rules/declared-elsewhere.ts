// declared-elsewhere: what an import needs is declared, but not where it counts.
import { defineRule, type Draft } from "@caio/repo-model/check";
import { canonicalName, type Declaration } from "@caio/repo-model/manifests";
import type { CiLack } from "../ci/collect-ci.js";
import { lackGroups, listed } from "../ci/lack-groups.js";
import { chainText, isSurer, starterOf } from "../chain/step.js";
import { declareFix } from "../declare-fix.js";
import type { EnvFacts, Occurrence } from "../facts.js";
import { misplaced, type Misplaced } from "../misplaced.js";
import { importDraft } from "./undeclared-import.js";

const label = ({ group, scope, at }: Declaration): string =>
  group === undefined ? `in \`${at.path}\`` : `in the ${scope === "optional" ? "extra" : "group"} \`${group}\` of \`${at.path}\``;

export const declaredElsewhere = defineRule<EnvFacts, unknown>({
  id: "declared-elsewhere",
  summary: "What an import needs is declared in another group, extra or project than the one that needs it.",
  severity: "warning",
  *find(facts) {
    const best = new Map<string, { readonly one: Occurrence; readonly fault: Misplaced }>();
    for (const one of facts.occurrences) {
      const fault = misplaced(one, facts);
      if (fault === undefined) continue;
      const key = `${fault.kind} ${canonicalName(fault.places[0]?.name ?? "")} ${one.declared.folder}`;
      const known = best.get(key);
      if (known === undefined || isSurer(one.certainty, known.one.certainty) || (known.fault.isMild === true && fault.isMild !== true))
        best.set(key, { one, fault });
    }
    for (const { one, fault } of best.values()) yield draftOf(one, fault, facts);
    const declared = facts.ci.lacks.filter(({ isEnvironment, declaration }) => isEnvironment && declaration !== undefined);
    for (const group of lackGroups(declared)) yield environmentDraft(group);
  },
});

/** An environment of tox, a session of nox or a hook's own environment that does not take in what it runs. */
function environmentDraft(group: readonly [CiLack, ...CiLack[]]): Draft {
  const [first] = group;
  const { job, command, at, chain, isOfHook } = first;
  const places = [...new Set(group.flatMap(({ declaration }) => (declaration === undefined ? [] : [label(declaration)])))].slice(0, 3);
  return {
    message: `\`${job}\` runs \`${command}\` and does not install ${listed(group)}, declared ${places.join(" and ")}.`,
    at,
    related: [
      ...chain.filter(({ kind }) => kind !== "job").map((step) => ({ message: step.text, at: step.at })),
      ...group.slice(0, 3).flatMap(({ declaration }) => (declaration === undefined ? [] : [{ message: "declared here", at: declaration.at }])),
    ],
    help: `${isOfHook ? "Name it in the hook's `additional_dependencies`" : "Let the environment install it"}: ${chain.length === 0 ? command : chainText(chain)} → ${first.name}.`,
    data: { environment: job, command, missing: group.map(({ name }) => name), chain: chain.map(({ text }) => text) },
    fingerprintText: `${job} ${command} ${first.name}`,
    // Something that it installs may bring it, and an environment of tox may be there to try the tests without what they can skip.
    ...(group.some(({ isSure, kind }) => isSure && kind === (isOfHook ? "distribution" : "command")) ? {} : { severity: "note" as const }),
  };
}

function draftOf(one: Occurrence, { kind, places, missing, isMild: isOptional }: Misplaced, facts: EnvFacts): Draft {
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
  const isMild = isOptional === true || (kind === "package" && declared.brought.has(place?.canonical ?? "")) || (kind === "project" && declared.folder === "");
  const related = places.slice(0, 3).map(({ at }) => ({ message: "declared here", at }));
  return { ...draft, related: [...(draft.related ?? []), ...related], ...(isMild ? { severity: "note" as const } : {}) };
}
