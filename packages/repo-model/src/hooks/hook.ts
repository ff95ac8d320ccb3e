// One hook of a repository, whichever manager runs it.
import type { Location } from "../text/index.js";

export type HookManager = "pre-commit" | "prek" | "husky" | "lefthook" | "simple-git-hooks" | "githooks";

/** A hook. `at` is where it is declared. */
export interface Hook {
  readonly manager: HookManager;
  readonly id: string;
  readonly name?: string;
  /**
   * Git's hook types in which it runs, in today's names: `pre-commit`, `pre-push` …; empty where none is given: a local hook then
   * runs in all of them, of a remote one its manifest decides.
   */
  readonly stages: readonly string[];
  /** The command line as declared; absent for a remote hook, whose manifest holds it. */
  readonly entry?: string;
  readonly args: readonly string[];
  /** pre-commit's language; absent for other managers. */
  readonly language?: string;
  readonly additionalDependencies: readonly string[];
  readonly files?: string;
  readonly exclude?: string;
  readonly types: readonly string[];
  readonly passFilenames: boolean;
  /** `local`, `meta`, or the URL of a remote repository (pre-commit). */
  readonly repo?: string;
  readonly rev?: string;
  readonly at: Location;
  /** Where `entry` stands. */
  readonly entryAt?: Location;
}
