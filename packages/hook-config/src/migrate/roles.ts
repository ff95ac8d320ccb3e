// What each place of a configuration is for: a value that an alias repeats may be for more than one thing.
import type { PyyamlDocument, YamlEdge, YamlList, YamlMap, YamlNode } from "@caio/repo-model/data";
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
  /** All nodes, in the order of their first place. */
  readonly nodes: readonly YamlNode[];
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

/** Finds the roles of all places. `role` is the root's. */
export function rolesOf(document: PyyamlDocument, role: "config" | "hooks"): Roles {
  const roles = new Map<YamlEdge, Set<Role>>();
  const places = new Map<YamlNode, YamlEdge[]>();
  const repositories = new Set<YamlEdge>();
  const stack: { edge: YamlEdge; role: Role }[] = document.root === undefined ? [] : [{ edge: { node: document.root }, role }];
  const push = (edge: YamlEdge, next: Role): void => void stack.push({ edge, role: next });
  const list = (node: YamlList, own: Role): void => {
    const next = own === "neutral" || own === "other" ? own : (itemRoles[own] ?? "other");
    for (const item of node.items) push(item, next);
  };
  const map = (node: YamlMap, own: Role): void => {
    for (const { key, value } of node.entries) {
      if (key.node.tag === "!!merge") {
        for (const one of value.node.kind === "list" ? value.node.items : [value]) push(one, own);
        continue;
      }
      push(key, own === "neutral" ? "neutral" : (keyRoles[own] ?? "other"));
      push(value, key.node.kind === "scalar" ? valueRole(own, key.node.value) : "other");
    }
  };
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { edge, role: own } = next;
    const had = roles.get(edge);
    if (had?.has(own) === true) continue;
    if (had === undefined) {
      roles.set(edge, new Set([own]));
      const all = places.get(edge.node);
      if (all === undefined) places.set(edge.node, [edge]);
      else all.push(edge);
    } else had.add(own);
    if (own === "repository") repositories.add(edge);
    if (edge.node.kind === "list") list(edge.node, own);
    else if (edge.node.kind === "map") map(edge.node, own);
  }
  const empty: ReadonlySet<Role> = new Set();
  return {
    of: (edge) => roles.get(edge) ?? empty,
    places: (node) => places.get(node) ?? [],
    nodes: [...places.keys()].toSorted((a, b) => a.range[0] - b.range[0]),
    repositories: [...repositories],
  };
}
