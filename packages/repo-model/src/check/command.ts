// Commands of a check beside `check` itself: each returns data, and only the command room writes.
import type { Edit } from "../text/index.js";
import type { Context } from "./context.js";
import type { Draft, Severity } from "./finding.js";

/** A flag of one command. `value` names its argument in the help (`FILE`); a flag without it is a switch. */
export interface Flag {
  readonly summary: string;
  readonly value?: string;
}

/** A flag of a check: for one run it overrides the option that it names. A switch sets `true`; `read` turns a value into the option's, and throws USAGE. */
export interface CheckFlag extends Flag {
  readonly option: string;
  read?(value: string): unknown;
}

/** A person at a terminal. `ask` gives the line that was typed, and undefined at the end of input. */
export interface Terminal {
  ask(question: string): Promise<string | undefined>;
}

/** How many bytes of standard input are read: 64 MiB. */
export const stdinLimit = 64 * 1024 * 1024;

export interface CommandCall<Options> {
  readonly context: Context;
  readonly options: Options;
  /** What stands after the command's name. */
  readonly operands: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  /** Standard input, decoded as UTF-8: at most `stdinLimit` bytes, and one more where there was more. */
  stdin(): Promise<string>;
  /** Only where standard input and output are a terminal. */
  readonly terminal?: Terminal;
}

/**
 * What a command asks for:
 * `text` is printed; `write` is a generator's edits, written, or with `--check` compared (exit 1 and a patch);
 * `rules` runs the check with those rules alone, and with those `asked` for though they are off by default; `drafts` are reported like any finding.
 */
export type CommandResult =
  | { readonly kind: "text"; readonly text: string; readonly exitCode?: 0 | 1 | 2 }
  | { readonly kind: "write"; readonly edits: readonly Edit[]; readonly summary: string }
  | { readonly kind: "rules"; readonly rules: readonly string[]; readonly fix?: boolean; readonly asked?: readonly string[] }
  | { readonly kind: "drafts"; readonly drafts: readonly (Draft & { readonly rule: string; readonly severity: Severity })[]; readonly text?: string };

export interface Command<Options = unknown> {
  /** One or two words: `migrate`, `baseline write`. */
  readonly name: string;
  readonly summary: string;
  /** Usage of the operands: `IMPORT`, `[RANGE]`. */
  readonly operands?: string;
  readonly flags?: Readonly<Record<string, Flag>>;
  /** It takes seconds, with other processes beside it: a program of its own lets V8 compile later. */
  readonly isLong?: true;
  run(call: CommandCall<Options>): Promise<CommandResult>;
}
