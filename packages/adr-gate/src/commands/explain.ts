// `adr-gate explain [PATH]`: why a path needs a decision or none; without a path, the verdict on the change under review.
import type { Command } from "@caio/repo-model/check";
import { escapeControls, RepoError } from "@caio/repo-model/text";
import { isConfigurationName, configurationParts } from "../change/configuration-change.js";
import { isManifest } from "../change/declared.js";
import { judgePath, readRails } from "../change/triggers.js";
import type { AdrGateOptions } from "../defaults.js";
import { judgeReview } from "../read.js";
import { isRecordPath, resolvePath } from "../records/record-path.js";
import type { Verdict } from "../verdict.js";

/** One line for a path. */
export function explainPath(path: string, options: AdrGateOptions): string {
  const rails = readRails(options);
  if (rails.fault !== undefined) throw new RepoError("CONFIG_INVALID", rails.fault);
  if (options.protectConfig && isConfigurationName(path)) return "needs a decision: it holds the gate's configuration";
  const { guardrail, pattern, excludedBy } = judgePath(path, rails);
  if (excludedBy !== undefined)
    return `needs no decision: \`${excludedBy}\` in \`exclude\` leaves it out${guardrail === undefined ? "" : `, though \`${guardrail.id}\` guards it`}`;
  if (guardrail !== undefined)
    return `needs a decision: \`${pattern ?? ""}\` of the guardrail \`${guardrail.id}\`${guardrail.why === undefined ? "" : ` (${guardrail.why})`}`;
  const own = options.protectConfig && configurationParts.includes(path) ? ", and so does a change of its part for caio" : "";
  if (isManifest(path) && options.dependencies.mode === "require")
    return `needs a decision only for a dependency that is new to the ${options.dependencies.newTo}${own}`;
  if (isRecordPath(path, options.adr.dirs)) return "needs no decision: it is a decision record";
  return "needs no decision: no guardrail names it";
}

function verdictText({ verdict, reason, triggers, references, satisfiedBy, addedDependencies, notices }: Verdict): string {
  const lines = [`${verdict}: ${reason}`];
  for (const { path, guardrail, pattern } of triggers) lines.push(`  ${path}: ${guardrail} (${pattern})`);
  for (const one of references) lines.push(`  names ${one.text.replace(/\s+/g, " ")}: ${one.reason}${one.path === undefined ? "" : ` (${one.path})`}`);
  if (satisfiedBy.length > 0) lines.push(`  satisfied by ${satisfiedBy.join(", ")}`);
  if (addedDependencies.length > 0) lines.push(`  new dependencies: ${addedDependencies.join(", ")}`);
  if (notices.length > 0) lines.push(`  notices: ${notices.join(", ")}`);
  return lines.map((line) => `${escapeControls(line)}\n`).join("");
}

export const explain: Pick<Command<AdrGateOptions>, "run"> = {
  async run({ context, options, operands }) {
    if (operands.length > 0)
      return { kind: "text", text: operands.map((path) => `${escapeControls(`${path} ${explainPath(resolvePath(path), options)}`)}\n`).join("") };
    const judgement = await judgeReview(context, options);
    return { kind: "text", text: "skip" in judgement ? `skip: ${judgement.skip}\n` : verdictText(judgement.verdict) };
  },
};
