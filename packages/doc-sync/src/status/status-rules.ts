// The rules that judge statuses: where they are all off, documents need not be read for what they state.

export const statusRules: readonly string[] = [
  "copy-conflict",
  "duplicate-section-number",
  "missing-entity",
  "open-checklist",
  "range-conflict",
  "rollup-conflict",
  "stale-absence",
  "stale-tense",
  "status-conflict",
  "unknown-status",
];
