// V8 for a program that ends within seconds.
import { setFlagsFromString } from "node:v8";

// A run of two seconds ends before it has earned what V8's optimising compiler spends on it, which was half of the processor time. To compile later, to inline
// less and to leave out what takes longest costs a third less; threads that help the collector cost more than they save. The flags of Node 20, where that
// compiler comes right after the baseline, and of 22 to 26, where another one stands between them. What a later V8 knows is not known.
const late = "--invocation-count-for-turbofan=20000";
const flags: Readonly<Record<string, readonly string[]>> = {
  11: [
    "--interrupt-budget=500000",
    "--max-inlined-bytecode-size-cumulative=100",
    "--no-turbo-escape",
    "--no-turbo-load-elimination",
    "--no-turbo-loop-peeling",
    "--no-parallel-scavenge",
    "--no-concurrent-marking",
  ],
  12: [late],
  13: [late],
  14: [late],
};

/** Sets V8 up for the rest of this process, its threads too: for a program's own process alone. Whether this V8 is known. */
export function compileLate(): boolean {
  const known = flags[Number.parseInt(process.versions.v8)] ?? [];
  for (const flag of known) setFlagsFromString(flag);
  return known.length > 0;
}
