// Calls a check's own command line in a folder, as a person or a terminal would.
import { recordedIo } from "@caio/git-fixture";
import type { Check } from "@caio/repo-model/check";
import { runCommand } from "@caio/repo-model/command";

/** What a call printed, and its exit code. */
export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What stands around a call: standard input, and the lines that are typed at a terminal. Without `answers` there is none. */
export interface CallWorld {
  readonly input?: string;
  readonly answers?: readonly string[];
}

/** Runs a check's command line. What the terminal asks is part of `out`. */
export async function callCheck(check: Check, cwd: string, argv: readonly string[], { input = "", answers }: CallWorld = {}): Promise<Called> {
  const recorded = recordedIo(cwd, { stdin: input });
  const typed = [...(answers ?? [])];
  const ask = async (question: string): Promise<string | undefined> => {
    await recorded.io.write(question);
    return typed.shift();
  };
  const code = await runCommand([check], { argv, io: { ...recorded.io, ...(answers === undefined ? {} : { terminal: { ask } }) } });
  return { code, out: recorded.out(), err: recorded.err() };
}
