// A command line, ready to be read, and the checks that it may name.
import type { Check, CheckFlag, Command } from "../check/index.js";
import type { ReporterLoaders } from "../report/index.js";
import type { CommandIo } from "./io.js";

/** A check that is loaded when it runs. */
export interface LazyCheck {
  readonly name: string;
  readonly summary: string;
  /** Loads what masks secrets in what other checks say, and no more than that. */
  mask?(): Promise<(text: string) => string>;
  /**
   * Whether it goes by files, git and its options alone, so that another thread can judge it: one of its own from the beginning, or one that has
   * answered, where the check stands behind its own in the list, is local (`Check.isLocal`), and nobody has begun to judge it.
   */
  readonly apart?: "at once" | "when one is free";
  load(): Promise<Check>;
}

/** A command line with its world. */
export interface Call {
  readonly checks: readonly (Check | LazyCheck)[];
  readonly argv: readonly string[];
  readonly tool: { readonly name: string; readonly version: string; readonly bin: string };
  readonly io: CommandIo;
  /** Whether this is the bin of one check, so that its name is left out. */
  readonly isSingle: boolean;
  /** Commands beside the checks' and the shared ones (`init`). */
  readonly commands: (call: Call) => readonly Command[];
  /** Reporters beside those that every bin has (`html`). */
  readonly reporters: ReporterLoaders;
  /** Whether the process is this call's own: what holds for all of it may be set. */
  readonly ownsProcess: boolean;
  /** The file of this program, which serves a check where it is begun as a thread. */
  readonly program?: string;
  /** Flags of checks that the argv may hold. */
  readonly checkFlags?: Readonly<Record<string, CheckFlag>>;
}

/** Loads a check when it is needed. */
export async function loadCheck(check: Check | LazyCheck): Promise<Check> {
  return "load" in check ? check.load() : check;
}
