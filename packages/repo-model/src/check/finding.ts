// Findings: what a rule says, where, and how to mend it.
import type { Edit, Location, RepoError, RepoPath } from "../text/index.js";

export type Severity = "error" | "warning" | "note";
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Applied whole or not at all. `safe` fixes are applied by `--fix`, `suggested` ones by `--fix-suggested` alone. */
export interface Fix {
  readonly title: string;
  readonly kind: "safe" | "suggested";
  readonly edits: readonly Edit[];
}

export interface Related {
  readonly message: string;
  readonly at: Location;
}

/** What a rule yields: a finding without what the engine adds. */
export interface Draft {
  /** One sentence; values in backticks; no secret. */
  readonly message: string;
  readonly at: Location;
  readonly related?: readonly Related[];
  /** What to do next. */
  readonly help?: string;
  readonly fix?: Fix;
  readonly data?: JsonObject;
  /** Lowers the rule's severity for this finding; it never raises it. */
  readonly severity?: Severity;
  /** Paths that make this a fault: a change that touches one of them is told of it, wherever the finding stands. What a removal breaks elsewhere. Asked for only where the place itself does not keep it. */
  readonly causes?: readonly RepoPath[] | (() => readonly RepoPath[]);
  /** Hashed in place of the line at `at`: for findings whose line holds a secret or is generated. */
  readonly fingerprintText?: string | GuardedText;
}

/** A text for a fingerprint with a value that a person may have thought of: only a slow hash of it stands in for it, made when somebody asks. */
export interface GuardedText {
  readonly text: string;
  readonly value: string;
  readonly salt: string;
}

/** `rule` is `check/rule`; the fingerprint holds neither line numbers nor secrets. */
export interface Finding extends Omit<Draft, "fingerprintText" | "causes"> {
  readonly rule: `${string}/${string}`;
  readonly severity: Severity;
  readonly fingerprint: string;
  /** A hash of rule and line without the path: what a finding is known by once its file has another name. */
  readonly place?: string | undefined;
}

/** What one run of checks found, could not do, and left out. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly troubles: readonly RepoError[];
  readonly skipped: readonly { readonly path: RepoPath; readonly reason: string }[];
  /** `text` says the reason to people; reports for programs hold the reason alone. */
  readonly notRun: readonly { readonly check: string; readonly reason: string; readonly text?: string }[];
}
