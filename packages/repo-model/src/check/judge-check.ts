// One check over one snapshot: what it finds, and what it says beside.
import { isRepoError, RepoError, type RepoPath } from "../text/index.js";
import { partEnd, type Check, type RawFinding } from "./check.js";
import type { Context } from "./context.js";
import type { Outcome } from "./finding.js";

/** A group of paths that share the options of a check. */
export interface Pass {
  readonly options: unknown;
  includes(path: RepoPath): boolean;
}

/** What a check says beside its findings. */
export type JudgedCheck = Pick<Outcome, "troubles" | "skipped" | "notRun">;

/** Any fault as the one error: a fault of ours is INTERNAL. */
export function asRepoError(error: unknown): RepoError {
  if (isRepoError(error)) return error;
  const text = error instanceof Error ? error.message : String(error);
  return new RepoError("INTERNAL", `caio failed: ${text}`, { cause: error, hint: "Please report this; `--verbose` shows where." });
}

/** Judges a check in one pass for each group of paths, and hands on what it finds. Throws for an abort alone: what could not be done is a trouble. */
export async function judgeCheck(
  check: Check,
  passes: readonly Pass[],
  isOn: (rule: string) => boolean,
  context: Omit<Context, "trouble" | "skip" | "notRun">,
  add: (raw: RawFinding) => void,
  endPart: () => Promise<void> = async () => {},
): Promise<JudgedCheck> {
  const troubles: RepoError[] = [];
  const skipped: Outcome["skipped"][number][] = [];
  const notRun: Outcome["notRun"][number][] = [];
  const whole: Context = {
    ...context,
    trouble: (error) => troubles.push(error),
    skip: (path, reason) => skipped.push({ path, reason }),
    notRun: (reason, text) => notRun.push({ check: check.name, reason, ...(text === undefined ? {} : { text }) }),
  };
  try {
    for (const { options, includes } of passes) {
      const scope = { ...context.scope, includes: (path: RepoPath) => context.scope.includes(path) && includes(path) };
      for await (const raw of check.judge({ ...whole, scope }, options, isOn))
        if (raw === partEnd) await endPart();
        else if (includes(raw.at.path)) add(raw);
    }
  } catch (error) {
    if (context.signal.aborted) throw error;
    troubles.push(asRepoError(error));
  }
  return { troubles, skipped, notRun };
}
