// argv → run → report → exit code: every package's bin and the cli use it.
export { runCommand, type CommandLine, type LazyCheck } from "./run-command.js";
export type { CommandIo } from "./io.js";
