// The reasons of a verdict: which verdict each one is, and how it is said.

/** `{what}` stands for the change, `{reference}` for what the text names. */
interface ReasonText {
  readonly message: string;
  readonly help: string;
}

export const passReasons = ["not-required", "adr-accepted", "adr-in-same-pr", "semantic-noop", "waiver", "draft-notice"] as const;
export const skipReasons = ["local-skip", "no-pull-request", "merge-group-trusted"] as const;
export const failReasons = [
  "no-reference",
  "adr-missing",
  "adr-ambiguous",
  "adr-superseded",
  "adr-rejected",
  "adr-deprecated",
  "adr-not-accepted",
  "adr-no-status",
  "adr-out-of-scope",
  "adr-not-on-base",
  "adr-foreign-repo",
  "adr-not-a-record",
  "adr-too-old",
  "waiver-disabled",
  "waiver-no-reason",
] as const;
export const errorReasons = ["no-base", "body-truncated", "body-unavailable", "event-unreadable", "config-invalid", "adr-folder-missing"] as const;

export type FailReason = (typeof failReasons)[number];
export type ErrorReason = (typeof errorReasons)[number];
export type SkipReason = (typeof skipReasons)[number];
export type Reason = (typeof passReasons)[number] | SkipReason | FailReason | ErrorReason;

const isOneOf = (list: readonly string[], reason: string): boolean => list.includes(reason);

/** The verdict that a reason is. */
export function verdictOf(reason: Reason): "pass" | "fail" | "error" | "skip" {
  if (isOneOf(passReasons, reason)) return "pass";
  if (isOneOf(skipReasons, reason)) return "skip";
  return isOneOf(errorReasons, reason) ? "error" : "fail";
}

export function isFailReason(reason: Reason): reason is FailReason {
  return isOneOf(failReasons, reason);
}

export function isSkipReason(reason: Reason): reason is SkipReason {
  return isOneOf(skipReasons, reason);
}

export function isErrorReason(reason: Reason): reason is ErrorReason {
  return isOneOf(errorReasons, reason);
}

/** Sentences of the failing reasons. */
export const failTexts: Readonly<Record<FailReason, ReasonText>> = {
  "no-reference": {
    message: "{what}, and the pull request names no decision record.",
    help: "Name the accepted record in the text of the pull request (`ADR-0007` or a link to its file); `adr-gate new` begins one.",
  },
  "adr-missing": { message: "{what}, and {reference} is no record of this repository.", help: "`adr-gate list` shows the records that there are." },
  "adr-ambiguous": { message: "{what}, and {reference} is the number of more than one record.", help: "Name the record by its path." },
  "adr-superseded": { message: "{what}, and {reference} is superseded.", help: "Name the record that took its place." },
  "adr-rejected": { message: "{what}, and {reference} was rejected.", help: "Name a record that was accepted, or begin a new one." },
  "adr-deprecated": { message: "{what}, and {reference} is deprecated.", help: "Name a record that is in force, or begin a new one." },
  "adr-not-accepted": {
    message: "{what}, and {reference} is not accepted.",
    help: "Have the decision accepted first, or name another record; `acceptedStatuses` says which statuses count.",
  },
  "adr-no-status": {
    message: "{what}, and {reference} states no status.",
    help: "Give the record a status: `## Status` and `Accepted`, or `status: accepted`.",
  },
  "adr-out-of-scope": { message: "{what}, which {reference} does not cover.", help: "The record's `affects:` lists the paths that it decides about." },
  "adr-not-on-base": {
    message: "{what}, and {reference} is not accepted on the base branch yet.",
    help: "Merge the decision first: `requireOnBase` is on.",
  },
  "adr-foreign-repo": { message: "{what}, and {reference} lies in another repository.", help: "Name a record of this repository." },
  "adr-not-a-record": { message: "{what}, and {reference} is no decision record.", help: "A template, README or index decides nothing: name the record." },
  "adr-too-old": { message: "{what}, and {reference} is older than `maxAgeDays` allows.", help: "Confirm the decision in a new record." },
  "waiver-disabled": {
    message: "{what}, and the `No-ADR:` line does not count here.",
    help: "Name an accepted decision record; `waiver.enabled` is off.",
  },
  "waiver-no-reason": { message: "{what}, and the `No-ADR:` line gives no reason.", help: "Say after `No-ADR:` why no decision is needed." },
};

/** What a run says in which there was nothing to judge, and what can be done about it. */
export const skipTexts: Readonly<Record<SkipReason | "no-guardrails", string>> = {
  "no-guardrails":
    'no path is guarded here. List those whose changes need a decision record in `caio.yaml`: `adr-gate: { guardrails: ["configs/constants/**"] }`.',
  "local-skip": "there is no pull request here. `--base main` judges this branch, by the `ADR:` trailers of its commits or with `--body-file FILE` by a text.",
  "no-pull-request": "this run is for no pull request.",
  "merge-group-trusted": "the merge queue takes what the check of the pull request let pass (`mergeGroup: skip`).",
};

/** Sentences of the reasons for which the gate cannot decide. */
export const errorTexts: Readonly<Record<ErrorReason, ReasonText>> = {
  "no-base": {
    message: "The base of the change is not in this clone, so that it cannot be judged.",
    help: "Fetch it: `git fetch --unshallow`, or in GitHub Actions `fetch-depth: 0`.",
  },
  "body-truncated": {
    message: "The text of the pull request was cut off, so that it cannot be judged.",
    help: "Give the whole of it with `--body-file FILE`.",
  },
  "body-unavailable": {
    message: "A guardrail changes, and the text of the pull request is not known here.",
    help: "Give it with `--body-file FILE` or `--event FILE`.",
  },
  "event-unreadable": { message: "The event file is not the JSON of a pull request.", help: "Give the CI system's payload with `--event FILE`." },
  "config-invalid": { message: "The gate's configuration at the base cannot be used.", help: "Mend it on the base branch." },
  "adr-folder-missing": {
    message: "A decision record is named, and there is none in the folders of `adr.dirs`.",
    help: "Set `adr.dirs` to the folder of the records.",
  },
};

/** What a notice says. */
export const noticeTexts: Readonly<Record<string, string>> = {
  "pattern-dead": "a pattern of a guardrail can match no path",
  "pattern-backslash": "a backslash in a pattern is read as `/`",
  "adr-duplicate-number": "two records have one number",
  "one-sided-supersession": "a record is superseded by one that does not say so",
  "adr-accepted-in-same-pr": "the record becomes accepted in this very change",
  "manifest-unparseable": "a manifest cannot be read",
  "dependency-dev-added": "a dependency for development is new",
  "dependency-extra-added": "a dependency gains an extra",
  "dependency-include-added": "a requirements file includes another one",
  "dependency-build-added": "a build requirement is new",
  "dependency-override-added": "an override is new",
  "dependency-source-changed": "a dependency comes from elsewhere",
  "dependency-local": "a dependency inside the repository is new",
};
