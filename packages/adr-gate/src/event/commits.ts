// The two states that are compared: found in the clone, or said to be missing with what to fetch.
import type { GitHistory } from "@caio/repo-model/git";
import { isRepoError, RepoError } from "@caio/repo-model/text";
import { errorTexts } from "../reasons.js";
import type { Review } from "./review.js";

export interface Commits {
  /** The tip of the base branch: its configuration and records are in force. */
  readonly base: string;
  /** Where the change began. */
  readonly from: string;
  readonly head: string;
}

async function resolved(git: GitHistory, ref: string): Promise<string | undefined> {
  try {
    return await git.resolve(ref);
  } catch (error) {
    if (isRepoError(error) && (error.code === "SHALLOW_HISTORY" || error.code === "REF_NOT_FOUND")) return undefined;
    throw error;
  }
}

async function noBase(git: GitHistory, what: string): Promise<RepoError> {
  const { message, help } = errorTexts["no-base"];
  const isShallow = await git.isShallow();
  return new RepoError("NO_BASE", `${message} ${what}`, { hint: isShallow ? help : "Fetch it, or name it with `--base REF`." });
}

/** Finds the base and the head. Throws NO_BASE, with what to fetch, where the clone does not have them. */
export async function findCommits(git: GitHistory, review: Review): Promise<Commits> {
  if (review.mayBeMerged) {
    const { id, parents } = await git.commit("HEAD");
    const [first, second] = parents;
    if (first !== undefined && second !== undefined && parents.length === 2 && (second === review.head || review.head === undefined)) {
      const base = await resolved(git, first);
      if (base !== undefined) return { base, from: base, head: id };
    }
  }
  const headRef = review.head ?? "HEAD";
  const head = await resolved(git, headRef);
  if (head === undefined) throw await noBase(git, `The head \`${headRef}\` is missing.`);
  for (const ref of review.bases) {
    const base = await resolved(git, ref);
    if (base === undefined) continue;
    const from = await git.mergeBase(base, head);
    if (from === undefined) throw await noBase(git, `\`${ref}\` and \`${headRef}\` have no common ancestor here.`);
    return { base, from, head };
  }
  throw await noBase(git, review.bases.length === 0 ? "No base is named." : `The base \`${review.bases[0] ?? ""}\` is missing.`);
}
