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

/** What git gives, undefined where the clone does not have the commit. */
async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isRepoError(error) && (error.code === "SHALLOW_HISTORY" || error.code === "REF_NOT_FOUND")) return undefined;
    throw error;
  }
}

const resolved = (git: GitHistory, ref: string): Promise<string | undefined> => orNothing(git.resolve(ref));

async function noBase(git: GitHistory, what: string): Promise<RepoError> {
  const { message, help } = errorTexts["no-base"];
  const isShallow = await git.isShallow();
  return new RepoError("NO_BASE", `${message} ${what}`, { hint: isShallow ? help : "Fetch it, or name it with `--base REF`." });
}

/** The commits, and the history that has them: the clone's, or the clone's with a commit fetched beside it. `dispose` removes what was fetched. */
export interface FoundCommits {
  readonly commits: Commits;
  readonly git: GitHistory;
  dispose(): void;
}

/** How long a fetch may take. */
const patience = 60_000;

/** The base that HEAD names by itself where it is the merge of the head into it; a shallow clone knows the id and may not have the commit. */
async function mergedBase(git: GitHistory, { mayBeMerged, head }: Review): Promise<string | undefined> {
  // Without a head there is no telling which parent is which: Jenkins merges the target into the head.
  if (!mayBeMerged || head === undefined) return undefined;
  const [first, second, third] = (await orNothing(git.namedParents("HEAD"))) ?? [];
  return second !== undefined && third === undefined && second === head ? first : undefined;
}

/** Where the change began; commits that name the base as their ancestor tell so even where the clone is cut off there. */
async function beginning(git: GitHistory, base: string, head: string): Promise<string | undefined> {
  return (await git.mergeBase(base, head)) ?? ((await git.namedParents(head)).includes(base) ? base : undefined);
}

const isWholeId = (ref: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref);

/** Where the change began as the CI system says, for a clone that is cut off before: that commit is fetched where it is missing. */
async function toldBeginning(
  git: GitHistory,
  { mergeBase }: Review,
  mayFetch: boolean,
): Promise<(Pick<FoundCommits, "git" | "dispose"> & { from: string }) | undefined> {
  if (mergeBase === undefined || !isWholeId(mergeBase)) return undefined;
  if ((await resolved(git, mergeBase)) !== undefined) return { from: mergeBase, git, dispose() {} };
  const fetched = mayFetch ? await git.withFetched(mergeBase, patience) : undefined;
  return fetched === undefined ? undefined : { from: mergeBase, ...fetched };
}

/** The merge that the CI system made of the very head: its first parent is the base, and both are fetched with it. */
async function triedMerge(git: GitHistory, { merge, head }: Review): Promise<FoundCommits | undefined> {
  if (merge === undefined || head === undefined || !isWholeId(merge)) return undefined;
  const fetched = await git.withFetched(merge, patience, 2);
  if (fetched === undefined) return undefined;
  const [base, second, third] = await fetched.git.namedParents(merge);
  const isOfHead = base !== undefined && second === head && third === undefined && (await resolved(fetched.git, base)) !== undefined;
  if (isOfHead) return { commits: { base, from: base, head: merge }, ...fetched };
  // One that is older than the newest push says nothing of it.
  fetched.dispose();
  return undefined;
}

/** Finds the base and the head: in the clone, or else by fetching the one commit that is missing. Throws NO_BASE, with what to fetch, where neither gives them. */
export async function findCommits(git: GitHistory, review: Review, mayFetch: boolean): Promise<FoundCommits> {
  const inClone = (commits: Commits): FoundCommits => ({ commits, git, dispose() {} });
  const merged = await mergedBase(git, review);
  if (merged !== undefined) {
    const head = await git.resolve("HEAD");
    if ((await resolved(git, merged)) !== undefined) return inClone({ base: merged, from: merged, head });
    const fetched = mayFetch ? await git.withFetched(merged, patience) : undefined;
    if (fetched !== undefined) return { commits: { base: merged, from: merged, head }, ...fetched };
  }
  const headRef = review.head ?? "HEAD";
  const [nearest = ""] = review.bases;
  const [head, first] = await Promise.all([resolved(git, headRef), nearest === "" ? undefined : resolved(git, nearest)]);
  const strange = async (ref: string): Promise<RepoError> => noBase(git, `\`${ref}\` and \`${headRef}\` have no common ancestor here.`);
  let found = nearest;
  if (head !== undefined) {
    for (const ref of review.bases) {
      const base = ref === nearest ? first : await resolved(git, ref);
      if (base === undefined) continue;
      const from = await beginning(git, base, head);
      if (from !== undefined) return inClone({ base, from, head });
      const told = await toldBeginning(git, review, mayFetch);
      if (told !== undefined) return { commits: { base, from: told.from, head }, git: told.git, dispose: told.dispose };
      found = ref;
      break;
    }
  }
  const merge = mayFetch ? await triedMerge(git, review) : undefined;
  if (merge !== undefined) return merge;
  if (head === undefined) throw await noBase(git, `The head \`${headRef}\` is missing.`);
  if (first !== undefined || found !== nearest) throw await strange(found);
  const wanted = mayFetch ? review.bases.find(isWholeId) : undefined;
  const fetched = wanted === undefined ? undefined : await git.withFetched(wanted, patience);
  if (wanted !== undefined && fetched !== undefined) {
    const from = wanted === review.mergeBase ? wanted : await beginning(fetched.git, wanted, head);
    if (from !== undefined) return { commits: { base: wanted, from, head }, ...fetched };
    fetched.dispose();
    throw await strange(wanted);
  }
  throw await noBase(git, review.bases.length === 0 ? "No base is named." : `The base \`${nearest}\` is missing.`);
}
