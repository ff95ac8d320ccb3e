// The change under review, as a CI system, the options, or nothing at all describe it. All of it is the attacker's.
import type { ErrorReason, SkipReason } from "../reasons.js";
import type { GateInput } from "../verdict.js";

/** What is reviewed. Revisions are not resolved yet; `bases` are tried in order. */
export interface Review extends Pick<GateInput, "event" | "body" | "bodyAvailable" | "bodyTruncated" | "draft" | "fork" | "author" | "repository"> {
  readonly bases: readonly string[];
  readonly head?: string | undefined;
  /** The merge of the head into the base that the CI system made to try it out. */
  readonly merge?: string | undefined;
  /** The merge base, where the CI system names it. */
  readonly mergeBase?: string | undefined;
  /** Whether HEAD may be the merge of `head` into the base, so that its first parent is the base. */
  readonly mayBeMerged: boolean;
  /** Whether the text lies in the commits' trailers. */
  readonly usesTrailers: boolean;
}

export interface NoReview {
  readonly skip: SkipReason;
}

export interface Unreadable {
  readonly error: ErrorReason;
  readonly detail?: string;
}

export type ReviewAnswer = Review | NoReview | Unreadable;

type Environment = Readonly<Record<string, string>>;
type JsonMap = Readonly<Record<string, unknown>>;

export const isMap = (value: unknown): value is JsonMap => typeof value === "object" && value !== null && !Array.isArray(value);
export const textAt = (value: unknown, ...keys: readonly string[]): string | undefined => {
  const found = keys.reduce<unknown>((inner, key) => (isMap(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined), value);
  return typeof found === "string" ? found : undefined;
};

const noCommit = /^0+$/;
const commit = (id: string | undefined): readonly string[] => (id === undefined || id === "" || noCommit.test(id) ? [] : [id]);

/** The payload of a pull request, merge group or push: GitHub's, Gitea's and Forgejo's. */
function fromPayload(payload: JsonMap, name: string | undefined, environment: Environment): ReviewAnswer {
  const repository = textAt(payload, "repository", "full_name") ?? environment["GITHUB_REPOSITORY"];
  const pull = payload["pull_request"];
  if (isMap(pull)) {
    const [from, to] = [textAt(pull, "head", "repo", "full_name"), textAt(pull, "base", "repo", "full_name") ?? repository];
    const body = pull["body"];
    if (body !== null && body !== undefined && typeof body !== "string") return { error: "event-unreadable", detail: "`pull_request.body` is no text." };
    const base = textAt(pull, "base", "ref");
    return {
      event: "pull_request",
      body: typeof body === "string" ? body : null,
      draft: pull["draft"] === true,
      fork: from !== to,
      author: textAt(pull, "user", "login"),
      repository: to ?? repository,
      bases: [...commit(textAt(pull, "base", "sha")), ...(base === undefined ? [] : [`refs/remotes/origin/${base}`])],
      head: textAt(pull, "head", "sha"),
      merge: textAt(pull, "merge_commit_sha"),
      mayBeMerged: name !== "pull_request_target",
      usesTrailers: false,
    };
  }
  const group = payload["merge_group"];
  const common = { body: null, repository, mayBeMerged: false } as const;
  if (isMap(group)) return { ...common, event: "merge_group", bases: commit(textAt(group, "base_sha")), head: textAt(group, "head_sha"), usesTrailers: false };
  if (name === "push" || (name === undefined && typeof payload["before"] === "string" && typeof payload["after"] === "string"))
    return { ...common, event: "push", bases: commit(textAt(payload, "before")), head: textAt(payload, "after"), usesTrailers: true };
  if (name === "pull_request" || name === "pull_request_target" || name === "merge_group")
    return { error: "event-unreadable", detail: `There is no \`${name === "merge_group" ? name : "pull_request"}\` in it.` };
  // Without a name and without anything that all events have it may be any event, that of a pull request too.
  if (name === undefined && !["action", "repository", "ref", "sender"].some((key) => Object.hasOwn(payload, key)))
    return { error: "event-unreadable", detail: "It does not say which event it is." };
  return { skip: "no-pull-request" };
}

function readPayload(text: string, environment: Environment): ReviewAnswer {
  let payload: unknown;
  try {
    payload = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { error: "event-unreadable", detail: "It is no JSON." };
  }
  if (!isMap(payload)) return { error: "event-unreadable", detail: "It is no JSON object." };
  return fromPayload(payload, environment["GITHUB_EVENT_NAME"], environment);
}

const remote = (branch: string | undefined): readonly string[] =>
  branch === undefined || branch === "" ? [] : [`refs/remotes/origin/${branch.replace(/^refs\/heads\//, "")}`];

/** CI systems that describe a pull request in their environment; undefined where none does. */
function fromEnvironment(environment: Environment): ReviewAnswer | undefined {
  const value = (name: string): string | undefined => (environment[name] === "" ? undefined : environment[name]);
  const common = { event: "pull_request", usesTrailers: false, mayBeMerged: true } as const;
  if (value("CI_MERGE_REQUEST_IID") !== undefined)
    return {
      ...common,
      body: value("CI_MERGE_REQUEST_DESCRIPTION") ?? null,
      bodyTruncated: value("CI_MERGE_REQUEST_DESCRIPTION_IS_TRUNCATED") === "true",
      draft: value("CI_MERGE_REQUEST_DRAFT") === "true" || /^\s*(?:\[?draft\]?:?|\(draft\))/i.test(value("CI_MERGE_REQUEST_TITLE") ?? ""),
      fork: value("CI_MERGE_REQUEST_SOURCE_PROJECT_PATH") !== value("CI_MERGE_REQUEST_PROJECT_PATH"),
      repository: value("CI_MERGE_REQUEST_PROJECT_PATH") ?? value("CI_PROJECT_PATH"),
      bases: [
        ...commit(value("CI_MERGE_REQUEST_TARGET_BRANCH_SHA")),
        ...remote(value("CI_MERGE_REQUEST_TARGET_BRANCH_NAME")),
        ...commit(value("CI_MERGE_REQUEST_DIFF_BASE_SHA")),
      ],
      mergeBase: commit(value("CI_MERGE_REQUEST_DIFF_BASE_SHA"))[0],
      head: commit(value("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"))[0] ?? value("CI_COMMIT_SHA"),
    };
  const unknownBody = { ...common, body: null, bodyAvailable: false } as const;
  if (value("BITBUCKET_PR_ID") !== undefined)
    return {
      ...unknownBody,
      repository: value("BITBUCKET_REPO_FULL_NAME"),
      bases: [...commit(value("BITBUCKET_PR_DESTINATION_COMMIT")), ...remote(value("BITBUCKET_PR_DESTINATION_BRANCH"))],
      head: value("BITBUCKET_COMMIT"),
    };
  if (value("SYSTEM_PULLREQUEST_TARGETBRANCH") !== undefined)
    return { ...unknownBody, bases: remote(value("SYSTEM_PULLREQUEST_TARGETBRANCH")), head: value("SYSTEM_PULLREQUEST_SOURCECOMMITID") };
  if (value("CHANGE_ID") !== undefined && value("CHANGE_TARGET") !== undefined) return { ...unknownBody, bases: remote(value("CHANGE_TARGET")) };
  return undefined;
}

const localBases = ["refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"];

/** What the options and the CI system say. Pure; never throws. */
export interface ReviewInput {
  readonly environment: Environment;
  readonly payload?: string | undefined;
  readonly body?: string | undefined;
  readonly base?: string | undefined;
  readonly head?: string | undefined;
  readonly problem?: string | undefined;
}

export function readReview(input: ReviewInput): ReviewAnswer {
  const { environment, payload, body, base, head, problem } = input;
  if (problem !== undefined) return { error: /body file/.test(problem) ? "body-unavailable" : "event-unreadable", detail: problem };
  const told = payload === undefined ? fromEnvironment(environment) : readPayload(payload, environment);
  const isAsked = body !== undefined || base !== undefined;
  if (told !== undefined && "error" in told) return told;
  const given = body === undefined ? {} : { body, bodyAvailable: true, bodyTruncated: false, event: "pull_request" as const, usesTrailers: false };
  const named = { mayBeMerged: false, merge: undefined, mergeBase: undefined } as const;
  const revisions = { ...(base === undefined ? {} : { bases: [base], ...named }), ...(head === undefined ? {} : { head, ...named }) };
  if (told !== undefined && !("skip" in told)) return { ...told, ...given, ...revisions };
  if (!isAsked) return told ?? { skip: (environment["CI"] ?? "") === "" ? "local-skip" : "no-pull-request" };
  const local = {
    event: "local",
    body: null,
    repository: environment["GITHUB_REPOSITORY"],
    bases: localBases,
    mayBeMerged: false,
    usesTrailers: true,
  } as const;
  return { ...local, ...given, ...revisions };
}
