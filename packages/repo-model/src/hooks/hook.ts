// One hook of a repository, whichever manager runs it.
import type { Location } from "../text/index.js";

export type HookManager = "pre-commit" | "prek" | "husky" | "lefthook" | "simple-git-hooks" | "githooks";

/** What lefthook keeps of the files that it finds for a command; what the hook and the groups around it say is taken in. */
export interface HookFilters {
  /** Of which one has to match; no filter where there is none. */
  readonly globs: readonly string[];
  readonly excludes: readonly string[];
  readonly fileTypes: readonly string[];
  /** What the paths begin with. */
  readonly root?: string;
  /** The command that lists the files, in place of git. */
  readonly filesCommand?: string;
  readonly matcher: "gobwas" | "doublestar";
}

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
  /** lefthook's alone, of commands; absent for its scripts. */
  readonly filters?: HookFilters;
  /** `local`, `meta`, or the URL of a remote repository (pre-commit). */
  readonly repo?: string;
  readonly rev?: string;
  readonly at: Location;
  /** Where `entry` stands. */
  readonly entryAt?: Location;
}
