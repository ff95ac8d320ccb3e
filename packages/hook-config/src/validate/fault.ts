// A fault of a configuration or manifest, and a warning about one.
import type { JsonObject, Severity } from "@caio/repo-model/check";
import type { Range } from "@caio/repo-model/text";

/** `rule` is the id of the rule that reports it; `keys` the chain of key names from the root. */
export interface Fault {
  readonly rule: string;
  readonly keys: readonly string[];
  readonly message: string;
  readonly range: Range;
  readonly help?: string;
  readonly data?: JsonObject;
  /** Lowers the rule's severity. */
  readonly severity?: Severity;
}

/** What a reading gives: `errors` in pre-commit's order, the first is the one that it tells; `warnings` in its order too. */
export interface Faults {
  readonly errors: readonly Fault[];
  readonly warnings: readonly Fault[];
}
