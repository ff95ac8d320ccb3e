// The tree of a Python regular expression.

/** `i m s x a u L t`, as letters in force. */
export type FlagSet = ReadonlySet<string>;

export type Category = "d" | "D" | "s" | "S" | "w" | "W";
export type SetItem =
  | { readonly kind: "char"; readonly code: number }
  | { readonly kind: "range"; readonly from: number; readonly to: number }
  | { readonly kind: "category"; readonly name: Category };

export type RegexNode =
  | { readonly op: "char"; readonly code: number }
  | { readonly op: "any" }
  | { readonly op: "set"; readonly isNegated: boolean; readonly items: readonly SetItem[] }
  | { readonly op: "at"; readonly where: "^" | "$" | "A" | "Z" | "b" | "B" }
  | { readonly op: "branch"; readonly items: readonly RegexSequence[] }
  | { readonly op: "group"; readonly index?: number; readonly adds: FlagSet; readonly removes: FlagSet; readonly body: RegexSequence }
  | { readonly op: "atomic"; readonly body: RegexSequence }
  | { readonly op: "repeat"; readonly kind: "greedy" | "lazy" | "possessive"; readonly min: number; readonly max: number; readonly body: RegexSequence }
  | { readonly op: "look"; readonly isBehind: boolean; readonly isNegated: boolean; readonly body: RegexSequence }
  | { readonly op: "reference"; readonly group: number }
  | { readonly op: "condition"; readonly group: number; readonly yes: RegexSequence; readonly no?: RegexSequence };

export type RegexSequence = readonly RegexNode[];

export interface RegexTree {
  readonly root: RegexSequence;
  readonly flags: FlagSet;
  /** Number of groups, the whole match included. */
  readonly groups: number;
}

/** What Python's `re.error` says, and where in the pattern (UTF-16 units). */
export class RegexFault {
  constructor(
    readonly message: string,
    readonly at: number,
  ) {}
}
