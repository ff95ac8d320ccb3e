// argv → run → report → exit code: every package's bin and the cli use it.
export { runCommand, type CommandLine } from "./run-command.js";
export type { LazyCheck } from "./call.js";
export type { CommandIo } from "./io.js";
