// The streams and the world of one command, so that a test can stand in for them.
import { fstatSync } from "node:fs";
import type { Terminal } from "../check/index.js";

/** `write` and `warn` go to standard output and standard error. */
export interface CommandIo {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  readonly width: number;
  readonly signal: AbortSignal;
  readonly now: string;
  write(text: string): Promise<void>;
  warn(text: string): void;
  stdin(): Promise<string>;
  /** Where a person sits at a terminal. */
  readonly terminal?: Terminal;
  /** Puts a line in the place of the last one; only where standard error is a terminal. */
  progress?(line: string): void;
}

/** Asks on this process's terminal, one line at a time. */
function processTerminal(signal: AbortSignal): Terminal {
  return {
    async ask(question) {
      const { createInterface } = await import("node:readline/promises");
      const lines = createInterface({ input: process.stdin, output: process.stdout });
      const ended = new Promise<undefined>((resolve) => void lines.once("close", () => resolve(undefined)));
      try {
        return await Promise.race([lines.question(question, { signal }), ended]);
      } finally {
        lines.close();
      }
    },
  };
}

/** This process's streams. `interrupted` aborts the run. */
export function processIo(signal: AbortSignal): CommandIo {
  return {
    cwd: process.cwd(),
    environment: process.env,
    isTerminal: process.stdout.isTTY === true,
    width: process.stdout.columns ?? 100,
    signal,
    now: new Date().toISOString(),
    // Waits for slow readers: a pipe must get every byte before the process ends; a closed one is no fault of ours.
    write: (text) => new Promise((resolve) => process.stdout.write(text, () => resolve())),
    warn: (text) => void process.stderr.write(text),
    // Standard input is asked last: to open it takes milliseconds.
    ...(process.stdout.isTTY === true && process.stdin.isTTY === true ? { terminal: processTerminal(signal) } : {}),
    ...(process.stderr.isTTY === true ? { progress: (line) => void process.stderr.write(`\r\x1b[2K${line}`) } : {}),
    async stdin() {
      if (process.stdin.isTTY === true || fstatSync(0).isCharacterDevice()) return "";
      const { stdinLimit } = await import("../check/index.js");
      const parts: Buffer[] = [];
      let size = 0;
      for await (const part of process.stdin) {
        const bytes = Buffer.from(part);
        parts.push(size + bytes.length > stdinLimit ? bytes.subarray(0, stdinLimit + 1 - size) : bytes);
        size += bytes.length;
        if (size > stdinLimit) break;
      }
      return Buffer.concat(parts).toString("utf8");
    },
  };
}
