// What each place of a configuration is for: a value that an alias repeats may be for more than one thing.
import type { PyyamlDocument, YamlEdge, YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from "@caio/repo-model/data";
import { hookKeys, repositoryKeys, rootKeys } from "../data/keys.js";

/** `neutral` is what pre-commit does not read, `other` what it reads as something that is not migrated. */
export type Role =
  | "config"
  | "repositories"
  | "repository"
  | "repository-key"
  | "hooks"
  | "hook"
  | "stages"
  | "stage"
  | "language"
  | "language-versions"
  | "language-key"
  | "neutral"
  | "other";

export interface Roles {
  /** The roles of a place. */
  of(edge: YamlEdge): ReadonlySet<Role>;
  /** All places where a node stands: its own, and its aliases. */
  places(node: YamlNode): readonly YamlEdge[];
  /** Lists, in the order of their first place. */
  readonly lists: readonly YamlList[];
  /** Scalars that have one of the values, likewise. */
  valued(values: readonly string[]): readonly YamlScalar[];
  /** Repositories, each as the maps that it is made of. */
  readonly repositories: readonly YamlEdge[];
}

const inside: Readonly<Partial<Record<Role, Readonly<Record<string, Role>>>>> = {
  config: { repos: "repositories", default_stages: "stages", default_language_version: "language-versions" },
  repository: { hooks: "hooks" },
  hook: { stages: "stages", language: "language" },
};
const known: Readonly<Partial<Record<Role, readonly string[]>>> = { config: rootKeys, repository: [...repositoryKeys, "sha"], hook: hookKeys };
const itemRoles: Readonly<Partial<Record<Role, Role>>> = { repositories: "repository", hooks: "hook", stages: "stage", config: "repository" };
const keyRoles: Readonly<Partial<Record<Role, Role>>> = { repository: "repository-key", "language-versions": "language-key" };

/** The role of a key's value. */
function valueRole(role: Role, key: string): Role {
  if (role === "neutral" || role === "other") return role;
  const own = inside[role];
  if (own !== undefined && Object.hasOwn(own, key)) return own[key] ?? "other";
  if (role === "language-versions") return "other";
  return known[role]?.includes(key) === true ? "other" : own === undefined ? "other" : "neutral";
}

/** What tells the keys of a map apart. */
const nameOf = ({ node }: YamlEdge): unknown => (node.kind === "scalar" ? `${node.tag} ${node.value}` : node);

/** The keys of all maps that a map merges, those of replaced values too: they count again once the others are called otherwise. */
function* mergedKeys(node: YamlMap): Iterable<YamlEdge> {
  const maps = new Set([node]);
  for (const map of maps)
    for (const { key, value } of map.entries) {
      if (key.node.tag !== "!!merge") {
        if (map !== node) yield key;
        continue;
      }
      for (const { node: source } of value.node.kind === "list" ? value.node.items : [value]) if (source.kind === "map") maps.add(source);
    }
}

/** Finds the roles of all places. `role` is the root's. */
export function rolesOf(document: PyyamlDocument, role: "config" | "hooks"): Roles {
  const roles = new Map<YamlEdge, ReadonlySet<Role>>();
  /** Most places have one role: those of one role share a set. */
  const single = new Map<Role, ReadonlySet<Role>>();
  const places = new Map<YamlNode, YamlEdge[]>();
  const repositories = new Set<YamlEdge>();
  const stack: { edge: YamlEdge; role: Role }[] = document.root === undefined ? [] : [{ edge: { node: document.root }, role }];
  const push = (edge: YamlEdge, next: Role): void => void stack.push({ edge, role: next });
  const list = (node: YamlList, own: Role): void => {
    const next = own === "neutral" || own === "other" ? own : (itemRoles[own] ?? "other");
    for (const item of node.items) push(item, next);
  };
  const pair = ({ key, value }: Pick<YamlPair, "key" | "value">, own: Role): void => {
    push(key, own === "neutral" ? "neutral" : (keyRoles[own] ?? "other"));
    push(value, key.node.kind === "scalar" ? valueRole(own, key.node.value) : "other");
  };
  const map = (node: YamlMap, own: Role): void => {
    const written = node.entries.filter(({ key }) => key.node.tag !== "!!merge");
    for (const entry of written) pair(entry, own);
    if (written.length === node.entries.length) return;
    const names = new Set(written.map(({ key }) => nameOf(key)));
    // A value that another replaces has no part in the map.
    for (const merged of document.pairs(node)) if (merged.isMerged && !names.has(nameOf(merged.key))) pair(merged, own);
    const keyRole = keyRoles[own];
    if (keyRole !== undefined) for (const key of mergedKeys(node)) push(key, keyRole);
  };
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { edge, role: own } = next;
    const had = roles.get(edge);
    if (had?.has(own) === true) continue;
    if (had === undefined) {
      const only = single.get(own) ?? new Set([own]);
      single.set(own, only);
      roles.set(edge, only);
      const all = places.get(edge.node);
      if (all === undefined) places.set(edge.node, [edge]);
      else all.push(edge);
    } else roles.set(edge, new Set([...had, own]));
    if (own === "repository") repositories.add(edge);
    if (edge.node.kind === "list") list(edge.node, own);
    else if (edge.node.kind === "map") map(edge.node, own);
  }
  const empty: ReadonlySet<Role> = new Set();
  const inOrder = (a: YamlNode, b: YamlNode): number => a.range[0] - b.range[0];
  const lists: YamlList[] = [];
  const byValue = new Map<string, YamlScalar[]>();
  for (const node of places.keys())
    if (node.kind === "list") lists.push(node);
    else if (node.kind === "scalar") {
      const all = byValue.get(node.value);
      if (all === undefined) byValue.set(node.value, [node]);
      else all.push(node);
    }
  return {
    of: (edge) => roles.get(edge) ?? empty,
    places: (node) => places.get(node) ?? [],
    lists: lists.toSorted(inOrder),
    valued: (values) => values.flatMap((value) => byValue.get(value) ?? []).toSorted(inOrder),
    repositories: [...repositories],
  };
}
