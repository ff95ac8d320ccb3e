// Whether a data file says the same before and after.
import { parseJson, parseToml, parseYamlNow, type DataDocument, type DataNode } from "@caio/repo-model/data";

function parse(path: string, text: string): DataDocument | undefined {
  if (/\.ya?ml$/i.test(path)) return parseYamlNow(text);
  if (/\.jsonc?$/i.test(path)) return parseJson(text);
  return /\.toml$/i.test(path) ? parseToml(text) : undefined;
}

/** A number as its value where that is exact; a fraction is another type than a whole number, and -0 than 0. */
function numberText(raw: string, value: number): string {
  const isWhole = /^[-+]?(?:\d[\d_]*|0[xob][\da-f_]+)$/i.test(raw.trim());
  return isWhole && Number.isSafeInteger(value) && !Object.is(value, -0) ? `i${value}` : `n${raw.trim()}`;
}

/** A plain key of YAML that another type than text may have. */
const isTypedKey = (written: string): boolean => /^(?:[-+.\d]|(?:true|false|null|yes|no|on|off|y|n)$|~$|[!&*])/i.test(written);

/** A value as one text, with the keys of maps in order; values of two types are never equal. */
function canonical(node: DataNode, text: string): string {
  switch (node.kind) {
    case "map":
      return `{${node.entries
        .map(({ key, keyRange, value }) => `${isTypedKey(text.slice(...keyRange)) ? "k" : "s"}${JSON.stringify(key)}:${canonical(value, text)}`)
        .toSorted()
        .join(",")}}`;
    case "list":
      return `[${node.items.map((item) => canonical(item, text)).join(",")}]`;
    case "string":
      return JSON.stringify(node.value);
    case "number":
      return numberText(node.raw, node.value);
    case "boolean":
      return String(node.value);
    case "null":
      return "null";
    default:
      return `o${JSON.stringify(node.raw)}`;
  }
}

/** A tag of YAML changes what a value is, and is not in the tree. */
const hasTag = (path: string, text: string): boolean => /\.ya?ml$/i.test(path) && /(?:^|[\s[{,])!/.test(text);

/** True where both texts are data and equal; false for other files and for what cannot be parsed, or not be compared with certainty. */
export function isSameData(path: string, before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const [old, now] = [parse(path, before), parse(path, after)];
  if (old?.root === undefined || now?.root === undefined || old.problems.length + now.problems.length > 0) return false;
  if (hasTag(path, before) || hasTag(path, after)) return false;
  return canonical(old.root, before) === canonical(now.root, after);
}
