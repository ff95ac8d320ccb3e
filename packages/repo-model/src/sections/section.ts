// A generated section of a file, as its markers delimit it.
import type { Range } from "../text/index.js";

/** `current`: hash and content agree with what is wanted; `stale`: ours, outdated; `edited`: changed by hand since it was written. */
export type SectionState = "missing" | "current" | "stale" | "edited";

/** A section `CHECK/NAME`; `content` lies between the markers' lines. */
export interface Section {
  readonly name: string;
  /** From the begin marker to the end of the end marker. */
  readonly range: Range;
  readonly content: Range;
  /** The hash in the begin marker, if it has one. */
  readonly hash?: string;
}

/** A marker that is missing, nested, doubled or malformed. */
export interface SectionProblem {
  readonly message: string;
  readonly range: Range;
}

/** The sections of a file. Where there are problems, nothing may be written. */
export interface Sections {
  readonly sections: readonly Section[];
  readonly problems: readonly SectionProblem[];
}
