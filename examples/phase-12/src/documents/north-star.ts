// `docs/NORTH_STAR.md`: a normative document of realistic size, whose section 8 lags behind the execution plan.

/** The phases of section 8, with what stands under each. */
const phases: readonly { readonly title: string; readonly points: readonly string[] }[] = [
  { title: "Intuition & Problem Statement", points: ["Write down what the orchestrator decides, and for whom", "Name the observables"] },
  { title: "Formal Definition", points: ["Define services, contracts and guarantees", "State the master equation"] },
  { title: "Constraint Analysis", points: ["List the constraints of a routing decision", "Prove that they can hold together"] },
  {
    title: "Invariants & Lemmas",
    points: ["Create `invariants/INV-CAIO-XXXX.yaml` for each guarantee", "Write lemmas proving properties", "Link to master equation"],
  },
  {
    title: "Verification Notebooks",
    points: [
      "Service discovery verification",
      "Routing optimization verification",
      "Guarantee enforcement verification",
      "Rule application verification",
      "Security verification",
    ],
  },
  { title: "CI Enforcement", points: ["Artifacts from notebooks", "Scorecard gates", "Contract validation"] },
  {
    title: "Code Implementation",
    points: ["Implement master equation", "Contract parser (YAML)", "Rule engine", "Service registry", "Guarantee enforcer", "Security verifier"],
  },
];

const subjects = ["The orchestrator", "A service", "A contract", "The registry", "The rule engine", "A guarantee", "The scorecard", "A tenant"];
const verbs = ["states", "keeps", "publishes", "verifies", "bounds", "records", "derives", "signs"];
const objects = [
  "its latency budget",
  "the routing decision",
  "every capability it offers",
  "the proof of its guarantee",
  "the cost of a request",
  "who may call it",
  "what was measured",
  "the version of its rules",
];
const reasons = [
  "so that a decision can be replayed",
  "before the first request is routed",
  "and refuses what it cannot prove",
  "in the form that section 4 defines",
  "as the contract of the service says",
  "whatever the load",
  "for as long as the record is kept",
  "and nothing else",
];

/** A sentence that its number determines. */
function sentence(number: number): string {
  const at = (list: readonly string[], step: number): string => list[(number * step + Math.floor(number / 5)) % list.length] ?? "";
  return `${at(subjects, 3)} ${at(verbs, 5)} ${at(objects, 7)} ${at(reasons, 1)}.`;
}

function paragraphs(section: number, count: number): string[] {
  const lines: string[] = [];
  for (let index = 0; index < count; index++) {
    const from = section * 100 + index * 4;
    lines.push([sentence(from), sentence(from + 1)].join(" "), [sentence(from + 2), sentence(from + 3)].join(" "), "");
  }
  return lines;
}

function chapter(number: number, title: string, topics: readonly string[]): string[] {
  const lines = [`## ${number}. ${title}`, "", ...paragraphs(number, 3)];
  for (const [index, topic] of topics.entries()) {
    lines.push(`### ${number}.${index + 1} ${topic}`, "", ...paragraphs(number * 10 + index, 4));
    lines.push(...Array.from({ length: 5 }, (_unused, item) => `- ${sentence(number * 31 + index * 7 + item)}`), "");
  }
  return lines;
}

function process(isDone: boolean): string[] {
  const lines = [
    "## 8. Mathematical Autopsy (MA) Process",
    "",
    "Every capability passes these phases in their order; the status of each is kept in the",
    "[execution plan](operations/execution_plan.md#phase-completion-status).",
    "",
  ];
  for (const [number, { title, points }] of phases.entries()) {
    lines.push(`### Phase ${number}: ${title} ${isDone || number < 3 ? "✅" : "(Pending)"}`, ...points.map((point) => `- ${point}`), "");
  }
  return lines;
}

/** The document before the work, or after it. */
export function northStar(isDone: boolean): string {
  const lines = [
    "# CAIO North Star",
    "",
    "**Owner:** Codex  ",
    "**Audience:** everyone who changes the orchestrator",
    "",
    "This document is normative: where code and North Star disagree, one of them is wrong, and CI says so.",
    "",
    ...chapter(1, "Purpose", ["What CAIO is", "What it is not", "Who relies on it"]),
    ...chapter(2, "Vocabulary", ["Services", "Contracts", "Guarantees", "Rules"]),
    ...chapter(3, "Architecture", ["Registry", "Rule engine", "Router", "Guarantee enforcer", "Security verifier"]),
    ...chapter(4, "Contracts", ["Form", "Validation", "Versioning", "Deprecation"]),
    ...chapter(5, "Master Equation", ["Terms", "Weights", "Constraints", "Tie-breaking"]),
    ...chapter(6, "Guarantees", ["Latency", "Cost", "Availability", "Privacy"]),
    ...chapter(7, "Control", ["Constants", "Invariants", "Overrides"]),
    ...process(isDone),
    ...chapter(9, "Security", ["Trust boundaries", "Secrets", "Audit"]),
    ...chapter(10, "Operations", ["Releases", "Incidents", "Local validation"]),
    ...chapter(11, "Quality Gates", ["CI gates enforce math", "Docs are normative", "Operational excellence"]),
    "## 12. References",
    "",
    "- [Execution plan](operations/execution_plan.md)",
    "- [API](API.md)",
    "- [Runbook](operations/RUNBOOK.md)",
    "- [ADR-0001](decisions/0001-control-constants-are-guarded.md)",
  ];
  return `${lines.join("\n")}\n`;
}
