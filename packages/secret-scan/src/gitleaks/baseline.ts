// A report that gitleaks wrote, given back to it as a baseline (`--baseline-path`): what stands in it is accepted.
import { child, parseJson, toValue } from "@caio/repo-model/data";
import { RepoError, type SourceText } from "@caio/repo-model/text";

/** One accepted finding. */
export interface BaselineEntry {
  readonly path: string;
  readonly rule: string;
  readonly line: number;
  /** Absent where the report was written with `--redact`: then the place is all there is. */
  readonly match?: string;
}

/** Reads a report in JSON. Throws `DATA_INVALID` for anything else. */
export function readBaselineReport(source: SourceText): BaselineEntry[] {
  const { root, problems } = parseJson(source.text);
  const [problem] = problems;
  if (problem !== undefined || root?.kind !== "list") {
    throw new RepoError("DATA_INVALID", `\`${source.path}\` is no report of gitleaks in JSON${problem === undefined ? "" : `: ${problem.message}`}`, {
      at: source.at(problem?.range ?? [0, 0]),
      hint: "`gitleaks dir --report-format json --report-path FILE .` writes one.",
    });
  }
  return root.items.flatMap((item) => {
    const [path, rule, line, secret, match] = ["File", "RuleID", "StartLine", "Secret", "Match"].map((name) => toValue(child(item, name)));
    if (typeof path !== "string" || typeof rule !== "string") return [];
    const isRedacted = typeof secret !== "string" || secret === "" || secret === "REDACTED" || secret.endsWith("...");
    return [
      { path, rule, line: typeof line === "number" ? line : 0, ...(isRedacted ? {} : { match: typeof match === "string" && match !== "" ? match : secret }) },
    ];
  });
}
