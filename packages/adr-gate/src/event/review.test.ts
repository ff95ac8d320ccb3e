// The change under review as each CI system describes it.
import { describe, expect, it } from "vitest";
import { readReview, type ReviewInput } from "./review.js";

const sha = (digit: string): string => digit.repeat(40);
const review = (input: Partial<ReviewInput>): ReturnType<typeof readReview> => readReview({ environment: {}, ...input });

describe("the environment", () => {
  it("GitLab: the description, whether it is cut off, the target's tip before the merge base", () => {
    const environment = {
      CI: "true",
      CI_MERGE_REQUEST_IID: "7",
      CI_MERGE_REQUEST_DESCRIPTION: "See ADR-7",
      CI_MERGE_REQUEST_DESCRIPTION_IS_TRUNCATED: "false",
      CI_MERGE_REQUEST_TITLE: "Draft: x",
      CI_MERGE_REQUEST_PROJECT_PATH: "group/sub/app",
      CI_MERGE_REQUEST_SOURCE_PROJECT_PATH: "fork/app",
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: "",
      CI_MERGE_REQUEST_DIFF_BASE_SHA: sha("b"),
      CI_COMMIT_SHA: sha("a"),
    };
    expect(review({ environment })).toMatchObject({
      event: "pull_request",
      body: "See ADR-7",
      bodyTruncated: false,
      draft: true,
      fork: true,
      repository: "group/sub/app",
      bases: ["refs/remotes/origin/main", sha("b")],
      mergeBase: sha("b"),
      head: sha("a"),
    });
    expect(review({ environment, base: "main" })).toMatchObject({ bases: ["main"], mergeBase: undefined });
    expect(review({ environment: { ...environment, CI_MERGE_REQUEST_DESCRIPTION_IS_TRUNCATED: "true" } })).toMatchObject({ bodyTruncated: true });
    expect(review({ environment: { ...environment, CI_MERGE_REQUEST_DESCRIPTION_IS_TRUNCATED: "true" }, body: "whole" })).toMatchObject({
      body: "whole",
      bodyTruncated: false,
    });
  });
  it.each([
    [{ BITBUCKET_PR_ID: "1", BITBUCKET_PR_DESTINATION_BRANCH: "main", BITBUCKET_COMMIT: sha("a") }, ["refs/remotes/origin/main"], sha("a")],
    [{ SYSTEM_PULLREQUEST_TARGETBRANCH: "refs/heads/main", SYSTEM_PULLREQUEST_SOURCECOMMITID: sha("a") }, ["refs/remotes/origin/main"], sha("a")],
    [{ CHANGE_ID: "1", CHANGE_TARGET: "main" }, ["refs/remotes/origin/main"], undefined],
  ])("%j does not tell the text, which --body-file gives", (environment, bases, head) => {
    const own = Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
    expect(review({ environment: own })).toMatchObject({ event: "pull_request", bodyAvailable: false, bases });
    expect(review({ environment: own })).toHaveProperty("mayBeMerged", true);
    expect(review({ environment: own, body: "x" })).toMatchObject({ bodyAvailable: true, body: "x", bases });
    if (head !== undefined) expect(review({ environment: own })).toMatchObject({ head });
  });
  it("nothing: local, or a pipeline without a pull request", () => {
    expect(review({})).toEqual({ skip: "local-skip" });
    expect(review({ environment: { CI: "true" } })).toEqual({ skip: "no-pull-request" });
  });
});

describe("the payload", () => {
  const payload = (value: object, name?: string): ReturnType<typeof readReview> =>
    review({ payload: JSON.stringify(value), environment: name === undefined ? {} : { GITHUB_EVENT_NAME: name } });
  it("of a merge group and a push", () => {
    expect(payload({ merge_group: { base_sha: sha("b"), head_sha: sha("a") } }, "merge_group")).toMatchObject({
      event: "merge_group",
      bases: [sha("b")],
      head: sha("a"),
    });
    expect(payload({ before: sha("b"), after: sha("a") }, "push")).toMatchObject({ event: "push", bases: [sha("b")], usesTrailers: true });
    expect(payload({ before: sha("0"), after: sha("a") }, "push")).toMatchObject({ bases: [] });
  });
  it("of another event is none", () => {
    expect(payload({}, "schedule")).toEqual({ skip: "no-pull-request" });
    expect(payload({ action: "created", comment: {} })).toEqual({ skip: "no-pull-request" });
    expect(payload({ action: "created", comment: {} }, "issue_comment")).toEqual({ skip: "no-pull-request" });
  });
  it.each([
    [{}, "pull_request"],
    [{}, undefined],
    [{ x: 1 }, undefined],
    [{ merge_group: 1 }, "merge_group"],
    [{ pull_request: { body: [] } }, "pull_request"],
  ])("%j as %s cannot be read", (value, name) => {
    expect(payload(value, name)).toMatchObject({ error: "event-unreadable" });
  });
  it("is overruled by --base, --head and --body-file", () => {
    const pull = { pull_request: { body: "x", base: { sha: sha("b"), ref: "main" }, head: { sha: sha("a") } } };
    expect(review({ payload: JSON.stringify(pull), base: "next", head: "mine", body: "y" })).toMatchObject({
      bases: ["next"],
      head: "mine",
      body: "y",
      mayBeMerged: false,
    });
  });
  it("with `__proto__` is read as data", () => {
    expect(review({ payload: '{"__proto__":{"pull_request":{"body":"x"}}}', environment: { GITHUB_EVENT_NAME: "schedule" } })).toEqual({
      skip: "no-pull-request",
    });
  });
});
