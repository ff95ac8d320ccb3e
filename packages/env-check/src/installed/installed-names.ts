// What the project's own environment tells an import: the one that is active, or lies in the repository. The machine's Python tells nothing of it.
import type { Machine } from "@caio/repo-model/check";
import { canonicalName, evaluateMarker, readRequirement } from "@caio/repo-model/manifests";
import { installedDistributions } from "./distributions.js";
import { localEnvironment, shellEnvironment } from "./environment.js";
import { importNames } from "./import-names.js";

export interface InstalledNames {
  /** The distributions of each module. */
  readonly modules: ReadonlyMap<string, readonly string[]>;
  /** What a distribution, or an extra of it (`name[extra]`), says that it needs; by canonical names. */
  requires(key: string): readonly string[];
}

/** Whether an environment is active. What conda begins with, `base`, is the machine's. */
function hasActive({ environment }: Machine): boolean {
  return (environment["VIRTUAL_ENV"] ?? "") !== "" || ((environment["CONDA_PREFIX"] ?? "") !== "" && environment["CONDA_DEFAULT_ENV"] !== "base");
}

/** Reads it; undefined where there is no such environment. */
export function installedNames(machine: Machine, root: string): InstalledNames | undefined {
  const shell = hasActive(machine) ? shellEnvironment(machine, root, undefined) : undefined;
  const environment = shell?.isVirtual === true && shell.by !== "PATH" ? shell : localEnvironment(machine, root);
  if (environment === undefined) return undefined;
  const distributions = installedDistributions(machine, environment);
  return {
    modules: importNames(machine, distributions),
    requires(key) {
      const [, canonical = key, extra = ""] = /^([^[]+)\[(.*)\]$/.exec(key) ?? [];
      const header = distributions.get(canonical)?.header ?? "";
      return [...header.matchAll(/^Requires-Dist:[ \t]*(.+)$/gim)].flatMap(([, text = ""]) => {
        // Most of what is for another extra alone says so at its end; to read it would take longest.
        const only = onlyExtra(text);
        if (only !== undefined && canonicalName(only) !== extra) return [];
        const requirement = readRequirement(text.trim());
        if (requirement === undefined) return [];
        return requirement.marker !== undefined && /\bextra\b/.test(requirement.marker) && !holdsWith(requirement.marker, extra)
          ? []
          : [canonicalName(requirement.name)];
      });
    },
  };
}

/** Whether a marker that asks for an extra holds with this one ("" for none); one that cannot be told does not. */
function holdsWith(marker: string, extra: string): boolean {
  try {
    return evaluateMarker(marker, {}, extra);
  } catch {
    return false;
  }
}

/** The extra that a requirement is for alone, as build tools write it: `x; extra == "test"`, `x; python_version < "3.11" and extra == "test"`. */
function onlyExtra(text: string): string | undefined {
  const at = text.lastIndexOf("extra ==");
  if (at === -1 || /\bor\b/.test(text)) return undefined;
  const before = text.slice(0, at).trimEnd();
  return before.endsWith(";") || before.endsWith(" and") ? /^extra == ["']([\w.-]+)["']\s*$/.exec(text.slice(at))?.[1] : undefined;
}
