// The world of a command line under test: a folder, no terminal, a fixed time, and what it said.

/** What `runCommand` takes as `io`, in its own words, so that the fixture needs no package. */
export interface RecordedIo {
  readonly io: {
    readonly cwd: string;
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly isTerminal: boolean;
    readonly width: number;
    readonly signal: AbortSignal;
    readonly now: string;
    write(text: string): Promise<void>;
    warn(text: string): void;
    stdin(): Promise<string>;
  };
  /** What went to standard output and to standard error. */
  out(): string;
  err(): string;
}

/** Of this process's environment a command gets `PATH` alone, and what `more.environment` adds. */
export function recordedIo(cwd: string, more: { readonly environment?: Readonly<Record<string, string>>; readonly stdin?: string } = {}): RecordedIo {
  let [out, err] = ["", ""];
  return {
    io: {
      cwd,
      environment: { PATH: process.env["PATH"], ...more.environment },
      isTerminal: false,
      width: 100,
      signal: new AbortController().signal,
      now: "2026-01-10T09:00:00.000Z",
      write: async (text) => void (out += text),
      warn: (text) => void (err += text),
      stdin: async () => more.stdin ?? "",
    },
    out: () => out,
    err: () => err,
  };
}
