// One tree for YAML, JSON and TOML: each value and key with its range.
import type { Range } from "../text/index.js";

/** A value of a data file. `range` covers the value as it is written, quotes included. */
export type DataNode =
  | {
      readonly kind: "map";
      readonly range: Range;
      readonly entries: readonly { readonly key: string; readonly keyRange: Range; readonly value: DataNode }[];
      readonly isFlow?: boolean;
    }
  | { readonly kind: "list"; readonly range: Range; readonly items: readonly DataNode[]; readonly isFlow?: boolean }
  | { readonly kind: "string"; readonly range: Range; readonly value: string; readonly style?: "plain" | "single" | "double" | "literal" | "folded" }
  | { readonly kind: "number"; readonly range: Range; readonly value: number; readonly raw: string }
  | { readonly kind: "boolean"; readonly range: Range; readonly value: boolean }
  | { readonly kind: "null"; readonly range: Range }
  /** A TOML date, or a YAML value of another tag: as written. */
  | { readonly kind: "other"; readonly range: Range; readonly raw: string };

/** A fault of syntax, a duplicate key, a budget that was exceeded. */
export interface DataProblem {
  readonly code: "syntax" | "duplicate-key" | "too-deep" | "too-many-aliases" | "unknown-tag" | "several-documents";
  readonly message: string;
  readonly range: Range;
}

/** `root` is absent for an empty or unreadable document. Never throws: faults are `problems`. */
export interface DataDocument {
  readonly root?: DataNode;
  readonly problems: readonly DataProblem[];
}
