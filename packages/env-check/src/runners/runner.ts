// What runs commands, beside hooks: CI jobs, Makefile targets, package scripts, tox's and nox's environments.
import type { Location } from "@caio/repo-model/text";
import type { StartKind } from "../chain/step.js";

/** One piece of shell text that something of the repository runs. */
export interface Runner {
  readonly kind: StartKind;
  /** The job, the target, the script, the environment, the session. */
  readonly name: string;
  /** Where it is declared. */
  readonly at: Location;
  /** The shell text, and where it stands. */
  readonly text: string;
  readonly textAt: Location;
  /** The folder that it runs in; undefined where that is computed. */
  readonly folder: string | undefined;
}
