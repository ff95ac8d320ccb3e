// A map as Python sees it: merge keys resolved, the last of a key that stands twice.
import { pythonType, type PyyamlDocument, type YamlEdge, type YamlMap, type YamlNode, type YamlPair } from "@caio/repo-model/data";
import type { Range } from "@caio/repo-model/text";

export interface MapView {
  readonly edge: YamlEdge;
  readonly node: YamlMap;
  /** Text keys. */
  readonly pairs: ReadonlyMap<string, YamlPair>;
  /** Keys of another type. */
  readonly others: readonly YamlPair[];
}

/** Where a value stands in the file: the alias, where it is one. */
export const rangeOf = (edge: YamlEdge): Range => edge.alias ?? edge.node.range;

/** The view of a map; undefined for another value. */
export function mapView(document: PyyamlDocument, edge: YamlEdge): MapView | undefined {
  const { node } = edge;
  if (node.kind !== "map" || pythonType(node) !== "dict") return undefined;
  const pairs = new Map<string, YamlPair>();
  const others: YamlPair[] = [];
  for (const pair of document.pairs(node)) {
    const key = pair.key.node;
    if (key.kind === "scalar" && pythonType(key) === "str") pairs.set(key.value, pair);
    else others.push(pair);
  }
  return { edge, node, pairs, others };
}

/** The text of a value; undefined for another type. */
export function textValue(edge: YamlEdge | undefined): string | undefined {
  return edge?.node.kind === "scalar" && pythonType(edge.node) === "str" ? edge.node.value : undefined;
}

/** A truth value; undefined for another type. */
export function boolValue(edge: YamlEdge | undefined): boolean | undefined {
  return edge?.node.kind === "scalar" && pythonType(edge.node) === "bool" ? /^(?:yes|true|on)$/i.test(edge.node.value) : undefined;
}

/** The items of a list; undefined for another type. */
export function listItems(edge: YamlEdge | undefined): readonly YamlEdge[] | undefined {
  return edge?.node.kind === "list" && pythonType(edge.node) === "list" ? edge.node.items : undefined;
}

const names: Readonly<Record<string, string>> = {
  str: "a text",
  int: "a number",
  float: "a number",
  bool: "true or false",
  NoneType: "nothing",
  list: "a list",
  dict: "a map",
  set: "a set",
  bytes: "bytes",
  date: "a date",
  datetime: "a date",
};

/** What a value is, in words. */
export const kindName = (node: YamlNode): string => names[pythonType(node)] ?? "another value";

/** A value in few words, for messages. */
export function shown(node: YamlNode): string {
  return node.kind === "scalar" ? node.value.slice(0, 80) : kindName(node);
}
