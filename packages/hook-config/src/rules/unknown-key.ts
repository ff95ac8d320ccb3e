// unknown-key: a key that pre-commit does not read.
import { defineRule, type Draft } from "@caio/repo-model/check";
import { nearest } from "@caio/repo-model/config";
import type { DataNode } from "@caio/repo-model/data";
import type { ConfigFacts } from "../facts.js";
import { hookKeys, repositoryKeys, topKeys } from "../schema-facts.js";

export const unknownKey = defineRule<ConfigFacts, unknown>({
  id: "unknown-key",
  summary: "A key is none that pre-commit reads.",
  severity: "warning",
  *find({ source, root, repositories, hooks }) {
    const judge = function* (node: DataNode | undefined, known: readonly string[]): Iterable<Draft> {
      if (node?.kind !== "map") return;
      for (const { key, keyRange } of node.entries) {
        if (known.includes(key) || key.startsWith("x-")) continue;
        const near = nearest(key, known);
        yield {
          message: `pre-commit does not read the key \`${key}\`.`,
          at: source.at(keyRange),
          ...(near === undefined ? {} : { help: `Did you mean \`${near}\`?` }),
          data: { key, ...(near === undefined ? {} : { nearest: near }) },
        };
      }
    };
    yield* judge(root, Object.keys(topKeys));
    for (const repository of repositories) yield* judge(repository, [...Object.keys(repositoryKeys), "sha"]);
    for (const { node } of hooks) yield* judge(node, Object.keys(hookKeys));
  },
});
