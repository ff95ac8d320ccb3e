// schema-required: a key that must be there.
import { defineRule, type Draft } from "@caio/repo-model/check";
import { child, type DataNode } from "@caio/repo-model/data";
import type { ConfigFacts } from "../facts.js";
import { localHookKeys } from "../schema-facts.js";

export const schemaRequired = defineRule<ConfigFacts, unknown>({
  id: "schema-required",
  summary: "A key that pre-commit needs is missing.",
  severity: "error",
  *find({ source, root, isList, repositories, hooks }) {
    const missing = (node: DataNode, key: string, where: string): Draft => ({
      message: `${where} needs the key \`${key}\`.`,
      at: source.at([node.range[0], node.range[0]]),
      data: { key },
    });
    if (root?.kind === "map" && !isList && child(root, "repos") === undefined) yield missing(root, "repos", "The configuration");
    for (const repository of repositories) {
      const repo = child(repository, "repo");
      if (repo === undefined) yield missing(repository, "repo", "A repository");
      if (child(repository, "hooks") === undefined) yield missing(repository, "hooks", "A repository");
      const isRemote = repo?.kind === "string" && repo.value !== "local" && repo.value !== "meta";
      if (isRemote && child(repository, "rev") === undefined && child(repository, "sha") === undefined)
        yield missing(repository, "rev", `The repository \`${repo.value}\``);
    }
    for (const { node, repo, id } of hooks) {
      for (const key of repo === "local" ? localHookKeys : ["id"])
        if (child(node, key) === undefined) yield missing(node, key, id === undefined ? "A hook" : `The hook \`${id}\``);
    }
  },
});
