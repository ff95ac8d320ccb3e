// The manifests of a tree, found by their names.
import { isRepoError, type RepoPath, type SourceText } from "../text/index.js";
import type { FileTree } from "../tree/index.js";
import type { Manifest, ManifestFormat } from "./manifest.js";

const byName: Readonly<Record<string, ManifestFormat>> = {
  "pyproject.toml": "pyproject",
  "setup.cfg": "setup.cfg",
  "setup.py": "setup.py",
  Pipfile: "pipfile",
  "tox.ini": "tox",
  "tox.toml": "tox",
  "hatch.toml": "hatch",
  "pixi.toml": "pixi",
  "package.json": "package.json",
  "go.mod": "go.mod",
  "Cargo.toml": "cargo",
  ".tool-versions": "tool-versions",
  "mise.toml": "mise",
  ".mise.toml": "mise",
  ".python-version": "python-version",
  ".nvmrc": "node-version",
  ".node-version": "node-version",
};

/** Which manifest a path is by its name; undefined for none. */
export function manifestFormat(path: string): ManifestFormat | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (Object.hasOwn(byName, name)) return byName[name];
  if (/(?:^|\/)(?:\.config\/mise\.toml|\.config\/mise\/config\.toml|\.?mise\/config\.toml)$/.test(path)) return "mise";
  // By this name an editor tries its colours on a file.
  if (name.startsWith("syntax_test_")) return undefined;
  if (/^environment[\w.-]*\.ya?ml$/.test(name)) return "conda";
  if (/(?:requirements?|constraints?)[\w.-]*\.(?:txt|in|pip)$/i.test(name) || /(?:^|\/)requirements\/(?:[^/]+\/)*[^/]+\.(?:txt|in|pip)$/i.test(path))
    return "requirements";
  return undefined;
}

/** Reads one manifest by its name; undefined where it is none. Never throws. */
export async function readManifest(source: SourceText, format: ManifestFormat | undefined = manifestFormat(source.path)): Promise<Manifest | undefined> {
  return format === undefined ? undefined : (await import("./readers.js")).readManifestNow(source, format);
}

/**
 * The manifests of a tree, sorted by path, with those that they take in under other names (`-r deps.txt`).
 * What cannot be read is told to `skip` and left out; `wants` leaves out formats.
 */
export async function readManifests(
  tree: FileTree,
  skip: (path: RepoPath, reason: string) => void = () => {},
  wants: (format: ManifestFormat) => boolean = () => true,
): Promise<readonly Manifest[]> {
  const entries = await tree.list();
  const files = new Map(entries.filter(({ kind }) => kind === "file" || kind === "executable").map(({ path }) => [path as string, path]));
  const found = new Map<RepoPath, Manifest>();
  const waiting: { path: RepoPath; format: ManifestFormat | undefined }[] = [...files.values()].flatMap((path) => {
    const format = manifestFormat(path);
    return format === undefined || !wants(format) ? [] : [{ path, format }];
  });
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { path, format } = next;
    if (found.has(path)) continue;
    const source = await tree.text(path).catch((error: unknown) => {
      if (!isRepoError(error)) throw error;
      skip(path, error.code);
      return undefined;
    });
    const manifest = source === undefined ? undefined : await readManifest(source, format);
    if (manifest === undefined) continue;
    found.set(path, manifest);
    for (const include of manifest.includes) {
      const target = files.get(include.path);
      if (target !== undefined && manifestFormat(target) === undefined) waiting.push({ path: target, format: "requirements" });
    }
  }
  return [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
