// Gathers what the verdict needs from git: changes, texts, records, manifests. Nothing of the head is run or checked out.
import type { GitHistory } from "@caio/repo-model/git";
import { isRepoError, type RepoPath } from "@caio/repo-model/text";
import type { FileTree } from "@caio/repo-model/tree";
import { configurationParts } from "../change/configuration-change.js";
import { isManifest } from "../change/new-dependencies.js";
import type { AdrGateOptions } from "../defaults.js";
import { isInFolders } from "../records/record-path.js";
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

async function textsOf(files: FileTree, wanted: (path: string) => boolean, most: number): Promise<Record<string, string>> {
  const texts: Record<string, string> = Object.create(null);
  const entries = (await files.list()).filter(({ path }) => wanted(path)).slice(0, most);
  for (const { path } of entries) {
    const text = await textIn(files, path);
    if (text !== undefined) texts[path] = text;
  }
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

export async function gather(git: GitHistory, review: Review, commits: Commits, config: AdrGateOptions, now: string): Promise<GateInput> {
  const [from, base, head] = [git.tree(commits.from), git.tree(commits.base), git.tree(commits.head)];
  const { dirs } = config.adr;
  const needsText = (path: string): boolean =>
    isManifest(path) || isInFolders(path, dirs) || configurationParts.includes(path) || (config.semantic && /\.(?:ya?ml|jsonc?|toml)$/i.test(path));
  const changes: GateChange[] = [];
  for (const { status, path, oldMode, newMode } of await git.changes(commits.from, commits.head)) {
    const [before, after] = needsText(path) ? [await textIn(from, path), await textIn(head, path)] : [undefined, undefined];
    changes.push({ status, path, oldMode, newMode, before, after });
  }
  const baseRecords = await textsOf(base, (path) => isInFolders(path, dirs) && /\.(?:md|markdown)$/i.test(path), mostRecords);
  const needsManifests = config.dependencies.mode !== "off" && changes.some(({ path }) => isManifest(path));
  return {
    config,
    event: review.event,
    repository: review.repository,
    body: review.body,
    bodyAvailable: review.bodyAvailable,
    bodyTruncated: review.bodyTruncated,
    draft: review.draft,
    fork: review.fork,
    author: review.author,
    commitMessages: review.usesTrailers ? await messagesOf(git, commits) : undefined,
    changes,
    records: mergedRecords(baseRecords, changes, dirs),
    baseRecords,
    baseManifests: needsManifests ? await textsOf(base, isManifest, mostManifests) : {},
    now,
  };
}
