// Whether a data file says the same before and after.
import { parseJson, parseToml, parseYamlNow, toValue, type DataDocument } from "@caio/repo-model/data";

function parse(path: string, text: string): DataDocument | undefined {
  if (/\.ya?ml$/i.test(path)) return parseYamlNow(text);
  if (/\.jsonc?$/i.test(path)) return parseJson(text);
  return /\.toml$/i.test(path) ? parseToml(text) : undefined;
}

/** A value as one text, with the keys of maps in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** True where both texts are data and equal; false for other files and for what cannot be parsed. */
export function isSameData(path: string, before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const [old, now] = [parse(path, before), parse(path, after)];
  if (old?.root === undefined || now?.root === undefined || old.problems.length + now.problems.length > 0) return false;
  return canonical(toValue(old.root)) === canonical(toValue(now.root));
}
