// conflicting-declarations: two declarations that are installed together, and that no version satisfies.
import { addTo } from "@caio/repo-model/text";
import { defineRule } from "@caio/repo-model/check";
import type { Declaration, Manifest } from "@caio/repo-model/manifests";
import { folderOf } from "../chain/modules.js";
import type { EnvFacts } from "../facts.js";
import { requiresOf } from "../interpreter-range.js";
import { reachOf, takenMinors } from "../marker-range.js";
import { isDisjoint } from "../overlap.js";

const isWeighed = ({ specifier, source, scope }: Declaration): boolean =>
  specifier !== "" && source === "registry" && ["runtime", "optional", "dev"].includes(scope);

/** Whether two declarations hold at the same time: both have the same condition, or one has none and the other's holds at times. */
function haveOneCondition(a: Declaration, b: Declaration, taken: readonly number[]): boolean {
  if (a.marker === b.marker) return true;
  const only = a.marker === undefined ? b : b.marker === undefined ? a : undefined;
  return only !== undefined && reachOf([only], taken).reach !== "never";
}

/** Samples and templates, which nobody installs as they are. */
const apart = /(?:^|\/)(?:tests?|fixtures?|examples?|samples?|templates?)\//i;

/** The manifests of one project that are installed into one environment: its metadata, and the requirements files beside it and what they take in. */
function installedTogether(manifests: readonly Manifest[]): readonly (readonly Manifest[])[] {
  const folders = new Map<string, Manifest[]>();
  for (const manifest of manifests) {
    if (manifest.ecosystem !== "python" || apart.test(manifest.path)) continue;
    const isMain = ["pyproject", "setup.cfg", "setup.py"].includes(manifest.format) || /(?:^|\/)requirements\.(?:txt|in)$/.test(manifest.path);
    // Tests are run with the project.
    const ofTests = /^(?:(.*)\/)?(?:requirements\/(?:tests?|dev)|(?:tests?|dev)[-_]requirements|requirements[-_](?:tests?|dev))\.(?:txt|in)$/.exec(
      manifest.path,
    );
    if (!isMain && ofTests === null) continue;
    const folder = ofTests === null ? folderOf(manifest.path) : (ofTests[1] ?? "");
    addTo(folders, folder, manifest);
  }
  return [...folders.values()];
}

/** A requirements file with those that it takes in: pip installs them at once. */
function takenIn(manifests: readonly Manifest[]): readonly (readonly Manifest[])[] {
  const byPath = new Map<string, Manifest>(manifests.map((one) => [one.path, one]));
  return manifests.flatMap((manifest) => {
    if (manifest.format !== "requirements" || !manifest.includes.some(({ isConstraint }) => !isConstraint)) return [];
    const all = new Set([manifest]);
    for (const one of all) for (const { path, isConstraint } of one.includes) if (!isConstraint && byPath.has(path)) all.add(byPath.get(path) as Manifest);
    return [[...all]];
  });
}

/** What requirements files hold against what they are constrained by: pip takes no version that both do not allow. */
function constrained(manifests: readonly Manifest[], taken: readonly number[]): readonly (readonly [Declaration, Declaration])[] {
  const byPath = new Map<string, Manifest>(manifests.map((one) => [one.path, one]));
  const isLimited = ({ includes }: Manifest): boolean => includes.some(({ isConstraint }) => isConstraint);
  const alone = manifests.filter((one) => one.format === "requirements" && isLimited(one)).map((one) => [one]);
  return [...alone, ...takenIn(manifests).filter((group) => group.some(isLimited))].flatMap((group) => {
    const limits = group.flatMap(({ includes }) => includes.flatMap(({ path, isConstraint }) => (isConstraint ? (byPath.get(path)?.declarations ?? []) : [])));
    const byName = new Map(limits.map((one) => [one.canonical, one]));
    return group.flatMap(({ declarations }) =>
      declarations.flatMap((one) => {
        const limit = byName.get(one.canonical);
        const isPair =
          limit !== undefined && limit.specifier !== "" && one.specifier !== "" && one.source === "registry" && haveOneCondition(one, limit, taken);
        return isPair ? [[limit, one] as const] : [];
      }),
    );
  });
}

/** Pairs that go into one environment: within a file those of one group or of the runtime, and the runtime's with any. */
function pairs(manifests: readonly Manifest[], taken: readonly number[], isOne = false): readonly (readonly [Declaration, Declaration])[] {
  const environments = new Set(manifests.flatMap(({ groups }) => groups.filter(({ kind }) => kind === "environment").map(({ name }) => name)));
  const byName = new Map<string, Declaration[]>();
  for (const one of manifests.flatMap(({ declarations }) => declarations)) {
    if (!isWeighed(one) || (one.group !== undefined && one.scope !== "optional" && environments.has(one.group))) continue;
    addTo(byName, one.canonical, one);
  }
  return [...byName.values()].flatMap((all) =>
    all.slice(0, 20).flatMap((a, at) =>
      all
        .slice(at + 1, 20)
        .filter(
          (b) => haveOneCondition(a, b, taken) && (isOne || a.scope === "runtime" || b.scope === "runtime" || (a.group === b.group && a.scope === b.scope)),
        )
        .map((b) => [a, b] as const),
    ),
  );
}

export const conflictingDeclarations = defineRule<EnvFacts, unknown>({
  id: "conflicting-declarations",
  summary: "Two declarations of one distribution are installed together, and no version satisfies both.",
  severity: "warning",
  *find({ manifests }) {
    const taken = takenMinors(requiresOf(manifests)?.specifier);
    const groups = [
      ...installedTogether(manifests).map((group) => pairs(group, taken)),
      ...takenIn(manifests).map((group) => pairs(group, taken, true)),
      // pip reads a file as one.
      ...manifests.filter(({ format, path }) => format === "requirements" && !apart.test(path)).map((one) => pairs([one], taken, true)),
      constrained(manifests, taken),
    ];
    const seen = new Set<string>();
    for (const group of groups) {
      for (const [a, b] of group) {
        const key = `${a.at.path} ${a.at.range[0]} ${b.at.path} ${b.at.range[0]}`;
        if (seen.has(key) || !isDisjoint([a.specifier, b.specifier])) continue;
        seen.add(key);
        yield {
          message: `\`${b.name}${b.specifier}\` is declared here and \`${a.name}${a.specifier}\` in \`${a.at.path}\`: no version satisfies both.`,
          at: b.at,
          related: [{ message: `\`${a.specifier}\` is declared here`, at: a.at }],
          help: "Declare one range, or separate the environments.",
          data: { distribution: a.canonical, specifiers: [a.specifier, b.specifier] },
        };
      }
    }
  },
});
