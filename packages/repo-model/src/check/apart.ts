// A check that is judged apart from the others, in a thread of its own: what it answers, as data.
import type { RepoPath } from "../text/index.js";
import type { Check, RawFinding } from "./check.js";
import { fromClone, toClone, type Cloned } from "./cloned.js";
import type { Context, Scope } from "./context.js";
import type { CheckSettings } from "./engine.js";
import { judgeCheck, type JudgedCheck } from "./judge-check.js";
import { notingTree } from "./noting-tree.js";
import { SuppressionBook, type Suppressions } from "./suppression.js";

/** What a check came to apart, before the engine adds severities and fingerprints. */
export interface JudgedApart extends JudgedCheck {
  readonly findings: readonly RawFinding[];
  readonly read: readonly RepoPath[];
  readonly suppressions: Suppressions;
}

/**
 * Judges a check apart; undefined where it must not be or would not pay. `note` hears how many files were read. `hereIsFree` is kept when this thread
 * has judged what is its own: a check that no other thread has begun by then is judged here, and the promise gives undefined. Where that is rejected,
 * the check is judged as the others are.
 */
export type JudgeApart = (
  check: Check,
  settings: CheckSettings,
  scope: Scope,
  note: (files: number) => void,
  hereIsFree: Promise<void>,
) => Promise<JudgedApart | undefined> | undefined;

/** `JudgedApart`, as it can be cloned. */
export interface ApartAnswer extends Cloned, Omit<JudgedApart, keyof Cloned> {
  /** What the check remembers of its judging. */
  readonly remembered: readonly string[];
}

/** Judges a check with the rules that are on, over what `context` gives. */
export async function judgeApart(
  check: Check,
  options: unknown,
  rules: readonly string[],
  context: Omit<Context, "trouble" | "skip" | "notRun">,
  note: (files: number) => void,
): Promise<ApartAnswer> {
  const book = new SuppressionBook();
  const read = new Set<RepoPath>();
  const findings: RawFinding[] = [];
  const files = notingTree(context.files, book, (path) => {
    read.add(path);
    note(read.size);
  });
  const on = new Set(rules);
  const passes = [{ options, includes: () => true }];
  const judged = await judgeCheck(
    check,
    passes,
    (rule) => on.has(rule),
    { ...context, files },
    (raw) => void findings.push(raw),
  );
  const cloned = toClone({ findings, troubles: judged.troubles, suppressions: book.entries() });
  return { ...judged, ...cloned, read: [...read], remembered: check.memory?.all() ?? [] };
}

/** What a thread answered, as the engine takes it; the check remembers here what it remembers there. */
export function judgedApart(check: Check, answer: ApartAnswer): JudgedApart {
  for (const text of answer.remembered) check.memory?.add(text);
  return { ...answer, ...fromClone(answer) };
}
