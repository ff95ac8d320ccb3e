// What a benchmark is.

/** A program that takes part, with its arguments and the folder that it runs in. */
export interface Contender {
  readonly name: string;
  readonly argv: readonly [program: string, ...args: string[]];
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** The exit code that says that it did its work; 0 by default. */
  readonly status?: number;
  /** 1 says that it did its work, too: it found something. */
  readonly mayFind?: true;
}

/** What is aimed at: a bound of the first contender's wall time, in seconds, or as a multiple of another's; `by: "cpu"` of its processor time; or of its memory. */
export type Goal =
  | { readonly seconds: number }
  | { readonly megabytes: number }
  | { readonly times: number; readonly of: string; readonly by?: "wall" | "cpu" };

/** Contenders over one input. The first is caio. */
export interface Bench {
  readonly name: string;
  readonly summary: string;
  readonly goal?: Goal;
  /** Builds the input in an empty folder, and says who runs on it. Throws where a peer is not installed. */
  prepare(folder: string): readonly Contender[];
}
