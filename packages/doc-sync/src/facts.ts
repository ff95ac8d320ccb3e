// All that doc-sync's rules judge.
import type { LinkFacts } from "./links/link-facts.js";
import type { StatusFacts } from "./status/status-facts.js";

export interface DocFacts extends LinkFacts {
  readonly status: StatusFacts;
}
