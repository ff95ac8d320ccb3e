// One thing that `init` may write, with its reason and what is left to the user.
import type { Edit } from "@caio/repo-model/text";

export interface Change {
  readonly id: "configuration" | "dependency" | "pre-commit" | "husky" | "lefthook" | "github" | "gitlab" | "nx" | "baseline";
  /** What the user chooses by: a few words. */
  readonly title: string;
  /** Creations and insertions alone: what stands in a file stays. */
  readonly edits: readonly Edit[];
  /** Whether it is chosen unless the user says otherwise, and by `--yes`. */
  readonly isRecommended: boolean;
  /** What is left to do once it is written. */
  readonly next?: readonly string[];
  /** Other changes that this one needs. */
  readonly needs?: readonly Change["id"][];
}

/** What could be offered but for its form: the user is shown the lines. */
export interface Advice {
  readonly title: string;
  readonly lines: string;
}

/** What could not be offered as a change, for the user to put in. */
export const adviceText = (advice: readonly Advice[]): string =>
  advice.map(({ title, lines }) => `${title}:\n\n${lines.replace(/^(?=.)/gm, "    ")}\n`).join("");
