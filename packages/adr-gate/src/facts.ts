// What the rules see: the verdict, and where each trigger and record stands.
import type { Severity } from "@caio/repo-model/check";
import type { Location } from "@caio/repo-model/text";
import type { Guardrail } from "./defaults.js";
import type { Reference, Trigger, Verdict } from "./verdict.js";

export interface TriggerPlace extends Trigger {
  readonly at: Location;
  readonly why?: string | undefined;
}

export interface GateFacts {
  readonly verdict: Verdict;
  readonly triggers: readonly TriggerPlace[];
  /** Records that the text names and that are there. */
  readonly records: readonly { readonly reference: Reference; readonly at: Location }[];
  /** The severity that the base's configuration gives. */
  severity(rule: string, path: string): Severity | "off";
}

/** A decision record as `lint` looks at it. */
export interface LintedRecord {
  readonly path: string;
  /** `ADR-0007`, or the path. */
  readonly name: string;
  readonly number: number | undefined;
  readonly hasStatus: boolean;
  /** Its title, or its first line. */
  readonly at: Location;
  /** Texts of its headings. */
  readonly headings: readonly string[];
  /** Records that its status names as its successors and that do not speak of it. */
  readonly silentSuccessors: readonly { readonly name: string; readonly at: Location }[];
  /** Links to Markdown files that are not there. */
  readonly brokenLinks: readonly { readonly target: string; readonly at: Location }[];
}

/** All records, by path. */
export interface RecordFacts {
  readonly linted: readonly LintedRecord[];
}

/** A check run yields a verdict, `lint` the records. */
export type AdrFacts = GateFacts | RecordFacts;

/** A guardrail's `why`, by its id. */
export function whyOf(guardrails: readonly Guardrail[], id: string): string | undefined {
  return guardrails.find((one) => one.id === id)?.why;
}
