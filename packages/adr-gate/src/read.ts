// The asynchronous part: the review is found, compared with its base, and judged.
import type { Context } from "@caio/repo-model/check";
import { configurationNames } from "@caio/repo-model/config";
import { RepoError, repoPath, sourceText, type Location, type RepoPath } from "@caio/repo-model/text";
import type { FileTree } from "@caio/repo-model/tree";
import { configurationParts } from "./change/configuration-change.js";
import { guardrailsOf, readRails } from "./change/triggers.js";
import { defaults, type AdrGateOptions } from "./defaults.js";
import { evaluate } from "./evaluate.js";
import { readBaseSection, type BaseSection } from "./event/base-section.js";
import { findCommits, type Commits } from "./event/commits.js";
import { gather } from "./event/gather.js";
import { readReview, type Review } from "./event/review.js";
import { whyOf, type GateFacts } from "./facts.js";
import { errorTexts, isErrorReason, type ErrorReason } from "./reasons.js";
import type { GateInput, Verdict } from "./verdict.js";

/** A judged change, or why there was nothing to judge. */
export type Judgement =
  | { readonly skip: string }
  | { readonly input: GateInput; readonly verdict: Verdict; readonly commits: Commits; readonly section: BaseSection; readonly configuration: AdrGateOptions };

function trouble(reason: ErrorReason, detail: string | undefined): RepoError {
  const { message, help } = errorTexts[reason];
  return new RepoError(reason.toUpperCase().replaceAll("-", "_"), detail === undefined ? message : `${message} ${detail}`, { hint: help });
}

/** A configuration that the command line names; one that is found by its name is found again at the base. */
function namedConfiguration({ configuration }: Context): RepoPath | undefined {
  return configuration === undefined || configurationNames.includes(configuration) || configurationParts.includes(configuration) ? undefined : configuration;
}

/** The section that is in force: the base's; the run's own where the base has none, and then it protects nothing yet. */
async function sectionInForce(context: Context, options: AdrGateOptions, base: FileTree): Promise<BaseSection | undefined> {
  const named = namedConfiguration(context);
  const section = await readBaseSection(base, named);
  if (section === undefined) {
    // The defaults themselves mean that no section says anything.
    return options === defaults ? undefined : { options: { ...options, protectConfig: false }, severity: () => "error" };
  }
  if (named === undefined || !section.options.protectConfig) return section;
  return { ...section, options: { ...section.options, guardrails: [...section.options.guardrails, { id: "caio-configuration", paths: [`/${named}`] }] } };
}

function reviewOf({ event, scope }: Context): Review | { readonly skip: string } {
  if (scope.since === "index") return { skip: "local-skip" };
  const answer = readReview({ ...event, environment: event?.environment ?? {} });
  if ("error" in answer) throw trouble(answer.error, answer.detail);
  return answer;
}

/** Judges the change under review. Throws RepoError for what cannot be decided. */
export async function judgeReview(context: Context, options: AdrGateOptions): Promise<Judgement> {
  const { git, event } = context;
  const hasOptions = options !== defaults;
  if (git === undefined) {
    if (hasOptions && (event?.base !== undefined || event?.body !== undefined))
      throw new RepoError("NOT_A_REPOSITORY", "The gate needs a git repository, and there is none here.");
    return { skip: hasOptions ? "local-skip" : "no-guardrails" };
  }
  let review: Review | { readonly skip: string } | undefined;
  let commits: Commits;
  try {
    review = reviewOf(context);
    if ("skip" in review) return hasOptions ? review : { skip: "no-guardrails" };
    commits = await findCommits(git, review);
  } catch (error) {
    // A repository that has no gate must be quiet where a clone is shallow; one that has a gate fails there for every change.
    if (!hasOptions) return { skip: "no-guardrails" };
    // The first push of a branch has no base.
    if (review !== undefined && !("skip" in review) && review.event === "push" && options.onPush === "skip") return { skip: "no-pull-request" };
    throw error;
  }
  const section = await sectionInForce(context, options, git.tree(commits.base));
  if (section === undefined) return { skip: "no-guardrails" };
  const input = await gather(git, review, commits, section.options, context.now);
  return { input, verdict: evaluate(input), commits, section, configuration: section.options };
}

/** Where a path's first line stands in the head; a deleted one, a link or a submodule has no text. */
async function placeOf(files: FileTree, path: string): Promise<Location> {
  const own = repoPath(path);
  const source = await files.text(own).catch(() => undefined);
  if (source === undefined) return sourceText(own, "").at([0, 0]);
  return source.at(source.lineRange(1) ?? [0, 0]);
}

/** Reads, judges, and yields facts where the verdict is a failure. */
export async function* read(context: Context, options: AdrGateOptions): AsyncIterable<GateFacts> {
  const judgement = await judgeReview(context, options);
  if ("skip" in judgement) {
    context.notRun(judgement.skip);
    return;
  }
  const { verdict, section, commits, configuration } = judgement;
  if (verdict.verdict === "skip") context.notRun(verdict.reason);
  const reason = verdict.reason;
  if (isErrorReason(reason)) throw trouble(reason, reason === "config-invalid" ? readRails(configuration).fault : undefined);
  if (verdict.verdict !== "fail" || context.git === undefined) return;
  const head = context.git.tree(commits.head);
  const guardrails = guardrailsOf(configuration);
  const triggers: GateFacts["triggers"][number][] = [];
  for (const trigger of verdict.triggers) triggers.push({ ...trigger, at: await placeOf(head, trigger.path), why: whyOf(guardrails, trigger.guardrail) });
  const records: GateFacts["records"][number][] = [];
  for (const reference of verdict.references) if (reference.path !== undefined) records.push({ reference, at: await placeOf(head, reference.path) });
  yield { verdict, triggers, records, severity: section.severity };
}
