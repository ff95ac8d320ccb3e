// One line of the doctor's answer: what is right, and what is not with the command that mends it.
import type { Draft, Severity } from "@caio/repo-model/check";
import type { Location } from "@caio/repo-model/text";

/** The rules whose findings the doctor alone makes: they judge a machine. */
export type MachineRule =
  | "not-installed"
  | "wrong-version"
  | "broken-metadata"
  | "wrong-interpreter"
  | "wrong-environment"
  | "missing-command"
  | "missing-hook-manager";

/** A fault of the machine. */
export interface Fault extends Draft {
  readonly rule: MachineRule;
  readonly severity: Severity;
}

/** A line; a fault carries what is reported. `repair` is a command for a shell. */
export interface Line {
  readonly sign: "✓" | "!" | "✗";
  readonly text: string;
  readonly repair?: string;
  readonly fault?: Fault;
}

/** A line for a fault: ✗ for an error, ! else. */
export function faultLine(rule: MachineRule, severity: Severity, text: string, at: Location, repair: string | undefined, extra: Partial<Draft> = {}): Line {
  const help = repair === undefined ? {} : { help: `Run \`${repair.replaceAll("`", "'")}\`.` };
  return {
    sign: severity === "error" ? "✗" : "!",
    text,
    ...(repair === undefined ? {} : { repair }),
    // The place may be a manifest's line that says much else: what is missing tells findings apart.
    fault: { rule, severity, message: text, at, ...help, fingerprintText: text, ...extra },
  };
}

/** The faults of one rule among lines, for the rule's `find`. */
export function* faultsOf(lines: readonly Line[] | undefined, rule: MachineRule): Iterable<Draft> {
  for (const { fault } of lines ?? []) {
    if (fault?.rule !== rule) continue;
    const { rule: _rule, ...draft } = fault;
    yield draft;
  }
}

/** A path as it is shown: below the root without it; below the home as `~`. */
export function shown(root: string, path: string, home?: string): string {
  if (path.startsWith(`${root}/`)) return path.slice(root.length + 1);
  return home !== undefined && home.length > 1 && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}
