// The options in force where no configuration says otherwise.

/** Paths that need a decision, with the reason why. A pattern by itself stands for a guardrail of its own. */
export interface Guardrail {
  readonly id: string;
  /** Patterns; `!` takes paths out again, and never selects the rest. */
  readonly paths: readonly string[];
  readonly why?: string | undefined;
}

export type DependencyScopeName = "runtime" | "optional" | "peer" | "dev" | "build";

/** Options of adr-gate. */
export interface AdrGateOptions {
  readonly guardrails: readonly (string | Guardrail)[];
  /** A change is left out when each of its sides matches; the configuration is never left out. */
  readonly exclude: readonly string[];
  readonly adr: { readonly dirs: readonly string[] };
  /** The record must be accepted at the base already. */
  readonly requireOnBase: boolean;
  readonly maxAgeDays: number | null;
  readonly reference: { readonly implicit: "none" | "added-in-pr" };
  readonly acceptedStatuses: readonly string[];
  readonly missingStatus: "reject" | "accept";
  /** `declared`: a record with `affects:` covers those paths alone; `strict`: one without covers nothing. */
  readonly coverage: "declared" | "strict" | "off";
  readonly require: "any" | "all";
  readonly dependencies: {
    readonly mode: "require" | "notice" | "off";
    readonly newTo: "project" | "manifest";
    readonly scopes: readonly DependencyScopeName[];
    readonly preApproved: readonly string[];
  };
  readonly waiver: { readonly enabled: boolean; readonly minLength: number };
  readonly protectConfig: boolean;
  /** Whether a base that a shallow clone does not have is fetched: the one commit, into a temporary folder. */
  readonly fetch: boolean;
  readonly mergeGroup: "error" | "skip";
  readonly onPush: "skip" | "trailers";
  readonly draft: "fail" | "notice";
  /** Equal data before and after is no change. */
  readonly semantic: boolean;
}

export const defaults: AdrGateOptions = {
  guardrails: [],
  exclude: ["**/*.md", "**/*_example.py", "**/*_test.py"],
  adr: { dirs: ["docs/adr", "doc/adr", "docs/decisions", "docs/architecture-decisions"] },
  requireOnBase: false,
  maxAgeDays: null,
  reference: { implicit: "none" },
  acceptedStatuses: ["accepted"],
  missingStatus: "reject",
  coverage: "declared",
  require: "any",
  dependencies: { mode: "require", newTo: "project", scopes: ["runtime", "optional", "peer"], preApproved: [] },
  waiver: { enabled: false, minLength: 15 },
  protectConfig: true,
  fetch: true,
  mergeGroup: "error",
  onPush: "skip",
  draft: "fail",
  semantic: false,
};
