// `docs/operations/execution_plan.md`: the source of truth for what is done.

const phases = [
  "Intuition & Problem Statement",
  "Formal Definition",
  "Constraint Analysis",
  "Invariants & Lemmas",
  "Verification Notebooks",
  "CI Enforcement",
  "Code Implementation",
  "Service Catalogue",
  "Observability",
  "Multi-tenancy",
  "Integration",
  "Productionization",
];

/** The execution plan; it is right from the start. */
export function executionPlan(): string {
  const rows = phases.map((title, number) => `| ${number} | ${title} | ✅ Complete |`);
  const details = phases.flatMap((title, number) => [
    `### Phase ${number}: ${title}`,
    "",
    "**Status:** ✅ Complete  ",
    `**Plan Reference:** \`plan:phase-${number}:${number}.1\``,
    "",
    `What was built for ${title.toLowerCase()} is in the tree, and its artefacts are checked by CI.`,
    "",
  ]);
  return `${[
    "# Execution Plan",
    "",
    "The status of every phase. Other documents repeat it; this one decides.",
    "",
    "## Phase completion status",
    "",
    "| Phase | Title | Status |",
    "|---|---|---|",
    ...rows,
    "| 12 | Operational Improvements | 🚧 In progress |",
    "",
    "## Phases",
    "",
    ...details,
    "### Phase 12: Operational Improvements",
    "",
    "**Status:** 🚧 In progress  ",
    "**Plan Reference:** `plan:phase-12-operational-improvements:12.1-12.4`",
  ].join("\n")}\n`;
}
