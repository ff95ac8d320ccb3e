// What every commit adds, lines and message alike: each secret once, with the first places where it stood.
import type { CommitInfo, GitHistory } from "@caio/repo-model/git";
import { isRepoError, repoPath, toBytes, type RepoError, type RepoPath } from "@caio/repo-model/text";
import { importedCandidates } from "../gitleaks/candidates.js";
import type { GitleaksSearch } from "../gitleaks/search.js";
import { scanBytes } from "../scan.js";

/** The name under which git keeps a commit's message while it is written. */
export const messagePath = repoPath("COMMIT_EDITMSG");

export interface Occurrence {
  readonly path: RepoPath;
  readonly commit: CommitInfo;
}

/** One secret of a history. */
export interface Found {
  readonly kind: string;
  readonly value: string;
  /** The oldest first: the stream is read from the newest commit on, and only so many are kept. */
  readonly first: readonly Occurrence[];
  /** All paths where it stood at some time, up to a bound. */
  readonly paths: ReadonlySet<RepoPath>;
}

export interface HistorySearch {
  readonly range: { readonly from?: string; readonly to?: string };
  readonly signal: AbortSignal;
  readonly search?: GitleaksSearch;
  readonly decodeDepth?: number;
  isScanned(path: RepoPath): boolean;
  onFault(error: RepoError): void;
}

const mostOccurrences = 4;
const mostPaths = 50;

/** A block of lines as bytes. UTF-16, which git cuts at the byte LF, has a NUL in every unit of ASCII: they are left out. */
function bytesOfBlock(text: string): Uint8Array {
  if (!text.includes("\0")) return toBytes(text);
  const narrow = text.replaceAll("\0", "");
  return toBytes(narrow.length <= text.length * 0.6 ? narrow : text);
}

type Entry = { kind: string; value: string; first: Occurrence[]; paths: Set<RepoPath> };

/** Reads a history once. What is held grows with the secrets, not with the commits. What git cannot give is passed to `onFault`, and what was found until then stands. */
export async function searchHistory(git: GitHistory, { range, signal, search, decodeDepth, isScanned, onFault }: HistorySearch): Promise<readonly Found[]> {
  const found = new Map<string, Entry>();
  const look = (path: RepoPath, commit: CommitInfo, text: string): void => {
    const bytes = bytesOfBlock(text);
    const own = scanBytes(path, bytes, decodeDepth === undefined ? {} : { decodeDepth });
    const candidates = search === undefined ? own : [...own, ...importedCandidates(search, path, bytes, commit.id)];
    for (const { kind, value, label } of candidates) {
      if (label !== "secret") continue;
      const key = `${kind} ${value}`;
      let entry = found.get(key);
      if (entry === undefined) found.set(key, (entry = { kind, value, first: [], paths: new Set() }));
      if (entry.paths.size < mostPaths) entry.paths.add(path);
      if (entry.first[0]?.path === path && entry.first[0].commit.id === commit.id) continue;
      entry.first.unshift({ path, commit });
      if (entry.first.length > mostOccurrences) entry.first.pop();
    }
  };
  const readLines = async (): Promise<void> => {
    for await (const { path, commit, blocks } of git.history(range)) {
      signal.throwIfAborted();
      if (commit === undefined || !isScanned(path)) continue;
      for (const { text } of blocks) look(path, commit, text);
    }
  };
  const readMessages = async (): Promise<void> => {
    for await (const { commit, message } of git.messages(range)) {
      signal.throwIfAborted();
      look(messagePath, commit, message);
    }
  };
  for (const part of [readLines, readMessages]) {
    await part().catch((error: unknown) => {
      if (!isRepoError(error) || error.code !== "GIT_FAILED") throw error;
      onFault(error);
    });
  }
  return [...found.values()].map((entry) => ({ ...entry, first: oldestFirst(entry.first) }));
}

/** Messages are read after the lines: the dates say what came first. */
function oldestFirst(occurrences: readonly Occurrence[]): Occurrence[] {
  const isMixed = occurrences.some(({ path }) => path === messagePath) && occurrences.some(({ path }) => path !== messagePath);
  return isMixed
    ? occurrences.toSorted((a, b) => a.commit.authorDate.localeCompare(b.commit.authorDate) || Number(a.path === messagePath) - Number(b.path === messagePath))
    : [...occurrences];
}
