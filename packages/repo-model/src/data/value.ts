// Data nodes as plain values, and the way to one of them.
import type { DataNode } from "./node.js";

/** A node as a plain value. Maps have no prototype, so that `__proto__` is a key like any other. Dates are their text. */
export function toValue(node: DataNode | undefined): unknown {
  if (node === undefined || node.kind === "null") return null;
  if (node.kind === "list") return node.items.map(toValue);
  if (node.kind === "other") return node.raw;
  if (node.kind !== "map") return node.value;
  const result: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.entries) result[key] = toValue(value);
  return result;
}

type Entries = Extract<DataNode, { kind: "map" }>["entries"];

/** Maps with more entries are looked up by an index, which is made when they are first asked. */
const fewEntries = 16;
const indexes = new WeakMap<Entries, ReadonlyMap<string, DataNode>>();

function lookUp(entries: Entries, key: string): DataNode | undefined {
  if (entries.length <= fewEntries) return entries.findLast((entry) => entry.key === key)?.value;
  let index = indexes.get(entries);
  // Of a key that stands twice a map keeps the last one.
  if (index === undefined) indexes.set(entries, (index = new Map(entries.map((entry) => [entry.key, entry.value]))));
  return index.get(key);
}

/** The value of a key; the last one where it stands twice. */
export function child(node: DataNode | undefined, key: string | number): DataNode | undefined {
  if (node?.kind === "list") return typeof key === "number" || /^\d+$/.test(key) ? node.items[Number(key)] : undefined;
  return node?.kind === "map" ? lookUp(node.entries, String(key)) : undefined;
}

/** The node that a JSON pointer (RFC 6901) names. */
export function atPointer(node: DataNode | undefined, pointer: string): DataNode | undefined {
  if (pointer === "") return node;
  return pointer
    .slice(1)
    .split("/")
    .reduce<DataNode | undefined>((inner, part) => child(inner, part.replaceAll("~1", "/").replaceAll("~0", "~")), node);
}

/** The text of a string node. */
export function textOf(node: DataNode | undefined): string | undefined {
  return node?.kind === "string" ? node.value : undefined;
}

/** The string items of a list node, with their nodes. */
export function textItems(node: DataNode | undefined): readonly (DataNode & { readonly kind: "string" })[] {
  return node?.kind === "list" ? node.items.filter((item): item is DataNode & { readonly kind: "string" } => item.kind === "string") : [];
}
