// Fields of a gitleaks configuration as its reader takes them: keys in any case, a text for a list, a number in quotes.
import { toValue, type DataNode } from "@caio/repo-model/data";

/** The value of a key, whatever its case; the last one where it stands twice. */
export function field(node: DataNode | undefined, name: string): DataNode | undefined {
  return node?.kind === "map" ? node.entries.findLast(({ key }) => key.toLowerCase() === name)?.value : undefined;
}

/** A text; "" where there is none. */
export function textField(node: DataNode | undefined, name: string): string {
  const value = toValue(field(node, name));
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** A number; 0 where there is none. */
export function numberField(node: DataNode | undefined, name: string): number {
  const value = Number(toValue(field(node, name)) ?? 0);
  return Number.isFinite(value) ? value : 0;
}

export function booleanField(node: DataNode | undefined, name: string): boolean {
  const value = toValue(field(node, name));
  return value === true || value === "true" || value === 1;
}

/** A list of texts, each with its node; a text alone is split at its commas. */
export function listField(node: DataNode | undefined, name: string): readonly { readonly text: string; readonly node: DataNode }[] {
  const list = field(node, name);
  if (list?.kind === "string")
    return list.value
      .split(",")
      .filter((text) => text !== "")
      .map((text) => ({ text, node: list }));
  return list?.kind === "list" ? list.items.flatMap((item) => (item.kind === "string" ? [{ text: item.value, node: item }] : [])) : [];
}

/** Tables of an array of tables; a single table counts as one. */
export function tables(node: DataNode | undefined, name: string): readonly DataNode[] {
  const value = field(node, name);
  return value?.kind === "list" ? value.items.filter(({ kind }) => kind === "map") : value?.kind === "map" ? [value] : [];
}
