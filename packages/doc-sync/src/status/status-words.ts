// The status vocabulary: words and icons by the state that they name. Facts: plans, roadmaps and trackers of public repositories.

/** States of work that are compared with one another. */
export const states = ["done", "in-progress", "partial", "pending", "blocked", "cancelled"] as const;
export type State = (typeof states)[number];

/** Words of each state, in lower case; spaces stand for spaces, hyphens and underscores. The first is the one that is written where a document has none of its own. */
export const stateWords: Readonly<Record<State, readonly string[]>> = {
  done: ["complete", "completed", "done", "finished", "shipped", "delivered", "implemented", "fully implemented", "released", "merged", "closed", "resolved"],
  "in-progress": [
    "in progress",
    "wip",
    "work in progress",
    "ongoing",
    "underway",
    "under way",
    "started",
    "in development",
    "inprogress",
    "in implementation",
    "being implemented",
  ],
  partial: ["partial", "partially complete", "partially completed", "partially done", "partially implemented", "mostly complete", "mostly done"],
  pending: [
    "pending",
    "planned",
    "not started",
    "not yet started",
    "not begun",
    "to do",
    "todo",
    "upcoming",
    "queued",
    "scheduled",
    "backlog",
    "unstarted",
    "next",
    "next up",
    "next priority",
    "coming soon",
    "future",
    "ready to build",
    "ready to start",
    "ready to begin",
    "ready to implement",
    "ready for implementation",
    "ready for development",
  ],
  blocked: ["blocked", "on hold", "paused", "deferred", "postponed", "stalled"],
  cancelled: ["cancelled", "canceled", "abandoned", "dropped", "wont do", "won't do", "wontfix"],
};

/** Words that leave more than one state open: what is "not done" may be pending, begun or given up. */
export const openWords: readonly { readonly word: string; readonly state: State; readonly alsoFits: readonly State[] }[] = [
  ...[
    "not done",
    "not complete",
    "not completed",
    "not yet complete",
    "not yet completed",
    "not yet done",
    "not finished",
    "not implemented",
    "not yet implemented",
    "not shipped",
    "not resolved",
    "incomplete",
    "unfinished",
  ].map((word) => ({ word, state: "pending" as const, alsoFits: ["in-progress", "partial", "blocked", "cancelled"] as const })),
  { word: "next phase", state: "pending", alsoFits: [] },
  { word: "planning", state: "pending", alsoFits: ["in-progress"] },
];

/** Words of other life cycles (documents, decisions, releases): known, and never compared with states of work. */
export const lifecycleWords: readonly string[] = [
  "draft",
  "proposed",
  "accepted",
  "approved",
  "active",
  "current",
  "superseded",
  "deprecated",
  "rejected",
  "withdrawn",
  "final",
  "living",
  "review",
  "in review",
  "under review",
  "ready",
  "ready for execution",
  "ready for review",
  "implementable",
  "provisional",
  "experimental",
  "alpha",
  "beta",
  "stable",
  "obsolete",
  "archived",
  "unknown",
  "n/a",
  "tbd",
  "none",
  "-",
];

/** An icon with the state that it is written for, and further states that it is used for as well. */
export interface IconFact {
  readonly icon: string;
  readonly state: State;
  readonly alsoFits: readonly State[];
}

/** The first icon of a state is the one that is written. Icons that mean different things in different documents (⚠️, 🟢, 🟡, 🔴) are not among them. */
export const stateIcons: readonly IconFact[] = [
  { icon: "✅", state: "done", alsoFits: [] },
  { icon: "☑️", state: "done", alsoFits: [] },
  { icon: "☑", state: "done", alsoFits: [] },
  { icon: "✔️", state: "done", alsoFits: [] },
  { icon: "✔", state: "done", alsoFits: [] },
  { icon: "✓", state: "done", alsoFits: [] },
  { icon: "🚧", state: "in-progress", alsoFits: ["partial"] },
  { icon: "🔄", state: "in-progress", alsoFits: ["partial"] },
  { icon: "🏗️", state: "in-progress", alsoFits: ["partial"] },
  { icon: "🏗", state: "in-progress", alsoFits: ["partial"] },
  { icon: "⏳", state: "pending", alsoFits: ["in-progress", "partial", "blocked"] },
  { icon: "⌛", state: "pending", alsoFits: ["in-progress", "partial", "blocked"] },
  { icon: "🔜", state: "pending", alsoFits: ["blocked"] },
  { icon: "🔲", state: "pending", alsoFits: ["in-progress", "partial", "blocked", "cancelled"] },
  { icon: "⬜", state: "pending", alsoFits: ["in-progress", "partial", "blocked", "cancelled"] },
  { icon: "☐", state: "pending", alsoFits: ["in-progress", "partial", "blocked", "cancelled"] },
  { icon: "📋", state: "pending", alsoFits: ["blocked"] },
  { icon: "📅", state: "pending", alsoFits: ["blocked"] },
  { icon: "❌", state: "pending", alsoFits: ["in-progress", "partial", "blocked", "cancelled"] },
  { icon: "⛔", state: "blocked", alsoFits: ["pending", "cancelled"] },
  { icon: "🚫", state: "blocked", alsoFits: ["pending", "cancelled"] },
  { icon: "⏸️", state: "blocked", alsoFits: ["pending"] },
  { icon: "⏸", state: "blocked", alsoFits: ["pending"] },
];

/** States that one piece of work may have at once, in two people's words. */
export const compatibleStates: readonly (readonly [State, State])[] = [
  ["in-progress", "partial"],
  ["pending", "blocked"],
  ["in-progress", "blocked"],
  ["partial", "blocked"],
];
