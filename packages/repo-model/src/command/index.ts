// argv → run → report → exit code: every package's bin and the cli use it.
export { runCommand, type CommandLine } from "./run-command.js";
export type { Call, LazyCheck } from "./call.js";
export type { CommandIo } from "./io.js";

/** What commands of a roof are made of; loaded when one of them runs. */
export const commandParts = (): Promise<typeof import("./parts.js")> => import("./parts.js");
