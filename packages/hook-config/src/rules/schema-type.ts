// schema-type: a value of another kind than pre-commit takes.
import { defineRule, type Draft } from "@caio/repo-model/check";
import { child, type DataNode } from "@caio/repo-model/data";
import type { ConfigFacts } from "../facts.js";
import { hookKeys, repositoryKeys, topKeys, type ValueKind } from "../schema-facts.js";

const names: Readonly<Record<ValueKind, string>> = {
  string: "a text",
  boolean: "true or false",
  strings: "a list of texts",
  list: "a list",
  map: "a map",
  number: "a number",
};

function fits(node: DataNode, kind: ValueKind): boolean {
  if (kind === "strings") return node.kind === "list" && node.items.every((item) => item.kind === "string");
  return node.kind === kind;
}

export const schemaType = defineRule<ConfigFacts, unknown>({
  id: "schema-type",
  summary: "A value has another kind than pre-commit takes.",
  severity: "error",
  *find({ source, root, isList, repositories, hooks }) {
    const judge = function* (node: DataNode | undefined, keys: Readonly<Record<string, ValueKind>>): Iterable<Draft> {
      if (node?.kind !== "map") return;
      for (const { key, value } of node.entries) {
        const kind = Object.hasOwn(keys, key) ? keys[key] : undefined;
        if (kind !== undefined && !fits(value, kind))
          yield {
            message: `\`${key}\` must be ${names[kind]}.`,
            at: source.at(value.range),
            ...(kind === "string" && value.kind === "number" ? { help: "Put it in quotes." } : {}),
            data: { key, expected: kind },
          };
      }
    };
    if (root !== undefined && root.kind !== "map" && root.kind !== "null" && !isList)
      yield { message: "The configuration must be a map.", at: source.at(root.range), data: { key: "", expected: "map" } };
    yield* judge(root, topKeys);
    const items = function* (list: DataNode | undefined, what: string): Iterable<Draft> {
      if (list?.kind !== "list") return;
      for (const item of list.items)
        if (item.kind !== "map") yield { message: `${what} must be a map.`, at: source.at(item.range), data: { key: "", expected: "map" } };
    };
    yield* items(isList ? root : child(root, "repos"), "A repository");
    for (const repository of repositories) yield* items(child(repository, "hooks"), "A hook");
    for (const repository of repositories) yield* judge(repository, repositoryKeys);
    for (const { node } of hooks) yield* judge(node, hookKeys);
  },
});
