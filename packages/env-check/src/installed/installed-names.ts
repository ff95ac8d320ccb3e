// What the project's own environment tells an import: the one that is active, or lies in the repository. The machine's Python tells nothing of it.
import type { Machine } from "@caio/repo-model/check";
import { canonicalName, evaluateMarker, readRequirement } from "@caio/repo-model/manifests";
import { installedDistributions } from "./distributions.js";
import { localEnvironment, shellEnvironment } from "./environment.js";
import { importNames } from "./import-names.js";

export interface InstalledNames {
  /** The distributions of each module. */
  readonly modules: ReadonlyMap<string, readonly string[]>;
  /** What a distribution says that it needs, without its extras; by canonical names. */
  requires(canonical: string): readonly string[];
}

/** Reads it; undefined where there is no such environment. */
export function installedNames(machine: Machine, root: string): InstalledNames | undefined {
  const shell = shellEnvironment(machine, root, undefined);
  const environment = shell?.isVirtual === true && shell.by === "VIRTUAL_ENV" ? shell : localEnvironment(machine, root);
  if (environment === undefined) return undefined;
  const distributions = installedDistributions(machine, environment);
  return {
    modules: importNames(machine, distributions),
    requires(canonical) {
      const header = distributions.get(canonical)?.header ?? "";
      return [...header.matchAll(/^Requires-Dist:[ \t]*(.+)$/gim)].flatMap(([, text = ""]) => {
        const requirement = readRequirement(text.trim());
        if (requirement === undefined) return [];
        return requirement.marker !== undefined && /\bextra\b/.test(requirement.marker) && !holdsWithoutExtra(requirement.marker)
          ? []
          : [canonicalName(requirement.name)];
      });
    },
  };
}

/** Whether a marker that asks for an extra holds without any; one that cannot be told does not. */
function holdsWithoutExtra(marker: string): boolean {
  try {
    return evaluateMarker(marker, {}, "");
  } catch {
    return false;
  }
}
