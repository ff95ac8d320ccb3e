// What every commit adds, lines and message alike: each secret once, with the first places where it stood.
import type { PastCommit } from "@caio/repo-model/git";
import { isRepoError, repoPath, type RepoError, type RepoPath } from "@caio/repo-model/text";
import { importedCandidates } from "../gitleaks/candidates.js";
import type { GitleaksSearch } from "../gitleaks/search.js";
import { scanBytes } from "../scan.js";
import type { Reading } from "./reading.js";

/** The name under which git keeps a commit's message while it is written. */
export const messagePath = repoPath("COMMIT_EDITMSG");

export interface Occurrence {
  readonly path: RepoPath;
  readonly commit: PastCommit;
}

/** One secret of a history. */
export interface Found {
  readonly kind: string;
  readonly value: string;
  /** The oldest first; only so many are kept. */
  readonly first: readonly Occurrence[];
  /** All paths where it stood at some time, each with the age of the newest commit that brought it there, up to a bound. */
  readonly paths: ReadonlyMap<RepoPath, number>;
}

export interface HistorySearch {
  readonly signal: AbortSignal;
  readonly search?: GitleaksSearch;
  readonly decodeDepth?: number;
  isScanned(path: RepoPath): boolean;
  onFault(error: RepoError): void;
  /** A path of which a line is above what is held of one. */
  onCut(path: RepoPath): void;
}

const mostOccurrences = 4;
const mostPaths = 50;

/** A block of lines. UTF-16, which git cuts at the byte LF, has a NUL in every unit of ASCII: they are left out. */
function narrow(bytes: Uint8Array): Uint8Array {
  const first = bytes.indexOf(0);
  if (first === -1) return bytes;
  let zeros = 0;
  for (let at = first; at < bytes.length; at++) if (bytes[at] === 0) zeros++;
  return zeros >= bytes.length * 0.4 ? bytes.filter((byte) => byte !== 0) : bytes;
}

type Entry = { kind: string; value: string; first: Occurrence[]; paths: Map<RepoPath, number> };

/** Keeps the oldest, whatever order they come in; of one commit, the last first. */
function addOccurrence(first: Occurrence[], occurrence: Occurrence): void {
  const { path, commit } = occurrence;
  if (first.some((one) => one.path === path && one.commit.id === commit.id)) return;
  const at = first.findIndex((one) => one.commit.age <= commit.age);
  first.splice(at === -1 ? first.length : at, 0, occurrence);
  if (first.length > mostOccurrences) first.pop();
}

/** Keeps the paths of the newest commits, by name where they are of one age. */
function addPath(paths: Map<RepoPath, number>, path: RepoPath, age: number): void {
  const known = paths.get(path);
  if (known !== undefined && known <= age) return;
  paths.set(path, age);
  if (paths.size <= mostPaths) return;
  const [last] = [...paths].toSorted(([a, ageA], [b, ageB]) => ageB - ageA || (a < b ? 1 : -1));
  if (last !== undefined) paths.delete(last[0]);
}

/** Reads a history once. What is held grows with the secrets, not with the commits. What git cannot give is passed to `onFault`, and what was found until then stands. */
export async function searchHistory(
  reading: Pick<Reading, "parts" | "messages">,
  { signal, search, decodeDepth, isScanned, onFault, onCut }: HistorySearch,
): Promise<readonly Found[]> {
  const found = new Map<string, Entry>();
  const look = (path: RepoPath, commit: PastCommit, bytes: Uint8Array): void => {
    const own = scanBytes(path, bytes, decodeDepth === undefined ? {} : { decodeDepth });
    const candidates = search === undefined ? own : [...own, ...importedCandidates(search, path, bytes, commit.id, decodeDepth)];
    for (const { kind, value, label } of candidates) {
      if (label !== "secret") continue;
      const key = `${kind} ${value}`;
      let entry = found.get(key);
      if (entry === undefined) found.set(key, (entry = { kind, value, first: [], paths: new Map() }));
      addPath(entry.paths, path, commit.age);
      addOccurrence(entry.first, { path, commit });
    }
  };
  const read = async (history: Reading["parts"]): Promise<void> => {
    for await (const parts of history) {
      signal.throwIfAborted();
      for (const part of parts) {
        if ("message" in part) look(messagePath, part.commit, Buffer.from(part.message, "utf8"));
        else if (part.commit !== undefined && isScanned(part.path)) {
          if (part.isCut) onCut(part.path);
          for (const { bytes } of part.blocks) look(part.path, part.commit, narrow(bytes));
        }
      }
    }
  };
  const told = (error: unknown): void => {
    if (!isRepoError(error) || error.code !== "GIT_FAILED") throw error;
    onFault(error);
  };
  try {
    await read(reading.parts);
  } catch (error) {
    told(error);
    // Where the content of a commit is missing, the messages are there.
    await read(reading.messages()).catch(told);
  }
  return [...found.values()];
}
