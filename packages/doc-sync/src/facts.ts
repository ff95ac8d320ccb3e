// All that doc-sync's rules judge.
import type { GeneratedFacts } from "./generated/section-facts.js";
import type { LinkFacts } from "./links/link-facts.js";
import type { UrlFacts } from "./online/url-facts.js";
import type { StatusFacts } from "./status/status-facts.js";

export interface DocFacts extends LinkFacts {
  readonly status: StatusFacts;
  readonly generated: GeneratedFacts;
  readonly urls: UrlFacts;
}
