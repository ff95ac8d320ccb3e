// `adr-gate explain [PATH]`: why a path needs a decision or none; without a path, the verdict on the change under review.
import type { Command } from "@caio/repo-model/check";
import type { GitHistory } from "@caio/repo-model/git";
import { escapeControls, RepoError } from "@caio/repo-model/text";
import { isConfigurationName, configurationParts } from "../change/configuration-change.js";
import { isManifest } from "../change/declared.js";
import { patternSet } from "../change/path-patterns.js";
import { guardrailsOf, judgePath, readRails } from "../change/triggers.js";
import type { AdrGateOptions } from "../defaults.js";
import { judgeReview } from "../read.js";
import { noticeTexts, skipTexts } from "../reasons.js";
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
  for (const notice of notices) lines.push(`  notice ${notice}: ${noticeTexts[notice] ?? ""}`);
  return lines.map((line) => `${escapeControls(line)}\n`).join("");
}

/** Patterns of guardrails that match no file before nor after the change. */
async function idlePatterns(git: GitHistory, commits: readonly string[], options: AdrGateOptions): Promise<readonly string[]> {
  const lists = await Promise.all(commits.map(async (id) => git.tree(id).list()));
  const paths = [...new Set(lists.flat().map(({ path }) => path))];
  const patterns = guardrailsOf(options).flatMap(({ paths: own }) => own.filter((pattern) => !pattern.startsWith("!")));
  return patterns.filter((pattern) => {
    const set = patternSet([pattern]);
    return !paths.some((path) => set.match(path) !== undefined);
  });
}

export const explain: Pick<Command<AdrGateOptions>, "run"> = {
  async run({ context, options, operands }) {
    if (operands.length > 0)
      return { kind: "text", text: operands.map((path) => `${escapeControls(`${path} ${explainPath(resolvePath(path), options)}`)}\n`).join("") };
    const text = await judgeReview(context, options, async (judgement) => {
      if ("skip" in judgement) return `skip: ${judgement.skip}\n  ${skipTexts[judgement.skip]}\n`;
      const { verdict, configuration, commits, git } = judgement;
      const idle = await idlePatterns(git, [commits.base, commits.head], configuration);
      return verdictText(verdict) + idle.map((pattern) => `  matches no file: ${escapeControls(pattern)}\n`).join("");
    });
    return { kind: "text", text };
  },
};
