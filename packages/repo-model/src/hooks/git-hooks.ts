// The names of git's hooks, and pre-commit's old ones for some of them.

/** Hooks that git runs on this side, and pre-commit's own stage. */
export const gitHooks: ReadonlySet<string> = new Set([
  "applypatch-msg",
  "pre-applypatch",
  "post-applypatch",
  "pre-commit",
  "pre-merge-commit",
  "prepare-commit-msg",
  "commit-msg",
  "post-commit",
  "pre-rebase",
  "post-checkout",
  "post-merge",
  "pre-push",
  "post-rewrite",
  "pre-auto-gc",
  "post-index-change",
  "manual",
]);

const renamed: Readonly<Record<string, string>> = { commit: "pre-commit", push: "pre-push", "merge-commit": "pre-merge-commit" };

/** A stage by today's name. */
export function stageToday(stage: string): string {
  return (Object.hasOwn(renamed, stage) ? renamed[stage] : undefined) ?? stage;
}
