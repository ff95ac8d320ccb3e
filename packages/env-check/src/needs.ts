// What a repository's hooks and tests need, one entry a distribution.
import { fullScope, type Context } from "@caio/repo-model/check";
import type { Repository } from "@caio/repo-model/git";
import { canonicalName, type Declaration } from "@caio/repo-model/manifests";
import { addTo, type RepoPath, type SourceText } from "@caio/repo-model/text";
import { isSurer, type Certainty, type Step } from "./chain/step.js";
import { defaults, type EnvCheckOptions } from "./defaults.js";
import type { EnvFacts, Occurrence } from "./facts.js";

/**
 * What is needed: a version of an interpreter, a distribution of PyPI, a module whose distribution is not known, a command whose origin is not
 * known or the system's, a package of npm, a program that a version manager pins, the hook manager.
 */
export type NeedKind = "interpreter" | "distribution" | "module" | "command" | "node-package" | "tool" | "hook-manager";

/** A need with the chain that leads to it. */
export interface Need {
  readonly kind: NeedKind;
  /** The distribution's name; of a module whose distribution is not known, its own. */
  readonly name: string;
  /** Any of these provides it. */
  readonly alternatives: readonly string[];
  /** The declared range. */
  readonly range?: string;
  readonly declaration?: Declaration;
  /** The modules that are imported of it, sorted. */
  readonly modules: readonly string[];
  /** The hooks that need it; none for the tests alone. */
  readonly hooks: readonly string[];
  readonly certainty: Certainty;
  readonly chain: readonly Step[];
}

const keyOf = ({ provided, import: { module } }: Occurrence): string =>
  provided === undefined ? `module ${module.split(".")[0] ?? module}` : provided.distributions.map(canonicalName).join(" ");

/** Where a need is declared: the range that the project gives its users counts before what a list for documents says. */
function declarationFor(name: string, { declared: { declarations, places, manifest } }: Occurrence): Declaration | undefined {
  const isOwn = ({ scope, at, marker, specifier, source }: Declaration): boolean =>
    scope === "runtime" && at.path === manifest?.path && marker === undefined && specifier !== "" && source === "registry";
  return declarations.get(name)?.find(isOwn) ?? places.get(name);
}

/** The needs among facts, sorted by name; the surest chain of each, from a hook where there is one. */
export function needsOf(facts: Pick<EnvFacts, "occurrences">): readonly Need[] {
  const groups = new Map<string, Occurrence[]>();
  for (const one of facts.occurrences) addTo(groups, keyOf(one), one);
  const needs = [...groups.values()].flatMap((group): Need[] => {
    const best = group.reduce((a, b) => (isSurer(b.certainty, a.certainty) || (a.certainty === b.certainty && b.isFromHook && !a.isFromHook) ? b : a));
    const names = best.provided?.distributions ?? [];
    const declaration = names.map((name) => declarationFor(canonicalName(name), best)).find((one) => one !== undefined);
    const modules = [...new Set(group.map(({ import: { module } }) => module.split(".")[0] ?? module))].toSorted();
    const hooks = [...new Set(group.filter(({ isFromHook }) => isFromHook).map(({ chain }) => chain[0]?.text ?? ""))].toSorted();
    return [
      {
        kind: names.length === 0 ? "module" : "distribution",
        name: declaration?.canonical ?? names[0] ?? modules[0] ?? "",
        alternatives: names,
        modules,
        hooks,
        certainty: best.certainty,
        chain: best.chain,
        ...(declaration === undefined ? {} : { declaration, range: declaration.specifier }),
      },
    ];
  });
  return needs.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The needs of hooks and tests: what a machine has to have. Of what CI, make and package scripts run it is not asked. */
export function needsHere(facts: Pick<EnvFacts, "occurrences">): readonly Need[] {
  return needsOf({ occurrences: facts.occurrences.filter(({ begins }) => begins === undefined || begins === "hook" || begins === "tests") });
}

/** Reads a repository and gives its needs, of every kind. Files that cannot be read are left out. */
export async function* collectNeeds(repository: Repository, options: Partial<EnvCheckOptions> = {}): AsyncIterable<Need> {
  const [{ collect }, { programNeeds }, { managerNeeds }] = await Promise.all([
    import("./collect.js"),
    import("./program-needs.js"),
    import("./installed/manager-needs.js"),
  ]);
  const context: Context = {
    repository,
    files: repository.files,
    scope: fullScope,
    ignore: [],
    now: new Date(0).toISOString(),
    signal: new AbortController().signal,
    trouble: () => {},
    skip: () => {},
    notRun: () => {},
  };
  const facts = await collect(context, { ...defaults, ...options });
  const read = async (path: RepoPath): Promise<SourceText | undefined> => repository.files.text(path).catch(() => undefined);
  for (const { manager, at, minimum } of await managerNeeds(facts.hooks, read)) {
    const own = facts.hooks.filter((hook) => hook.manager === manager);
    const chain: readonly Step[] = [{ kind: "hook", text: own[0]?.id ?? manager, at: minimum?.at ?? at }];
    const range = minimum === undefined ? {} : { range: `>=${minimum.version}` };
    yield { kind: "hook-manager", name: manager, alternatives: [], modules: [], hooks: own.map(({ id }) => id), certainty: "sure", chain, ...range };
  }
  yield* programNeeds(facts);
  yield* needsOf(facts);
}
