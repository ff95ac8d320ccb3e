// What a reporter is given.
import type { RuleInfo } from "../check/check.js";
import type { Finding, Outcome } from "../check/finding.js";
import type { SuppressionUse } from "../check/suppression.js";
import type { RepoPath } from "../text/index.js";
import type { FileTree } from "../tree/index.js";

/** A run as one part of a larger one. */
export interface ReportPart {
  /** The paths that were read, sorted. */
  readonly read: readonly RepoPath[];
  readonly suppressions: readonly SuppressionUse[];
  /** Whether all files were judged, in this shard and the others. */
  readonly isFull: boolean;
  readonly shard?: { readonly index: number; readonly count: number };
}

/** A run's outcome with what reports say beside it. No time, no absolute path, no secret. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  /** Sorted by path, line, column, rule. */
  readonly outcome: Outcome;
  /** The checks that ran, with their rules. */
  readonly checks: readonly { readonly name: string; readonly rules: readonly RuleInfo[]; readonly isVerdict?: boolean | undefined }[];
  /** HEAD's id. */
  readonly commit?: string;
  /** Files looked at. */
  readonly files: number;
  /** What joining this run with others needs: for `blob` alone. */
  readonly part?: ReportPart;
  /** State against the baseline; `new` where there is none. */
  readonly baseline: (finding: Finding) => "new" | "known";
  /** Colours, terminal width, and what to do next, for `text` alone. */
  readonly style: { readonly color: boolean; readonly width: number; readonly quiet: boolean; readonly verbose: boolean; readonly hints?: readonly string[] };
}

export type Reporter = (report: Report) => string;

/** What a report beyond the outcome may look at: the run's files, and the findings as they are before masking, in the report's order. */
export interface ReportWorld {
  readonly files: FileTree;
  readonly findings: readonly Finding[];
  readonly mask: (text: string) => string;
  /** The value of an option of the command line. */
  option(name: string): string | undefined;
  /** The folder that the command was called in. */
  readonly cwd: string;
}

/** Reporters by name, each loaded when it is asked for. */
export type ReporterLoaders = Readonly<Record<string, () => Promise<(report: Report, world: ReportWorld) => string | Promise<string>>>>;
