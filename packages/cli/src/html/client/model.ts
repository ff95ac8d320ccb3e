// The findings as the page filters, counts and groups them. No element is touched here.
import type { ReportView, ViewFinding } from "../view.js";

export type Facet = "severity" | "check" | "rule" | "owner" | "state";
export type Grouping = "path" | "rule" | "check" | "owner" | "severity" | "none";

export interface Query {
  readonly text: string;
  /** What is wanted of each facet; empty means all. */
  readonly wanted: Readonly<Record<Facet, ReadonlySet<string>>>;
  readonly grouping: Grouping;
}

/** A line of the list: a group's head, or a finding with its place among the findings that are shown. */
export type Row = { readonly head: string; readonly count: number } | { readonly finding: ViewFinding; readonly position: number };

export interface Answer {
  readonly rows: readonly Row[];
  readonly findings: readonly ViewFinding[];
  /** How many findings each value of a facet would show, the facet's own choice left out. */
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}

export interface Model {
  ask(query: Query): Answer;
  valuesOf(finding: ViewFinding, facet: Facet): readonly string[];
}

/** The model of one report. */
export function model(view: ReportView): Model {
  const facets: readonly Facet[] = ["severity", "check", "rule", "owner", "state"];
  const order: Readonly<Record<string, number>> = { error: 0, warning: 1, note: 2 };
  const hasOwners = view.findings.some(({ owners }) => owners.length > 0);
  const valuesOf = (finding: ViewFinding, facet: Facet): readonly string[] => {
    if (facet === "severity") return [finding.severity];
    if (facet === "check") return [finding.rule.slice(0, finding.rule.indexOf("/"))];
    if (facet === "rule") return [finding.rule];
    if (facet === "state") return [finding.isKnown ? "accepted" : "new"];
    if (!hasOwners) return [];
    return finding.owners.length > 0 ? finding.owners : ["no owner"];
  };
  const entries = view.findings.map((finding) => ({
    finding,
    text: [finding.path, finding.message, finding.rule, finding.help ?? "", finding.owners.join(" "), finding.fingerprint].join("\n").toLowerCase(),
    values: facets.map((facet) => valuesOf(finding, facet)),
  }));
  const groupOf = (finding: ViewFinding, grouping: Grouping): string =>
    grouping === "none" ? "" : grouping === "path" ? finding.path : (valuesOf(finding, grouping)[0] ?? "no owner");

  const ask = (query: Query): Answer => {
    const words = query.text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== "");
    const counts = facets.map(() => new Map<string, number>());
    const found: ViewFinding[] = [];
    for (const { finding, text, values } of entries) {
      if (!words.every((word) => text.includes(word))) continue;
      const misses = facets.flatMap((facet, index) => {
        const wanted = query.wanted[facet];
        return wanted.size === 0 || (values[index] ?? []).some((value) => wanted.has(value)) ? [] : [index];
      });
      if (misses.length === 0) found.push(finding);
      if (misses.length > 1) continue;
      for (const [index, own] of values.entries()) {
        if (misses.length === 1 && misses[0] !== index) continue;
        const count = counts[index];
        for (const value of own) count?.set(value, (count.get(value) ?? 0) + 1);
      }
    }
    const groups = new Map<string, ViewFinding[]>();
    for (const finding of found) {
      const name = groupOf(finding, query.grouping);
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [finding]);
      else group.push(finding);
    }
    const worst = (group: readonly ViewFinding[]): number => group.reduce((least, { severity }) => Math.min(least, order[severity] ?? 2), 2);
    const sorted = [...groups].toSorted(([a, own], [b, others]) => worst(own) - worst(others) || others.length - own.length || (a < b ? -1 : 1));
    const rows: Row[] = [];
    const findings: ViewFinding[] = [];
    for (const [head, group] of sorted) {
      if (query.grouping !== "none") rows.push({ head, count: group.length });
      // Within a group the worst comes first; the report's own order holds among equals.
      group.sort((a, b) => (order[a.severity] ?? 2) - (order[b.severity] ?? 2));
      for (const finding of group) {
        rows.push({ finding, position: findings.length });
        findings.push(finding);
      }
    }
    const [severity, check, rule, owner, state] = counts as [
      Map<string, number>,
      Map<string, number>,
      Map<string, number>,
      Map<string, number>,
      Map<string, number>,
    ];
    return { rows, findings, counts: { severity, check, rule, owner, state } };
  };
  return { ask, valuesOf };
}
