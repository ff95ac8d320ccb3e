// argv → run → report → exit code. Only what a call needs is loaded: `--version` and `--help` load no check.
import type { Check, Command } from "../check/index.js";
import type { ReporterLoaders } from "../report/report.js";
import type { Call, LazyCheck } from "./call.js";
import { processIo, type CommandIo } from "./io.js";

/** How a command line presents itself. A single check without `tool` is called by its own bin, `caio-NAME`. */
export interface CommandLine {
  readonly argv?: readonly string[];
  readonly tool?: { readonly name: string; readonly version: string; readonly bin: string };
  /** Commands beside the checks' (`init`). */
  readonly commands?: (call: Call) => readonly Command[];
  /** Reporters beside those that every bin has (`html`). */
  readonly reporters?: ReporterLoaders;
  readonly io?: CommandIo;
  /** The file of the program: begun as a thread, it calls `serveThread` with the same checks. Without it, all is done in one thread. */
  readonly program?: string;
}

/**
 * Runs a command line over `checks` and gives its exit code: 0 clean, 1 findings, 2 could not do what was asked, 130 interrupted.
 * Never throws. `runCommand([check])` is all that a check needs for a bin of its own.
 */
export async function runCommand(checks: readonly (Check | LazyCheck)[], line: CommandLine = {}): Promise<0 | 1 | 2 | 130> {
  const argv = line.argv ?? process.argv.slice(2);
  const [only] = checks;
  const tool =
    line.tool ??
    (only !== undefined && "version" in only
      ? { name: `@caio/${only.name}`, version: only.version, bin: `caio-${only.name}` }
      : { name: "caio", version: "0.0.0", bin: "caio" });
  const abort = new AbortController();
  const interrupt = (): void => abort.abort();
  const io = line.io ?? processIo(abort.signal);
  if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
    await io.write(`${tool.version}\n`);
    return 0;
  }
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  const onPipe = (error: NodeJS.ErrnoException): void => {
    if (error.code !== "EPIPE") throw error;
  };
  process.stdout.on("error", onPipe);
  try {
    const { dispatch } = await import("./dispatch.js");
    const isSingle = line.tool === undefined && checks.length === 1;
    const { commands = () => [], reporters = {}, program } = line;
    return await dispatch({
      checks,
      argv,
      tool,
      io,
      isSingle,
      commands,
      reporters,
      ownsProcess: line.io === undefined,
      ...(program === undefined ? {} : { program }),
    });
  } catch (error) {
    if (io.signal.aborted) {
      io.warn(`${tool.bin}: interrupted; no file was left half-written.\n`);
      return 130;
    }
    const { explainError } = await import("./explain-error.js");
    const { maskOf } = await import("./mask.js");
    const mask = await maskOf({ checks });
    const { inertLog } = await import("../text/index.js");
    io.warn(inertLog(mask(explainError(tool.bin, error, argv.includes("--verbose") || argv.includes("-v")))));
    return 2;
  } finally {
    process.removeListener("SIGINT", interrupt).removeListener("SIGTERM", interrupt);
    process.stdout.removeListener("error", onPipe);
  }
}
