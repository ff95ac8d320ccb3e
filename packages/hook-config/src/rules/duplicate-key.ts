// duplicate-key: a key that stands twice in a map, of which pre-commit reads the last.
import type { Draft } from "@caio/repo-model/check";
import type { YamlNode } from "@caio/repo-model/data";
import type { ConfigFacts } from "../facts.js";
import { configRule } from "./fault-rule.js";

function* duplicates({ source, document }: ConfigFacts): Iterable<Draft> {
  const seen = new Set<YamlNode>();
  const stack: YamlNode[] = document.root === undefined ? [] : [document.root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === "list") for (const item of node.items) stack.push(item.node);
    if (node.kind !== "map") continue;
    const keys = new Map<string, YamlNode>();
    for (const { key, value } of node.entries) {
      stack.push(value.node);
      if (key.node.kind !== "scalar" || key.node.tag === "!!merge") continue;
      const first = keys.get(`${key.node.tag} ${key.node.value}`);
      keys.set(`${key.node.tag} ${key.node.value}`, key.node);
      if (first === undefined) continue;
      yield {
        message: `The key \`${key.node.value.slice(0, 80)}\` stands twice.`,
        at: source.at(key.alias ?? key.node.range),
        related: [{ message: "the first one", at: source.at(first.range) }],
        help: "pre-commit reads the last one and says nothing.",
        data: { key: key.node.value },
      };
    }
  }
}

export const duplicateKey = configRule(
  { id: "duplicate-key", summary: "A key stands twice in a map; pre-commit reads the last one.", severity: "warning" },
  duplicates,
);
