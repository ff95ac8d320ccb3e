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

/** A guardrail's `why`, by its id. */
export function whyOf(guardrails: readonly Guardrail[], id: string): string | undefined {
  return guardrails.find((one) => one.id === id)?.why;
}
