// Which file holds the configuration.
import { child, type DataDocument, type DataNode } from "../data/index.js";
import { isRepoError, RepoError, repoPath, type RepoPath, type SourceText } from "../text/index.js";
import type { FileTree } from "../tree/index.js";

/** Files that are a configuration by their name, and those that may hold one in a part. */
export const configurationNames: readonly string[] = ["caio.yaml", "caio.yml", ".caio.yaml", "caio.json", "caio.jsonc", "caio.toml"];
const parts: Readonly<Record<string, readonly string[]>> = { "package.json": ["caio"], "pyproject.toml": ["tool", "caio"] };

/** A configuration file and the node in it that is ours. */
export interface FoundConfiguration {
  readonly source: SourceText;
  readonly document: DataDocument;
  readonly root: DataNode | undefined;
}

async function parse(source: SourceText): Promise<DataDocument> {
  if (/\.jsonc?$/.test(source.path)) return (await import("../data/json.js")).parseJson(source.text);
  if (source.path.endsWith(".toml")) return (await import("../data/toml.js")).parseToml(source.text);
  return (await import("../data/yaml.js")).parseYaml(source.text);
}

async function read(files: FileTree, path: RepoPath): Promise<SourceText | undefined> {
  try {
    return await files.text(path);
  } catch (error) {
    throw isRepoError(error) ? new RepoError("CONFIG_INVALID", `The configuration cannot be read: ${error.message}`, { cause: error }) : error;
  }
}

async function part(files: FileTree, name: string, keys: readonly string[]): Promise<FoundConfiguration | undefined> {
  // A broken package.json is another tool's matter: only one that names us is read.
  const source = await files.text(repoPath(name)).catch(() => undefined);
  if (source === undefined || !source.text.includes("caio")) return undefined;
  const document = await parse(source);
  const root = keys.reduce<DataNode | undefined>((node, key) => child(node, key), document.root);
  return root?.kind === "map" ? { source, document, root } : undefined;
}

/** Finds the configuration at the root. Throws CONFIG_AMBIGUOUS for two of them, FILE_MISSING for a named one that is not there. */
export async function findConfiguration(files: FileTree, named?: RepoPath): Promise<FoundConfiguration | undefined> {
  if (named !== undefined) {
    const source = await read(files, named);
    if (source === undefined) throw new RepoError("FILE_MISSING", `The configuration \`${named}\` does not exist.`);
    const keys = parts[named.replace(/^.*\//, "")];
    const document = await parse(source);
    return { source, document, root: keys === undefined ? document.root : keys.reduce<DataNode | undefined>((node, key) => child(node, key), document.root) };
  }
  const found: FoundConfiguration[] = [];
  for (const name of configurationNames) {
    const source = await read(files, repoPath(name));
    if (source !== undefined) {
      const document = await parse(source);
      found.push({ source, document, root: document.root });
    }
  }
  for (const [name, keys] of Object.entries(parts)) {
    const one = await part(files, name, keys);
    if (one !== undefined) found.push(one);
  }
  const [first, second] = found;
  if (first !== undefined && second !== undefined)
    throw new RepoError("CONFIG_AMBIGUOUS", `There are two configurations: \`${first.source.path}\` and \`${second.source.path}\`.`, {
      hint: "Keep one of them.",
    });
  return first;
}
