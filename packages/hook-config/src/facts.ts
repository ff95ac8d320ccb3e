// A pre-commit configuration as its rules see it: the parsed file, its hooks, and the places that can be legacy.
import { child, parseYamlNow, textItems, textOf, type DataNode, type DataProblem } from "@caio/repo-model/data";
import { repoPath, sourceText, type SourceText } from "@caio/repo-model/text";

type MapNode = Extract<DataNode, { kind: "map" }>;
export type StringNode = Extract<DataNode, { kind: "string" }>;

/** One hook with the repository entry that it stands in. */
export interface ConfigHook {
  readonly node: MapNode;
  readonly repository: MapNode;
  /** `local`, `meta` or a URL. */
  readonly repo: string | undefined;
  readonly id: string | undefined;
}

export interface ConfigFacts {
  readonly source: SourceText;
  readonly root: DataNode | undefined;
  readonly problems: readonly DataProblem[];
  /** Whether `repos` is missing because the file is a list, the form before pre-commit 0.15. */
  readonly isList: boolean;
  readonly repositories: readonly MapNode[];
  readonly hooks: readonly ConfigHook[];
  /** Every value of `stages` and `default_stages`. */
  readonly stages: readonly StringNode[];
  /** Every value of `language`. */
  readonly languages: readonly StringNode[];
}

const maps = (node: DataNode | undefined): MapNode[] => (node?.kind === "list" ? node.items.filter((item): item is MapNode => item.kind === "map") : []);

/** The name of the file that pre-commit reads. */
export const configName = ".pre-commit-config.yaml";

/** Reads a configuration's text. Never throws. */
export function readConfig(text: string, path: string = configName): ConfigFacts {
  const source = sourceText(repoPath(path), text);
  const { root, problems } = parseYamlNow(text, "pyyaml");
  const isList = root?.kind === "list";
  const repositories = maps(isList ? root : child(root, "repos"));
  const hooks = repositories.flatMap((repository) =>
    maps(child(repository, "hooks")).map((node) => ({ node, repository, repo: textOf(child(repository, "repo")), id: textOf(child(node, "id")) })),
  );
  const stages = [...textItems(child(root, "default_stages")), ...hooks.flatMap(({ node }) => textItems(child(node, "stages")))];
  const languages = hooks.flatMap(({ node }) => [child(node, "language")]).filter((node): node is StringNode => node?.kind === "string");
  return { source, root, problems, isList, repositories, hooks, stages: unique(stages), languages: unique(languages) };
}

/** A value that aliases repeat stands in the file once. */
function unique(nodes: readonly StringNode[]): StringNode[] {
  const seen = new Set<number>();
  return nodes.filter(({ range }) => !seen.has(range[0]) && seen.add(range[0]) !== undefined);
}
