// Whether one version can satisfy two specifiers.
import { formatVersion, parseVersion, specifierContains } from "@caio/repo-model/manifests";

const clauseVersion = /(?:===|[~=!<>]=|[<>])\s*([^,\s*]+?)(?:\.\*)?\s*(?:,|$)/g;

/** Versions at, just below and just above those that specifiers name: one of each stretch on which no clause changes its answer. */
function candidates(specifiers: readonly string[]): readonly string[] {
  const named = specifiers.flatMap((specifier) => [...specifier.matchAll(clauseVersion)].map(([, version = ""]) => version));
  const found = new Set<string>(["0", "99999"]);
  for (const text of named) {
    const version = parseVersion(text);
    if (version === undefined) continue;
    const { epoch, release } = version;
    const numbers = release.map(String);
    const plain = (epoch === 0n ? "" : `${epoch}!`) + numbers.join(".");
    const last = release.at(-1) ?? 0n;
    const before = release.slice(0, -1).map(String);
    for (const one of [
      formatVersion(version),
      plain,
      `${plain}.dev0`,
      `${plain}.post0`,
      `${plain}.0.0.1`,
      `${plain}.999999`,
      [...before, String(last + 1n)].join("."),
      ...(last > 0n ? [[...before, String(last - 1n), "999999"].join(".")] : []),
      ...(release.length > 1 ? [[...before.slice(0, -1), String((release.at(-2) ?? 0n) + 1n)].join(".")] : []),
      String((release[0] ?? 0n) + 1n),
      ...((release[0] ?? 0n) > 0n ? [`${(release[0] ?? 0n) - 1n}.999999`] : []),
    ])
      if (parseVersion(one) !== undefined) found.add(one);
  }
  return [...found];
}

/** Whether no version satisfies all of the specifiers. False where one of them cannot be read. */
export function isDisjoint(specifiers: readonly string[]): boolean {
  try {
    // `===` compares texts: nothing is said of it.
    if (specifiers.some((specifier) => specifier === "" || specifier.includes("==="))) return false;
    const fits = candidates(specifiers).filter((version) => specifiers.every((specifier) => specifierContains(specifier, version)));
    return fits.length === 0 && specifiers.every((specifier) => candidates([specifier]).some((version) => specifierContains(specifier, version)));
  } catch {
    return false;
  }
}
