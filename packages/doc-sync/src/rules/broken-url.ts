// broken-url: an external link that is no address, or that leads to nothing when it is asked.
import { defineRule, type Draft, type Severity } from "@caio/repo-model/check";
import type { StatusPart } from "../facts.js";
import type { Answer } from "../online/ask.js";
import { urlProblem } from "../online/syntax.js";
import { addressOf } from "../online/url-facts.js";

const gone = new Set([404, 410]);
const words: Readonly<Record<string, string>> = {
  ENOTFOUND: "its host does not exist",
  ETIMEDOUT: "it did not answer in time",
  ECONNREFUSED: "its host refuses connections",
  TOO_MANY_REDIRECTS: "it redirects without an end",
  BAD_REDIRECT: "it redirects to what is no address",
};

/** What an answer says against a link; undefined where nothing. A server that wants a login, or no programs, is there. */
function verdict(answer: Answer): { readonly text: string; readonly severity?: Severity } | undefined {
  if (answer.kind === "lost") return undefined;
  if (answer.kind === "private") return { text: `it leads to \`${answer.host}\`, which is not public`, severity: "warning" };
  if (answer.kind === "failed")
    return { text: words[answer.code] ?? `it cannot be reached (\`${answer.code}\`)`, ...(answer.code === "ENOTFOUND" ? {} : { severity: "warning" }) };
  if (gone.has(answer.status)) return { text: `it answers ${answer.status}` };
  return answer.status >= 500 && answer.status !== 999 ? { text: `it answers ${answer.status}`, severity: "warning" } : undefined;
}

export const brokenUrl = defineRule<StatusPart, unknown>({
  id: "broken-url",
  summary: "An external link is no address, or with `--online` leads to nothing.",
  severity: "error",
  *find({ documents, urls }): Iterable<Draft> {
    for (const { source, otherLinks } of documents) {
      for (const { target, range, destination } of otherLinks) {
        if (destination.kind !== "url") continue;
        const problem = urlProblem(target);
        if (problem !== undefined) {
          yield { message: `\`${target}\` ${problem}.`, at: source.at(range), help: "Correct the address.", data: { target } };
          continue;
        }
        const answer = urls.answers.size === 0 ? undefined : urls.answers.get(addressOf(target, true) ?? "");
        const said = answer === undefined ? undefined : verdict(answer);
        if (said === undefined || answer === undefined) continue;
        yield {
          message: `\`${target}\` leads to nothing: ${said.text}.`,
          at: source.at(range),
          help: "Correct the address, or link to an archived copy.",
          data: { target, answer: answer.kind === "status" ? answer.status : answer.kind === "failed" ? answer.code : answer.kind },
          ...(said.severity === undefined ? {} : { severity: said.severity }),
        };
      }
    }
  },
});
