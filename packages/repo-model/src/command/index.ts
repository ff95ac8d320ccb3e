// argv → run → report → exit code: every package's bin and the cli use it.
import { keepCompiled } from "./compile-cache.js";

export { keepCompiled } from "./compile-cache.js";
export { runCommand, type CommandLine } from "./run-command.js";
import type { Call } from "./call.js";
import { threadArgument } from "./thread-argument.js";

export type { Call, LazyCheck } from "./call.js";
export type { CommandIo } from "./io.js";

/** Whether the program was begun as a thread. Asked by its argument first: `node:worker_threads` takes milliseconds to load. */
export const isThread = (): boolean => process.argv[2] === threadArgument && !process.getBuiltinModule("node:worker_threads").isMainThread;

/** Serves checks where the program was begun as a thread. */
export async function serveThread(checks: Call["checks"]): Promise<void> {
  keepCompiled(true);
  return (await import("./thread.js")).serve(checks);
}

/** Sets V8 up for a program of its own that ends within seconds, and with `more` flags. Whether this V8 is known. */
export const compileLate = async (more: readonly string[] = []): Promise<boolean> => (await import("./compile-late.js")).compileLate(more);

/** What commands of a roof are made of; loaded when one of them runs. */
export const commandParts = (): Promise<typeof import("./parts.js")> => import("./parts.js");
