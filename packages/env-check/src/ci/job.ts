// A job of CI as it would run: its steps in order, with what is known put in for expressions.
import type { Location } from "@caio/repo-model/text";
import type { JobState } from "./state.js";

/** One step. */
export interface CiStep {
  /** `run`: shell text; `uses`: an action, whose inputs are `inputs`. */
  readonly kind: "run" | "uses";
  readonly text: string;
  readonly at: Location;
  readonly inputs: Readonly<Record<string, string>>;
  /** The folder it runs in; undefined where that is computed. */
  readonly folder: string | undefined;
  /** The Python that uv takes there (`UV_PYTHON`), where it is told. */
  readonly python?: string;
}

/** A job, in one combination of its matrix. */
export interface CiJob {
  readonly name: string;
  readonly at: Location;
  readonly steps: readonly CiStep[];
  /** The image that it runs in, as written. */
  readonly image?: { readonly name: string; readonly at: Location };
  /** Why nothing can be said of what is installed: a runner of the user's own, a computed image. */
  readonly opaque?: string;
  /** Whether it is one of several combinations. */
  readonly isMatrix: boolean;
  /** Whether its failure is allowed. */
  readonly mayFail: boolean;
  /** For an environment of tox or a session of nox, which is no job of CI: what it holds before its commands. */
  readonly environment?: JobState;
  /** Whether it is the environment of a hook: the project is not in it, and what it runs may be declared nowhere else. */
  readonly isOfHook?: boolean;
}
