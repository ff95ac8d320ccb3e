// Help that fits a screen.
import type { Check, Command, Flag } from "../check/index.js";
import type { Call } from "./call.js";
import { globalFlags } from "./flags.js";

const row = (left: string, right: string): string => `  ${left.padEnd(26)} ${right}\n`;
const flagRow = ([name, flag]: readonly [string, Flag]): string => row(`--${name}${flag.value === undefined ? "" : ` ${flag.value}`}`, flag.summary);

/** What `--help` prints: what fits a screen; `isWhole` adds the rare options. */
export function generalHelp(call: Call, shared: readonly Command[], own: Check | undefined, isWhole: boolean): string {
  const { bin } = call.tool;
  const [only] = call.checks;
  const title = call.isSingle && only !== undefined ? only.summary : "caio keeps a repository honest.";
  const usage = call.isSingle
    ? `Usage: ${bin} [COMMAND] [OPTIONS] [-- PATH...]`
    : `Usage: ${bin} [check] [CHECK...] [OPTIONS] [-- PATH...]\n       ${bin} COMMAND, ${bin} CHECK COMMAND`;
  const checks = call.isSingle ? "" : `\nChecks:\n${call.checks.map(({ name, summary }) => row(name, summary)).join("")}`;
  const commands = [...(own?.commands ?? []), ...shared]
    .map(({ name, operands, summary }) => row(operands === undefined ? name : `${name} ${operands}`, summary))
    .join("");
  return `${title}\n\n${usage}\n${checks}\nCommands:\n${commands}\nOptions:\n${[
    ...Object.entries(own?.flags ?? {}),
    ...Object.entries(globalFlags).filter(([, { isRare }]) => isWhole || isRare !== true),
  ]
    .map(([name, flag]) => flagRow([name, name === "reporter" ? { ...flag, summary: [flag.summary, ...Object.keys(call.reporters)].join(", ") } : flag]))
    .join("")}${isWhole ? "" : row("--help --verbose", "all options")}\nExit codes: 0 clean, 1 findings, 2 could not do what was asked, 130 interrupted.\n`;
}

/** What `baseline --help` prints: commands that share their first word. */
export function groupHelp(bin: string, commands: readonly Command[]): string {
  return `Commands:\n${commands.map(({ name, summary }) => row(name, summary)).join("")}\nThe options of every run: ${bin} --help --verbose\n`;
}

/** What `CHECK --help` and `COMMAND --help` print. */
export function commandHelp(bin: string, check: Check | undefined, command: Command | undefined): string {
  const name = bin.endsWith(`-${check?.name}`) ? bin : [bin, check?.name].filter((part) => part !== undefined).join(" ");
  if (command === undefined) {
    const commands = (check?.commands ?? []).map((one) => row(one.operands === undefined ? one.name : `${one.name} ${one.operands}`, one.summary)).join("");
    const rules = (check?.rules ?? []).map((rule) => row(rule.id, rule.summary)).join("");
    const own = Object.entries(check?.flags ?? {})
      .map(flagRow)
      .join("");
    return `${check?.summary ?? ""}\n\nUsage: ${name} [COMMAND] [OPTIONS] [-- PATH...]\n\nCommands:\n${commands}${own === "" ? "" : `\nOptions:\n${own}`}\nRules:\n${rules}\nThe options of every run: ${bin} --help --verbose\n`;
  }
  const flags = Object.entries(command.flags ?? {})
    .map(flagRow)
    .join("");
  return `${command.summary}\n\nUsage: ${name} ${command.name}${command.operands === undefined ? "" : ` ${command.operands}`} [OPTIONS]\n${flags === "" ? "" : `\nOptions:\n${flags}`}\nThe options of every run: ${bin} --help --verbose\n`;
}
