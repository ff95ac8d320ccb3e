// Where a declaration counts: its marker over the interpreters and systems that the project takes.
import { evaluateMarker, specifierContains, type Declaration } from "@caio/repo-model/manifests";

const minors = [8, 9, 10, 11, 12, 13, 14];
const systems = [
  { os_name: "posix", sys_platform: "linux", platform_system: "Linux", platform_machine: "x86_64" },
  { os_name: "posix", sys_platform: "darwin", platform_system: "Darwin", platform_machine: "arm64" },
  { os_name: "nt", sys_platform: "win32", platform_system: "Windows", platform_machine: "AMD64" },
] as const;

/** The minor versions of Python 3 that a range takes; all that are known where it is absent or cannot be read. */
export function takenMinors(specifier: string | undefined): readonly number[] {
  if (specifier === undefined) return minors;
  try {
    const taken = minors.filter((minor) => [0, 20].some((patch) => specifierContains(specifier, `3.${minor}.${patch}`)));
    return taken.length === 0 ? minors : taken;
  } catch {
    return minors;
  }
}

const implementations = [
  { implementation_name: "cpython", platform_python_implementation: "CPython" },
  { implementation_name: "pypy", platform_python_implementation: "PyPy" },
] as const;

function holds(marker: string, minor: number, system: (typeof systems)[number], implementation: (typeof implementations)[number]): boolean {
  const version = `3.${minor}`;
  const environment = {
    ...system,
    python_version: version,
    python_full_version: `${version}.0`,
    ...implementation,
    implementation_version: `${version}.0`,
    platform_release: "",
    platform_version: "",
  };
  try {
    return evaluateMarker(marker, environment, "");
  } catch {
    // What cannot be told counts as if it held.
    return true;
  }
}

/** How far something reaches. `missing` is a version of Python without it on Linux. */
export interface Reach {
  readonly reach: "always" | "sometimes" | "never";
  readonly missing?: string;
}

const always: Reach = { reach: "always" };
/** Few markers stand in many declarations. */
const known = new Map<string, Reach>();
const mostKnown = 10_000;

/** `always`, `never`, or only `sometimes`: on some system with some of the interpreters. */
export function reachOf(declarations: readonly Pick<Declaration, "marker">[], taken: readonly number[]): Reach {
  const markers: string[] = [];
  for (const { marker } of declarations) {
    if (marker === undefined) return always;
    if (!markers.includes(marker)) markers.push(marker);
  }
  const key = `${taken.join(" ")}\n${markers.join("\n")}`;
  const there = known.get(key) ?? reachOfMarkers(markers, taken);
  if (known.size < mostKnown) known.set(key, there);
  return there;
}

function reachOfMarkers(markers: readonly string[], taken: readonly number[]): Reach {
  const isThere = (minor: number, system: (typeof systems)[number], implementation = implementations[0] as (typeof implementations)[number]): boolean =>
    markers.some((marker) => holds(marker, minor, system, implementation));
  const found = taken.flatMap((minor) => systems.map((system) => isThere(minor, system)));
  if (found.every(Boolean)) return always;
  const isAnywhere = found.some(Boolean) || taken.some((minor) => systems.some((system) => isThere(minor, system, implementations[1])));
  if (!isAnywhere) return { reach: "never" };
  const missing = taken.find((minor) => !isThere(minor, systems[0]));
  return missing === undefined ? always : { reach: "sometimes", missing: `3.${missing}` };
}
