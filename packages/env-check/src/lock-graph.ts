// What brings what, as the repository's lockfiles tell it: uv.lock, poetry.lock, pdm.lock.
import { child, parseToml, textOf, type DataNode } from "@caio/repo-model/data";
import { canonicalName, readRequirement } from "@caio/repo-model/manifests";
import type { RepoPath, SourceText } from "@caio/repo-model/text";

const itemsOf = (node: DataNode | undefined): readonly DataNode[] => (node?.kind === "list" ? node.items : []);

/** The names in a package's `dependencies`: uv's list of tables, poetry's table, pdm's list of requirements. */
function namesIn(node: DataNode | undefined): readonly string[] {
  if (node?.kind === "map") return node.entries.map(({ key }) => canonicalName(key));
  return itemsOf(node).flatMap((item) => {
    const name = item.kind === "string" ? readRequirement(item.value)?.name : textOf(child(item, "name"));
    return name === undefined ? [] : [canonicalName(name)];
  });
}

const mostLocks = 20;

/** The lists of a package's files: most of a lockfile, and nothing in them brings anything. */
const files = /^(?:sdist|wheels|files) = (?:\[\r?\n(?:[ \t].*\r?\n)*\]|\{.*\})[ \t]*$/gm;

/** Each locked distribution with what it brings, extras included; empty without a lockfile. */
export async function lockGraph(
  paths: readonly RepoPath[],
  read: (path: RepoPath) => Promise<SourceText | undefined>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const graph = new Map<string, readonly string[]>();
  for (const path of paths.filter((one) => /(?:^|\/)(?:uv|poetry|pdm)\.lock$/.test(one)).slice(0, mostLocks)) {
    const source = await read(path);
    if (source === undefined || source.text.length > 5_000_000) continue;
    const { root } = parseToml(source.text.replace(files, ""));
    for (const item of itemsOf(child(root, "package"))) {
      const name = textOf(child(item, "name"));
      if (name === undefined) continue;
      const extras = child(item, "optional-dependencies");
      const optional = extras?.kind === "map" ? extras.entries.flatMap(({ value }) => namesIn(value)) : [];
      const canonical = canonicalName(name);
      graph.set(canonical, [...new Set([...(graph.get(canonical) ?? []), ...namesIn(child(item, "dependencies")), ...optional])]);
    }
  }
  return graph;
}
