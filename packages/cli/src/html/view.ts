// What the page of the HTML report is given: plain data, masked and escaped for display.
export type ViewSeverity = "error" | "warning" | "note";

/** A few lines of a file; the range of the finding is cut out of its first line. */
export interface ViewFrame {
  /** Number of the first line in `lines`. */
  readonly first: number;
  readonly lines: readonly string[];
  /** Index in `lines` of the line with the finding, and the range in it, in UTF-16 units. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface ViewFinding {
  readonly rule: string;
  readonly severity: ViewSeverity;
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly isKnown: boolean;
  readonly fingerprint: string;
  readonly owners: readonly string[];
  readonly commit?: string;
  readonly help?: string;
  readonly frame?: ViewFrame;
  readonly related?: readonly { readonly message: string; readonly path: string; readonly line: number }[];
  readonly fix?: { readonly kind: "safe" | "suggested"; readonly title: string; readonly patch?: string };
}

/** An earlier run, or this one, in the trend. */
export interface ViewRun {
  readonly name: string;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

export interface ReportView {
  readonly tool: string;
  readonly version: string;
  readonly commit?: string;
  readonly files: number;
  readonly checks: readonly string[];
  readonly summaries: Readonly<Record<string, string>>;
  readonly findings: readonly ViewFinding[];
  readonly troubles: readonly { readonly code: string; readonly message: string; readonly hint?: string; readonly path?: string; readonly line?: number }[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly notRun: readonly { readonly check: string; readonly reason: string }[];
  readonly trend: readonly ViewRun[];
}
