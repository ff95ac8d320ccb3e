// External addresses of the documents: their syntax, and with `--online` what they answer.
import type { Context } from "@caio/repo-model/check";
import { RepoError } from "@caio/repo-model/text";
import type { Document } from "../links/link-facts.js";
import { isPrivateHost } from "./address.js";
import type { Answer } from "./ask.js";
import { urlProblem } from "./syntax.js";

/** What was learned of addresses, each without its anchor; empty without `--online`. */
export interface UrlFacts {
  readonly answers: ReadonlyMap<string, Answer>;
}

/** The address that is asked for a link; undefined where none is: private hosts, passwords, placeholders. */
export function addressOf(target: string, allowsPrivate: boolean): string | undefined {
  if (urlProblem(target) !== undefined || /[{}<>$*|\\^`]|\.\.\./.test(target)) return undefined;
  try {
    const url = new URL(target.startsWith("//") ? `https:${target}` : target);
    if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return undefined;
    if (!allowsPrivate && isPrivateHost(url.hostname)) return undefined;
    url.hash = "";
    return url.href;
  } catch {
    return undefined;
  }
}

/** Whether the person who runs the check lets it into their own network: no configuration can, for it is the repository's. */
export function allowsPrivate({ machine }: Pick<Context, "machine">): boolean {
  return machine?.environment["CAIO_ONLINE_PRIVATE"] === "1";
}

/** Asks the addresses of all documents, each once. What the budget did not suffice for, and a missing network, are troubles. */
export async function readUrls(context: Context, documents: readonly Document[], isOnline: boolean): Promise<UrlFacts> {
  if (!isOnline) return { answers: new Map() };
  const open = allowsPrivate(context);
  const addresses = new Set(
    documents.flatMap(({ otherLinks }) => otherLinks.flatMap(({ target, destination }) => (destination.kind === "url" ? (addressOf(target, open) ?? []) : []))),
  );
  const { openUrlCache } = await import("./cache.js");
  const cache = openUrlCache(context.machine?.environment ?? {}, Date.parse(context.now));
  const asked = [...addresses].filter((address) => !cache.has(address));
  if (asked.length === 0) return { answers: new Map() };
  const { askAll, askLimits } = await import("./ask-all.js");
  const answers = await askAll(asked, open ? { ...askLimits, isOpen: () => true } : askLimits, context.signal);
  cache.keep([...answers].flatMap(([address, answer]) => (answer.kind === "status" && answer.status < 400 ? [address] : [])));
  const lost = [...answers.values()].filter(({ kind }) => kind === "lost").length;
  if (lost > 0)
    context.trouble(
      new RepoError("ONLINE_BUDGET", `${lost} of ${asked.length} external addresses were not asked: the run's budget is spent.`, {
        hint: "Run it again: what answered is remembered for a day.",
      }),
    );
  const isSilent = [...answers.values()].every((answer) => answer.kind === "failed" && answer.code !== "ENOTFOUND") || answers.size === 0;
  const hasNoNames = answers.size > 2 && [...answers.values()].every(({ kind }) => kind === "failed");
  if (!isSilent && !hasNoNames) return { answers };
  context.trouble(new RepoError("ONLINE_UNREACHABLE", "No external address answered.", { hint: "Is there a network, and is it open to this program?" }));
  return { answers: new Map() };
}
