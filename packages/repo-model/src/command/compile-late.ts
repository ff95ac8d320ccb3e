// V8 for a program that ends within seconds.
import { setFlagsFromString } from "node:v8";
import type { FileTree } from "../tree/index.js";
import { flagsChange } from "./compile-cache.js";

// A run of two seconds ends before it has earned what V8's optimising compiler spends on it, which was half of the processor time. To compile later, to inline
// less and to leave out what takes longest costs a third less; threads that help the collector cost more than they save. The flags of Node 20, where that
// compiler comes right after the baseline, and of 22 to 26, where another one stands between them, each with what V8 itself begins with (`node --v8-options`).
// What a later V8 knows is not known.
type Flag = readonly [late: string, usual: string];
const late: Flag = ["--invocation-count-for-turbofan=20000", "--invocation-count-for-turbofan=3000"];
const flags: Readonly<Record<string, readonly Flag[]>> = {
  11: [
    ["--interrupt-budget=500000", "--interrupt-budget=67584"],
    ["--max-inlined-bytecode-size-cumulative=100", "--max-inlined-bytecode-size-cumulative=920"],
    ["--no-turbo-escape", "--turbo-escape"],
    ["--no-turbo-load-elimination", "--turbo-load-elimination"],
    ["--no-turbo-loop-peeling", "--turbo-loop-peeling"],
    ["--no-parallel-scavenge", "--parallel-scavenge"],
    ["--no-concurrent-marking", "--concurrent-marking"],
  ],
  12: [late],
  13: [late],
  14: [late],
};
const known = flags[Number.parseInt(process.versions.v8)] ?? [];

/** What is read beyond it, and what runs for longer, in milliseconds, earns what V8 compiles. */
const [muchRead, longRun] = [32 * 1024 * 1024, 3000];

/**
 * Sets V8 up for a short run of this process, its threads too: for a program's own process alone. It ends by itself in a long one, but for the flags in
 * `more`. Whether this V8 is known; where it is not, nothing is set.
 */
export function compileLate(more: readonly string[] = []): boolean {
  if (known.length === 0) return false;
  flagsChange();
  for (const [flag] of known) setFlagsFromString(flag);
  for (const flag of more) setFlagsFromString(flag);
  setTimeout(compileAsUsual, longRun).unref();
  return true;
}

function compileAsUsual(): void {
  flagsChange();
  for (const [, flag] of known) setFlagsFromString(flag);
}

/** A tree that ends late compilation before much of it is judged: while one file is, no timer has its turn. Threads read each by themselves. */
export function untilMuchIsRead(files: FileTree): FileTree {
  let left = muchRead;
  const counted = <T extends { readonly length: number } | undefined>(content: T): T => {
    const before = left;
    left -= content?.length ?? 0;
    if (left < 0 && before >= 0) compileAsUsual();
    return content;
  };
  const { passing } = files;
  return {
    ...files,
    list: (selection) => files.list(selection),
    async text(path) {
      const source = await files.text(path);
      counted(source?.text);
      return source;
    },
    bytes: async (path, limit) => counted(await files.bytes(path, limit)),
    ...(passing === undefined ? {} : { passing: async (path, limit) => counted(await passing(path, limit)) }),
  };
}
