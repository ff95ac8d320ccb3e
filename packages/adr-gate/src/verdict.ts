// What the gate is asked and what it answers: data on both sides.
import type { AdrGateOptions } from "./defaults.js";
import type { Reason } from "./reasons.js";

/** One changed path. `R` and `C` are taken as a deletion and an addition. Modes are git's six digits, `000000` where absent. */
export interface GateChange {
  readonly status: "A" | "M" | "D" | "R" | "C" | "T";
  readonly path: string;
  readonly oldPath?: string | undefined;
  readonly oldMode?: string | undefined;
  readonly newMode?: string | undefined;
  /** Texts of manifests, of records, and of data files where `semantic` is on. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** The change under review. All of it but `config` and the base's texts is the attacker's. */
export interface GateInput {
  /** The schema's output. */
  readonly config: AdrGateOptions;
  readonly event: "pull_request" | "merge_group" | "push" | "local";
  /** `owner/name` */
  readonly repository?: string | undefined;
  readonly body: string | null;
  readonly bodyAvailable?: boolean | undefined;
  readonly bodyTruncated?: boolean | undefined;
  readonly draft?: boolean | undefined;
  readonly fork?: boolean | undefined;
  readonly author?: string | undefined;
  readonly commitMessages?: readonly string[] | undefined;
  readonly changes: readonly GateChange[];
  /** Texts of the decision records in the merged tree, by path. */
  readonly records: Readonly<Record<string, string>>;
  readonly baseRecords?: Readonly<Record<string, string>> | undefined;
  readonly baseManifests?: Readonly<Record<string, string>> | undefined;
  /** ISO 8601, for `maxAgeDays`. */
  readonly now?: string | undefined;
}

/** A change that needs a decision: `pattern` is the one that it matches, or the name of the dependency. */
export interface Trigger {
  readonly path: string;
  readonly guardrail: string;
  readonly pattern: string;
}

/** A record that the text names, and whether it satisfies. */
export interface Reference {
  /** As written, at most 200 characters. */
  readonly text: string;
  readonly kind: "number" | "path" | "name" | "url" | "added";
  readonly path?: string;
  readonly status?: string;
  /** `adr-accepted` and `adr-in-same-pr` satisfy. */
  readonly reason: Reason;
}

export interface Verdict {
  readonly verdict: "pass" | "fail" | "error" | "skip";
  readonly reason: Reason;
  readonly triggers: readonly Trigger[];
  readonly references: readonly Reference[];
  /** `ADR-0007`, or the record's path where it has no number. */
  readonly satisfiedBy: readonly string[];
  /** Registry names, sorted. */
  readonly addedDependencies: readonly string[];
  /** Codes, each once, sorted. */
  readonly notices: readonly string[];
}
