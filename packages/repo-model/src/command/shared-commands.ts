// The commands that every bin has: explain, why, rules, config, baseline. What one does is loaded when it is called.
import type { Command, CommandResult } from "../check/index.js";
import type { Call } from "./call.js";

type Runs = typeof import("./shared-runs.js");

/** The shared commands of one call. */
export function sharedCommands(call: Call): readonly Command[] {
  const by = async (run: (runs: Runs) => Promise<CommandResult>): Promise<CommandResult> => run(await import("./shared-runs.js"));
  return [
    {
      name: "explain",
      operands: "RULE",
      summary: "what a rule finds, why it matters, wrong and right",
      run: ({ operands }) => by(({ explain }) => explain(call, operands[0])),
    },
    { name: "why", operands: "PATH", summary: "what decides about a path", run: ({ operands }) => by(({ why }) => why(call, operands[0])) },
    { name: "rules", summary: "the rules with their severity", run: () => by(({ rules }) => rules(call)) },
    { name: "config", summary: "the configuration as it is in force", run: () => by(({ configuration }) => configuration(call)) },
    {
      name: "merge-reports",
      operands: "FILE...",
      summary: "join the parts that `--reporter blob=FILE` wrote",
      run: ({ operands }) => by(({ mergeParts }) => mergeParts(call, operands)),
    },
    { name: "baseline write", summary: "accept what is there today", run: () => by(({ baseline }) => baseline(call, false)) },
    { name: "baseline prune", summary: "drop accepted findings that are gone", run: () => by(({ baseline }) => baseline(call, true)) },
  ];
}
