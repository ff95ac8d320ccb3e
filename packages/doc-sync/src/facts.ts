// All that doc-sync's rules judge, in the parts in which it is read: each part has rules of its own, which can tell what they find before the next is read.
import type { GeneratedFacts } from "./generated/section-facts.js";
import type { LinkFacts } from "./links/link-facts.js";
import type { Removals } from "./links/renames.js";
import type { UrlFacts } from "./online/url-facts.js";
import { statusRules } from "./status/status-rules.js";
import type { StatusFacts } from "./status/status-facts.js";

/** The documents. */
export interface LinkPart extends LinkFacts {
  readonly part: "links";
}

/** What documents state, their generated sections, and what was learned of addresses. */
export interface StatusPart extends LinkFacts {
  readonly part: "statuses";
  readonly status: StatusFacts;
  readonly generated: GeneratedFacts;
  readonly urls: UrlFacts;
}

/** What the history says of paths that are not there. */
export interface HistoryPart extends LinkFacts, Removals {
  readonly part: "history";
}

export type DocFacts = LinkPart | StatusPart | HistoryPart;

/** The parts in the order in which they are read. */
export const partNames = ["links", "statuses", "history"] as const satisfies readonly DocFacts["part"][];

const parts = new Map<string, DocFacts["part"]>([
  ...[...statusRules, "broken-section-markers", "broken-url", "stale-section"].map((rule) => [rule, "statuses"] as const),
  ...["broken-link", "path-missing"].map((rule) => [rule, "history"] as const),
]);

/** The part that a rule judges. */
export function partOf(rule: string): DocFacts["part"] {
  return parts.get(rule) ?? "links";
}
