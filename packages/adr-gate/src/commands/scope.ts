// `adr-gate scope`: writes what the gate judges into docs/operations/ADR_GATE_SCOPE.md; every example that it prints is run first.
import { type Command } from "@caio/repo-model/check";
import { writeSection } from "@caio/repo-model/sections";
import { RepoError, repoPath } from "@caio/repo-model/text";
import { guardrailsOf, judgePath, readRails } from "../change/triggers.js";
import { defaults, type AdrGateOptions } from "../defaults.js";
import { codeMarkdown, plainMarkdown } from "./markdown-text.js";
import { contradiction, scopeExamples, type ScopeExample } from "./scope-examples.js";

export const scopePath = repoPath("docs/operations/ADR_GATE_SCOPE.md");

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}\n`).join("");
const codes = (texts: readonly string[]): string => texts.map(codeMarkdown).join(", ");

function required(options: AdrGateOptions): string[] {
  const lines = guardrailsOf(options).map(({ id, paths, why }) => {
    const name = paths.length === 1 && paths[0] === id ? "" : ` (${codeMarkdown(id)})`;
    return `${codes(paths)}${name}${why === undefined ? "" : ` - ${plainMarkdown(why)}`}`;
  });
  if (options.protectConfig) lines.push("the configuration of caio itself");
  const { mode, newTo, scopes, preApproved } = options.dependencies;
  if (mode === "require") {
    const free = preApproved.length === 0 ? "" : `, ${codes(preApproved)} excepted`;
    lines.push(`a dependency that is new to the ${newTo} (${scopes.join(", ")})${free}`);
  }
  return lines;
}

function notRequired(options: AdrGateOptions): string[] {
  return [
    ...(options.exclude.length === 0 ? [] : [`Changes to ${codes(options.exclude)}`]),
    "Packaging changes without a new dependency: versions, comments, markers, moves between manifests, lockfiles",
    "Anything else that no guardrail names",
  ];
}

function satisfying(options: AdrGateOptions): string[] {
  return [
    `The text of the pull request names a record in ${codes(options.adr.dirs)}: ${codeMarkdown("ADR-0007")}, its path, its file name or a link to it`,
    `The record's status begins with ${codes(options.acceptedStatuses)}${options.requireOnBase ? ", on the base branch already" : ""}`,
    ...(options.waiver.enabled ? [`Or a line ${codeMarkdown("No-ADR: reason")} says why none is needed`] : []),
    "Comments, code blocks, quotes, struck-through text and unticked tasks do not count",
  ];
}

function exampleLines(examples: readonly ScopeExample[], needsDecision: boolean): string {
  const lines = examples
    .filter((one) => one.needsDecision === needsDecision)
    .map(({ text, path }) => `${text}${path === undefined ? "" : ` ${codeMarkdown(path)}`}`);
  return bullets([...new Set(lines)]);
}

/** The section's content. */
export function scopeText(options: AdrGateOptions, examples: readonly ScopeExample[]): string {
  return [
    `## When ADR is Required\n\n${bullets(required(options))}`,
    `## When ADR is NOT Required\n\n${bullets(notRequired(options))}`,
    `## What Satisfies the Gate\n\n${bullets(satisfying(options))}`,
    `## Examples\n\n**Requires ADR:**\n\n${exampleLines(examples, true)}\n**Does NOT Require ADR:**\n\n${exampleLines(examples, false)}`,
  ].join("\n");
}

/** What should be said of an example, and which lines of the configuration make the gate judge otherwise. */
function contradictionText({ path, text, needsDecision }: ScopeExample, options: AdrGateOptions): string {
  const { guardrail, pattern, excludedBy } = path === undefined ? {} : judgePath(path, readRails(options));
  const should = `\`${path ?? text}\` should${needsDecision ? "" : " not"} need a decision`;
  const because = guardrail === undefined ? "" : ` by \`${pattern ?? ""}\` of the guardrail \`${guardrail.id}\``;
  if (needsDecision && excludedBy !== undefined) return `${should}${because}, and \`${excludedBy}\` in \`exclude\` leaves it out.`;
  return needsDecision ? `${should}${because}, and the gate asks for none.` : `${should} by \`exclude\`, and the gate asks for one${because}.`;
}

export const scope: Pick<Command<AdrGateOptions>, "run"> = {
  async run({ context, options, flags }) {
    if (options === defaults)
      throw new RepoError("CONFIG_INVALID", "There is no gate to describe.", { hint: "Set `adr-gate: { guardrails: [...] }` in `caio.yaml`." });
    const { fault } = readRails(options);
    if (fault !== undefined) throw new RepoError("CONFIG_INVALID", fault);
    const examples = scopeExamples(options);
    const wrong = contradiction(examples, options);
    if (wrong !== undefined)
      throw new RepoError("CONFIG_INVALID", contradictionText(wrong, options), {
        hint: "A guardrail and `exclude` contradict each other: change one of them.",
      });
    const source = await context.files.text(scopePath);
    const { edits } = writeSection(source, scopePath, "adr-gate/scope", scopeText(options, examples), {
      before: "# ADR Gate Scope",
      force: flags["force"] === true,
    });
    return { kind: "write", edits, summary: scopePath };
  },
};
