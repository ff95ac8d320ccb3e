// A rule: a pure judgement over facts that were read before.
import type { Draft, Severity } from "./finding.js";

/** One rule, in one file with its document and its test beside it. */
export interface Rule<Facts, Options> {
  /** Kebab-case, names the fault: `broken-link`. */
  readonly id: string;
  /** What it finds, one sentence; the first line of its document. */
  readonly summary: string;
  /** The severity by default; `off` for a rule that has to be asked for. */
  readonly severity: Severity | "off";
  /** Of a check whose facts come in parts: the one that it judges, from 1. 1 where absent. */
  readonly part?: number;
  /** Pure: no await, no file system, no clock, no environment. */
  find(facts: Facts, options: Options): Iterable<Draft>;
}

/** What `init` offers for a check: lines of configuration with their reason. */
export interface Suggestion {
  readonly title: string;
  /** YAML to stand in the check's section. */
  readonly yaml: string;
}
