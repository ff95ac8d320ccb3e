// The asynchronous part: the review is found, compared with its base, and judged.
import type { Context } from "@caio/repo-model/check";
import { configurationNames } from "@caio/repo-model/config";
import type { GitHistory } from "@caio/repo-model/git";
import { RepoError, repoPath, sourceText, type Location, type RepoPath } from "@caio/repo-model/text";
import { isBinary, sourceOfBytes, type FileTree } from "@caio/repo-model/tree";
import { configurationParts } from "./change/configuration-change.js";
import { guardrailsOf, readRails } from "./change/triggers.js";
import { defaults, type AdrGateOptions } from "./defaults.js";
import { readBaseSection, type BaseSection } from "./event/base-section.js";
import { findCommits, type Commits, type FoundCommits } from "./event/commits.js";
import { gather } from "./event/gather.js";
import { readReview, type Review } from "./event/review.js";
import { whyOf, type GateFacts } from "./facts.js";
import { errorTexts, isErrorReason, isSkipReason, skipTexts, type ErrorReason, type SkipReason } from "./reasons.js";
import type { Verdict } from "./verdict.js";

/** Of a larger file only the path is told. */
const mostBytes = 10_000_000;

/** A judged change, or why there was nothing to judge. */
export type Judgement =
  | { readonly skip: keyof typeof skipTexts }
  | {
      readonly verdict: Verdict;
      readonly commits: Commits;
      /** The history that has both commits. */
      readonly git: GitHistory;
      readonly section: BaseSection;
      readonly configuration: AdrGateOptions;
    };

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

function reviewOf({ event, scope }: Context): Review | { readonly skip: SkipReason } {
  if (scope.since === "index") return { skip: "local-skip" };
  const answer = readReview({ ...event, environment: event?.environment ?? {} });
  if ("error" in answer) throw trouble(answer.error, answer.detail);
  return answer;
}

/** Judges the change under review and hands the judgement on; what was fetched for it is there until `use` ends. Throws RepoError for what cannot be decided. */
export async function judgeReview<T>(context: Context, options: AdrGateOptions, use: (judgement: Judgement) => Promise<T> | T): Promise<T> {
  const { git, event } = context;
  const hasOptions = options !== defaults;
  if (git === undefined) {
    if (hasOptions && (event?.base !== undefined || event?.body !== undefined))
      throw new RepoError("NOT_A_REPOSITORY", "The gate needs a git repository, and there is none here.");
    return use({ skip: hasOptions ? "local-skip" : "no-guardrails" });
  }
  let review: Review | { readonly skip: SkipReason } | undefined;
  let found: FoundCommits;
  let judging: Promise<typeof import("./evaluate.js")>;
  try {
    review = reviewOf(context);
    if ("skip" in review) return await use(hasOptions ? review : { skip: "no-guardrails" });
    const finding = findCommits(git, review, hasOptions && options.fetch);
    // While git begins: what judges is loaded.
    judging = import("./evaluate.js");
    found = await finding;
  } catch (error) {
    // A repository that has no gate must be quiet where a clone is shallow; one that has a gate fails there for every change.
    if (!hasOptions) return use({ skip: "no-guardrails" });
    // The first push of a branch has no base.
    if (review !== undefined && !("skip" in review) && review.event === "push" && options.onPush === "skip") return use({ skip: "no-pull-request" });
    throw error;
  }
  const { commits } = found;
  try {
    // One tree, so that it is listed once.
    const base = found.git.tree(commits.base);
    const section = await sectionInForce(context, options, base);
    if (section === undefined) return await use({ skip: "no-guardrails" });
    const input = await gather(found.git, base, review, commits, section.options, context.now);
    const { evaluate } = await judging;
    return await use({ verdict: evaluate(input), commits, git: found.git, section, configuration: section.options });
  } finally {
    found.dispose();
  }
}

/** Where a path's first line stands in a commit; a deleted one or a submodule has no text, a binary one no lines. The tree is not listed for it. */
async function placeOf(git: GitHistory, commit: string, path: string): Promise<Location> {
  const own = repoPath(path);
  const bytes = await git.bytesAt(commit, own);
  const source = bytes === undefined || bytes.length > mostBytes || isBinary(bytes) ? sourceText(own, "") : sourceOfBytes(own, bytes);
  return source.at(source.lineRange(1) ?? [0, 0]);
}

/** Reads, judges, and yields facts where the verdict is a failure. */
export async function* read(context: Context, options: AdrGateOptions): AsyncIterable<GateFacts> {
  const facts = await judgeReview(context, options, async (judgement) => factsOf(context, judgement));
  if (facts !== undefined) yield facts;
}

async function factsOf(context: Context, judgement: Judgement): Promise<GateFacts | undefined> {
  if ("skip" in judgement) {
    context.notRun(judgement.skip, skipTexts[judgement.skip]);
    return undefined;
  }
  const { verdict, section, commits, configuration, git } = judgement;
  if (isSkipReason(verdict.reason)) context.notRun(verdict.reason, skipTexts[verdict.reason]);
  const reason = verdict.reason;
  if (isErrorReason(reason)) throw trouble(reason, reason === "config-invalid" ? readRails(configuration).fault : undefined);
  if (verdict.verdict !== "fail") return undefined;
  const guardrails = guardrailsOf(configuration);
  const triggers: GateFacts["triggers"][number][] = [];
  for (const trigger of verdict.triggers)
    triggers.push({ ...trigger, at: await placeOf(git, commits.head, trigger.path), why: whyOf(guardrails, trigger.guardrail) });
  const records: GateFacts["records"][number][] = [];
  for (const reference of verdict.references)
    if (reference.path !== undefined) records.push({ reference, at: await placeOf(git, commits.head, reference.path) });
  return { verdict, triggers, records, severity: section.severity };
}
