// One change of a migration: a finding, and the edits that mend it.
import type { JsonObject } from "@caio/repo-model/check";
import type { Range } from "@caio/repo-model/text";

export interface Splice {
  readonly range: Range;
  readonly text: string;
}

/** `splices` is empty where the change has to be made by hand. */
export interface Change {
  readonly rule: string;
  readonly message: string;
  readonly range: Range;
  readonly help?: string;
  readonly title: string;
  readonly splices: readonly Splice[];
  readonly data: JsonObject;
}
