#!/usr/bin/env node
// The bin of @caio/doc-sync.
import { setFlagsFromString } from "node:v8";
import { runCommand } from "@caio/repo-model/command";
import { docSync } from "./check.js";

// A run of two seconds ends before it has earned what V8's optimising compiler spends on it, which was half of the processor time. To compile later, to inline
// less and to leave out what takes longest costs a third less. The flags of Node 20, where that compiler comes right after the baseline, and of 22 to 26,
// where another one stands between them. What is read is kept to the end, so that a collector that looks through it early finds nothing, and threads that
// help it cost more than they save: the peak stays the same. What a later V8 knows is not known.
const keeps = "--heap-growing-percent=900";
const flags: Readonly<Record<string, readonly string[]>> = {
  11: [
    "--interrupt-budget=500000",
    "--max-inlined-bytecode-size-cumulative=100",
    "--no-turbo-escape",
    "--no-turbo-load-elimination",
    "--no-turbo-loop-peeling",
    "--no-parallel-scavenge",
    "--no-concurrent-marking",
    keeps,
  ],
  12: ["--invocation-count-for-turbofan=20000", keeps],
  13: ["--invocation-count-for-turbofan=20000", keeps],
  14: ["--invocation-count-for-turbofan=20000", keeps],
};
for (const flag of flags[Number.parseInt(process.versions.v8)] ?? []) setFlagsFromString(flag);

void runCommand([docSync]).then((code) => {
  process.exitCode = code;
});
