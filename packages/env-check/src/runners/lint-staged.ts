// The commands of lint-staged, which a hook runs for the staged files. A configuration that is a program is left out.
import { child, parseJson, type DataNode } from "@caio/repo-model/data";
import type { SourceText } from "@caio/repo-model/text";
import { folderOf } from "../chain/modules.js";
import type { Runner } from "./runner.js";
import { yamlOf } from "./yaml-of.js";

/** The files that are looked for in a folder, in their order. Source: lint-staged 16.4.0, configFiles.js. */
export const lintStagedFiles: readonly string[] = ["package.json", ".lintstagedrc", ".lintstagedrc.json", ".lintstagedrc.yaml", ".lintstagedrc.yml"];

/** The commands in one of those files; empty where it has none. Never throws. */
export async function lintStagedRunners(source: SourceText): Promise<readonly Runner[]> {
  const isManifest = source.path.endsWith("package.json");
  const isJson = source.path.endsWith(".json") || source.text.trimStart().startsWith("{");
  const root = isJson ? parseJson(source.text).root : (await yamlOf(source)).root;
  const config = isManifest ? child(root, "lint-staged") : root;
  if (config?.kind !== "map") return [];
  return config.entries.flatMap(({ key, keyRange, value }) =>
    textsOf(value).map(({ text, range }) => ({
      kind: "package-script" as const,
      name: `lint-staged ${key}`,
      at: source.at(keyRange),
      text,
      textAt: source.at(range),
      folder: folderOf(source.path),
    })),
  );
}

const textsOf = (node: DataNode): readonly { readonly text: string; readonly range: DataNode["range"] }[] =>
  (node.kind === "list" ? node.items : [node]).flatMap((item) => (item.kind === "string" ? [{ text: item.value, range: item.range }] : []));
