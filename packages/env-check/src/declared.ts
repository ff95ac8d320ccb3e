// What the repository declares, for a file of it: in manifests, hooks, and what its scripts and CI install.
import type { Hook } from "@caio/repo-model/hooks";
import { canonicalName, readRequirement, type Declaration, type Manifest } from "@caio/repo-model/manifests";
import { brings } from "./data/brings.js";
import { folderOf } from "./chain/modules.js";

/** Folders whose manifests describe other projects. */
const foreign = /(?:^|\/)(?:fixtures?|test_?data|testing\/resources|examples?|samples?|templates?|cookiecutter[^/]*|vendor(?:ed)?|third_party)(?:\/|$)/i;

export interface Declared {
  /** Canonical names that are declared and installed. */
  readonly names: ReadonlySet<string>;
  /** Those that come with them, as far as is known. */
  readonly brought: ReadonlySet<string>;
  /** Where each name is declared first. */
  readonly places: ReadonlyMap<string, Declaration>;
  /** Whether more may be declared than could be read. */
  readonly isPartial: boolean;
  /** Whether any Python manifest was found that says something. */
  readonly isAny: boolean;
}

/** The manifests that speak for a file: all but those of other projects that it does not lie in. */
export function manifestsFor(path: string, manifests: readonly Manifest[]): readonly Manifest[] {
  return manifests.filter((manifest) => {
    const folder = folderOf(manifest.path);
    return manifest.ecosystem === "python" && (!foreign.test(`${folder}/`) || path.startsWith(`${folder}/`));
  });
}

/** What is declared for a file. `installed` are names that scripts, CI and images install. */
export function declaredFor(path: string, manifests: readonly Manifest[], hooks: readonly Hook[], installed: ReadonlySet<string>): Declared {
  const own = manifestsFor(path, manifests);
  const names = new Set<string>(installed);
  const withExtras = new Set<string>();
  const projects = new Set(own.flatMap(({ project }) => (project === undefined ? [] : [canonicalName(project)])));
  const places = new Map<string, Declaration>();
  for (const { declarations } of own) {
    for (const declaration of declarations) {
      const { canonical, scope, extras } = declaration;
      if (scope === "constraint" || scope === "override") continue;
      names.add(canonical);
      for (const extra of extras) withExtras.add(`${canonical}[${canonicalName(extra)}]`);
      if (!places.has(canonical)) places.set(canonical, declaration);
    }
  }
  for (const { additionalDependencies } of hooks) {
    for (const text of additionalDependencies) {
      const requirement = readRequirement(text);
      if (requirement !== undefined) names.add(requirement.canonical);
    }
  }
  const paths = new Set<string>(manifests.map((manifest) => manifest.path));
  const isPartial = own.some(
    ({ path: at, isPartial: partial, includes }) =>
      (partial && path.startsWith(folderOf(at) === "" ? "" : `${folderOf(at)}/`)) ||
      includes.some((include) => !include.isConstraint && !paths.has(include.path)),
  );
  for (const project of projects) names.add(project);
  return {
    names,
    brought: broughtBy(names, withExtras, projects),
    places,
    isPartial,
    isAny: own.some(({ declarations }) => declarations.some(({ scope }) => scope !== "build")),
  };
}

/** What comes with names, at any remove. What the project itself brings stands in its own manifests. */
function broughtBy(names: ReadonlySet<string>, withExtras: ReadonlySet<string>, projects: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...names, ...withExtras].filter((name) => !projects.has(name.replace(/\[.*/, "")));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const brought = Object.hasOwn(brings, next) ? brings[next] : undefined;
    for (const name of brought?.split(" ") ?? []) {
      if (name === "" || found.has(name) || projects.has(name)) continue;
      found.add(name);
      waiting.push(name);
    }
  }
  return found;
}
