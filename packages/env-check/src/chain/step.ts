// The chain of a need: from a hook, over what it runs, to the import.
import type { Location } from "@caio/repo-model/text";

/** What a chain begins at. */
export type StartKind = "hook" | "tests" | "job" | "target" | "package-script" | "environment" | "session";

/** One step with its place. */
export interface Step {
  readonly kind: StartKind | "entry" | "script" | "file" | "import" | "distribution";
  readonly text: string;
  readonly at: Location;
}

/** How sure a step is to be taken: `sure`, or only under a condition (a branch, a function, a caught error). */
export type Certainty = "sure" | "maybe" | "optional";

const rank: Readonly<Record<Certainty, number>> = { sure: 0, maybe: 1, optional: 2 };

/** The lesser of two certainties. */
export function lesser(a: Certainty, b: Certainty): Certainty {
  return rank[a] >= rank[b] ? a : b;
}

/** Whether `a` is surer than `b`. */
export function isSurer(a: Certainty, b: Certainty): boolean {
  return rank[a] < rank[b];
}

/** Who needs something, for a message: the hook, the CI job, the file that the configuration names; else the tests. */
export function starterOf(chain: readonly Step[]): { readonly who: string; readonly isPlural: boolean } {
  const [start] = chain;
  switch (start?.kind) {
    case "hook":
      return { who: `The hook \`${start.text}\``, isPlural: false };
    case "job":
      return { who: `The CI job \`${start.text}\``, isPlural: false };
    case "target":
    case "package-script":
    case "environment":
    case "session":
      return { who: `\`${start.text}\``, isPlural: false };
    case "file":
    case "import":
      // The configuration names it.
      return { who: `\`${start.at.path}\``, isPlural: false };
    default:
      return { who: "The tests", isPlural: true };
  }
}

/** The chain as one line: `unit-tests-quick → pytest tests/unit -q → caio/config.py:3 → pydantic_settings → pydantic-settings`. */
export function chainText(chain: readonly Step[]): string {
  return chain.map(({ text }) => text).join(" → ");
}
