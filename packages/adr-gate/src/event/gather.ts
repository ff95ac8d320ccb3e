// Gathers what the verdict needs from git: changes, texts, records, manifests. Nothing of the head is run or checked out.
import type { GitHistory } from "@caio/repo-model/git";
import { isRepoError, type RepoPath } from "@caio/repo-model/text";
import type { FileTree, Selection } from "@caio/repo-model/tree";
import { configurationParts } from "../change/configuration-change.js";
import { isKnowingManifest, isManifest } from "../change/declared.js";
import type { AdrGateOptions } from "../defaults.js";
import { isInFolders, resolvePath } from "../records/record-path.js";
import type { GateChange, GateInput } from "../verdict.js";
import type { Commits } from "./commits.js";
import type { Review } from "./review.js";

const mostManifests = 5000;
const mostRecords = 20_000;

/** A file's text; undefined where it is none, or too large to be one. */
export async function textIn(files: FileTree, path: RepoPath): Promise<string | undefined> {
  try {
    return (await files.text(path))?.text;
  } catch (error) {
    if (isRepoError(error) && (error.code === "FILE_BINARY" || error.code === "FILE_TOO_LARGE")) return undefined;
    throw error;
  }
}

async function textsOf(files: FileTree, wanted: (path: string) => boolean, most: number, selection: Selection = {}): Promise<Record<string, string>> {
  const texts: Record<string, string> = Object.create(null);
  const entries = (await files.list(selection)).filter(({ path }) => wanted(path)).slice(0, most);
  const read = await Promise.all(entries.map(async ({ path }) => [path, await textIn(files, path)] as const));
  for (const [path, text] of read) if (text !== undefined) texts[path] = text;
  return texts;
}

/** Whole messages of the commits of the change. */
async function messagesOf(git: GitHistory, { base, head }: Commits): Promise<string[]> {
  const messages: string[] = [];
  for await (const { id } of git.commits({ from: base, to: head, limit: 1000 })) messages.push(await git.message(id));
  return messages;
}

/** The records of the merged tree: those of the base's tip, with what the change does to them. */
function mergedRecords(base: Readonly<Record<string, string>>, changes: readonly GateChange[], dirs: readonly string[]): Record<string, string> {
  const merged: Record<string, string> = Object.assign(Object.create(null), base);
  for (const { path, status, after } of changes) {
    if (!isInFolders(path, dirs)) continue;
    if (status === "D" || after === undefined) delete merged[path];
    else merged[path] = after;
  }
  return merged;
}

/** Which changed paths the verdict needs the texts of. */
export function textNeeds({ adr: { dirs }, dependencies, protectConfig, semantic }: AdrGateOptions): (path: string) => boolean {
  return (path) =>
    (dependencies.mode !== "off" && isManifest(path)) ||
    isInFolders(path, dirs) ||
    (protectConfig && configurationParts.includes(path)) ||
    (semantic && /\.(?:ya?ml|jsonc?|toml)$/i.test(path));
}

/** The changed paths between two states, with the texts that the verdict needs. */
async function changesBetween(git: GitHistory, from: string, to: string, config: AdrGateOptions): Promise<readonly GateChange[]> {
  const needsText = textNeeds(config);
  const [old, now] = [git.tree(from), git.tree(to)];
  const changes: GateChange[] = [];
  for (const { status, path, oldMode, newMode } of await git.changes(from, to)) {
    const [before, after] = needsText(path) ? [await textIn(old, path), await textIn(now, path)] : [undefined, undefined];
    changes.push({ status, path, oldMode, newMode, before, after });
  }
  return changes;
}

/** The manifests of the base, where a manifest changes at all. */
async function manifestsAt(base: FileTree, changes: readonly GateChange[], { dependencies }: AdrGateOptions): Promise<Record<string, string>> {
  const isNeeded = dependencies.mode !== "off" && changes.some(({ path }) => isManifest(path));
  return isNeeded ? textsOf(base, isKnowingManifest, mostManifests) : {};
}

/** The input of the verdict: configuration and records are those of the base's tip (`base` is its tree), so that a stale branch gains nothing. */
export async function gather(git: GitHistory, base: FileTree, review: Review, commits: Commits, config: AdrGateOptions, now: string): Promise<GateInput> {
  const { dirs } = config.adr;
  const [changes, baseRecords] = await Promise.all([
    changesBetween(git, commits.from, commits.head, config),
    textsOf(base, (path) => isInFolders(path, dirs) && /\.(?:md|markdown)$/i.test(path), mostRecords, { below: dirs.map(resolvePath) }),
  ]);
  const { event, repository, body, bodyAvailable, bodyTruncated, draft, fork, author } = review;
  return {
    config,
    event,
    repository,
    body,
    bodyAvailable,
    bodyTruncated,
    draft,
    fork,
    author,
    commitMessages: review.usesTrailers ? await messagesOf(git, commits) : undefined,
    changes,
    records: mergedRecords(baseRecords, changes, dirs),
    baseRecords,
    baseManifests: await manifestsAt(base, changes, config),
    now,
  };
}
