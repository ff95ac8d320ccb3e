// The versions of an interpreter: the project's range, what is pinned, and what CI asks for.
import { specifierContains, type Manifest } from "@caio/repo-model/manifests";
import type { Location } from "@caio/repo-model/text";

const projectFormats: ReadonlySet<string> = new Set(["pyproject", "setup.cfg", "setup.py", "pipfile"]);

/** The range of the project in a folder ("" is the root), as its manifest gives it; files that pin a version are none. */
export function requiresOf(manifests: readonly Manifest[], folder = ""): Manifest["requires"] {
  return manifests.find(
    ({ ecosystem, path, format, requires }) =>
      ecosystem === "python" && requires !== undefined && projectFormats.has(format) && path.slice(0, Math.max(0, path.lastIndexOf("/"))) === folder,
  )?.requires;
}

/** Whether a range takes a version; `3.11` stands for any 3.11. Undefined where the range cannot be read. */
export function contains(specifier: string, version: string): boolean | undefined {
  try {
    if (!/^\d+\.\d+$/.test(version)) return specifierContains(specifier, version, { prereleases: true });
    return [".999", ".0", ""].some((patch) => specifierContains(specifier, `${version}${patch}`, { prereleases: true })) || hasPatch(specifier, version);
  } catch {
    return undefined;
  }
}

/** A range may name a single patch of a version: `==3.11.4`, `>=3.11.4,<3.11.9`. */
function hasPatch(specifier: string, version: string): boolean {
  return [...specifier.matchAll(/\d+(?:\.\d+)+/g)].some(([one]) => one.startsWith(`${version}.`) && specifierContains(specifier, one, { prereleases: true }));
}

/** The version that a text of setup-python names: `3.11`, `3.11.4`, `pypy-3.10`; undefined for ranges, `3.x` and what is computed. */
export function pythonVersionOf(text: string): string | undefined {
  return /^(?:cpython-?|python-?|pypy-?)?(\d+\.\d+(?:\.\d+)?)t?(?:-dev|-v[\d.]+(?:rc\d+)?)?$/.exec(text.trim())?.[1];
}

/** An interpreter that a file pins. */
export interface Pin {
  readonly kind: "python" | "node";
  readonly version: string;
  readonly at: Location;
}

/** What the files at the root pin: `.python-version`, `.nvmrc`, `.tool-versions`, mise. */
export function pinsOf(manifests: readonly Manifest[]): readonly Pin[] {
  const exact = (specifier: string): string | undefined => /^==(\d+(?:\.\d+)*)(?:\.\*)?$/.exec(specifier)?.[1];
  return manifests.flatMap(({ path, format, ecosystem, requires, declarations }): Pin[] => {
    if (path.includes("/") || projectFormats.has(format) || format === "package.json") return [];
    const own = requires === undefined ? undefined : exact(requires.specifier);
    const kind = ecosystem === "python" || ecosystem === "node" ? ecosystem : undefined;
    const tools = declarations.flatMap(({ scope, canonical, specifier, at }): Pin[] => {
      const version = exact(specifier);
      return scope === "tool" && (canonical === "python" || canonical === "node") && version !== undefined ? [{ kind: canonical, version, at }] : [];
    });
    return own === undefined || kind === undefined || requires === undefined ? tools : [{ kind, version: own, at: requires.at }, ...tools];
  });
}
