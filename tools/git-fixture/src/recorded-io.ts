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
  /** What went to standard output, to standard error, and to both in the order in which it was said. */
  out(): string;
  err(): string;
  said(): string;
}

/** Of this process's environment a command gets `PATH` alone, and what `more.environment` adds. */
export function recordedIo(cwd: string, more: { readonly environment?: Readonly<Record<string, string>>; readonly stdin?: string } = {}): RecordedIo {
  const parts: { readonly text: string; readonly to: "out" | "err" }[] = [];
  const textOf = (to: "out" | "err"): string =>
    parts
      .filter((part) => part.to === to)
      .map(({ text }) => text)
      .join("");
  return {
    io: {
      cwd,
      environment: { PATH: process.env["PATH"], ...more.environment },
      isTerminal: false,
      width: 100,
      signal: new AbortController().signal,
      now: "2026-01-10T09:00:00.000Z",
      write: async (text) => void parts.push({ text, to: "out" }),
      warn: (text) => void parts.push({ text, to: "err" }),
      stdin: async () => more.stdin ?? "",
    },
    out: () => textOf("out"),
    err: () => textOf("err"),
    said: () => parts.map(({ text }) => text).join(""),
  };
}
