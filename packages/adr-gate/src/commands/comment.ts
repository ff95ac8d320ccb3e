// `adr-gate comment`: the verdict as Markdown, for a job's summary and for one comment that is written over.
import type { Command } from "@caio/repo-model/check";
import { escapeControls } from "@caio/repo-model/text";
import { guardrailsOf } from "../change/triggers.js";
import type { AdrGateOptions } from "../defaults.js";
import { whyOf } from "../facts.js";
import { judgeReview } from "../read.js";
import { errorTexts, failTexts, isErrorReason, isFailReason, noticeTexts, skipTexts, type Reason } from "../reasons.js";
import type { Trigger, Verdict } from "../verdict.js";
import { codeMarkdown, plainMarkdown } from "./markdown-text.js";

/** What a workflow finds the comment by. */
export const commentMark = "<!-- caio:adr-gate -->";
const mostShown = 10;

const code = (text: string): string => codeMarkdown(escapeControls(text));

const passTexts: Readonly<Partial<Record<Reason, string>>> = {
  "not-required": "This change needs no decision record",
  "semantic-noop": "The data of what changes stay equal, so no decision record is needed",
  "adr-accepted": "An accepted decision record stands for this change",
  "adr-in-same-pr": "A decision record of this pull request stands for the change",
  waiver: "A waiver stands for this change",
  "draft-notice": "A draft: a decision record is needed before it is merged",
  "merge-group-trusted": "The merge queue is trusted",
  "no-pull-request": "There is no pull request to judge",
  "local-skip": "There is no pull request to judge",
};

function headOf({ reason, satisfiedBy }: Pick<Verdict, "reason" | "satisfiedBy">): string {
  if (isFailReason(reason)) return `❌ This change needs an accepted decision record (${code(reason)})`;
  if (isErrorReason(reason)) return `🛑 ${errorTexts[reason].message.replace(/\.$/, "")} (${code(reason)})`;
  return `✅ ${passTexts[reason] ?? reason}${satisfiedBy.length === 0 ? "" : `: ${satisfiedBy.slice(0, mostShown).map(code).join(", ")}`}`;
}

function triggerLine({ path, guardrail, pattern }: Trigger, config: AdrGateOptions): string {
  const why = whyOf(guardrailsOf(config), guardrail);
  const what = guardrail === "dependencies" && pattern !== "unreadable" ? `the new dependency ${code(pattern)}` : code(guardrail);
  return `- ${code(path)}: ${what}${why === undefined ? "" : ` (${plainMarkdown(why)})`}`;
}

/** What is said of a record that the text names. */
function referenceText(reason: Reason): string {
  if (reason === "adr-accepted") return "is accepted";
  if (reason === "adr-in-same-pr") return "is accepted in this pull request";
  if (reason === "adr-out-of-scope") return "does not cover all of it";
  return isFailReason(reason) ? failTexts[reason].message.replace(/^.*\{reference\} /, "").replace(/\.$/, "") : code(reason);
}

/** The text of the comment. Nothing of the pull request is markup in it. */
export function commentText(verdict: Verdict, config: AdrGateOptions): string {
  const { reason, triggers, references, notices } = verdict;
  const lines = [commentMark, `### ${headOf(verdict)}`, ""];
  for (const trigger of triggers.slice(0, mostShown)) lines.push(triggerLine(trigger, config));
  if (triggers.length > mostShown) lines.push(`- … and ${triggers.length - mostShown} more`);
  if (triggers.length > 0) lines.push("");
  for (const one of references.slice(0, mostShown))
    lines.push(`- ${code(one.text)}${one.path === undefined || one.path === one.text ? "" : ` (${code(one.path)})`} ${referenceText(one.reason)}`);
  if (references.length > mostShown) lines.push(`- … and ${references.length - mostShown} more`);
  if (references.length > 0) lines.push("");
  const help = isFailReason(reason) ? failTexts[reason].help : isErrorReason(reason) ? errorTexts[reason].help : undefined;
  if (help !== undefined) lines.push(help, "");
  for (const notice of notices) lines.push(`- noticed: ${noticeTexts[notice] ?? code(notice)}`);
  return `${lines.join("\n").trimEnd()}\n`;
}

const sentenceOf = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const comment: Pick<Command<AdrGateOptions>, "run"> = {
  async run({ context, options }) {
    const text = await judgeReview(context, options, (judgement) =>
      "skip" in judgement
        ? `${commentMark}\n### The gate did not run\n\n${sentenceOf(skipTexts[judgement.skip])}\n`
        : commentText(judgement.verdict, judgement.configuration),
    );
    return { kind: "text", text };
  },
};
