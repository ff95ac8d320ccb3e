// A call whose words are understood.
import type { Check, Command } from "../check/index.js";
import type { Call } from "./call.js";
import type { Arguments } from "./flags.js";

/** A call whose words are understood. `selected` are the checks that run, or what loads them; `command` a command beside them. */
export interface RunCall extends Call {
  readonly args: Arguments;
  readonly selected: readonly Check[] | (() => Promise<readonly Check[]>) | undefined;
  /** What `selected` loads, where several checks were asked for. */
  readonly chosen?: Call["checks"];
  readonly command?: Command;
  readonly operands?: readonly string[];
  /** Whether `command` is the selected check's own. */
  readonly isOwn?: boolean;
}
